"""The place of one attempt in the bucket that it counts in."""

from __future__ import annotations

from collections.abc import Generator
from typing import NamedTuple

from ..clock import Clock
from ._local_limiter import LocalLimiter, Slot
from ._shared_limiter import SharedLimiter
from ._throttle import BucketKey, Throttle


class AcquireSlot(NamedTuple):
    """A step of a call: ask the store for a slot; answer with the seconds to wait, 0 for go."""

    pacer: SharedLimiter
    slot: Slot

    def run(self, _transport: object) -> float:
        """See `Step.run`."""
        return self.pacer.ask(self.slot)

    async def run_async(self, _transport: object) -> float:
        """See `Step.run_async`."""
        return await self.pacer.ask_async(self.slot)


class FlushReports(NamedTuple):
    """A step of a call: tell the store at once what happened."""

    pacer: SharedLimiter

    def run(self, _transport: object) -> None:
        """See `Step.run`."""
        self.pacer.flush()

    async def run_async(self, _transport: object) -> None:
        """See `Step.run_async`."""
        await self.pacer.flush_async()


class NoReservation:
    """The place of an attempt that nothing throttles."""

    __slots__ = ()

    def ask(self) -> float | AcquireSlot:
        """0: go."""
        return 0.0

    def leave(self) -> None:
        """Nothing to give up."""

    def written(self) -> None:
        """Of no interest."""

    def answered(self) -> None:
        """Of no interest."""

    def abandoned(self) -> None:
        """Of no interest."""

    def refused(self, code: str, *, random: float) -> None:
        """Of no interest."""

    def flush(self) -> Generator[FlushReports, object, None]:
        """Nothing to tell."""
        yield from ()


FREE = NoReservation()


class Reservation(NoReservation):
    """One attempt, from its wait for the rate limit to its answer; a bucket in memory is asked here and now, a store by a step."""

    __slots__ = ("_clock", "_key", "_pacer", "_slot", "_throttle")

    def __init__(self, throttle: Throttle, key: BucketKey, limit: int | None, clock: Clock) -> None:
        self._throttle = throttle
        self._key = key
        self._clock = clock
        self._pacer: LocalLimiter | SharedLimiter = throttle.bucket(key, limit, clock)
        self._slot = Slot()

    def ask(self) -> float | AcquireSlot:
        """Seconds to wait, 0 for go; or the step that finds out."""
        pacer = self._pacer
        return AcquireSlot(pacer, self._slot) if isinstance(pacer, SharedLimiter) else pacer.ask(self._slot)

    def leave(self) -> None:
        """Give the place up: nothing was sent."""
        self._pacer.leave(self._slot)

    def written(self) -> None:
        """The request has just been written."""
        self._pacer.written(self._slot)

    def answered(self) -> None:
        """Its answer has just come, or nothing will come any more."""
        self._pacer.answered(self._slot)

    def abandoned(self) -> None:
        """Nobody waits for its answer any more; it may still be on its way, so it goes on to count for a while."""
        self._pacer.abandoned(self._slot)

    def refused(self, code: str, *, random: float) -> None:
        """The service refused it for its rate; `random` spreads those who go on after it."""
        self._throttle.refused(self._key, self._slot, code, self._clock, random=random)

    def flush(self) -> Generator[FlushReports, object, None]:
        """Tell a store at once, since others wait for it."""
        if isinstance(self._pacer, SharedLimiter):
            yield FlushReports(self._pacer)
