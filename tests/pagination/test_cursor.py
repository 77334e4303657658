"""Cursors: a listing that stops at any item resumes there, also in another process."""

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
from tests.pagination.list_service import ListService, row

Make = Callable[..., Any]
COUNT = 250
PLACES = [
    pytest.param(range(0, COUNT + 1, 25), id="some"),
    pytest.param(range(COUNT + 1), id="every", marks=[pytest.mark.long, pytest.mark.timeout(600)]),
]
"""Numbers of items after which to stop."""
WHOLE = [f"event-{number}" for number in reversed(range(COUNT))]


def faulty(seed: int) -> tuple[Any, FakeScf, ManualClock]:
    """Return a client on a fake with 250 events; by the seed, its calls fail."""
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
def test_resumes_at_any_index(arguments: dict[str, Any], places: range) -> None:
    """A listing of 250 items with faults, stopped after any of them, yields the whole in two halves, or in as many as faults cause."""
    whole = WHOLE[::-1] if "order" in arguments else WHOLE
    plain = arguments.get("plain", False)
    for stop in places:
        client, fake, _ = faulty(stop)
        received: list[str] = []
        cursor = None
        limit: int | None = stop
        for _ in range(20):
            pager = client.paginate(client.list_async_events, function_name="f", start=cursor, **arguments)
            cursor = json.loads(json.dumps(pager.cursor))
            try:
                if limit is None or limit > len(received):
                    for event in pager:
                        received.append(event.invoke_request_id)
                        cursor = pager.cursor
                        if len(received) == limit:
                            break
                if limit is None:
                    break
                limit = None
                if not plain:
                    fake.start_event("f", invoke_request_id="started-between")  # shifts every offset by one
                fake.fail_next(code="InternalError", times=1 + stop % 4)
            except TencentkitError as error:
                cursor = error.cursor
        extra = [] if "started-between" not in received else ["started-between"]
        # Before the first item there is no window yet: later events belong to the listing.
        assert not extra or stop == 0
        assert [name for name in received if name not in extra] == whole, stop


PROGRAM = """
import json, sys
from tests.pagination.test_cursor import second_half
print(json.dumps([second_half(*json.loads(line)) for line in sys.stdin]))
"""


def first_half(stop: int) -> tuple[list[str], str]:
    """Return the first items of a listing and its cursor; pages fail meanwhile, some permanently."""
    client, fake, _ = faulty(0)
    received: list[str] = []
    cursor = None
    while True:
        pager = client.paginate(client.list_async_events, function_name="f", limit=20, start=cursor)
        if len(received) == stop:
            return received, pager.cursor
        try:
            for event in pager:
                received.append(event.invoke_request_id)
                if len(received) == stop:
                    return received, pager.cursor
                if len(received) == stop // 2:
                    fake.fail_next(code="InternalError", times=1 + stop % 4)
        except TencentkitError as error:
            cursor = error.cursor


def second_half(stop: int, cursor: str) -> list[str]:
    """Return the rest, from a fake with the same events and one that started meanwhile."""
    client, fake, _ = faulty(0)
    fake.start_event("f", invoke_request_id="started-between")
    fake.fail_next(code="InternalError", times=1 + stop % 2)
    pager = client.paginate(client.list_async_events, function_name="f", limit=20, start=cursor)
    return [event.invoke_request_id for event in pager]


@pytest.mark.parametrize("places", PLACES)
def test_resumes_in_another_process(places: range) -> None:
    """The cursor is the only state: stopped after any of 250 items, among faults, and resumed elsewhere, the halves are the whole."""
    halves = [first_half(stop) for stop in places]
    assert max(len(cursor) for _, cursor in halves) < 250
    stdin = "\n".join(json.dumps([stop, cursor]) for stop, (_, cursor) in zip(places, halves, strict=True))
    done = subprocess.run([sys.executable, "-c", PROGRAM], input=stdin, capture_output=True, text=True, check=True)
    for stop, (head, _), rest in zip(places, halves, json.loads(done.stdout), strict=True):
        # Before the first item there is no window yet: later events belong to the listing.
        extra = [] if head else ["started-between"]
        assert extra + head + [name for name in rest if name not in extra] == extra + WHOLE, stop
        assert ("started-between" in rest) == (not head), stop


def test_resumes_after_kill(tmp_path: Path) -> None:
    """A process keeps its cursor in a file and is killed: the next one resumes from that file."""
    program = """
import json, os, signal, sys
from pathlib import Path
from tests.pagination.test_cursor import faulty
client, _, _ = faulty(0)
state, stop = Path(sys.argv[1]), int(sys.argv[2])
saved = json.loads(state.read_text()) if state.exists() else {"received": [], "cursor": None}
pager = client.paginate(client.list_async_events, function_name="f", limit=20, start=saved["cursor"], prefetch=3)
for event in pager:
    saved = {"received": [*saved["received"], event.invoke_request_id], "cursor": pager.cursor}
    state.with_suffix(".new").write_text(json.dumps(saved))
    state.with_suffix(".new").replace(state)
    if len(saved["received"]) == stop:
        os.kill(os.getpid(), signal.SIGKILL)
"""
    state = tmp_path / "state"
    codes = [subprocess.run([sys.executable, "-c", program, str(state), str(stop)], check=False).returncode for stop in (1, 137, 0)]
    assert codes == [-signal.SIGKILL] * 2 + [0]
    assert json.loads(state.read_text())["received"] == WHOLE


def test_resumes_between_equal_times(stage: Make) -> None:
    """The cursor knows the delivered rows of one time, whatever their order is later."""
    rows = [row(number, at=f"2020-12-01 00:00:0{number // 25}.000") for number in range(100)]
    for stop in range(0, 101, 3):
        made = stage(ListService(rows), throttle=None)
        first = made.client.paginate(made.client.list_async_events, function_name="f", max_items=stop)
        head = [event.invoke_request_id for event in made.listed(first)]
        reordered = ListService(
            rows, order=lambda found: sorted(found, key=lambda one: (one["StartTime"], -int(one["InvokeRequestId"][6:])), reverse=True)
        )
        made = stage(reordered, throttle=None)
        rest = made.client.paginate(made.client.list_async_events, function_name="f", start=first.cursor)
        received = head + [event.invoke_request_id for event in made.listed(rest)]
        assert (len(received), len(set(received))) == (100, 100)


def test_cursor_holds_closed_window(stage: Make) -> None:
    """Events that started after the first half are not in the second."""
    service = ListService([row(number) for number in range(300)])
    made = stage(service, throttle=None)
    first = made.client.paginate(made.client.list_async_events, function_name="f", max_items=120)
    made.listed(first)
    service.rows.extend(row(1000 + number) for number in range(50))
    service.rows[:30] = []  # and some expired
    rest = made.client.paginate(made.client.list_async_events, function_name="f", start=first.cursor)
    assert [event.invoke_request_id for event in made.listed(rest)] == [f"event-{number}" for number in range(179, 29, -1)]
    assert rest.complete


def test_second_iteration_resumes_within_page(kind: Any) -> None:
    """The same pager continues with the next item, also by pages."""
    clock = ManualClock()
    fake = FakeScf(clock=clock)
    fake.add_function("f")
    for number in range(30):
        fake.start_event("f", started_at=clock.time() - 100 + number, invoke_request_id=f"event-{number}")
    transport = kind.pick(fake.transport, fake.async_transport)()
    client = kind.client(transport=transport, clock=clock, credentials=Credentials(*fake.credentials))
    pager = client.paginate(client.list_async_events, function_name="f", limit=10)

    def some() -> list[str]:
        received = []
        for event in pager:
            received.append(event.invoke_request_id)
            if len(received) == 7:
                break
        return received

    async def some_async() -> list[str]:
        received = []
        async for event in pager:
            received.append(event.invoke_request_id)
            if len(received) == 7:
                break
        return received

    head = kind.run(kind.pick(some, some_async)())
    rest = [event.invoke_request_id for page in kind.listed(pager.pages()) for event in page.event_list]
    assert head + rest == [f"event-{number}" for number in reversed(range(30))]


@pytest.mark.parametrize(
    "damage",
    [lambda text: text[:-4], lambda text: "x" + text, lambda text: text[:20] + "A" + text[21:], lambda _: "W10"],
    ids=["cut", "longer", "changed", "empty"],
)
def test_rejects_damaged_cursor(stage: Make, damage: Callable[[str], str]) -> None:
    """Its checksum rejects any resume point that the listing did not write."""
    made = stage(ListService([row(number) for number in range(30)]), throttle=None)
    pager = made.client.paginate(made.client.list_async_events, function_name="f", max_items=10)
    made.listed(pager)
    with pytest.raises(RequestInvalid) as caught:
        made.client.paginate(made.client.list_async_events, function_name="f", start=damage(pager.cursor))
    assert caught.value.argument == "start"
