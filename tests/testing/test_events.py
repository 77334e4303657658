from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from tencentkit.testing import FakeScf, ManualClock
from tencentkit.testing._service.event_store import RETENTION

Call = Callable[..., Any]
Events = Callable[..., list[str]]
DAY = 24 * 3600


def test_event_ends_by_the_clock(fake: FakeScf, clock: ManualClock, call: Call) -> None:
    """An event is RUNNING until its time has passed, then has its final status."""
    event = fake.start_event("helloworld", runs_for=30, ends_as="FAILED", invoke_type="TRIGGER_TIMER", qualifier="1")

    def row() -> Any:
        [row] = call()["EventList"]
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


def test_time_format_and_zone(fake: FakeScf, clock: ManualClock, call: Call) -> None:
    """Times are in UTC+8 and in the format YYYY-mm-dd HH:MM:SS.mmm."""
    clock.advance(0.5)
    fake.start_event("helloworld", runs_for=1.2345)
    clock.advance(60)
    [row] = call()["EventList"]
    assert row["StartTime"] == "2019-02-26 00:44:25.500"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}", row["EndTime"])
    parsed = datetime.strptime(row["StartTime"], "%Y-%m-%d %H:%M:%S.%f").replace(tzinfo=timezone(timedelta(hours=8)))
    assert parsed == datetime.fromtimestamp(1551113065.5, UTC)


@pytest.mark.parametrize(("state", "status_code"), [("FINISHED", lambda code: code == 200), ("FAILED", bool), ("ABORTED", bool)])
def test_event_status(state: Any, status_code: Callable[[int], bool], fake: FakeScf, clock: ManualClock, call: Call) -> None:
    """StatusCode is 0 while the event runs, 200 when it finished, and another number otherwise."""
    event = fake.start_event("helloworld", runs_for=1, ends_as=state)
    status_request = ("GetAsyncEventStatus", {"InvokeRequestId": event})
    assert call(*status_request) == {"Result": {"Status": "RUNNING", "StatusCode": 0, "InvokeRequestId": event}}
    clock.advance(1)
    result = call(*status_request)["Result"]
    assert (result["Status"], result["InvokeRequestId"]) == (state, event)
    assert status_code(result["StatusCode"])


def test_end_event(fake: FakeScf, clock: ManualClock, call: Call) -> None:
    """`end_event` ends a running event once."""
    event = fake.start_event("helloworld")
    clock.advance(10 * DAY)
    assert call("GetAsyncEventStatus", {"InvokeRequestId": event})["Result"]["Status"] == "RUNNING"
    fake.end_event(event, ends_as="ABORTED")
    assert call("GetAsyncEventStatus", {"InvokeRequestId": event})["Result"]["Status"] == "ABORTED"
    with pytest.raises(ValueError, match="running"):
        fake.end_event(event)


def test_future_event_is_invisible(fake: FakeScf, clock: ManualClock, call: Call, events: Events) -> None:
    """An event becomes visible at its start, so a list can grow during pagination."""
    event = fake.start_event("helloworld", started_at=clock.time() + 5)
    assert events() == []
    assert call("GetAsyncEventStatus", {"InvokeRequestId": event}) == "ResourceNotFound.AsyncEvent"
    with pytest.raises(ValueError, match="running"):
        fake.end_event(event)
    clock.advance(5)
    assert events() == [event]


def test_event_retention(fake: FakeScf, clock: ManualClock, call: Call, events: Events) -> None:
    """After the retention neither action returns the event."""
    event = fake.start_event("helloworld", runs_for=60)
    clock.advance(60 + RETENTION / 1000)
    assert events() == [event]
    assert call("GetAsyncEventStatus", {"InvokeRequestId": event})["Result"]["Status"] == "FINISHED"
    clock.advance(0.001)
    assert events() == []
    assert call("GetAsyncEventStatus", {"InvokeRequestId": event}) == "ResourceNotFound.AsyncEvent"


def test_unknown_event(call: Call) -> None:
    """The id is not validated as a UUID; an unknown one is not found."""
    for unknown in ("no-such-id", "", "a" * 64):
        assert call("GetAsyncEventStatus", {"InvokeRequestId": unknown}) == "ResourceNotFound.AsyncEvent"


def test_event_order(fake: FakeScf, clock: ManualClock, events: Events) -> None:
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


def test_order_of_simultaneous_events(fake: FakeScf, events: Events) -> None:
    """Pages over equal times neither repeat nor omit an event."""
    started = [fake.start_event("helloworld") for _ in range(7)]
    assert events(Order="ASC") == started
    paged = [event for offset in range(0, 7, 2) for event in events(Offset=offset, Limit=2)]
    assert paged == started[::-1]


def test_page_size(fake: FakeScf, call: Call) -> None:
    """Offset is 0 and Limit is 20 by default; TotalCount is independent of both."""
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
        result = call("ListAsyncEvents", {"FunctionName": "helloworld", **parameters})
        assert result["TotalCount"] == 101
        assert len(result["EventList"]) == length


def test_filters(fake: FakeScf, clock: ManualClock, events: Events) -> None:
    """Version, invocation type, status and id filter the list, separately and together."""
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


def test_time_intervals(fake: FakeScf, clock: ManualClock, events: Events) -> None:
    """Intervals include their start and exclude their end; a running event has no end."""
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


def test_namespaces_separate_functions(fake: FakeScf, call: Call) -> None:
    """Functions with the same name in two namespaces are different."""
    fake.add_function("helloworld", namespace="other")
    fake.add_function("second")
    here, there = fake.start_event("helloworld"), fake.start_event("helloworld", namespace="other")
    for parameters, expected in (
        ({"FunctionName": "helloworld"}, [here]),
        ({"FunctionName": "helloworld", "Namespace": "default"}, [here]),
        ({"FunctionName": "helloworld", "Namespace": "other"}, [there]),
        ({"FunctionName": "second"}, []),
    ):
        rows = call("ListAsyncEvents", parameters)["EventList"]
        assert [row["InvokeRequestId"] for row in rows] == expected


@pytest.mark.parametrize(
    ("parameters", "code"),
    [
        ({"FunctionName": "missing"}, "ResourceNotFound.Function"),
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
def test_invalid_values(parameters: dict[str, Any], code: str, call: Call) -> None:
    """Invalid values return the codes of the page."""
    assert call("ListAsyncEvents", {"FunctionName": "helloworld", **parameters}) == code


def test_invalid_seeds(fake: FakeScf) -> None:
    """Impossible state raises `ValueError` when the test creates it."""
    event = fake.start_event("helloworld")
    wrong: list[Callable[[], object]] = [
        lambda: fake.add_function("helloworld"),
        lambda: fake.add_function(""),
        lambda: fake.add_function("other", qualifiers=()),
        lambda: fake.add_function("other", qualifiers="1"),
        lambda: fake.start_event("missing"),
        lambda: fake.start_event("helloworld", namespace="other"),
        lambda: fake.start_event("helloworld", qualifier="9"),
        lambda: fake.start_event("helloworld", invoke_type=""),
        lambda: fake.start_event("helloworld", invoke_request_id=event),
        lambda: fake.start_event("helloworld", runs_for=-1),
        lambda: fake.start_event("helloworld", ends_as="RUNNING"),  # type: ignore[arg-type]
        lambda: fake.start_event("helloworld", started_at="yesterday"),
        lambda: fake.end_event("missing"),
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
