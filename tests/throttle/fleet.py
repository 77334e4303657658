"""A fleet of throttles, one for each simulated process, on one store and one manual clock, with more requests than the limit."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any

from tencentkit import Throttle
from tencentkit.errors import ThrottleUnavailable
from tencentkit.testing import ManualClock
from tencentkit.throttle import BucketKey, ThrottleEvent
from tencentkit.throttle._local_limiter import BucketSlot
from tencentkit.throttle._shared_limiter import SharedLimiter
from tencentkit.throttle._store import Store, StoreFault, StoreReply, StoreRequest
from tests.throttle.redis_server import RedisServer

KEY = BucketKey("account", "host", "Action")
TICK = 0.2  # RedisStore treats a difference of 0.15 s and more as a clock step


class CountingStore:
    """Store that counts its replies and failures, and can time out at once."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.replies = self.failed = 0
        self.silent = False

    @contextmanager
    def _counting(self) -> Generator[None]:
        if self.silent:
            self.failed += 1
            raise StoreFault("timed out", timed_out=True)
        try:
            yield
        except StoreFault:
            self.failed += 1
            raise
        self.replies += 1

    def apply(self, bucket: str, request: StoreRequest) -> StoreReply:
        with self._counting():
            return self.store.apply(bucket, request)

    async def apply_async(self, bucket: str, request: StoreRequest) -> StoreReply:
        with self._counting():
            return await self.store.apply_async(bucket, request)


class FleetProcess:
    """One simulated process: some of its callers always wait."""

    def __init__(self, store: Store, clock: ManualClock, acquire: Callable[[SharedLimiter, BucketSlot], float], **settings: Any) -> None:
        self.store = CountingStore(store)
        self.events: list[ThrottleEvent] = []
        self.throttle = Throttle(store=self.store, gap=0, on_event=self._record, **settings)
        limiter = self.throttle.limiter(KEY, 20, clock)
        assert isinstance(limiter, SharedLimiter)
        self.limiter, self._clock, self._acquire = limiter, clock, acquire
        self.waiting: dict[BucketSlot, float] = {BucketSlot(): 0.0 for _ in range(8)}
        self.sent: list[float] = []
        self.refused = 0

    def _record(self, event: ThrottleEvent) -> None:
        if event.kind.startswith("store"):
            self.events.append(event)

    def act(self) -> None:
        """Let each due caller acquire its slot; a sent request completes at once, and its caller begins another."""
        now = self._clock.monotonic()
        for slot, due in list(self.waiting.items()):
            if due > now:
                continue
            try:
                wait = self._acquire(self.limiter, slot)
            except ThrottleUnavailable:
                self.refused += 1
                self.limiter.release(slot)
                continue
            self.waiting[slot] = now + wait
            if not wait:
                self.sent.append(now)
                self.limiter.mark_completed(slot)
                del self.waiting[slot]
                self.waiting[BucketSlot()] = now


class Fleet:
    """Simulated processes, and one event loop for the asynchronous ones.

    Args:
        stores: One for each process.
        is_async: Whether processes acquire in an event loop.
        settings: Settings of each throttle.
    """

    def __init__(self, stores: list[Store], *, is_async: bool = False, **settings: Any) -> None:
        self.clock = ManualClock()
        self._runner = asyncio.Runner() if is_async else None
        self._stores = stores
        self.processes = [FleetProcess(store, self.clock, self._acquire, **settings) for store in stores]

    def _acquire(self, limiter: SharedLimiter, slot: BucketSlot) -> float:
        return limiter.acquire(slot) if self._runner is None else self._runner.run(limiter.acquire_async(slot))

    def run(self, seconds: float) -> None:
        """Let time pass."""
        for _ in range(round(seconds / TICK)):
            for process in self.processes:
                process.act()
            self.clock.advance(TICK)

    def silence(self, *, silent: bool = True) -> None:
        """Let the store of every process time out, or work again."""
        for process in self.processes:
            process.store.silent = silent

    def fail(self, server: RedisServer, fault: str) -> None:
        """Kill the server, or let it time out without the wait for a timeout."""
        if fault == "kill":
            server.kill()
        else:
            self.silence()

    def recover(self, server: RedisServer, fault: str) -> None:
        """Start the server without data, or let it work again."""
        if fault == "kill":
            server.start()
        else:
            self.silence(silent=False)

    def sent(self, since: float = 0.0) -> list[float]:
        """Return when requests of all processes were sent."""
        return sorted(at for process in self.processes for at in process.sent if at >= since)

    def close(self) -> None:
        """Close every store."""
        stores: list[Any] = self._stores
        for store in stores:
            if self._runner is not None and hasattr(store, "aclose"):
                self._runner.run(store.aclose())
            store.close()
        if self._runner is not None:
            self._runner.close()
