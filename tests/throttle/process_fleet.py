"""Throttles of several simulated processes on one store and one manual clock, each with more calls than its share."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

from tencentkit import Throttle
from tencentkit.errors import ThrottleUnavailable
from tencentkit.testing import ManualClock
from tencentkit.throttle import BucketKey, ThrottleEvent
from tencentkit.throttle._local_limiter import BucketSlot
from tencentkit.throttle._shared_limiter import SharedLimiter
from tencentkit.throttle._store import LeaseReply, LeaseRequest, Store, StoreFault

KEY = BucketKey("account", "host", "Action")
TICK = 0.05


class FailingStore:
    """Store that counts its requests, and fails while `failure` is set."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.requests = 0
        self.budget: float | None = None
        self.failure: StoreFault | None = None

    def _check(self, budget: float | None) -> None:
        self.requests += 1
        self.budget = budget
        if self.failure is not None:
            raise self.failure

    def renew(self, bucket: str, request: LeaseRequest, budget: float | None = None, /) -> LeaseReply:
        self._check(budget)
        return self.store.renew(bucket, request, budget)

    async def renew_async(self, bucket: str, request: LeaseRequest, budget: float | None = None, /) -> LeaseReply:
        self._check(budget)
        return await self.store.renew_async(bucket, request, budget)


class SimulatedProcess:
    """One process: eight of its calls always wait."""

    def __init__(self, store: Store, clock: ManualClock, runner: asyncio.Runner | None, **settings: Any) -> None:
        self.store = FailingStore(store)
        self.events: list[ThrottleEvent] = []
        self.throttle = Throttle(store=self.store, on_event=self._record, **settings)
        limiter = self.throttle.limiter(KEY, 20, clock)
        assert isinstance(limiter, SharedLimiter)
        self.limiter, self._clock, self._runner = limiter, clock, runner
        self.waiting: dict[BucketSlot, float] = {BucketSlot(): 0.0 for _ in range(8)}
        self.sent: list[float] = []
        self.refused = 0

    def _record(self, event: ThrottleEvent) -> None:
        if event.kind.startswith("store"):
            self.events.append(event)

    def acquire(self, slot: BucketSlot) -> float:
        """Acquire a slot in a thread or an event loop."""
        return self.limiter.acquire(slot) if self._runner is None else self._runner.run(self.limiter.acquire_async(slot))

    def act(self) -> None:
        """Let each due call acquire its slot; a sent request completes at once, and another call follows."""
        now = self._clock.monotonic()
        for slot, due in list(self.waiting.items()):
            if due > now:
                continue
            try:
                wait = self.acquire(slot)
            except ThrottleUnavailable:
                self.refused += 1
                continue
            self.waiting[slot] = now + wait
            if not wait:
                self.sent.append(now)
                self.limiter.mark_completed(slot)
                del self.waiting[slot]
                self.waiting[BucketSlot()] = now


class ProcessFleet:
    """Simulated processes; the store sees the time of the manual clock.

    Args:
        stores: One for each process.
        is_async: Whether processes acquire in an event loop.
        settings: Settings of each throttle.
    """

    def __init__(self, stores: Sequence[Any], *, is_async: bool = False, **settings: Any) -> None:
        self.clock = ManualClock()
        self._stores = stores
        self.runner = asyncio.Runner() if is_async else None
        for store in stores:
            store._now = self.clock.monotonic
        self.processes = [SimulatedProcess(store, self.clock, self.runner, **settings) for store in stores]

    def run(self, seconds: float) -> None:
        """Let time pass."""
        for _ in range(round(seconds / TICK)):
            for process in self.processes:
                process.act()
            self.clock.advance(TICK)

    def fail(self, failure: StoreFault | None) -> None:
        """Let the store of every process fail, or work again."""
        for process in self.processes:
            process.store.failure = failure

    def sent(self, since: float = 0.0) -> list[float]:
        """Return when requests of all processes were sent."""
        return sorted(at for process in self.processes for at in process.sent if at >= since)

    def close(self) -> None:
        """Close every store."""
        for store in self._stores:
            if self.runner is not None and hasattr(store, "aclose"):
                self.runner.run(store.aclose())
            if hasattr(store, "close"):
                store.close()
        if self.runner is not None:
            self.runner.close()
