"""Cursors: stopped at any item, and gone on with in another process, the halves are the whole."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tencentkit import Credentials
from tencentkit.errors import RequestInvalid, TencentkitError
from tencentkit.scf import Client
from tencentkit.testing import FakeScf, ManualClock
from tests.client.shelf import Shelf, row

Make = Callable[..., Any]
COUNT = 250
PLACES = [
    pytest.param(range(0, COUNT + 1, 25), id="some"),
    pytest.param(range(COUNT + 1), id="every", marks=[pytest.mark.long, pytest.mark.timeout(600)]),
]
"""After how many of the items to stop."""
WHOLE = [f"event-{number}" for number in reversed(range(COUNT))]


def faulty(seed: int) -> tuple[Any, FakeScf, ManualClock]:
    """A client on a fake with 250 events that fails now and then, and lets events begin and expire meanwhile."""
    clock = ManualClock()
    fake = FakeScf(clock=clock, rate_limits={"ListAsyncEvents": None})
    fake.add_function("f")
    for number in range(COUNT):
        fake.start_event("f", started_at=clock.time() - 9000 + number // 3, invoke_request_id=f"event-{number}")
    if seed % 2:
        fake.fail_next(code="InternalError", times=1 + seed % 4)  # with four, a page fails for good
    client = Client(
        region="ap-guangzhou",
        credentials=Credentials(*fake.credentials),
        transport=fake.transport(),
        clock=clock,
        throttle=None,
        rng=lambda: 0.0,
    )
    return client, fake, clock


@pytest.mark.parametrize("places", PLACES)
@pytest.mark.parametrize(
    "arguments", [{"limit": 20}, {"limit": 20, "plain": True}, {"limit": 20, "prefetch": 3}, {"limit": 20, "order": "ASC"}], ids=str
)
def test_killed_at_any_index(arguments: dict[str, Any], places: range) -> None:
    """A listing of 250 items with faults, stopped after any of them, gives the whole in two halves, or as many as faults make."""
    whole = WHOLE[::-1] if "order" in arguments else WHOLE
    plain = arguments.get("plain", False)
    for stop in places:
        client, fake, _ = faulty(stop)
        given: list[str] = []
        cursor = None
        wanted: int | None = stop
        for _ in range(20):
            pager = client.paginate(client.list_async_events, function_name="f", start=cursor, **arguments)
            cursor = json.loads(json.dumps(pager.cursor))
            try:
                if wanted is None or wanted > len(given):
                    for event in pager:
                        given.append(event.invoke_request_id)
                        cursor = pager.cursor
                        if len(given) == wanted:
                            break
                if wanted is None:
                    break
                wanted = None
                if not plain:
                    fake.start_event("f", invoke_request_id="begun-between")  # shifts every offset by one
                fake.fail_next(code="InternalError", times=1 + stop % 4)
            except TencentkitError as error:
                cursor = error.cursor
        extra = [] if "begun-between" not in given else ["begun-between"]
        # Before the first item there is no window yet: what began between then belongs to the listing.
        assert not extra or stop == 0
        assert [name for name in given if name not in extra] == whole, stop


PROGRAM = """
import json, sys
from tests.client.test_resuming import second_half
print(json.dumps([second_half(*json.loads(line)) for line in sys.stdin]))
"""


def first_half(stop: int) -> tuple[list[str], str]:
    """What a listing gives that is left after so many items, and its cursor; pages fail on the way, some for good."""
    client, fake, _ = faulty(0)
    given: list[str] = []
    cursor = None
    while True:
        pager = client.paginate(client.list_async_events, function_name="f", limit=20, start=cursor)
        if len(given) == stop:
            return given, pager.cursor
        try:
            for event in pager:
                given.append(event.invoke_request_id)
                if len(given) == stop:
                    return given, pager.cursor
                if len(given) == stop // 2:
                    fake.fail_next(code="InternalError", times=1 + stop % 4)
        except TencentkitError as error:
            cursor = error.cursor


def second_half(stop: int, cursor: str) -> list[str]:
    """The rest, from a fake that holds the same events and another one, which began meanwhile."""
    client, fake, _ = faulty(0)
    fake.start_event("f", invoke_request_id="begun-between")
    fake.fail_next(code="InternalError", times=1 + stop % 2)
    pager = client.paginate(client.list_async_events, function_name="f", limit=20, start=cursor)
    return [event.invoke_request_id for event in pager]


@pytest.mark.parametrize("places", PLACES)
def test_in_another_process_at_any_index(places: range) -> None:
    """The cursor is all that goes over: left after any of 250 items, among faults, and gone on with elsewhere, the halves are the whole."""
    halves = [first_half(stop) for stop in places]
    assert max(len(cursor) for _, cursor in halves) < 250
    told = "\n".join(json.dumps([stop, cursor]) for stop, (_, cursor) in zip(places, halves, strict=True))
    done = subprocess.run([sys.executable, "-c", PROGRAM], input=told, capture_output=True, text=True, check=True)
    for stop, (head, _), rest in zip(places, halves, json.loads(done.stdout), strict=True):
        # Before the first item there is no window yet: what began between then belongs to the listing.
        extra = [] if head else ["begun-between"]
        assert extra + head + [name for name in rest if name not in extra] == extra + WHOLE, stop
        assert ("begun-between" in rest) == (not head), stop


def test_killed_in_the_middle(tmp_path: Path) -> None:
    """A process that keeps its cursor in a file and is killed without a word: the next one goes on from what the file says."""
    program = """
import json, os, signal, sys
from pathlib import Path
from tests.client.test_resuming import faulty
client, _, _ = faulty(0)
state, stop = Path(sys.argv[1]), int(sys.argv[2])
told = json.loads(state.read_text()) if state.exists() else {"given": [], "cursor": None}
pager = client.paginate(client.list_async_events, function_name="f", limit=20, start=told["cursor"], prefetch=3)
for event in pager:
    told = {"given": [*told["given"], event.invoke_request_id], "cursor": pager.cursor}
    state.with_suffix(".new").write_text(json.dumps(told))
    state.with_suffix(".new").replace(state)
    if len(told["given"]) == stop:
        os.kill(os.getpid(), signal.SIGKILL)
"""
    state = tmp_path / "state"
    codes = [subprocess.run([sys.executable, "-c", program, str(state), str(stop)], check=False).returncode for stop in (1, 137, 0)]
    assert codes == [-signal.SIGKILL] * 2 + [0]
    assert json.loads(state.read_text())["given"] == WHOLE


def test_rows_of_one_moment(stage: Make) -> None:
    """Between rows of equal times the cursor knows those that were given, whatever their order is later."""
    rows = [row(number, at=f"2020-12-01 00:00:0{number // 25}.000") for number in range(100)]
    for stop in range(0, 101, 3):
        made = stage(Shelf(rows), throttle=None)
        first = made.client.paginate(made.client.list_async_events, function_name="f", max_items=stop)
        head = [event.invoke_request_id for event in made.listed(first)]
        turned = Shelf(
            rows, order=lambda found: sorted(found, key=lambda one: (one["StartTime"], -int(one["InvokeRequestId"][6:])), reverse=True)
        )
        made = stage(turned, throttle=None)
        rest = made.client.paginate(made.client.list_async_events, function_name="f", start=first.cursor)
        given = head + [event.invoke_request_id for event in made.listed(rest)]
        assert (len(given), len(set(given))) == (100, 100)


def test_a_cursor_holds_the_closed_window(stage: Make) -> None:
    """What began after the first half does not come in the second."""
    shelf = Shelf([row(number) for number in range(300)])
    made = stage(shelf, throttle=None)
    first = made.client.paginate(made.client.list_async_events, function_name="f", max_items=120)
    made.listed(first)
    shelf.rows.extend(row(1000 + number) for number in range(50))
    shelf.rows[:30] = []  # and some expired
    rest = made.client.paginate(made.client.list_async_events, function_name="f", start=first.cursor)
    assert [event.invoke_request_id for event in made.listed(rest)] == [f"event-{number}" for number in range(179, 29, -1)]
    assert rest.complete


def test_left_in_the_middle_of_a_page_and_iterated_again(kind: Any) -> None:
    """The same pager goes on with the next item, also by pages."""
    clock = ManualClock()
    fake = FakeScf(clock=clock)
    fake.add_function("f")
    for number in range(30):
        fake.start_event("f", started_at=clock.time() - 100 + number, invoke_request_id=f"event-{number}")
    transport = kind.pick(fake.transport, fake.async_transport)()
    client = kind.client(transport=transport, clock=clock, credentials=Credentials(*fake.credentials))
    pager = client.paginate(client.list_async_events, function_name="f", limit=10)

    def some() -> list[str]:
        given = []
        for event in pager:
            given.append(event.invoke_request_id)
            if len(given) == 7:
                break
        return given

    async def some_async() -> list[str]:
        given = []
        async for event in pager:
            given.append(event.invoke_request_id)
            if len(given) == 7:
                break
        return given

    head = kind.run(kind.pick(some, some_async)())
    rest = [event.invoke_request_id for page in kind.listed(pager.pages()) for event in page.event_list]
    assert head + rest == [f"event-{number}" for number in reversed(range(30))]


@pytest.mark.parametrize(
    "damage",
    [lambda text: text[:-4], lambda text: "x" + text, lambda text: text[:20] + "A" + text[21:], lambda _: "W10"],
    ids=["cut", "longer", "changed", "empty"],
)
def test_a_damaged_cursor_is_refused(stage: Make, damage: Callable[[str], str]) -> None:
    """It is sealed: no place that the listing did not write is gone on from."""
    made = stage(Shelf([row(number) for number in range(30)]), throttle=None)
    pager = made.client.paginate(made.client.list_async_events, function_name="f", max_items=10)
    made.listed(pager)
    with pytest.raises(RequestInvalid) as caught:
        made.client.paginate(made.client.list_async_events, function_name="f", start=damage(pager.cursor))
    assert caught.value.argument == "start"
