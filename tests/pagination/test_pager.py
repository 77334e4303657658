"""Pagers: every item, in order, resumable, with an end whatever the service returns."""

from __future__ import annotations

import base64
import itertools
import json
from collections.abc import Callable
from typing import Any

import pytest

from tencentkit import Credentials, Throttle
from tencentkit.errors import ConnectionFailed, DeadlineExceeded, InternalError, ListingStalled, RequestInvalid, ResponseMalformed
from tencentkit.scf import models
from tencentkit.testing import FakeScf, ManualClock
from tests.scripted import refusal, result

Make = Callable[..., Any]


def events(count: int, start: int = 0) -> list[dict[str, str]]:
    return [{"InvokeRequestId": f"event-{number}"} for number in range(start, start + count)]


def ids(items: list[Any]) -> list[str]:
    return [item.invoke_request_id for item in items]


@pytest.fixture
def fake_with_events(kind: Any) -> Callable[..., tuple[Any, FakeScf]]:
    """Client on a fake with so many ended events."""

    def make(count: int, **settings: Any) -> tuple[Any, FakeScf]:
        clock = ManualClock()
        fake = FakeScf(clock=clock)
        fake.add_function("helloworld")
        for number in range(count):
            fake.start_event("helloworld", runs_for=1, started_at=clock.time() - 9000 + number, invoke_request_id=f"event-{number}")
        transport = kind.pick(fake.transport, fake.async_transport)()
        return kind.client(transport=transport, clock=clock, credentials=Credentials(*fake.credentials), **settings), fake

    return make


@pytest.mark.parametrize("count", [0, 1, 99, 100, 101, 250])
def test_lists_every_item_once_in_order(kind: Any, fake_with_events: Any, count: int) -> None:
    """Each event is listed once, newest first, in pages of the documented maximum."""
    client, fake = fake_with_events(count)
    pager = client.paginate(client.list_async_events, function_name="helloworld")
    assert ids(kind.listed(pager)) == [f"event-{number}" for number in reversed(range(count))]
    assert pager.total == count
    assert [call.parameters["Limit"] for call in fake.calls] == [100] * max(1, -(-count // 100))


def test_pages_returns_responses(kind: Any, fake_with_events: Any) -> None:
    """`.pages()` yields what one call returns; `limit=` sets the page size."""
    client, _ = fake_with_events(25)
    pages = kind.listed(client.paginate(client.list_async_events, function_name="helloworld", limit=10).pages())
    assert [len(page.event_list) for page in pages] == [10, 10, 5]
    assert all(isinstance(page, models.ListAsyncEventsResponse) and page.meta.request_id for page in pages)


@pytest.mark.parametrize(("wanted", "expected"), [(0, []), (1, [1]), (100, [100]), (120, [100, 22]), (1000, [100, 100, 54])])
def test_max_items_limits_requested_rows(kind: Any, fake_with_events: Any, wanted: int, expected: list[int]) -> None:
    """The last page has the remaining items, and the two rows by which it overlaps the page before."""
    client, fake = fake_with_events(250)
    assert len(kind.listed(client.paginate(client.list_async_events, function_name="helloworld", max_items=wanted))) == min(wanted, 250)
    sizes = [min(call.parameters["Limit"], 250 - call.parameters["Offset"]) for call in fake.calls]
    assert sizes == expected


def test_resumes_at_every_item(kind: Any, fake_with_events: Any) -> None:
    """Stopped after any item and resumed from its cursor, the two halves are the whole."""
    client, _ = fake_with_events(25)
    whole = ids(kind.listed(client.paginate(client.list_async_events, function_name="helloworld", limit=10)))
    for stop in range(26):
        first = client.paginate(client.list_async_events, function_name="helloworld", limit=10, max_items=stop)
        head = ids(kind.listed(first))
        rest = client.paginate(client.list_async_events, function_name="helloworld", limit=7, start=first.cursor)
        assert head + ids(kind.listed(rest)) == whole


def test_error_holds_cursor(kind: Any, fake_with_events: Any) -> None:
    """When a page fails for good, the rest can be listed from the error's cursor."""
    client, fake = fake_with_events(25)
    pager = client.paginate(client.list_async_events, function_name="helloworld", limit=10)
    received: list[str] = []

    def collect() -> None:
        for item in pager:
            received.append(item.invoke_request_id)
            if len(received) == 10:
                fake.fail_next(code="InternalError", times=3)

    async def collect_async() -> None:
        async for item in pager:
            received.append(item.invoke_request_id)
            if len(received) == 10:
                fake.fail_next(code="InternalError", times=3)

    with pytest.raises(InternalError) as caught:
        kind.run(kind.pick(collect, collect_async)())
    rest = client.paginate(client.list_async_events, function_name="helloworld", limit=10, start=caught.value.cursor)
    assert received + ids(kind.listed(rest)) == [f"event-{number}" for number in reversed(range(25))]


def test_second_iteration_continues(kind: Any, fake_with_events: Any) -> None:
    """A listing that is at its end yields nothing more."""
    client, _ = fake_with_events(3)
    pager = client.paginate(client.list_async_events, function_name="helloworld")
    assert (len(kind.listed(pager)), len(kind.listed(pager))) == (3, 0)


@pytest.mark.parametrize(
    ("arguments", "argument"),
    [
        ({}, "function_name"),
        ({"functionname": "f"}, "functionname"),
        ({"function_name": "f", "max_items": -1}, "max_items"),
        ({"function_name": "f", "max_items": "3"}, "max_items"),
        ({"function_name": "f", "limit": 0}, "limit"),
        ({"function_name": "f", "limit": "3"}, "limit"),
        ({"function_name": "f", "offset": -1}, "offset"),
        ({"function_name": "f", "start": "nonsense"}, "start"),
        ({"function_name": "f", "start": 3}, "start"),
        ({"function_name": "f", "deadline": 0}, "deadline"),
        ({"function_name": "f", "timeout": "soon"}, "timeout"),
        ({"function_name": "f", "region": ""}, "region"),
        ({"function_name": "f", "headers": {"X-TC-Action": "other"}}, "headers"),
        ({"function_name": 3}, "function_name"),
        ({"function_name": "f", "status": "RUNNING"}, "status"),
        ({"function_name": "f", "status": [["RUNNING"]]}, "status[0]"),
        ({"function_name": "f", "start_time_interval": {"start": "2020-12-01 00:00:00"}}, "start_time_interval.end"),
        ({"function_name": "f", "start_time_interval": {1: 2}}, "start_time_interval"),
    ],
    ids=str,
)
def test_rejects_invalid_arguments(stage: Make, arguments: dict[str, Any], argument: str) -> None:
    """`paginate` itself raises, with the argument's name."""
    made = stage(result())
    with pytest.raises(RequestInvalid) as caught:
        made.client.paginate(made.client.list_async_events, **arguments)
    assert caught.value.argument == argument


def test_rejects_other_methods(stage: Make) -> None:
    """Another client's method, another action and any function are rejected."""
    made, other = stage(result()), stage(result())
    for method in (made.client.get_async_event_status, other.client.list_async_events, print, None):
        with pytest.raises(RequestInvalid, match="method"):
            made.client.paginate(method, function_name="f")


class Odd:
    """Equal to everything, and not encodable."""

    def __eq__(self, _: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 0

    def __repr__(self) -> str:
        raise ZeroDivisionError


def nested(depth: int) -> dict[str, Any]:
    inner: dict[str, Any] = {}
    for _ in range(depth):
        inner = {"start": inner}
    return inner


def cyclic() -> dict[str, Any]:
    loop: dict[str, Any] = {"end": "2020-12-02 00:00:00"}
    loop["start"] = loop
    return loop


ODD: dict[str, Any] = {
    "deep": nested(100_000),
    "cyclic": cyclic(),
    "object": Odd(),
    "values": {"start": Odd(), "end": Odd()},
    "names": {Odd(): 1},
    "list": [cyclic()],
}


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("argument", ["start_time_interval", "function_name", "order", "status"])
def test_rejects_unencodable_arguments(stage: Make, argument: str, odd: str) -> None:
    """Deeply nested, cyclic or equal to everything: `paginate` names the argument."""
    made = stage(result(TotalCount=0, EventList=[]))
    with pytest.raises(RequestInvalid, match=argument):
        made.client.paginate(made.client.list_async_events, **({"function_name": "f"} | {argument: ODD[odd]}))


@pytest.mark.parametrize(
    "content",
    ["[" * 100_000, "[2,", "{}", "7", "[true]", "[2,[],0]", "[9]", '["2"]', "[" + "1" * 5000 + "]", "\x00"],
    ids=["deep", "cut", "object", "number", "bool", "unsealed", "newer", "text", "digits", "null"],
)
def test_rejects_malformed_cursor(stage: Make, content: str) -> None:
    """Any text raises `RequestInvalid`."""
    made = stage(result(TotalCount=0, EventList=[]))
    cursor = base64.urlsafe_b64encode(content.encode()).decode()
    with pytest.raises(RequestInvalid, match="start: is"):
        made.client.paginate(made.client.list_async_events, function_name="f", start=cursor)


def test_cursor_belongs_to_region(kind: Any) -> None:
    """Also if the region is the client's own."""
    here, there = kind.client(region="ap-guangzhou"), kind.client(region="ap-beijing")
    cursor = here.paginate(here.list_async_events, function_name="f").cursor
    with pytest.raises(RequestInvalid, match="cursor of another query"):
        there.paginate(there.list_async_events, function_name="f", start=cursor)
    moved = there.with_options(region="ap-guangzhou")
    moved.paginate(there.list_async_events, function_name="f", start=cursor)


def test_cursor_belongs_to_query(stage: Make) -> None:
    """Another filter, region or action is rejected; another page size is fine."""
    made = stage(result(TotalCount=0, EventList=[]))

    def paginate(client: Any = made.client, **more: Any) -> Any:
        return client.paginate(client.list_async_events, function_name="f", **more)

    cursor = paginate().cursor
    assert len(cursor) < 60
    paginate(made.client.with_options(deadline=3), start=cursor, limit=5)
    for other in ({"namespace": "n"}, {"client": made.client.with_options(region="ap-beijing")}, {"status": ["RUNNING"]}):
        with pytest.raises(RequestInvalid, match="cursor of another query"):
            paginate(start=cursor, **other)


def test_model_and_dict_are_one_query(stage: Make) -> None:
    """A cursor does not depend on the form of a nested argument."""
    made = stage(result(TotalCount=0, EventList=[]))
    dated = {"start": "2020-12-01 00:00:00", "end": "2020-12-02 00:00:00"}
    one, two = (
        made.client.paginate(made.client.list_async_events, function_name="f", start_time_interval=interval).cursor
        for interval in (dated, models.TimeInterval(**dated))
    )
    assert one == two


class TestIncorrectServices:
    """Each listing ends with a clear result, never in an endless loop."""

    def listed(self, stage: Make, *answers: Any, **arguments: Any) -> tuple[list[str], int]:
        made = stage(*answers, throttle=None)
        items = made.listed(made.client.paginate(made.client.list_async_events, function_name="f", **arguments))
        return ids(items), len(made.network.requests)

    def test_smaller_pages(self, stage: Make) -> None:
        """The next offset follows the rows received."""
        pages = [result(TotalCount=7, EventList=events(3)), result(TotalCount=7, EventList=events(4, 3))]
        assert self.listed(stage, *pages) == ([f"event-{n}" for n in range(7)], 2)

    def test_ignored_limit(self, stage: Make) -> None:
        """More rows than requested are listed, and not requested again."""
        assert self.listed(stage, result(TotalCount=30, EventList=events(30)), limit=10)[1] == 1

    def test_empty_page_with_total(self, stage: Make) -> None:
        """The listing ends, though the total promises more."""
        pages = [result(TotalCount=500, EventList=events(100)), result(TotalCount=500, EventList=[])]
        assert self.listed(stage, *pages)[1] == 2

    def test_missing_total(self, stage: Make) -> None:
        """Without a total the listing ends at a short page."""
        pages = [result(EventList=events(100)), result(TotalCount=None, EventList=events(30, 100))]
        assert self.listed(stage, *pages) == ([f"event-{n}" for n in range(130)], 2)

    def test_null_instead_of_list(self, stage: Make) -> None:
        """A null in place of the list is an empty page."""
        assert self.listed(stage, result(TotalCount=0, EventList=None)) == ([], 1)

    def test_wrong_type_of_list(self, stage: Make) -> None:
        """A malformed list is an error, not a silent end."""
        with pytest.raises(ResponseMalformed, match="event_list is str, not a list"):
            self.listed(stage, result(TotalCount=3, EventList="three"))


def test_deadline_covers_all_pages(stage: Make) -> None:
    """The time of the first pages is subtracted from that of the later ones."""
    clock = ManualClock()

    def slow(request: Any) -> Any:
        clock.advance(4)
        return result(TotalCount=400, EventList=events(100, json.loads(request.body)["Offset"]))

    made = stage(slow, clock=clock)
    pager = made.client.with_options(deadline=10).paginate(made.client.list_async_events, function_name="f")
    with pytest.raises(DeadlineExceeded, match=r"listing ListAsyncEvents: 12 s of the 10 s deadline used \(network 12 s\)") as caught:
        made.listed(pager.pages())
    assert caught.value.spent == {"credentials": 0, "throttle": 0, "network": pytest.approx(12), "retry": 0}
    assert (caught.value.deadline, caught.value.attempts, caught.value.cursor) == (10, 3, pager.cursor)
    assert [round(budget) for _, budget in made.network.bounds] == [10, 6, 2]


def test_facts_of_a_failed_listing(stage: Make) -> None:
    """The errors of a listing count the requests of all its pages; a page's error those of its own call."""
    same = result(TotalCount=10**6, EventList=events(100, 0))
    reset = ConnectionFailed("reset", sent=True)
    for answers, kind, facts in (
        ((same, reset, same), ListingStalled, (False, False)),
        ((result(TotalCount=1, EventList="none"),), ResponseMalformed, (False, False)),
    ):
        made = stage(*answers, throttle=None)
        with pytest.raises(kind) as caught:
            made.listed(made.client.paginate(made.client.list_async_events, function_name="f"))
        error = caught.value
        assert (error.retryable, error.maybe_executed, error.action) == (*facts, "ListAsyncEvents")
        assert error.attempts == len(made.network.requests) > 0
        assert error.cursor is not None
    made = stage(result(TotalCount=400, EventList=events(100, 0)), reset, throttle=None)
    with pytest.raises(ConnectionFailed) as failed:
        made.listed(made.client.paginate(made.client.list_async_events, function_name="f"))
    assert (failed.value.retryable, failed.value.maybe_executed, failed.value.attempts) == (True, False, 3)


def test_deadline_reports_time_of_all_pages(stage: Make) -> None:
    """Rate limit, retries and network, whichever page they were for."""
    clock = ManualClock()
    calls = itertools.count()

    def slow(request: Any) -> Any:
        clock.advance(1)
        if next(calls) % 2:
            return refusal("InternalError")
        return result(TotalCount=4000, EventList=events(100, json.loads(request.body)["Offset"]))

    throttle = Throttle(limits={"ListAsyncEvents": 1}, window=3)
    made = stage(slow, clock=clock, throttle=throttle)
    pager = made.client.with_options(deadline=20).paginate(made.client.list_async_events, function_name="f")
    with pytest.raises(DeadlineExceeded) as caught:
        made.listed(pager.pages())
    spent = caught.value.spent
    assert spent["network"] == pytest.approx(len(made.network.requests))
    assert spent["throttle"] > 0
    assert spent["retry"] > 0
    assert sum(spent.values()) == pytest.approx(caught.value.elapsed)
    assert caught.value.attempts == len(made.network.requests)


@pytest.mark.parametrize("prefetch", [1, 4])
def test_deadline_covers_prefetched_pages(stage: Make, prefetch: int) -> None:
    """Their time counts too, from any thread or task."""
    clock = ManualClock()

    def slow(request: Any) -> Any:
        clock.advance(4)
        return result(TotalCount=4000, EventList=events(100, json.loads(request.body)["Offset"]))

    made = stage(slow, clock=clock, throttle=None)
    pager = made.client.with_options(deadline=10).paginate(made.client.list_async_events, function_name="f", prefetch=prefetch)
    with pytest.raises(DeadlineExceeded, match="listing ListAsyncEvents") as caught:
        made.listed(pager.pages())
    assert caught.value.spent["network"] >= 8
    assert caught.value.cursor == pager.cursor


def test_repr_shows_progress(kind: Any, fake_with_events: Any) -> None:
    """The repr has counts, state and doubts, and no argument of the caller's."""
    client, _ = fake_with_events(250)
    kinds = "AsyncListingPager" if kind.is_async else "ListingPager"
    pager = client.paginate(client.list_async_events, function_name="helloworld", max_items=120)
    assert repr(pager) == f"<{kinds} of ListAsyncEvents: 0 items, not at its end>"
    kind.listed(pager)
    assert repr(pager) == f"<{kinds} of ListAsyncEvents: 120 of 250 items, stopped by max_items>"
    whole = client.paginate(client.list_async_events, function_name="helloworld")
    kind.listed(whole)
    assert repr(whole) == f"<{kinds} of ListAsyncEvents: 250 of 250 items, complete>"
    plain = client.paginate(client.list_async_events, function_name="helloworld", plain=True)
    kind.listed(plain)
    assert repr(plain).endswith("250 of 250 items, at its end; pages were requested by offset only>")


def test_retried_page_loses_nothing(stage: Make) -> None:
    """A page that fails once is requested again."""
    made = stage(result(TotalCount=150, EventList=events(100)), refusal("InternalError"), result(TotalCount=150, EventList=events(50, 100)))
    assert len(made.listed(made.client.paginate(made.client.list_async_events, function_name="f"))) == 150
