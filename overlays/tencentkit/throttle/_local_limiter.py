"""Rate limiter for one bucket in the memory of one process, for threads and event loops alike."""

from __future__ import annotations

import threading
from collections.abc import Callable
from itertools import count
from os import urandom

from .._concurrency.fork_safety import register_fork_reset
from ..clock import Clock
from ._lease import Usage
from ._limits import UNLIMITED, BucketLimit
from ._sliding_window import MAX_TRANSIT, SlidingWindow
from ._wait_queue import WaitQueue

_MAX_ESTIMATE = 0.05
_ESTIMATE_INCREASE = 0.0005
_MIN_RESPONSES = 100


class _TicketNumbers:
    """Ticket numbers: exact as a double, for Lua, and unlikely to be used by another process."""

    _MASK = (1 << 52) - 1

    def __init__(self) -> None:
        self.reset_after_fork()
        register_fork_reset(self)

    def reset_after_fork(self) -> None:
        """Start at another random number, so that parent and child differ."""
        self._numbers = count(int.from_bytes(urandom(6), "big"))

    def next(self) -> int:
        """Return an unused number."""
        return next(self._numbers) & self._MASK


_TICKETS = _TicketNumbers()


class BucketSlot:
    """Slot of one request in a bucket: waiting first, then in flight.

    Attributes:
        ticket: Number of the request in the sliding window.
        waiting_since: When the request began to wait; `None`: it did not wait.
        acquired_at: When the slot was acquired; `None` before.
    """

    __slots__ = ("acquired_at", "ticket", "waiting_since")

    def __init__(self) -> None:
        self.ticket: int = _TICKETS.next()
        self.waiting_since: float | None = None
        self.acquired_at: float | None = None


class TransitEstimate:
    """Estimate of the minimum transit time of a request: half of the fastest round trip.

    It needs many responses, because a busy machine slows the first ones. It grows slowly, so that the requests of one second
    count alike, and falls at once.
    """

    __slots__ = ("_fastest", "_responses", "seconds")

    def __init__(self) -> None:
        self.seconds: float = 0.0
        self._responses = 0
        self._fastest = 60.0

    def observe(self, round_trip: float) -> None:
        """Update the estimate from a round trip in seconds."""
        self._responses += 1
        self._fastest = min(self._fastest, round_trip)
        if self._responses > _MIN_RESPONSES:
            self.seconds = min(self._fastest / 2, self.seconds + _ESTIMATE_INCREASE, _MAX_ESTIMATE)


class BucketCounters:
    """Counters of one bucket.

    Attributes:
        waits: Requests that had to wait.
        waited: Seconds that they waited in total.
        refusals: Requests that the service refused for their rate.
    """

    __slots__ = ("refusals", "waited", "waits")

    def __init__(self) -> None:
        self.waits: int = 0
        self.waited: float = 0.0
        self.refusals: int = 0


class LocalLimiter:
    """Rate limiter for one bucket, first come, first served.

    Args:
        limit: Limit of the bucket.
        clock: The clock.
        max_transit: As for `SlidingWindow`.
        on_wait: Called with the seconds when a request has to wait.
    """

    def __init__(
        self, limit: BucketLimit, clock: Clock, *, max_transit: float = MAX_TRANSIT, on_wait: Callable[[float], None] | None = None
    ) -> None:
        self.limit = limit
        self.min_transit: TransitEstimate = TransitEstimate()
        self.counters: BucketCounters = BucketCounters()
        self._window = SlidingWindow(max_transit)
        self._monotonic = clock.monotonic
        self.used_at: float = clock.monotonic()
        self._on_wait = on_wait
        self._lock = threading.Lock()

    def acquire(self, slot: BucketSlot, *, not_before: float = -1e9) -> float:
        """Return 0 when the slot is acquired, to be used or released; else seconds until the next attempt."""
        self.used_at = now = self._monotonic()
        with self._lock:
            wait = self._window.acquire(slot.ticket, now, self.limit, self.min_transit.seconds, not_before)
        if not wait and slot.waiting_since is None:
            slot.acquired_at = now
            return 0.0
        return self._count_wait(slot, wait, now)

    def _count_wait(self, slot: BucketSlot, wait: float, now: float) -> float:
        """Count the wait that begins, or ends with `wait` 0; return `wait`."""
        if not wait:
            if slot.waiting_since is not None and slot.acquired_at is None:
                self.counters.waited += now - slot.waiting_since
            slot.acquired_at = now
        elif slot.waiting_since is None:
            slot.waiting_since = now
            self.counters.waits += 1
            if self._on_wait is not None:
                self._on_wait(wait)
        return wait

    def release(self, slot: BucketSlot) -> None:
        """Release the slot of a request that was not sent; the next request gets it."""
        with self._lock:
            self._window.release(slot.ticket)

    def mark_written(self, slot: BucketSlot) -> None:
        """Record that the request was written just now."""
        now = self._monotonic()
        with self._lock:
            self._window.mark_written(slot.ticket, now, self.limit)

    def mark_completed(self, slot: BucketSlot) -> None:
        """Record that the response arrived just now, or that the request failed and will not arrive any more."""
        now = self._monotonic()
        with self._lock:
            if slot.acquired_at is not None:
                self.min_transit.observe(now - slot.acquired_at)
            self._window.mark_completed(slot.ticket, now, self.limit, self.min_transit.seconds)

    def mark_abandoned(self, slot: BucketSlot) -> None:
        """Record that the call ended without waiting for the response."""
        now = self._monotonic()
        with self._lock:
            self._window.mark_abandoned(slot.ticket, now, self.limit)

    def mark_refused(self, slot: BucketSlot, jitter: float) -> None:
        """Record that the service refused the request for its rate; `jitter` as for `SlidingWindow.mark_refused`."""
        now = self._monotonic()
        with self._lock:
            self.counters.refusals += 1
            self._window.mark_refused(slot.ticket, now, self.limit, jitter, self.min_transit.seconds)

    def pause(self, seconds: float) -> None:
        """Admit no request for so many seconds."""
        now = self._monotonic()
        with self._lock:
            self._window.pause(now + max(0.0, seconds))

    def counted(self) -> int:
        """Return how many requests counted at the last attempt."""
        return self._window.counted()

    def rank(self, slot: BucketSlot) -> int:
        """Return about how many requests wait before this one."""
        return self._window.queue.rank(slot.ticket)

    def usage(self, now: float) -> Usage:
        """Return the use of the bucket at `now`."""
        with self._lock:
            window = self._window
            window.expire(now, self.limit, self.min_transit.seconds)
            return Usage(window.counted(), len(window.in_flight), len(window.queue), window.arrivals)

    def snapshot(self) -> BucketSnapshot:
        """Return the state of the bucket at this moment."""
        now = self._monotonic()
        with self._lock:
            return BucketSnapshot.of(self._window, now, self.limit, self.min_transit.seconds)

    def is_unused(self, seconds: float) -> bool:
        """Return whether no request counts, waits or was made for so many seconds, and no lower limit was learned."""
        now = self._monotonic()
        with self._lock:
            window = self._window
            window.expire(now, self.limit, 0.0)
            busy = window.counted() or len(window.queue) or window.learned.requests or now < window.paused_until
        return not busy and now - self.used_at > seconds

    def reset_after_fork(self) -> None:
        """Replace the lock in a forked child, abandon the parent's requests in flight, and forget its waiters."""
        self._lock = threading.Lock()
        now = self._monotonic()
        for ticket in self._window.in_flight:
            self._window.mark_abandoned(ticket, now, self.limit)
        self._window.queue = WaitQueue()


class BucketSnapshot:
    """State of a bucket at one moment; attributes as for `BucketState`."""

    __slots__ = ("allowed", "left", "paused", "permits", "processes", "waiting", "window")

    def __init__(self, allowed: int | None, left: int | None, waiting: int, paused: float, window: float) -> None:
        self.allowed: int | None = allowed
        self.left: int | None = left
        self.waiting: int = waiting
        self.paused: float = paused
        self.window: float = window
        self.permits: int | None = allowed
        self.processes: int = 1

    @classmethod
    def of(cls, window: SlidingWindow, now: float, limit: BucketLimit, min_transit: float) -> BucketSnapshot:
        """Return the snapshot of `window`."""
        window.expire(now, limit, min_transit)
        allowed = window.learned.allowed(limit, now)
        waiting, paused = len(window.queue), max(0.0, window.paused_until - now)
        left = 0 if paused else max(0, allowed - window.counted() - waiting)
        unlimited = allowed >= UNLIMITED
        return cls(None if unlimited else allowed, None if unlimited else left, waiting, paused, limit.period + window.max_transit)
