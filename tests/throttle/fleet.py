"""Some processes' worth of throttles on one store and one manual clock, always asking for more than there is."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any

from tencentkit import Throttle
from tencentkit.errors import ThrottleUnavailable
from tencentkit.testing import ManualClock
from tencentkit.throttle import BucketKey, ThrottleEvent
from tencentkit.throttle._local_limiter import Slot
from tencentkit.throttle._shared_limiter import SharedLimiter
from tencentkit.throttle._store import Store, StoreFault, StoreReply, StoreRequest

KEY = BucketKey("account", "host", "Action")
TICK = 0.2  # RedisStore takes a step of the clock for real from 0.15 s on


class Watched:
    """A store whose questions are counted, and which can fall silent without anyone having to wait for that."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.answered = self.failed = 0
        self.silent = False

    @contextmanager
    def _counting(self) -> Generator[None]:
        if self.silent:
            self.failed += 1
            raise StoreFault("no answer in time", silent=True)
        try:
            yield
        except StoreFault:
            self.failed += 1
            raise
        self.answered += 1

    def turn(self, bucket: str, turn: StoreRequest) -> StoreReply:
        with self._counting():
            return self.store.turn(bucket, turn)

    async def turn_async(self, bucket: str, turn: StoreRequest) -> StoreReply:
        with self._counting():
            return await self.store.turn_async(bucket, turn)


class Member:
    """One process: it keeps some callers waiting at all times."""

    def __init__(self, store: Store, clock: ManualClock, ask: Callable[[SharedLimiter, Slot], float], **settings: Any) -> None:
        self.store = Watched(store)
        self.events: list[ThrottleEvent] = []
        self.throttle = Throttle(store=self.store, gap=0, on_event=self._note, **settings)
        pacer = self.throttle.bucket(KEY, 20, clock)
        assert isinstance(pacer, SharedLimiter)
        self.pacer, self._clock, self._ask = pacer, clock, ask
        self.waiting: dict[Slot, float] = {Slot(): 0.0 for _ in range(8)}
        self.went: list[float] = []
        self.refused = 0

    def _note(self, event: ThrottleEvent) -> None:
        if event.kind.startswith("store"):
            self.events.append(event)

    def act(self) -> None:
        """Whoever is due asks; who may go is answered at once, and calls again."""
        now = self._clock.monotonic()
        for slot, due in list(self.waiting.items()):
            if due > now:
                continue
            try:
                wait = self._ask(self.pacer, slot)
            except ThrottleUnavailable:
                self.refused += 1
                self.pacer.leave(slot)
                continue
            self.waiting[slot] = now + wait
            if not wait:
                self.went.append(now)
                self.pacer.answered(slot)
                del self.waiting[slot]
                self.waiting[Slot()] = now


class Fleet:
    """Members, and one loop for those that are async.

    Args:
        stores: One for each member.
        is_async: Whether members ask from an event loop.
        settings: Of each throttle.
    """

    def __init__(self, stores: list[Store], *, is_async: bool = False, **settings: Any) -> None:
        self.clock = ManualClock()
        self._runner = asyncio.Runner() if is_async else None
        self._stores = stores
        self.members = [Member(store, self.clock, self._ask, **settings) for store in stores]

    def _ask(self, pacer: SharedLimiter, slot: Slot) -> float:
        return pacer.ask(slot) if self._runner is None else self._runner.run(pacer.ask_async(slot))

    def play(self, seconds: float) -> None:
        """Let time pass."""
        for _ in range(round(seconds / TICK)):
            for member in self.members:
                member.act()
            self.clock.advance(TICK)

    def silence(self, *, silent: bool = True) -> None:
        """Let the store of every member say nothing, or speak again."""
        for member in self.members:
            member.store.silent = silent

    def went(self, since: float = 0.0) -> list[float]:
        """When requests of all members went."""
        return sorted(at for member in self.members for at in member.went if at >= since)

    def close(self) -> None:
        """Close every store."""
        stores: list[Any] = self._stores
        for store in stores:
            if self._runner is not None and hasattr(store, "aclose"):
                self._runner.run(store.aclose())
            store.close()
        if self._runner is not None:
            self._runner.close()
