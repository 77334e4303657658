"""Reservation of one attempt in its bucket, and the steps of a call for a shared limiter."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import suppress
from typing import NamedTuple

from ..clock import Clock
from ..errors import ThrottleUnavailable
from ._bucket_key import BucketKey
from ._local_limiter import BucketSlot, LocalLimiter
from ._shared_limiter import SharedLimiter
from ._throttle import Throttle

_RETURN_BUDGET = 0.2
"""Seconds that a finished call may wait for the store."""


class AcquireSlot(NamedTuple):
    """Step of a call: acquire a slot of the lease, and renew it if due; the result is the seconds to wait, 0 when it is acquired."""

    limiter: SharedLimiter
    slot: BucketSlot
    budget: float | None

    def run(self, _transport: object) -> float:
        """See `Step.run`."""
        return self.limiter.acquire(self.slot, self.budget)

    async def run_async(self, _transport: object) -> float:
        """See `Step.run_async`."""
        return await self.limiter.acquire_async(self.slot, self.budget)


class ReturnPermits(NamedTuple):
    """Step of a call: give permits back to the store at once. A store that fails does not fail the call."""

    limiter: SharedLimiter

    def run(self, _transport: object) -> None:
        """See `Step.run`."""
        with suppress(ThrottleUnavailable):
            self.limiter.renew(_RETURN_BUDGET)

    async def run_async(self, _transport: object) -> None:
        """See `Step.run_async`."""
        with suppress(ThrottleUnavailable):
            await self.limiter.renew_async(_RETURN_BUDGET)


class NoReservation:
    """Reservation of an attempt without a throttle: it acquires at once and records nothing."""

    __slots__ = ()

    def acquire(self, _left: Callable[[], float | None]) -> float | AcquireSlot:
        """Return 0: no wait."""
        return 0.0

    def release(self) -> None:
        """Do nothing."""

    mark_written = mark_completed = mark_abandoned = release

    def mark_refused(self, code: str, *, random: float) -> None:
        """Do nothing."""

    def give_back(self) -> Generator[ReturnPermits, object, None]:
        """Do nothing."""
        yield from ()


UNTHROTTLED = NoReservation()


class Reservation(NoReservation):
    """Reservation of one attempt, from its wait for the rate limit to its response; only a shared limiter needs steps, for its I/O."""

    __slots__ = ("_clock", "_key", "_limiter", "_slot", "_throttle")

    def __init__(self, throttle: Throttle, key: BucketKey, limit: int | None, clock: Clock) -> None:
        self._throttle = throttle
        self._key = key
        self._clock = clock
        self._limiter: LocalLimiter | SharedLimiter = throttle.limiter(key, limit, clock)
        self._slot = BucketSlot()

    def acquire(self, _left: Callable[[], float | None]) -> float | AcquireSlot:
        """Return the seconds to wait, 0 when the slot is acquired; or the step that acquires it within the seconds left."""
        limiter = self._limiter
        return AcquireSlot(limiter, self._slot, _left()) if isinstance(limiter, SharedLimiter) else limiter.acquire(self._slot)

    def release(self) -> None:
        """Release the slot: the request was not sent."""
        self._limiter.release(self._slot)

    def mark_written(self) -> None:
        """Record that the request was written just now."""
        self._limiter.mark_written(self._slot)

    def mark_completed(self) -> None:
        """Record that the response arrived just now, or that the request failed and will not arrive any more."""
        self._limiter.mark_completed(self._slot)

    def mark_abandoned(self) -> None:
        """Record that the call ended without a response; the request may still arrive, so it counts for a while."""
        self._limiter.mark_abandoned(self._slot)

    def mark_refused(self, code: str, *, random: float) -> None:
        """Record that the service refused the request for its rate; `random` spreads the requests after the pause."""
        self._throttle.record_refusal(self._key, self._limiter, self._slot, code, self._clock, random=random)

    def give_back(self) -> Generator[ReturnPermits, object, None]:
        """Yield the step that gives permits back, if other processes wait for them."""
        if isinstance(self._limiter, SharedLimiter) and self._limiter.should_return():
            yield ReturnPermits(self._limiter)
