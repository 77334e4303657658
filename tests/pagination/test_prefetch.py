"""`prefetch=N`: pages are fetched ahead, in order, in bounded number, and no longer than the consumer runs."""

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
from tests.conftest import CREDENTIALS
from tests.pagination.list_service import ListService, row
from tests.scripted import SyncScript, refusal
from tests.virtual_time import VirtualLoop

Make = Callable[..., Any]
PREFETCH = [1, 2, 4, 16]


@pytest.fixture(autouse=True)
def no_thread_remains() -> Iterator[None]:
    """Fail a test that leaves threads behind."""
    before = set(threading.enumerate())
    yield
    assert not [thread.name for thread in set(threading.enumerate()) - before if thread.name.startswith("tencentkit")]


def open_pager(stage: Make, service: Any, *, throttle: Any = None, **arguments: Any) -> tuple[Any, Any]:
    made = stage(service, throttle=throttle)
    return made, made.client.paginate(made.client.list_async_events, function_name="f", **arguments)


def names(numbers: Any) -> list[str]:
    return [f"event-{number}" for number in numbers]


@pytest.mark.parametrize("prefetch", PREFETCH)
@pytest.mark.parametrize("count", [0, 1, 100, 101, 730])
def test_lists_every_item_once_in_order(stage: Make, prefetch: int, count: int) -> None:
    """As without prefetch."""
    made, pager = open_pager(stage, ListService([row(number) for number in range(count)]), prefetch=prefetch)
    assert [event.invoke_request_id for event in made.listed(pager)] == names(range(count - 1, -1, -1))
    assert pager.complete


@pytest.mark.parametrize("prefetch", PREFETCH)
def test_vanished_rows_with_pages_in_flight(stage: Make, prefetch: int) -> None:
    """Pages whose offset has shifted are dropped."""
    service = ListService([row(number) for number in range(900)])
    service.before = lambda call: service.rows.__setitem__(slice(-40, None), []) if call == 4 else None
    made, pager = open_pager(stage, service, prefetch=prefetch)
    received = [event.invoke_request_id for event in made.listed(pager)]
    assert len(received) == len(set(received))
    assert set(names(range(860))) <= set(received)
    assert pager.complete


@pytest.mark.parametrize("prefetch", PREFETCH)
def test_window_split_with_pages_in_flight(stage: Make, prefetch: int) -> None:
    """A cap on the offset is met and learned as without prefetch."""
    made, pager = open_pager(stage, ListService([row(number) for number in range(1500)], cap=450), prefetch=prefetch)
    assert [event.invoke_request_id for event in made.listed(pager)] == names(range(1499, -1, -1))
    assert pager.complete


@pytest.mark.parametrize("prefetch", PREFETCH)
def test_smaller_pages_than_requested(stage: Make, prefetch: int) -> None:
    """Requests behind them are dropped, and nothing is missed."""
    service = ListService([row(number) for number in range(300)], page=lambda rows, _: rows[:30])
    made, pager = open_pager(stage, service, prefetch=prefetch)
    assert [event.invoke_request_id for event in made.listed(pager)] == names(range(299, -1, -1))


@pytest.mark.parametrize("prefetch", PREFETCH)
def test_max_items_counts_pages_in_flight(stage: Make, prefetch: int) -> None:
    """No page is requested in excess."""
    service = ListService([row(number) for number in range(2000)])
    made, pager = open_pager(stage, service, prefetch=prefetch, max_items=250)
    assert len(made.listed(pager)) == 250
    assert len(service.bodies) == 3


LATENCY = 0.03


class DelayedFuture(Future[Any]):
    """Response that arrives a fixed time after its request."""

    def __init__(self, clock: ManualClock, work: Callable[[], Any]) -> None:
        super().__init__()
        self._clock, self._work = clock, work
        self._ready = clock.monotonic() + LATENCY

    def result(self, timeout: float | None = None) -> Any:
        self._clock.advance(max(0.0, self._ready - self._clock.monotonic()))
        return self._work()


class DelayedExecutor(Executor):
    def __init__(self, clock: ManualClock) -> None:
        self._clock = clock

    def submit(self, work: Any, /, *arguments: Any, **more: Any) -> Future[Any]:
        return DelayedFuture(self._clock, partial(work, *arguments, **more))


def duration(prefetch: int, events: int) -> float:
    """Return the seconds of a listing by threads if latency is the only cost."""
    clock = ManualClock()

    def answer(request: HttpRequest) -> HttpResponse:
        clock.advance(0 if prefetch else LATENCY)
        return HttpResponse(200, {}, page(json.loads(request.body), events))

    client = Client(region="ap-guangzhou", credentials=CREDENTIALS, transport=SyncScript([answer]), clock=clock, throttle=None)
    listing = client._listing(client.list_async_events, {"function_name": "f"}, PagingOptions(prefetch=prefetch))
    fetcher, began, received = (
        PageFetcher(listing, client.list_async_events, prefetch, make_pool=lambda _: DelayedExecutor(clock)),
        clock.monotonic(),
        0,
    )
    while (current := fetcher.next()) is not None:
        received += len(current.items)
    assert (received, listing.complete) == (events, True)
    return clock.monotonic() - began


def duration_on_loop(prefetch: int, events: int) -> float:
    """Return the same for an event loop."""

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


@pytest.mark.parametrize("duration_of", [duration, duration_on_loop], ids=["threads", "event loop"])
def test_prefetch_divides_latency(duration_of: Callable[[int, int], float]) -> None:
    """With eight pages ahead a listing is more than seven times as fast: no pause at a new window."""
    assert duration_of(0, 16_000) / duration_of(8, 16_000) > 7


@pytest.mark.parametrize("wrong", [-1, True, 1.5, "2", None])
def test_rejects_invalid_prefetch(stage: Make, wrong: Any) -> None:
    """Before the first page."""
    with pytest.raises(RequestInvalid) as caught:
        open_pager(stage, ListService([]), prefetch=wrong)
    assert caught.value.argument == "prefetch"


@pytest.mark.parametrize("prefetch", PREFETCH)
def test_error_follows_earlier_items(stage: Make, prefetch: int) -> None:
    """The items before it are yielded, and the error's cursor points behind them."""
    service = ListService([row(number) for number in range(900)])

    def answer(request: HttpRequest) -> HttpResponse:
        received = service(request)
        return refusal("InternalError") if service.bodies[-1]["Offset"] >= 290 else received

    made, pager = open_pager(stage, answer, prefetch=prefetch)
    received: list[str] = []

    def collect() -> None:
        for item in pager:
            received.append(item.invoke_request_id)  # noqa: PERF401 - items before the error count

    async def collect_async() -> None:
        async for item in pager:
            received.append(item.invoke_request_id)  # noqa: PERF401 - as above

    with pytest.raises(InternalError) as caught:
        made.run(collect_async() if isinstance(made.client, AsyncClient) else collect())
    assert received == names(range(899, 899 - 296, -1))
    made, rest = open_pager(stage, service, start=caught.value.cursor)
    assert received + [event.invoke_request_id for event in made.listed(rest)] == names(range(899, -1, -1))


class Gate:
    """Transport that holds responses back until it is opened, and counts the requests in flight."""

    def __init__(self, service: ListService, free: int) -> None:
        self.service = service
        self.free = free
        self.in_flight = self.most = 0
        self.opened = threading.Event()
        self.reached = threading.Event()
        self.lock = threading.Lock()

    def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        with self.lock:
            self.in_flight += 1
            self.most = max(self.most, self.in_flight)
            held = len(self.service.bodies) >= self.free
            if self.in_flight == 4:
                self.reached.set()
        if held:
            self.opened.wait(10)
        answer = self.service(request)
        with self.lock:
            self.in_flight -= 1
        return answer

    def close(self) -> None: ...


def test_threads_bound_requests_in_flight() -> None:
    """Never more than N requests at a time, and N of them while the consumer is busy."""
    gate = Gate(ListService([row(number) for number in range(2000)]), free=1)
    client = Client(region="ap-guangzhou", credentials=CREDENTIALS, transport=gate, clock=ManualClock(), throttle=None)
    pages = client.paginate(client.list_async_events, function_name="f", prefetch=4).pages()
    next(pages)
    assert gate.reached.wait(10)
    assert gate.in_flight == 4
    gate.opened.set()
    assert 100 + sum(len(page.event_list) for page in pages) == 2000
    assert gate.most == 4


@pytest.mark.parametrize("leave", ["break", "exception", "close"])
def test_threads_stop_with_consumer(leave: str) -> None:
    """After a break, an exception or a close no request is sent, and no thread remains; iterating again continues."""
    service = ListService([row(number) for number in range(2000)])
    gate = Gate(service, free=10**6)
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
    sent = len(service.bodies)
    assert [thread for thread in threading.enumerate() if thread.name.startswith("tencentkit-pages")] == []
    assert len(service.bodies) == sent <= 2 + 4
    assert head + [event.invoke_request_id for event in pager] == names(range(1999, -1, -1))


def test_rate_limit_wait_stops_with_consumer() -> None:
    """Threads that wait for a slot are woken, and release it."""
    service = ListService([row(number) for number in range(2000)])
    throttle = Throttle(limits={"ListAsyncEvents": 1}, window=1.0, share=0.02)  # one request in 50 s
    client = Client(region="ap-guangzhou", credentials=CREDENTIALS, transport=Gate(service, 10**6), throttle=throttle)
    pages = client.paginate(client.list_async_events, function_name="f", prefetch=4).pages()
    next(pages)
    pages.close()  # type: ignore[attr-defined]
    assert len(service.bodies) == 1


class AsyncGate:
    """`Gate` for event loops; also counts cancellations."""

    def __init__(self, service: ListService, free: int) -> None:
        self.service = service
        self.free = free
        self.in_flight = self.most = self.cancelled = 0
        self.opened = asyncio.Event()

    async def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        self.in_flight += 1
        self.most = max(self.most, self.in_flight)
        try:
            if len(self.service.bodies) >= self.free:
                await self.opened.wait()
            else:
                await asyncio.sleep(0)
            return self.service(request)
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        finally:
            self.in_flight -= 1

    async def aclose(self) -> None: ...


def loop_client(gate: AsyncGate) -> AsyncClient:
    return AsyncClient(region="ap-guangzhou", credentials=CREDENTIALS, transport=gate, clock=ManualClock(), throttle=None)


async def run_until_idle() -> None:
    """Run every task until it waits."""
    for _ in range(50):
        await asyncio.sleep(0)


def other_tasks() -> set[asyncio.Task[Any]]:
    return asyncio.all_tasks() - {asyncio.current_task()}  # type: ignore[arg-type]


async def test_tasks_bound_requests_in_flight() -> None:
    """Never more than N requests at a time, and N of them while the consumer is busy."""
    gate = AsyncGate(ListService([row(number) for number in range(2000)]), free=1)
    client = loop_client(gate)
    pages = client.paginate(client.list_async_events, function_name="f", prefetch=4).pages()
    await anext(pages)
    await run_until_idle()
    assert gate.in_flight == 4
    gate.opened.set()
    assert 100 + sum([len(page.event_list) async for page in pages]) == 2000
    assert gate.most == 4
    assert not other_tasks()


@pytest.mark.parametrize("leave", ["break", "exception", "cancel"])
async def test_tasks_stop_with_consumer(leave: str) -> None:
    """A break, an exception and a cancellation cancel the requests in flight, and no task remains; iterating again continues."""
    gate = AsyncGate(ListService([row(number) for number in range(2000)]), free=3)
    client = loop_client(gate)
    pager = client.paginate(client.list_async_events, function_name="f", prefetch=4)
    head: list[str] = []

    async def consume() -> None:
        async for event in pager:
            head.append(event.invoke_request_id)
            if len(head) == 150 and leave == "break":
                await run_until_idle()
                break
            if len(head) == 150 and leave == "exception":
                await run_until_idle()
                raise KeyError

    consumer = asyncio.ensure_future(consume())
    await run_until_idle()
    if leave == "cancel":
        consumer.cancel()
    await asyncio.gather(consumer, return_exceptions=True)
    await run_until_idle()
    assert gate.cancelled > 0
    assert not other_tasks()
    gate.opened.set()
    assert head + [event.invoke_request_id async for event in pager] == names(range(1999, -1, -1))


async def test_prefetched_pages_share_throttle() -> None:
    """Sixteen pages ahead wait for their slots like any call: never more than the limit in a second."""
    clock = ManualClock()
    times: list[float] = []
    service = ListService([row(number) for number in range(5000)])
    service.before = lambda _: times.append(clock.monotonic())
    client = AsyncClient(region="ap-guangzhou", credentials=CREDENTIALS, transport=AsyncGate(service, 10**6), clock=clock)
    assert len([event async for event in client.paginate(client.list_async_events, function_name="f", prefetch=16)]) == 5000
    times.sort()
    assert all(later - earlier >= 1.0 for earlier, later in zip(times, times[20:], strict=False))
