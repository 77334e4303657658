"""Sliding-window rate limiter for one bucket, without lock or clock.

A request counts from the moment it acquires its slot until one period after it certainly arrived. At no time do more requests
count than the limit allows. Its response proves that it arrived; until then, the time when it was written bounds its arrival.
The proof, the cost and the rejected designs: docs/design/throttle.md.

Each operation takes constant or logarithmic time, whatever the limit and the number of waiting requests.
"""

from __future__ import annotations

from collections import OrderedDict
from heapq import heappop, heappush, nsmallest
from math import inf

from ._limits import REFUSAL_PAUSE, UNLIMITED, BucketLimit, LearnedLimit
from ._wait_queue import WaitQueue

ARRIVAL_TIMEOUT = 2.5
"""Seconds after which a request without any report counts as arrived."""
MAX_TRANSIT = 1.0
"""Initial upper bound, in seconds, of the time from writing a request to its arrival."""
_RECHECK, _MAX_RECHECK = 0.05, 0.5
_TRANSIT_RANGE = (0.05, 2.0)
_TRANSIT_INCREASE, _TRANSIT_DECREASE = 0.025, 0.002
_EPSILON = 1e-6


class SlidingWindow:
    """State of one bucket.

    All times are seconds of one clock. A ticket is a number that identifies one request. A request that was not written yet
    counts until it is reported as completed, released or abandoned.

    Args:
        max_transit: Initial upper bound, in seconds, from writing a request to its arrival.

    Attributes:
        in_flight: By ticket, in order: when the request acquired its slot, and until when it counts at most.
        queue: The waiting requests.
        learned: The limit learned from refusals.
    """

    __slots__ = ("_arrivals", "_expiries", "in_flight", "learned", "max_transit", "paused_until", "queue")

    def __init__(self, max_transit: float = MAX_TRANSIT) -> None:
        self.in_flight: OrderedDict[int, tuple[float, float]] = OrderedDict()
        self.queue: WaitQueue = WaitQueue()
        self.learned: LearnedLimit = LearnedLimit()
        self.max_transit: float = max_transit
        self.paused_until: float = -1e9
        self._arrivals: list[float] = []
        """Latest possible arrival of each completed request that still counts, as a heap."""
        self._expiries: list[tuple[float, int]] = []
        """End and ticket of requests in flight, as a heap; some have completed since."""

    def counted(self) -> int:
        """Return how many requests count; `expire` drops the others first."""
        return len(self.in_flight) + len(self._arrivals)

    def acquire(self, ticket: int, now: float, limit: BucketLimit, min_transit: float = 0.0, not_before: float = -1e9) -> float:
        """Acquire a slot, or a position in the queue.

        Args:
            ticket: The request.
            now: The time.
            limit: Limit of the bucket.
            min_transit: Minimum seconds from sending a request to its arrival.
            not_before: Time before which no slot is expected.

        Returns:
            0 when the request may be sent and counts from now on; else seconds until the next attempt to acquire.
        """
        self.expire(now, limit, min_transit)
        queue = self.queue
        allowed = self.learned.allowed(limit, now) if self.learned.requests else limit.requests
        free = len(self.in_flight) + len(self._arrivals) < allowed
        if free and not queue and now >= self.paused_until and now + _EPSILON >= queue.last_planned() + limit.gap:
            self.in_flight[ticket] = (now, inf)
            if limit.requests < UNLIMITED:
                queue.record(now, limit)
            return 0.0
        if ticket not in queue:
            queue.join(ticket, now, limit)
        due = max(queue.due(ticket, allowed, limit), self.paused_until, not_before)
        if due <= now + _EPSILON:
            if self.counted() + queue.reserved_before(ticket, now) < allowed:
                queue.leave(ticket, now)
                self.in_flight[ticket] = (now, inf)
                return 0.0
            due = self._next_release(now, limit, min_transit)
        queue.move(ticket, due)
        return due - now

    def _next_release(self, now: float, limit: BucketLimit, min_transit: float) -> float:
        """Return when the next slot may become free."""
        release = now + _MAX_RECHECK
        if self._arrivals:
            release = min(release, self._arrivals[0] - min_transit + limit.period)
        if self._expiries:
            release = min(release, self._expiries[0][0])
        if self.in_flight:
            expected = next(iter(self.in_flight.values()))[0] + limit.period
            if expected < now + _RECHECK:
                # An overdue response may come at any moment. The longer it is overdue, the less often its waiters look.
                expected = now + max(_RECHECK, (now - expected) / 2)
            release = min(release, expected)
        return max(release, now + _EPSILON) if self.counted() else now + _RECHECK

    def mark_written(self, ticket: int, at: float, limit: BucketLimit) -> None:
        """Record that the request was written at `at`, which bounds its arrival."""
        self._bound(ticket, at + self.max_transit + limit.period)

    def mark_abandoned(self, ticket: int, now: float, limit: BucketLimit) -> None:
        """Record that no report will follow; the request may still arrive."""
        self._bound(ticket, now + ARRIVAL_TIMEOUT + limit.period)

    def _bound(self, ticket: int, until: float) -> None:
        request = self.in_flight.get(ticket)
        if request is not None and until < request[1]:
            self.in_flight[ticket] = (request[0], until)
            heappush(self._expiries, (until, ticket))

    def mark_completed(self, ticket: int, at: float, limit: BucketLimit, min_transit: float = 0.0) -> None:
        """Record a response at `at`: the request arrived at least `min_transit` before."""
        request = self.in_flight.pop(ticket, None)
        if request is None:
            return
        latest = request[1] - limit.period + min_transit
        if latest < at - min_transit:
            if self.learned.is_quiet(at):
                # The response came too late to bound the arrival, so tighten the bound by the time of writing.
                self.max_transit = max(_TRANSIT_RANGE[0], self.max_transit - _TRANSIT_DECREASE)
            heappush(self._arrivals, latest)
        else:
            heappush(self._arrivals, at - min_transit)

    def release(self, ticket: int) -> None:
        """Release the slot or queue position of a request that was not sent; the next request gets it."""
        if self.in_flight.pop(ticket, None) is not None:
            self.queue.reopen()
        else:
            self.queue.release(ticket)

    def mark_refused(self, ticket: int, now: float, limit: BucketLimit, jitter: float, min_transit: float = 0.0) -> None:
        """Record that the service refused the request for its rate: pause, and learn a lower limit.

        Args:
            ticket: The request.
            now: The time.
            limit: The limit that was kept.
            jitter: Seconds on top of the pause, to spread the requests after it.
            min_transit: As for `acquire`.
        """
        self.in_flight.pop(ticket, None)
        self.expire(now, limit, min_transit)
        if self.learned.record_refusal(self.counted(), limit, now):
            self.max_transit = min(self.max_transit + _TRANSIT_INCREASE, _TRANSIT_RANGE[1])
        self.pause(now + REFUSAL_PAUSE + jitter)

    def pause(self, until: float) -> None:
        """Admit no request before `until`."""
        self.paused_until = max(self.paused_until, until)

    def expire(self, now: float, limit: BucketLimit, min_transit: float) -> None:
        """Drop requests that no longer count."""
        arrivals, expiries, expired = self._arrivals, self._expiries, now + min_transit - limit.period
        while arrivals and arrivals[0] <= expired:
            heappop(arrivals)
        while expiries and expiries[0][0] <= now:
            until, ticket = heappop(expiries)
            if self.in_flight.get(ticket, (0.0, 0.0))[1] == until:
                del self.in_flight[ticket]

    def arrivals(self, most: int) -> list[float]:
        """Return the earliest arrivals of completed requests that count, at most `most` of them."""
        return nsmallest(most, self._arrivals)
