"""Listings while the list changes: nothing missed, nothing twice, and a word about what is not sure."""

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
from tests.client.hostile import HOSTILE, Hostile, outcome_of, table
from tests.client.shelf import Shelf, row

Make = Callable[..., Any]


def opened(stage: Make, shelf: Shelf, **arguments: Any) -> tuple[Any, Any]:
    made = stage(shelf, throttle=None)
    return made, made.client.paginate(made.client.list_async_events, function_name="f", **arguments)


def listed(stage: Make, shelf: Shelf, **arguments: Any) -> tuple[list[str], Any]:
    made, pager = opened(stage, shelf, **arguments)
    return [event.invoke_request_id for event in made.listed(pager)], pager


def names(numbers: Any) -> list[str]:
    return [f"event-{number}" for number in numbers]


class TestClosing:
    """The window is closed at the start, by the newest event that the service itself shows."""

    def test_one_page_needs_one_call(self, stage: Make) -> None:
        """What fits into a page is asked for once, and is complete."""
        shelf = Shelf([row(number) for number in range(30)])
        given, pager = listed(stage, shelf)
        assert (given, len(shelf.asked)) == (names(range(29, -1, -1)), 1)
        assert (pager.complete, pager.possibly_changed, pager.doubts) == (True, False, ())

    def test_what_begins_meanwhile_is_left_out(self, stage: Make) -> None:
        """Events that begin while the listing runs shift nothing, and do not belong to it."""
        shelf = Shelf([row(number) for number in range(300)])
        shelf.before = lambda call: shelf.rows.extend(row(1000 * call + extra) for extra in range(30)) if call > 1 else None
        given, pager = listed(stage, shelf)
        assert given == names(range(299, -1, -1))
        assert pager.complete

    def test_the_window_ends_after_the_newest_event(self, stage: Make) -> None:
        """No clock and no zone of ours: the first page says what the newest is; the second after it is the end."""
        shelf = Shelf([row(number) for number in range(150)])
        listed(stage, shelf)
        assert "StartTimeInterval" not in shelf.asked[0]
        assert shelf.asked[1]["StartTimeInterval"] == {"Start": "2020-11-01 00:02:29", "End": "2020-12-01 00:02:30"}

    def test_a_window_of_the_callers_own_is_kept(self, stage: Make) -> None:
        """Its start stays, its end only comes nearer."""
        shelf = Shelf([row(number) for number in range(400)])
        interval = {"start": "2020-12-01 00:00:10", "end": "2020-12-01 00:05:00"}
        given, pager = listed(stage, shelf, start_time_interval=interval)
        assert given == names(range(299, 9, -1))
        assert {asked["StartTimeInterval"]["Start"] for asked in shelf.asked} == {"2020-12-01 00:00:10"}
        assert pager.complete

    def test_oldest_first_learns_the_newest_before(self, stage: Make) -> None:
        """In the other order one call more asks where the listing ends."""
        shelf = Shelf([row(number) for number in range(250)])
        shelf.before = lambda call: shelf.rows.append(row(5000 + call))
        given, pager = listed(stage, shelf, order="ASC")
        assert given[:250] == names(range(250))
        assert given[250:] == ["event-5001"]  # there when the newest was asked for
        assert pager.complete

    def test_oldest_first_of_nothing(self, stage: Make) -> None:
        """An empty list ends at once."""
        assert listed(stage, Shelf([]), order="ASC")[0] == []

    def test_an_order_that_does_not_stay_is_walked_plainly(self, stage: Make) -> None:
        """By EndTime events move while they are listed: that is said, and nothing is given twice all the same."""
        shelf = Shelf([row(number) for number in range(250)])
        given, pager = listed(stage, shelf, orderby="EndTime")
        assert sorted(given) == sorted(names(range(250)))
        assert not pager.complete
        assert "order" in pager.doubts[0]


class TestVanishing:
    """Events that expire, or leave a filter, move all that stand behind them."""

    @pytest.mark.parametrize("gone", [1, 5, 60, 150])
    def test_a_page_that_does_not_join_is_asked_for_again(self, stage: Make, gone: int) -> None:
        """When rows before the offset vanish, the walk starts anew at the last row's second, and nothing is missed."""
        shelf = Shelf([row(number) for number in range(500)])

        def vanish(call: int) -> None:
            if call == 3:
                shelf.rows[-gone:] = []

        shelf.before = vanish
        given, pager = listed(stage, shelf)
        assert len(given) == len(set(given))
        assert {f"event-{number}" for number in range(500 - gone)} <= set(given)
        assert (pager.complete, pager.possibly_changed) == (True, True)

    def test_even_the_rows_it_would_join_to(self, stage: Make) -> None:
        """When the last row itself has vanished, one from a page before serves."""
        shelf = Shelf([row(number) for number in range(500)])

        def vanish(call: int) -> None:
            if call == 4:
                shelf.rows[200:230] = []

        shelf.before = vanish
        given, pager = listed(stage, shelf)
        assert set(names([*range(200), *range(230, 500)])) <= set(given)
        assert pager.complete

    def test_all_that_was_read_vanished(self, stage: Make) -> None:
        """Where no row is left to join to, two calls learn how the service reads an interval, and the rest's window is trusted."""
        shelf = Shelf([row(number) for number in range(250)])

        def vanish(call: int) -> None:
            if call == 2:
                shelf.rows[100:] = []

        shelf.before = vanish
        given, pager = listed(stage, shelf)
        assert given == names([*range(249, 149, -1), *range(99, -1, -1)])
        assert (pager.complete, pager.possibly_changed) == (True, True)
        assert [asked["Limit"] for asked in shelf.asked if asked["Limit"] < 100] == [1, 1, 1]  # and the count

    def test_nothing_is_left(self, stage: Make) -> None:
        """A list that has become empty has nothing that could be missed."""
        shelf = Shelf([row(number) for number in range(250)])
        shelf.before = lambda call: shelf.rows.clear() if call == 2 else None
        given, pager = listed(stage, shelf)
        assert given == names(range(249, 149, -1))
        assert pager.complete

    @pytest.mark.parametrize("prefetch", [0, 4])
    def test_a_filter_that_all_leave_while_they_are_used(self, kind: Any, prefetch: int) -> None:
        """Running events, each waited for before the next is asked for: those that run all the while come once, and that is known."""
        clock = ManualClock()
        fake = FakeScf(clock=clock, rate_limits={"ListAsyncEvents": None})
        fake.add_function("f")
        events = [fake.start_event("f", started_at=clock.time() - 40 * number) for number in range(300)]
        stay = set(events[::7])
        transport = kind.pick(fake.transport, fake.async_transport)()
        client = kind.client(transport=transport, clock=clock, credentials=Credentials(*fake.credentials), throttle=None)
        pager = client.paginate(client.list_async_events, function_name="f", status=["RUNNING"], prefetch=prefetch)
        given: list[str] = []

        def use(event: Any) -> None:
            given.append(event.invoke_request_id)
            running = {each.invoke_request_id for each in fake.events() if each.status == "RUNNING"}
            for other in events[: 3 * len(given)]:
                if other not in stay and other in running:
                    fake.end_event(other)

        def collect() -> None:
            for event in pager:
                use(event)

        async def collect_async() -> None:
            async for event in pager:
                use(event)

        kind.run(kind.pick(collect, collect_async)())
        assert len(given) == len(set(given))
        assert stay <= set(given)
        assert pager.complete, pager.doubts

    def test_equal_times_in_an_order_that_changes(self, stage: Make) -> None:
        """Rows of one moment may change places from answer to answer: each page holds the whole moment again."""
        dice = random.Random(5)

        def order(rows: list[Any]) -> list[Any]:
            return sorted(rows, key=lambda one: (one["StartTime"], dice.random()), reverse=True)

        shelf = Shelf([row(number, at=f"2020-12-01 00:00:{number // 7:02}.000") for number in range(400)], order=order)
        given, pager = listed(stage, shelf)
        assert (len(given), len(set(given))) == (400, 400)
        assert pager.complete

    def test_more_equal_times_than_a_page_holds(self, stage: Make) -> None:
        """Then the count shows what is missing, and it is read again; what cannot be found is said."""
        dice = random.Random(3)

        def order(rows: list[Any]) -> list[Any]:
            return sorted(rows, key=lambda _: dice.random())

        shelf = Shelf([row(number, at="2020-12-01 00:00:00.000") for number in range(300)], order=order)
        given, pager = listed(stage, shelf)
        assert len(given) == len(set(given))
        assert pager.complete == (len(given) == 300)
        assert len(given) > 280


class TestLateRows:
    """Events that the service shows only after the listing has passed their place."""

    def test_they_are_found_by_the_count(self, stage: Make) -> None:
        """At the end the service counts more than was seen: the window is read again, and they come last."""
        rows = [row(number) for number in range(300)]
        shelf = Shelf([one for one in rows if one["InvokeRequestId"] != "event-280"])

        def appear(call: int) -> None:
            if call == 3:
                shelf.rows.append(row(280))

        shelf.before = appear
        given, pager = listed(stage, shelf)
        assert given[-1] == "event-280"
        assert sorted(given) == sorted(names(range(300)))
        assert (pager.complete, pager.possibly_changed) == (True, True)


class TestCap:
    """A cap on the offset splits the listing into windows."""

    @pytest.mark.parametrize("order", ["DESC", "ASC"])
    def test_a_cap_that_the_table_does_not_know(self, stage: Make, order: str) -> None:
        """The first refusal teaches it, and the listing goes on below."""
        shelf = Shelf([row(number) for number in range(1500)], cap=400)
        given, pager = listed(stage, shelf, order=order)
        assert given == names(range(1500) if order == "ASC" else range(1499, -1, -1))
        assert pager.complete
        assert max(asked["Offset"] + asked["Limit"] for asked in shelf.asked) <= 500

    def test_below_the_documented_cap_nothing_is_refused(self, stage: Make) -> None:
        """The table's 10,000 are not exceeded, and each window that was read is counted once."""
        sizes: list[int] = []

        def answer(request: HttpRequest) -> HttpResponse:
            asked = json.loads(request.body)
            sizes.append(asked["Limit"])
            assert asked["Offset"] + asked["Limit"] <= 10_000
            return HttpResponse(200, {}, page(asked, 25_000))

        made = stage(answer, throttle=None)
        pager = made.client.paginate(made.client.list_async_events, function_name="f")
        given = [int(event.invoke_request_id[-12:]) for event in made.listed(pager)]
        assert given == list(range(25_000))
        assert (pager.complete, pager.possibly_changed, pager.total) == (True, False, 25_000)
        assert len(sizes) < 265
        assert sizes.count(1) == 2

    def test_one_second_with_more_than_the_cap_is_an_error(self, stage: Make) -> None:
        """It cannot be split, and is not passed over in silence: the service's refusal is raised, with the cursor."""
        shelf = Shelf([row(number, at="2020-12-01 00:00:00.000") for number in range(900)], cap=400)
        made, pager = opened(stage, shelf)
        with pytest.raises(LimitExceeded) as caught:
            made.listed(pager)
        assert caught.value.cursor == pager.cursor
        assert not pager.complete


class TestHostile:
    """Each ends in a clear result, never an endless loop."""

    @pytest.mark.parametrize("case", HOSTILE, ids=lambda case: case.does)
    def test_a_service_that(self, stage: Make, case: Hostile) -> None:
        """What comes, after how many calls, and what is said of it: as the table of hostile.py says."""
        shelf, given, error = case.shelf(), [], None
        made, pager = opened(stage, shelf, **case.arguments)

        def collect() -> None:
            for event in pager:
                given.append(event)  # noqa: PERF402 - what came before an error counts

        async def collect_async() -> None:
            async for event in pager:
                given.append(event)  # noqa: PERF401 - as above

        try:
            made.run(collect_async() if isinstance(made.client, AsyncClient) else collect())
        except TencentkitError as failed:
            error = failed
        assert outcome_of(shelf, given, error, pager) == case.outcome
        assert len(shelf.asked) < 20

    def test_the_page_shows_the_table(self) -> None:
        """docs/paging.md is written from it: `python -m bench pages-hostile --write docs/paging.md`."""
        assert table() in (Path(__file__).parents[2] / "docs" / "paging.md").read_text(encoding="utf-8")

    def test_it_never_ends(self, stage: Make) -> None:
        """New rows for ever, and a total that grows with them, are cut off by whoever asks for so many."""
        shelf = Shelf([row(number) for number in range(3000)], total=lambda _: 10**9)
        given, pager = listed(stage, shelf, max_items=700)
        assert (len(given), pager.complete) == (700, False)


class TestPlain:
    """`plain=True` walks as single calls would."""

    def test_it_sends_what_single_calls_send(self, stage: Make) -> None:
        """No window, no order, no overlap, and no promise."""
        shelf = Shelf([row(number) for number in range(250)])
        given, pager = listed(stage, shelf, plain=True)
        assert given == names(range(249, -1, -1))
        assert [sorted(asked) for asked in shelf.asked] == [["FunctionName", "Limit", "Offset"]] * 3
        assert shelf.offsets == [0, 100, 200]
        assert (pager.complete, pager.doubts) == (False, ("it was walked by offset alone",))

    def test_it_gives_what_comes_twice_twice(self, stage: Make) -> None:
        """What shifts is seen again; a total that changed is noticed."""
        shelf = Shelf([row(number) for number in range(150)])
        shelf.before = lambda call: shelf.rows.append(row(1000 + call))
        given, pager = listed(stage, shelf, plain=True)
        assert len(given) == len(set(given)) + 1
        assert pager.possibly_changed

    def test_a_page_again_and_again_ends(self, stage: Make) -> None:
        """The same page three times is an error here, too."""
        page = [row(number) for number in range(100)]
        shelf = Shelf(page, page=lambda _, __: page, total=lambda _: 10**6)
        made, pager = opened(stage, shelf, plain=True)
        with pytest.raises(ListingStalled):
            made.listed(pager)
        assert len(shelf.asked) == 3

    def test_a_cursor_of_one_walk_does_not_fit_the_other(self, stage: Make) -> None:
        """A joined listing's cursor is refused by a plain one; a plain one's goes on plainly."""
        from tencentkit.errors import RequestInvalid

        shelf = Shelf([row(number) for number in range(250)])
        made, pager = opened(stage, shelf, max_items=120)
        made.listed(pager)
        with pytest.raises(RequestInvalid, match="not plain"):
            opened(stage, shelf, plain=True, start=pager.cursor)
        made, first = opened(stage, shelf, plain=True, max_items=120)
        head = made.listed(first)
        made, rest = opened(stage, shelf, start=first.cursor)
        assert len(head) + len(made.listed(rest)) == 250


def test_an_offset_of_the_callers_own(stage: Make) -> None:
    """`offset=` skips so many of the newest, and the rest is complete."""
    shelf = Shelf([row(number) for number in range(400)])
    given, pager = listed(stage, shelf, offset=50)
    assert given == names(range(349, -1, -1))
    assert pager.complete
