"""`prefetch=N`: pages ahead, in order, bounded, and stopped when the consumer stops."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from functools import partial
from typing import Any

import pytest

from bench.loopback_scf import page
from tencentkit import Throttle
from tencentkit._pagination.prefetch import PageFetcher
from tencentkit.errors import InternalError, RequestInvalid
from tencentkit.scf import AsyncClient, Client
from tencentkit.testing import ManualClock
from tencentkit.transport import HttpRequest, HttpResponse
from tencentkit_api.action import PagingOptions
from tests.client.scripted import SyncScript, refusal
from tests.client.shelf import Shelf, row
from tests.client.virtual_time import VirtualLoop
from tests.conftest import CREDENTIALS

Make = Callable[..., Any]
PREFETCH = [1, 2, 4, 16]


@pytest.fixture(autouse=True)
def no_thread_stays() -> Iterator[None]:
    """Each test here counts the threads that it leaves behind."""
    before = set(threading.enumerate())
    yield
    assert not [thread.name for thread in set(threading.enumerate()) - before if thread.name.startswith("tencentkit")]


def opened(stage: Make, shelf: Any, *, throttle: Any = None, **arguments: Any) -> tuple[Any, Any]:
    made = stage(shelf, throttle=throttle)
    return made, made.client.paginate(made.client.list_async_events, function_name="f", **arguments)


def names(numbers: Any) -> list[str]:
    return [f"event-{number}" for number in numbers]


@pytest.mark.parametrize("prefetch", PREFETCH)
@pytest.mark.parametrize("count", [0, 1, 100, 101, 730])
def test_every_item_comes_once_and_in_order(stage: Make, prefetch: int, count: int) -> None:
    """As without it."""
    made, pager = opened(stage, Shelf([row(number) for number in range(count)]), prefetch=prefetch)
    assert [event.invoke_request_id for event in made.listed(pager)] == names(range(count - 1, -1, -1))
    assert pager.complete


@pytest.mark.parametrize("prefetch", PREFETCH)
def test_what_vanishes_is_noticed_with_pages_on_their_way(stage: Make, prefetch: int) -> None:
    """Pages that were asked for by an offset that has shifted are dropped."""
    shelf = Shelf([row(number) for number in range(900)])
    shelf.before = lambda call: shelf.rows.__setitem__(slice(-40, None), []) if call == 4 else None
    made, pager = opened(stage, shelf, prefetch=prefetch)
    given = [event.invoke_request_id for event in made.listed(pager)]
    assert len(given) == len(set(given))
    assert set(names(range(860))) <= set(given)
    assert pager.complete


@pytest.mark.parametrize("prefetch", PREFETCH)
def test_windows_are_split_with_pages_on_their_way(stage: Make, prefetch: int) -> None:
    """A cap on the offset is met and learned as without it."""
    made, pager = opened(stage, Shelf([row(number) for number in range(1500)], cap=450), prefetch=prefetch)
    assert [event.invoke_request_id for event in made.listed(pager)] == names(range(1499, -1, -1))
    assert pager.complete


@pytest.mark.parametrize("prefetch", PREFETCH)
def test_smaller_pages_than_asked_for(stage: Make, prefetch: int) -> None:
    """What was asked for beyond them is dropped, and nothing is lost."""
    shelf = Shelf([row(number) for number in range(300)], page=lambda rows, _: rows[:30])
    made, pager = opened(stage, shelf, prefetch=prefetch)
    assert [event.invoke_request_id for event in made.listed(pager)] == names(range(299, -1, -1))


@pytest.mark.parametrize("prefetch", PREFETCH)
def test_max_items_asks_for_no_page_too_many(stage: Make, prefetch: int) -> None:
    """What is on its way counts."""
    shelf = Shelf([row(number) for number in range(2000)])
    made, pager = opened(stage, shelf, prefetch=prefetch, max_items=250)
    assert len(made.listed(pager)) == 250
    assert len(shelf.asked) == 3


LATENCY = 0.03


class Later(Future[Any]):
    """An answer that is there so long after it was asked for."""

    def __init__(self, clock: ManualClock, work: Callable[[], Any]) -> None:
        super().__init__()
        self._clock, self._work = clock, work
        self._ready = clock.monotonic() + LATENCY

    def result(self, timeout: float | None = None) -> Any:
        self._clock.advance(max(0.0, self._ready - self._clock.monotonic()))
        return self._work()


class Laters(Executor):
    def __init__(self, clock: ManualClock) -> None:
        self._clock = clock

    def submit(self, work: Any, /, *arguments: Any, **more: Any) -> Future[Any]:
        return Later(self._clock, partial(work, *arguments, **more))


def taken(prefetch: int, events: int) -> float:
    """Seconds that a listing by threads takes on a clock that knows nothing but the latency."""
    clock = ManualClock()

    def answer(request: HttpRequest) -> HttpResponse:
        clock.advance(0 if prefetch else LATENCY)
        return HttpResponse(200, {}, page(json.loads(request.body), events))

    client = Client(region="ap-guangzhou", credentials=CREDENTIALS, transport=SyncScript([answer]), clock=clock, throttle=None)
    listing = client._listing(client.list_async_events, {"function_name": "f"}, PagingOptions(prefetch=prefetch))
    feed, began, given = PageFetcher(listing, client.list_async_events, prefetch, pool=lambda _: Laters(clock)), clock.monotonic(), 0
    while (batch := feed.next()) is not None:
        given += len(batch.items)
    assert (given, listing.complete) == (events, True)
    return clock.monotonic() - began


def taken_on_loop(prefetch: int, events: int) -> float:
    """The same on an event loop."""

    class Slow:
        async def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
            await asyncio.sleep(LATENCY)
            return HttpResponse(200, {}, page(json.loads(request.body), events))

        async def aclose(self) -> None: ...

    with VirtualLoop() as loop:
        client = AsyncClient(region="ap-guangzhou", credentials=CREDENTIALS, transport=Slow(), clock=loop.clock, throttle=None)
        pager = client.paginate(client.list_async_events, function_name="f", prefetch=prefetch)

        async def listed() -> int:
            return len([event async for event in pager])

        began = loop.clock.monotonic()
        assert (loop.run(listed()), pager.complete) == (events, True)
        return loop.clock.monotonic() - began


@pytest.mark.parametrize("way", [taken, taken_on_loop], ids=["threads", "event loop"])
def test_so_many_pages_ahead_take_so_many_times_less(way: Callable[[int, int], float]) -> None:
    """Where latency is all there is, eight pages ahead are more than seven times as fast: nothing stops at a new window."""
    assert way(0, 16_000) / way(8, 16_000) > 7


@pytest.mark.parametrize("wrong", [-1, True, 1.5, "2", None])
def test_a_wrong_number_is_refused(stage: Make, wrong: Any) -> None:
    """Before the first page."""
    with pytest.raises(RequestInvalid) as caught:
        opened(stage, Shelf([]), prefetch=wrong)
    assert caught.value.argument == "prefetch"


@pytest.mark.parametrize("prefetch", PREFETCH)
def test_an_error_comes_in_its_place(stage: Make, prefetch: int) -> None:
    """The items before it are given, and the error holds the cursor of the place behind them."""
    shelf = Shelf([row(number) for number in range(900)])

    def answer(request: HttpRequest) -> HttpResponse:
        given = shelf(request)
        return refusal("InternalError") if shelf.asked[-1]["Offset"] >= 290 else given

    made, pager = opened(stage, answer, prefetch=prefetch)
    given: list[str] = []

    def collect() -> None:
        for item in pager:
            given.append(item.invoke_request_id)  # noqa: PERF401 - what came before the error counts

    async def collect_async() -> None:
        async for item in pager:
            given.append(item.invoke_request_id)  # noqa: PERF401 - as above

    with pytest.raises(InternalError) as caught:
        made.run(collect_async() if isinstance(made.client, AsyncClient) else collect())
    assert given == names(range(899, 899 - 296, -1))
    made, rest = opened(stage, shelf, start=caught.value.cursor)
    assert given + [event.invoke_request_id for event in made.listed(rest)] == names(range(899, -1, -1))


class Gate:
    """A transport whose answers wait until they are let through; it counts what is on its way."""

    def __init__(self, shelf: Shelf, free: int) -> None:
        self.shelf = shelf
        self.free = free
        self.on_their_way = self.most = 0
        self.opened = threading.Event()
        self.reached = threading.Event()
        self.lock = threading.Lock()

    def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        with self.lock:
            self.on_their_way += 1
            self.most = max(self.most, self.on_their_way)
            held = len(self.shelf.asked) >= self.free
            if self.on_their_way == 4:
                self.reached.set()
        if held:
            self.opened.wait(10)
        answer = self.shelf(request)
        with self.lock:
            self.on_their_way -= 1
        return answer

    def close(self) -> None: ...


def test_threads_keep_so_many_pages_on_their_way() -> None:
    """Never more than N requests at a time, and N of them while the consumer is busy."""
    gate = Gate(Shelf([row(number) for number in range(2000)]), free=1)
    client = Client(region="ap-guangzhou", credentials=CREDENTIALS, transport=gate, clock=ManualClock(), throttle=None)
    pages = client.paginate(client.list_async_events, function_name="f", prefetch=4).pages()
    next(pages)
    assert gate.reached.wait(10)
    assert gate.on_their_way == 4
    gate.opened.set()
    assert 100 + sum(len(page.event_list) for page in pages) == 2000
    assert gate.most == 4


@pytest.mark.parametrize("leave", ["break", "exception", "close"])
def test_threads_stop_when_the_consumer_stops(leave: str) -> None:
    """After a break, an exception or a close no request is sent, and no thread is left; iterating again goes on."""
    shelf = Shelf([row(number) for number in range(2000)])
    gate = Gate(shelf, free=10**6)
    client = Client(region="ap-guangzhou", credentials=CREDENTIALS, transport=gate, clock=ManualClock(), throttle=None)
    pager = client.paginate(client.list_async_events, function_name="f", prefetch=4)
    head: list[str] = []
    if leave == "close":
        iterator: Any = iter(pager)
        head = [next(iterator).invoke_request_id for _ in range(150)]
        iterator.close()
    else:
        try:
            for event in pager:
                head.append(event.invoke_request_id)
                if len(head) == 150:
                    if leave == "exception":
                        raise KeyError  # noqa: TRY301 - the consumer fails
                    break
        except KeyError:
            pass
    asked = len(shelf.asked)
    assert [thread for thread in threading.enumerate() if thread.name.startswith("tencentkit-pages")] == []
    assert len(shelf.asked) == asked <= 2 + 4
    assert head + [event.invoke_request_id for event in pager] == names(range(1999, -1, -1))


def test_a_wait_for_the_rate_limit_ends_with_the_consumer() -> None:
    """Threads that wait for their slot by the machine's clock are woken, and give the slot back."""
    shelf = Shelf([row(number) for number in range(2000)])
    throttle = Throttle(limits={"ListAsyncEvents": 1}, window=1.0, share=0.02)  # one request in 50 s
    client = Client(region="ap-guangzhou", credentials=CREDENTIALS, transport=Gate(shelf, 10**6), throttle=throttle)
    pages = client.paginate(client.list_async_events, function_name="f", prefetch=4).pages()
    next(pages)
    pages.close()  # type: ignore[attr-defined]
    assert len(shelf.asked) == 1


class AsyncGate:
    """`Gate` for event loops; counts cancellations, too."""

    def __init__(self, shelf: Shelf, free: int) -> None:
        self.shelf = shelf
        self.free = free
        self.on_their_way = self.most = self.cancelled = 0
        self.opened = asyncio.Event()

    async def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        self.on_their_way += 1
        self.most = max(self.most, self.on_their_way)
        try:
            if len(self.shelf.asked) >= self.free:
                await self.opened.wait()
            else:
                await asyncio.sleep(0)
            return self.shelf(request)
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        finally:
            self.on_their_way -= 1

    async def aclose(self) -> None: ...


def loop_client(gate: AsyncGate) -> AsyncClient:
    return AsyncClient(region="ap-guangzhou", credentials=CREDENTIALS, transport=gate, clock=ManualClock(), throttle=None)


async def settled() -> None:
    """Let every task run until it waits."""
    for _ in range(50):
        await asyncio.sleep(0)


def others() -> set[asyncio.Task[Any]]:
    return asyncio.all_tasks() - {asyncio.current_task()}  # type: ignore[arg-type]


async def test_tasks_keep_so_many_pages_on_their_way() -> None:
    """Never more than N requests at a time, and N of them while the consumer is busy."""
    gate = AsyncGate(Shelf([row(number) for number in range(2000)]), free=1)
    client = loop_client(gate)
    pages = client.paginate(client.list_async_events, function_name="f", prefetch=4).pages()
    await anext(pages)
    await settled()
    assert gate.on_their_way == 4
    gate.opened.set()
    assert 100 + sum([len(page.event_list) async for page in pages]) == 2000
    assert gate.most == 4
    assert not others()


@pytest.mark.parametrize("leave", ["break", "exception", "cancel"])
async def test_tasks_stop_when_the_consumer_stops(leave: str) -> None:
    """A break, an exception and a cancellation cancel what is on its way, and no task is left; iterating again goes on."""
    gate = AsyncGate(Shelf([row(number) for number in range(2000)]), free=3)
    client = loop_client(gate)
    pager = client.paginate(client.list_async_events, function_name="f", prefetch=4)
    head: list[str] = []

    async def consume() -> None:
        async for event in pager:
            head.append(event.invoke_request_id)
            if len(head) == 150 and leave == "break":
                await settled()
                break
            if len(head) == 150 and leave == "exception":
                await settled()
                raise KeyError

    consumer = asyncio.ensure_future(consume())
    await settled()
    if leave == "cancel":
        consumer.cancel()
    await asyncio.gather(consumer, return_exceptions=True)
    await settled()
    assert gate.cancelled > 0
    assert not others()
    gate.opened.set()
    assert head + [event.invoke_request_id async for event in pager] == names(range(1999, -1, -1))


async def test_pages_go_through_the_one_throttle() -> None:
    """Sixteen pages ahead wait for their slots like any call: never more than the limit in a second."""
    clock = ManualClock()
    times: list[float] = []
    shelf = Shelf([row(number) for number in range(5000)])
    shelf.before = lambda _: times.append(clock.monotonic())
    client = AsyncClient(region="ap-guangzhou", credentials=CREDENTIALS, transport=AsyncGate(shelf, 10**6), clock=clock)
    assert len([event async for event in client.paginate(client.list_async_events, function_name="f", prefetch=16)]) == 5000
    times.sort()
    assert all(later - earlier >= 1.0 for earlier, later in zip(times, times[20:], strict=False))
