from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from tencentkit.testing import FakeScf, ManualClock
from tencentkit.testing._service import action_table as _actions
from tencentkit.testing._service.event_store import RETENTION
from tencentkit_api.scf.actions import ACTIONS

Ask = Callable[..., Any]
Events = Callable[..., list[str]]
DAY = 24 * 3600


def test_every_behaviour_is_one_of_the_table() -> None:
    """The fake does nothing that the client cannot ask for; what it has no behaviour for, `on` answers."""
    assert _actions.ACTIONS.keys() <= {action.name for action in ACTIONS}


def test_the_guide_tells_which_actions_have_state() -> None:
    """Its table names each of them, and no other."""
    guide = Path(__file__).parents[2] / "docs" / "guides" / "testing.md"
    table = guide.read_text(encoding="utf-8").partition("these actions have state |")[2].partition("\n\n")[0]
    assert sorted(re.findall(r"`([A-Z]\w+)`", table)) == sorted(_actions.ACTIONS)


def test_an_event_runs_and_ends_by_the_clock(fake: FakeScf, clock: ManualClock, ask: Ask) -> None:
    """It runs until its time is up, and is then what it was to end as."""
    event = fake.start_event("helloworld", runs_for=30, ends_as="FAILED", invoke_type="TRIGGER_TIMER", qualifier="1")

    def row() -> Any:
        [row] = ask()["EventList"]
        return row

    running = {
        "InvokeRequestId": event,
        "InvokeType": "TRIGGER_TIMER",
        "Qualifier": "1",
        "Status": "RUNNING",
        "StartTime": "2019-02-26 00:44:25.000",
        "EndTime": "",
    }
    assert row() == running
    clock.advance(29.9)
    assert row() == running
    clock.advance(0.1)
    assert row() == {**running, "Status": "FAILED", "EndTime": "2019-02-26 00:44:55.000"}


def test_times_are_those_of_china_with_milliseconds(fake: FakeScf, clock: ManualClock, ask: Ask) -> None:
    """The zone is UTC+8 and the form YYYY-mm-dd HH:MM:SS.mmm."""
    clock.advance(0.5)
    fake.start_event("helloworld", runs_for=1.2345)
    clock.advance(60)
    [row] = ask()["EventList"]
    assert row["StartTime"] == "2019-02-26 00:44:25.500"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}", row["EndTime"])
    read = datetime.strptime(row["StartTime"], "%Y-%m-%d %H:%M:%S.%f").replace(tzinfo=timezone(timedelta(hours=8)))
    assert read == datetime.fromtimestamp(1551113065.5, UTC)


@pytest.mark.parametrize(("state", "status_code"), [("FINISHED", lambda code: code == 200), ("FAILED", bool), ("ABORTED", bool)])
def test_the_status_of_an_event_is_running_then_final(
    state: Any, status_code: Callable[[int], bool], fake: FakeScf, clock: ManualClock, ask: Ask
) -> None:
    """StatusCode is 0 while it runs, 200 when it finished, and another number otherwise."""
    event = fake.start_event("helloworld", runs_for=1, ends_as=state)
    asked = ("GetAsyncEventStatus", {"InvokeRequestId": event})
    assert ask(*asked) == {"Result": {"Status": "RUNNING", "StatusCode": 0, "InvokeRequestId": event}}
    clock.advance(1)
    result = ask(*asked)["Result"]
    assert (result["Status"], result["InvokeRequestId"]) == (state, event)
    assert status_code(result["StatusCode"])


def test_an_event_without_an_end_runs_until_it_is_told(fake: FakeScf, clock: ManualClock, ask: Ask) -> None:
    """`end_event` ends it now, once."""
    event = fake.start_event("helloworld")
    clock.advance(10 * DAY)
    assert ask("GetAsyncEventStatus", {"InvokeRequestId": event})["Result"]["Status"] == "RUNNING"
    fake.end_event(event, ends_as="ABORTED")
    assert ask("GetAsyncEventStatus", {"InvokeRequestId": event})["Result"]["Status"] == "ABORTED"
    with pytest.raises(ValueError, match="running"):
        fake.end_event(event)


def test_an_event_of_the_future_is_not_there_yet(fake: FakeScf, clock: ManualClock, ask: Ask, events: Events) -> None:
    """It appears at its start, so that a list can grow while a program pages."""
    event = fake.start_event("helloworld", started_at=clock.time() + 5)
    assert events() == []
    assert ask("GetAsyncEventStatus", {"InvokeRequestId": event}) == "ResourceNotFound.AsyncEvent"
    with pytest.raises(ValueError, match="running"):
        fake.end_event(event)
    clock.advance(5)
    assert events() == [event]


def test_an_event_is_kept_three_days_after_its_end(fake: FakeScf, clock: ManualClock, ask: Ask, events: Events) -> None:
    """Then neither action knows it any more."""
    event = fake.start_event("helloworld", runs_for=60)
    clock.advance(60 + RETENTION / 1000)
    assert events() == [event]
    assert ask("GetAsyncEventStatus", {"InvokeRequestId": event})["Result"]["Status"] == "FINISHED"
    clock.advance(0.001)
    assert events() == []
    assert ask("GetAsyncEventStatus", {"InvokeRequestId": event}) == "ResourceNotFound.AsyncEvent"


def test_an_unknown_event_is_not_found(ask: Ask) -> None:
    """Its id is not validated as a UUID: it is just not there."""
    for unknown in ("no-such-id", "", "a" * 64):
        assert ask("GetAsyncEventStatus", {"InvokeRequestId": unknown}) == "ResourceNotFound.AsyncEvent"


def test_the_newest_event_comes_first_unless_asked_otherwise(fake: FakeScf, clock: ManualClock, events: Events) -> None:
    """The defaults are DESC by StartTime."""
    first = fake.start_event("helloworld", runs_for=100)
    clock.advance(1)
    second = fake.start_event("helloworld", runs_for=10)
    clock.advance(1)
    third = fake.start_event("helloworld")
    clock.advance(200)
    assert events() == events(Order="DESC", Orderby="StartTime") == [third, second, first]
    assert events(Order="ASC") == [first, second, third]
    assert events(Order="ASC", Orderby="EndTime") == [third, second, first]
    assert events(Orderby="EndTime") == [first, second, third]


def test_events_of_one_instant_keep_one_order(fake: FakeScf, events: Events) -> None:
    """Pages over equal times neither repeat nor lose an event."""
    started = [fake.start_event("helloworld") for _ in range(7)]
    assert events(Order="ASC") == started
    paged = [event for offset in range(0, 7, 2) for event in events(Offset=offset, Limit=2)]
    assert paged == started[::-1]


def test_a_page_has_twenty_events_unless_asked_otherwise(fake: FakeScf, ask: Ask) -> None:
    """Offset is 0 and Limit 20 by default; TotalCount counts before the page is cut."""
    for _ in range(101):
        fake.start_event("helloworld")
    for parameters, length in (
        ({}, 20),
        ({"Limit": 100}, 100),
        ({"Limit": 1}, 1),
        ({"Offset": 90}, 11),
        ({"Offset": 101}, 0),
        ({"Offset": 10**6}, 0),
    ):
        answer = ask("ListAsyncEvents", {"FunctionName": "helloworld", **parameters})
        assert answer["TotalCount"] == 101
        assert len(answer["EventList"]) == length


def test_filters_choose_events(fake: FakeScf, clock: ManualClock, events: Events) -> None:
    """Version, invocation type, status and id each narrow the list, and all of them together."""
    cos = fake.start_event("helloworld", invoke_type="COS", runs_for=1, qualifier="1")
    timer = fake.start_event("helloworld", invoke_type="TRIGGER_TIMER", runs_for=1, ends_as="FAILED")
    other = fake.start_event("helloworld", invoke_type="Own!", invoke_request_id="x" * 64)
    clock.advance(1)
    assert events(Qualifier="1") == [cos]
    assert events(Qualifier="$LATEST") == [other, timer]
    assert events(InvokeType=["COS", "Own!"]) == [other, cos]
    assert events(InvokeType=["Nothing"]) == []
    assert events(Status=["RUNNING"]) == [other]
    assert events(Status=["FINISHED", "FAILED"]) == [timer, cos]
    assert events(Status=[], InvokeType=[]) == [other, timer, cos]
    assert events(InvokeRequestId=timer) == [timer]
    assert events(InvokeRequestId="unknown") == []
    assert events(InvokeRequestId=timer, Status=["RUNNING"]) == []


def test_intervals_include_their_start_and_exclude_their_end(fake: FakeScf, clock: ManualClock, events: Events) -> None:
    """Left-closed and right-open, for starts and for ends; a running event has no end."""
    early = fake.start_event("helloworld", started_at="2019-02-26 00:44:10", runs_for=5)
    late = fake.start_event("helloworld", started_at="2019-02-26 00:44:20.000", runs_for=5)
    edge = fake.start_event("helloworld", started_at="2019-02-26 00:44:19.999")
    assert clock.time() == 1551113065

    def interval(start: str, end: str) -> dict[str, str]:
        return {"Start": f"2019-02-26 00:44:{start}", "End": f"2019-02-26 00:44:{end}"}

    assert events(StartTimeInterval=interval("10", "20")) == [edge, early]
    assert events(StartTimeInterval=interval("11", "21")) == [late, edge]
    assert events(StartTimeInterval=interval("20", "10")) == []
    assert events(EndTimeInterval=interval("15", "25")) == [early]
    assert events(EndTimeInterval=interval("16", "26")) == [late]
    assert events(EndTimeInterval=interval("00", "59"), StartTimeInterval=interval("20", "21")) == [late]


def test_functions_and_namespaces_are_apart(fake: FakeScf, ask: Ask) -> None:
    """The same name in another namespace is another function."""
    fake.add_function("helloworld", namespace="other")
    fake.add_function("second")
    here, there = fake.start_event("helloworld"), fake.start_event("helloworld", namespace="other")
    for parameters, expected in (
        ({"FunctionName": "helloworld"}, [here]),
        ({"FunctionName": "helloworld", "Namespace": "default"}, [here]),
        ({"FunctionName": "helloworld", "Namespace": "other"}, [there]),
        ({"FunctionName": "second"}, []),
    ):
        rows = ask("ListAsyncEvents", parameters)["EventList"]
        assert [row["InvokeRequestId"] for row in rows] == expected


@pytest.mark.parametrize(
    ("parameters", "code"),
    [
        ({"FunctionName": "nobody"}, "ResourceNotFound.Function"),
        ({"FunctionName": ""}, "InvalidParameterValue.FunctionName"),
        ({"Namespace": "nowhere"}, "ResourceNotFound.Namespace"),
        ({"Namespace": ""}, "InvalidParameterValue.Namespace"),
        ({"Qualifier": "2"}, "ResourceNotFound.Version"),
        ({"Qualifier": ""}, "ResourceNotFound.Version"),
        ({"InvokeType": ["COS", ""]}, "InvalidParameterValue.InvokeType"),
        ({"Status": ["RUNNING", "SLEEPING"]}, "InvalidParameterValue.Status"),
        ({"Status": ["running"]}, "InvalidParameterValue.Status"),
        ({"Order": "asc"}, "InvalidParameterValue.Order"),
        ({"Orderby": "Status"}, "InvalidParameterValue.Orderby"),
        ({"Limit": 0}, "InvalidParameterValue.Limit"),
        ({"Limit": 101}, "InvalidParameterValue.Limit"),
        ({"Limit": -1}, "InvalidParameterValue.Limit"),
        ({"Limit": 10**30}, "InvalidParameterValue.Limit"),
        ({"Offset": -1}, "InvalidParameterValue"),
        ({"StartTimeInterval": {"Start": "2020-12-01", "End": "2020-12-02 00:00:00"}}, "InvalidParameterValue"),
        (
            {"EndTimeInterval": {"Start": "2020-12-01 00:00:00", "End": "2020-12-02 00:00:00.000"}},
            "InvalidParameterValue",
        ),
        (
            {"EndTimeInterval": {"Start": "2020-12-01 00:00:00", "End": "2020-13-02 00:00:00"}},
            "InvalidParameterValue",
        ),
    ],
)
def test_values_are_refused_with_the_codes_of_the_page(parameters: dict[str, Any], code: str, ask: Ask) -> None:
    """What the page's error table names is answered so."""
    assert ask("ListAsyncEvents", {"FunctionName": "helloworld", **parameters}) == code


def test_a_test_that_contradicts_itself_is_told_at_once(fake: FakeScf) -> None:
    """State that could never be is refused where it is written, not where it is read."""
    event = fake.start_event("helloworld")
    wrong: list[Callable[[], object]] = [
        lambda: fake.add_function("helloworld"),
        lambda: fake.add_function(""),
        lambda: fake.add_function("other", qualifiers=()),
        lambda: fake.add_function("other", qualifiers="1"),
        lambda: fake.start_event("nobody"),
        lambda: fake.start_event("helloworld", namespace="other"),
        lambda: fake.start_event("helloworld", qualifier="9"),
        lambda: fake.start_event("helloworld", invoke_type=""),
        lambda: fake.start_event("helloworld", invoke_request_id=event),
        lambda: fake.start_event("helloworld", runs_for=-1),
        lambda: fake.start_event("helloworld", ends_as="RUNNING"),  # type: ignore[arg-type]
        lambda: fake.start_event("helloworld", started_at="yesterday"),
        lambda: fake.end_event("nobody"),
        lambda: fake.end_event(event, ends_as="DONE"),  # type: ignore[arg-type]
        lambda: FakeScf(tokens={"AKIDnobody": "t"}),
        lambda: FakeScf(credentials={}),
        lambda: FakeScf(rate_limits={"NoSuchAction": 1}),
        lambda: fake.drop_next(times=0),
        lambda: fake.delay_next(-1),
    ]
    for act in wrong:
        with pytest.raises(ValueError, match=r"."):
            act()
    assert fake.pending_faults == []
