"""Benchmark: cost of acquiring one uncontended slot, beside other rate limiter libraries."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack, suppress
from functools import partial
from itertools import count

from tencentkit.clock import SystemClock
from tencentkit.throttle import BucketKey, FileStore, RedisStore, Throttle
from tencentkit.throttle._limits import BucketLimit
from tencentkit.throttle._reservation import Reservation
from tencentkit.throttle._sliding_window import SlidingWindow
from tencentkit.throttle._store import LeaseRequest, Store
from tests.throttle.redis_server import RedisServer, engines

_PLENTY = 1_000_000_000
_TIMES = 100
_ROUNDS = 300


def _sync(act: Callable[[], object], times: int = _TIMES) -> float:
    """Return microseconds: the best of many short rounds, because the machine does other work, too."""
    best = 1e9
    for _ in range(_ROUNDS):
        started = time.perf_counter()
        for _ in range(times):
            act()
        best = min(best, time.perf_counter() - started)
    return best / times * 1e6


def _async(act: Callable[[], Awaitable[object]], times: int = _TIMES) -> float:
    async def measured() -> float:
        best = 1e9
        for _ in range(_ROUNDS):
            started = time.perf_counter()
            for _ in range(times):
                await act()
            best = min(best, time.perf_counter() - started)
        return best / times * 1e6

    return asyncio.run(measured())


def _reservations(throttle: Throttle, limit: int = _PLENTY) -> Callable[[], Reservation]:
    key, clock = BucketKey("id", "host", "Action"), SystemClock()
    return lambda: Reservation(throttle, key, limit, clock)


def _own() -> Iterator[tuple[str, float]]:
    reserve = _reservations(Throttle(gap=0))

    def acquire() -> None:
        one = reserve()
        assert one.acquire() == 0  # noqa: S101
        one.release()

    def acquire_and_complete() -> None:
        one = reserve()
        one.acquire()
        one.mark_completed()

    async def acquire_async() -> None:
        acquire()

    yield "tencentkit, memory: acquire", _sync(acquire)
    yield "tencentkit, memory: acquire, in a coroutine", _async(acquire_async)
    # Each completed request counts for a second, so the window grows longer than under any limit.
    yield "tencentkit, memory: acquire and complete, with hundreds still counting", _sync(acquire_and_complete, 50)


def _stored(throttle: Throttle) -> Callable[[], None]:
    reserve = _reservations(throttle)

    def acquire() -> None:
        one = reserve()
        step = one.acquire()
        assert not isinstance(step, float)  # noqa: S101
        step.limiter.acquire(step.slot)
        one.release()

    return acquire


def _renew(store: Store, sequence: Iterator[int]) -> None:
    store.renew("b", LeaseRequest(7, next(sequence), 20, want=3))


def _stores() -> Iterator[tuple[str, float]]:
    sequence = count(1)
    with tempfile.TemporaryDirectory() as folder:
        files = FileStore(folder)
        yield "tencentkit, FileStore: acquire", _sync(_stored(Throttle(store=files, gap=0)), 25)
        yield "tencentkit, FileStore: renewal", _sync(partial(_renew, files, sequence), 10)
    for name, binary in engines().items():
        with RedisServer(binary) as server, ExitStack() as stack:
            store = RedisStore(server.url)
            stack.callback(store.close)
            yield f"tencentkit, RedisStore on {name}: acquire", _sync(_stored(Throttle(store=store, gap=0)), 10)
            yield f"tencentkit, RedisStore on {name}: renewal", _sync(partial(_renew, store, sequence), 10)
            yield f"(redis-py's PING to {name})", _sync(store._client.ping, 10)


def _at_limits() -> Iterator[tuple[str, float]]:
    """Yield the cost of a permit in a full bucket: enter, leave and complete, with a line before it."""
    for limit in (20, 200, 3000, 10_000):
        for waiting in (0, 5000):
            yield f"tencentkit, memory: permit at a limit of {limit:,}, {waiting:,} waiting", min(_full(limit, waiting) for _ in range(5))


def _full(limit: int, waiting: int) -> float:
    window, bucket, rounds = SlidingWindow(), BucketLimit(limit, gap=0.2 / limit), 2000
    for ticket in range(limit + waiting):
        window.acquire(ticket, 0.5 * ticket / limit, bucket)
    ends = 0.5 * (limit + waiting) / limit
    started = time.perf_counter()
    for ticket in range(10**6, 10**6 + rounds):
        now = ends + (ticket - 10**6) / limit
        window.acquire(ticket, now, bucket)
        window.mark_written(ticket, now, bucket)
        window.mark_completed(ticket, now, bucket)
        window.release(ticket)
    return (time.perf_counter() - started) / rounds * 1e6


def _others() -> Iterator[tuple[str, float]]:
    with suppress(ImportError):
        from aiolimiter import AsyncLimiter

        limiter = AsyncLimiter(_PLENTY, 1)
        yield "aiolimiter, in a coroutine", _async(limiter.acquire)
    with suppress(ImportError):
        from pyrate_limiter import Duration, Limiter, Rate

        pyrate = Limiter(Rate(_PLENTY, Duration.SECOND))
        yield "pyrate-limiter", _sync(lambda: pyrate.try_acquire("x"))
    with suppress(ImportError):
        from limits import RateLimitItemPerSecond
        from limits.storage import MemoryStorage
        from limits.strategies import MovingWindowRateLimiter

        storage, item = MemoryStorage(), RateLimitItemPerSecond(100_000)
        moving = MovingWindowRateLimiter(storage)
        yield "limits, moving window", _sync(lambda: moving.hit(item, "x"))
    with suppress(ImportError):
        from throttled import RateLimiterType, Throttled, rate_limiter

        throttled = Throttled(key="x", using=RateLimiterType.GCRA.value, quota=rate_limiter.per_sec(_PLENTY, burst=_PLENTY))
        yield "throttled-py, GCRA", _sync(throttled.limit)


def costs() -> Iterator[str]:
    """Yield the costs as a Markdown table, line by line."""
    yield "| an uncontended acquire | microseconds |"
    yield "| --- | --- |"
    for rows in (_own(), _at_limits(), _stores(), _others()):
        for name, cost in rows:
            yield f"| {name} | {cost:.1f} |"
