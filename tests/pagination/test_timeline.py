"""Listings while the list changes: nothing missed, no duplicates, and doubts where that is uncertain."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bench.loopback_scf import page
from tencentkit import Credentials
from tencentkit.errors import LimitExceeded, ListingStalled, TencentkitError
from tencentkit.scf import AsyncClient
from tencentkit.testing import FakeScf, ManualClock
from tencentkit.transport import HttpRequest, HttpResponse
from tests.pagination.hostile_services import HOSTILE, Hostile, outcome_of, table
from tests.pagination.list_service import ListService, row

Make = Callable[..., Any]


def open_pager(stage: Make, service: ListService, **arguments: Any) -> tuple[Any, Any]:
    made = stage(service, throttle=None)
    return made, made.client.paginate(made.client.list_async_events, function_name="f", **arguments)


def list_all(stage: Make, service: ListService, **arguments: Any) -> tuple[list[str], Any]:
    made, pager = open_pager(stage, service, **arguments)
    return [event.invoke_request_id for event in made.listed(pager)], pager


def names(numbers: Any) -> list[str]:
    return [f"event-{number}" for number in numbers]


class TestClosing:
    """The newest event of the first page closes the window."""

    def test_single_page_needs_one_call(self, stage: Make) -> None:
        """A listing of one page takes one call and is complete."""
        service = ListService([row(number) for number in range(30)])
        received, pager = list_all(stage, service)
        assert (received, len(service.bodies)) == (names(range(29, -1, -1)), 1)
        assert (pager.complete, pager.possibly_changed, pager.doubts) == (True, False, ())

    def test_later_events_are_excluded(self, stage: Make) -> None:
        """Events that start while the listing runs shift nothing, and do not belong to it."""
        service = ListService([row(number) for number in range(300)])
        service.before = lambda call: service.rows.extend(row(1000 * call + extra) for extra in range(30)) if call > 1 else None
        received, pager = list_all(stage, service)
        assert received == names(range(299, -1, -1))
        assert pager.complete

    def test_window_ends_after_newest_event(self, stage: Make) -> None:
        """Independent of clocks and time zones: the window ends in the second after the newest event of the first page."""
        service = ListService([row(number) for number in range(150)])
        list_all(stage, service)
        assert "StartTimeInterval" not in service.bodies[0]
        assert service.bodies[1]["StartTimeInterval"] == {"Start": "2020-11-01 00:02:29", "End": "2020-12-01 00:02:30"}

    def test_keeps_requested_window(self, stage: Make) -> None:
        """Its start stays, its end only comes nearer."""
        service = ListService([row(number) for number in range(400)])
        interval = {"start": "2020-12-01 00:00:10", "end": "2020-12-01 00:05:00"}
        received, pager = list_all(stage, service, start_time_interval=interval)
        assert received == names(range(299, 9, -1))
        assert {body["StartTimeInterval"]["Start"] for body in service.bodies} == {"2020-12-01 00:00:10"}
        assert pager.complete

    def test_oldest_first_requests_newest(self, stage: Make) -> None:
        """In this order one more call gets the end of the listing."""
        service = ListService([row(number) for number in range(250)])
        service.before = lambda call: service.rows.append(row(5000 + call))
        received, pager = list_all(stage, service, order="ASC")
        assert received[:250] == names(range(250))
        assert received[250:] == ["event-5001"]  # there when the newest was body for
        assert pager.complete

    def test_oldest_first_of_empty_list(self, stage: Make) -> None:
        """An empty list ends at once."""
        assert list_all(stage, ListService([]), order="ASC")[0] == []

    def test_unstable_order_falls_back_to_offset(self, stage: Make) -> None:
        """By EndTime events move while they are listed: a doubt says so, and no event is yielded twice."""
        service = ListService([row(number) for number in range(250)])
        received, pager = list_all(stage, service, orderby="EndTime")
        assert sorted(received) == sorted(names(range(250)))
        assert not pager.complete
        assert "order" in pager.doubts[0]


class TestVanishing:
    """Events that expire, or leave a filter, shift those behind them."""

    @pytest.mark.parametrize("gone", [1, 5, 60, 150])
    def test_disconnected_page_is_requested_again(self, stage: Make, gone: int) -> None:
        """When rows before the offset vanish, a new window begins at the last row's second, and nothing is missed."""
        service = ListService([row(number) for number in range(500)])

        def vanish(call: int) -> None:
            if call == 3:
                service.rows[-gone:] = []

        service.before = vanish
        received, pager = list_all(stage, service)
        assert len(received) == len(set(received))
        assert {f"event-{number}" for number in range(500 - gone)} <= set(received)
        assert (pager.complete, pager.possibly_changed) == (True, True)

    def test_last_row_vanished(self, stage: Make) -> None:
        """When the last row itself has vanished, one from an earlier page connects."""
        service = ListService([row(number) for number in range(500)])

        def vanish(call: int) -> None:
            if call == 4:
                service.rows[200:230] = []

        service.before = vanish
        received, pager = list_all(stage, service)
        assert set(names([*range(200), *range(230, 500)])) <= set(received)
        assert pager.complete

    def test_all_read_rows_vanished(self, stage: Make) -> None:
        """Without a row to connect to, two calls probe how the service reads an interval, and the new window is trusted."""
        service = ListService([row(number) for number in range(250)])

        def vanish(call: int) -> None:
            if call == 2:
                service.rows[100:] = []

        service.before = vanish
        received, pager = list_all(stage, service)
        assert received == names([*range(249, 149, -1), *range(99, -1, -1)])
        assert (pager.complete, pager.possibly_changed) == (True, True)
        assert [body["Limit"] for body in service.bodies if body["Limit"] < 100] == [1, 1, 1]  # and the count

    def test_all_rows_vanished(self, stage: Make) -> None:
        """A list that has become empty has nothing that could be missed."""
        service = ListService([row(number) for number in range(250)])
        service.before = lambda call: service.rows.clear() if call == 2 else None
        received, pager = list_all(stage, service)
        assert received == names(range(249, 149, -1))
        assert pager.complete

    @pytest.mark.parametrize("prefetch", [0, 4])
    def test_events_leave_filter_during_listing(self, kind: Any, prefetch: int) -> None:
        """Running events end while the listing continues: those that run throughout are listed once, and the listing is complete."""
        clock = ManualClock()
        fake = FakeScf(clock=clock, rate_limits={"ListAsyncEvents": None})
        fake.add_function("f")
        events = [fake.start_event("f", started_at=clock.time() - 40 * number) for number in range(300)]
        stay = set(events[::7])
        transport = kind.pick(fake.transport, fake.async_transport)()
        client = kind.client(transport=transport, clock=clock, credentials=Credentials(*fake.credentials), throttle=None)
        pager = client.paginate(client.list_async_events, function_name="f", status=["RUNNING"], prefetch=prefetch)
        received: list[str] = []

        def use(event: Any) -> None:
            received.append(event.invoke_request_id)
            running = {each.invoke_request_id for each in fake.events() if each.status == "RUNNING"}
            for other in events[: 3 * len(received)]:
                if other not in stay and other in running:
                    fake.end_event(other)

        def collect() -> None:
            for event in pager:
                use(event)

        async def collect_async() -> None:
            async for event in pager:
                use(event)

        kind.run(kind.pick(collect, collect_async)())
        assert len(received) == len(set(received))
        assert stay <= set(received)
        assert pager.complete, pager.doubts

    def test_equal_times_in_changing_order(self, stage: Make) -> None:
        """Rows of one time may change places between responses: each page contains the whole second again."""
        dice = random.Random(5)

        def order(rows: list[Any]) -> list[Any]:
            return sorted(rows, key=lambda one: (one["StartTime"], dice.random()), reverse=True)

        service = ListService([row(number, at=f"2020-12-01 00:00:{number // 7:02}.000") for number in range(400)], order=order)
        received, pager = list_all(stage, service)
        assert (len(received), len(set(received))) == (400, 400)
        assert pager.complete

    def test_more_equal_times_than_page_size(self, stage: Make) -> None:
        """The count shows that rows are missing, and the window is read again; a doubt reports what is not found."""
        dice = random.Random(3)

        def order(rows: list[Any]) -> list[Any]:
            return sorted(rows, key=lambda _: dice.random())

        service = ListService([row(number, at="2020-12-01 00:00:00.000") for number in range(300)], order=order)
        received, pager = list_all(stage, service)
        assert len(received) == len(set(received))
        assert pager.complete == (len(received) == 300)
        assert len(received) > 280


class TestLateRows:
    """Events that appear only behind the read position."""

    def test_late_rows_found_by_count(self, stage: Make) -> None:
        """At the end the service counts more than was seen: the window is read again, and late rows come last."""
        rows = [row(number) for number in range(300)]
        service = ListService([one for one in rows if one["InvokeRequestId"] != "event-280"])

        def appear(call: int) -> None:
            if call == 3:
                service.rows.append(row(280))

        service.before = appear
        received, pager = list_all(stage, service)
        assert received[-1] == "event-280"
        assert sorted(received) == sorted(names(range(300)))
        assert (pager.complete, pager.possibly_changed) == (True, True)


class TestCap:
    """A cap on the offset splits the listing into windows."""

    @pytest.mark.parametrize("order", ["DESC", "ASC"])
    def test_learns_undocumented_cap(self, stage: Make, order: str) -> None:
        """The first error teaches the cap, and the listing continues below it."""
        service = ListService([row(number) for number in range(1500)], cap=400)
        received, pager = list_all(stage, service, order=order)
        assert received == names(range(1500) if order == "ASC" else range(1499, -1, -1))
        assert pager.complete
        assert max(body["Offset"] + body["Limit"] for body in service.bodies) <= 500

    def test_stays_below_documented_cap(self, stage: Make) -> None:
        """The table's 10,000 are not exceeded, and each window is counted once."""
        sizes: list[int] = []

        def answer(request: HttpRequest) -> HttpResponse:
            body = json.loads(request.body)
            sizes.append(body["Limit"])
            assert body["Offset"] + body["Limit"] <= 10_000
            return HttpResponse(200, {}, page(body, 25_000))

        made = stage(answer, throttle=None)
        pager = made.client.paginate(made.client.list_async_events, function_name="f")
        received = [int(event.invoke_request_id[-12:]) for event in made.listed(pager)]
        assert received == list(range(25_000))
        assert (pager.complete, pager.possibly_changed, pager.total) == (True, False, 25_000)
        assert len(sizes) < 265
        assert sizes.count(1) == 2

    def test_second_above_cap_raises(self, stage: Make) -> None:
        """It cannot be split: the service's error is raised, with the cursor."""
        service = ListService([row(number, at="2020-12-01 00:00:00.000") for number in range(900)], cap=400)
        made, pager = open_pager(stage, service)
        with pytest.raises(LimitExceeded) as caught:
            made.listed(pager)
        assert caught.value.cursor == pager.cursor
        assert not pager.complete


class TestHostile:
    """Each listing ends with a clear result, never in an endless loop."""

    @pytest.mark.parametrize("case", HOSTILE, ids=lambda case: case.does)
    def test_misbehaving_service(self, stage: Make, case: Hostile) -> None:
        """Items, number of calls and outcome are those in the table of hostile_services.py."""
        service, received, error = case.service(), [], None
        made, pager = open_pager(stage, service, **case.arguments)

        def collect() -> None:
            for event in pager:
                received.append(event)  # noqa: PERF402 - items before an error count

        async def collect_async() -> None:
            async for event in pager:
                received.append(event)  # noqa: PERF401 - as above

        try:
            made.run(collect_async() if isinstance(made.client, AsyncClient) else collect())
        except TencentkitError as failed:
            error = failed
        assert outcome_of(service, received, error, pager) == case.outcome
        assert len(service.bodies) < 20

    def test_docs_contain_table(self) -> None:
        """docs/paging.md has it from `python -m bench pages-hostile --write docs/paging.md`."""
        assert table() in (Path(__file__).parents[2] / "docs" / "paging.md").read_text(encoding="utf-8")

    def test_max_items_ends_endless_listing(self, stage: Make) -> None:
        """An endless list with a growing total ends at `max_items`."""
        service = ListService([row(number) for number in range(3000)], total=lambda _: 10**9)
        received, pager = list_all(stage, service, max_items=700)
        assert (len(received), pager.complete) == (700, False)


class TestPlain:
    """`plain=True` pages by offset, as single calls would."""

    def test_plain_sends_only_offsets(self, stage: Make) -> None:
        """No window, no order, no overlap, and no promise."""
        service = ListService([row(number) for number in range(250)])
        received, pager = list_all(stage, service, plain=True)
        assert received == names(range(249, -1, -1))
        assert [sorted(body) for body in service.bodies] == [["FunctionName", "Limit", "Offset"]] * 3
        assert service.offsets == [0, 100, 200]
        assert (pager.complete, pager.doubts) == (False, ("pages were requested by offset only",))

    def test_plain_keeps_duplicates(self, stage: Make) -> None:
        """Shifted rows come twice; a changed total is reported."""
        service = ListService([row(number) for number in range(150)])
        service.before = lambda call: service.rows.append(row(1000 + call))
        received, pager = list_all(stage, service, plain=True)
        assert len(received) == len(set(received)) + 1
        assert pager.possibly_changed

    def test_plain_stalls_on_repeated_page(self, stage: Make) -> None:
        """The same page three times is an error here, too."""
        page = [row(number) for number in range(100)]
        service = ListService(page, page=lambda _, __: page, total=lambda _: 10**6)
        made, pager = open_pager(stage, service, plain=True)
        with pytest.raises(ListingStalled):
            made.listed(pager)
        assert len(service.bodies) == 3

    def test_plain_cursor_stays_plain(self, stage: Make) -> None:
        """A plain listing rejects the cursor of a default one; a plain cursor continues by offset."""
        from tencentkit.errors import RequestInvalid

        service = ListService([row(number) for number in range(250)])
        made, pager = open_pager(stage, service, max_items=120)
        made.listed(pager)
        with pytest.raises(RequestInvalid, match="without plain=True"):
            open_pager(stage, service, plain=True, start=pager.cursor)
        made, first = open_pager(stage, service, plain=True, max_items=120)
        head = made.listed(first)
        made, rest = open_pager(stage, service, start=first.cursor)
        assert len(head) + len(made.listed(rest)) == 250


def test_offset_of_caller(stage: Make) -> None:
    """`offset=` skips so many of the newest, and the rest is complete."""
    service = ListService([row(number) for number in range(400)])
    received, pager = list_all(stage, service, offset=50)
    assert received == names(range(349, -1, -1))
    assert pager.complete
