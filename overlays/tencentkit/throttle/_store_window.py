"""State of one bucket in a store that several processes share, without lock or clock.

The rule is that of `SlidingWindow`. `FileStore` keeps the state in a file; `throttle.lua` implements the same rules for Redis.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort

from ._limits import UNLIMITED, BucketLimit
from ._peers import LATE_WAITER, Peers
from ._sliding_window import ARRIVAL_TIMEOUT, MAX_TRANSIT

_WAITER_EXPIRY = 5.0  # a waiter that is later never comes back
_RECHECK = 0.05
_CLOCK_TOLERANCE = 2.0
_TRANSIT_RANGE = (0.05, 2.0)
_TRANSIT_INCREASE, _TRANSIT_DECREASE = 0.025, 0.002
_REFUSAL_PAUSE = 1.0  # refusals closer together are one series
_RECOVERY_DELAY, _MAX_RECOVERY_DELAY = 30.0, 480.0
_RECOVERY_INTERVAL = 5.0
_EPSILON = 1e-6


class StoreWindow:
    """State of one bucket.

    All times are seconds of one clock. A ticket is a number that identifies one request; a peer is a number that identifies
    one process which shares the bucket, or 0 when only one process uses it.

    Args:
        max_transit: Initial upper bound, in seconds, from writing a request to its arrival.
        arrival_timeout: Seconds after which a request that was not written yet counts as arrived.
    """

    __slots__ = (
        *("arrival_timeout", "arrivals", "freed", "in_flight", "last_acquired", "learned_floor", "learned_limit", "max_transit"),
        *("paused_until", "peers", "raised_at", "recovery_delay", "refused_at", "retry_at", "waiter_peers", "waiters"),
    )

    def __init__(self, max_transit: float = MAX_TRANSIT, arrival_timeout: float = ARRIVAL_TIMEOUT) -> None:
        self.last_acquired: float = -1e9
        self.paused_until: float = -1e9
        self.learned_limit: int = 0
        """Limit learned from refusals; 0: none."""
        self.learned_floor: int = 1
        """Lower bound of the learned limit within the latest series of refusals."""
        self.max_transit: float = max_transit
        self.arrival_timeout = arrival_timeout
        self.refused_at: float = -1e9
        self.raised_at: float = -1e9
        self.recovery_delay: float = _RECOVERY_DELAY
        self.in_flight: dict[int, tuple[float, float]] = {}
        """By ticket: when the request acquired its slot, and until when it counts at most."""
        self.arrivals: list[float] = []
        """Latest possible arrival of each completed request, sorted."""
        self.waiters: list[int] = []
        """Tickets of the waiting requests, in order."""
        self.retry_at: list[float] = []
        """Planned time of each waiter's next attempt to acquire."""
        self.waiter_peers: list[int] = []
        """Process of each waiter."""
        self.peers: Peers = Peers()
        self.freed: list[float] = []
        """Planned times of waiters that gave up, for the next requests."""

    def acquire(self, ticket: int, now: float, limit: BucketLimit, min_transit: float = 0.0, peer: int = 0) -> float:
        """Acquire a slot, or a position in the queue.

        Args:
            ticket: The request.
            now: The time.
            limit: Limit of the bucket.
            min_transit: Minimum seconds from sending a request to its arrival.
            peer: The process of the request.

        Returns:
            0 when the request may be sent and counts from now on; else seconds until the next attempt to acquire.
        """
        self.expire(now, limit, min_transit)
        waiters, retry_at = self.waiters, self.retry_at
        free = len(self.in_flight) + len(self.arrivals) < limit.requests
        simple = not waiters and not self.learned_limit and not self.peers.known
        if free and simple and now >= self.paused_until and now >= self.last_acquired + limit.gap:
            # Fast path: the rest of this method would give the same result.
            self.in_flight[ticket] = (now, now + self.arrival_timeout + limit.period)
            self.last_acquired = now
            return 0.0
        ahead = position = len(waiters)
        waits = False
        if waiters:
            if ticket in waiters:
                waits = True
                position = waiters.index(ticket)
                # Reserve room for earlier waiters that are due, not for those that are late.
                ahead = sum(1 for at in retry_at[:position] if at >= now - LATE_WAITER)
            else:
                while self.freed:
                    if (at := self.freed.pop(0)) > now:
                        return self._enqueue(bisect_left(retry_at, at), ticket, peer, at, now)
        due = self._available_at(ahead, position, now, limit, min_transit)
        if due > now + _EPSILON:
            if not waits:
                return self._enqueue(position, ticket, peer, due, now)
            retry_at[position] = due
            return due - now
        if waits:
            self._dequeue(position)
        self.admit(ticket, now, limit)
        return 0.0

    def _enqueue(self, position: int, ticket: int, peer: int, due: float, now: float) -> float:
        self.waiters.insert(position, ticket)
        self.retry_at.insert(position, due)
        self.waiter_peers.insert(position, peer)
        return due - now

    def _dequeue(self, position: int) -> None:
        del self.waiters[position], self.retry_at[position], self.waiter_peers[position]

    def _available_at(self, ahead: int, position: int, now: float, limit: BucketLimit, min_transit: float) -> float:
        """Return when a slot is expected for a request with `ahead` waiters before it."""
        held = len(self.in_flight) + len(self.arrivals)
        index = ahead + held - self.allowed(limit, now)
        due = now
        if index >= held:
            # Never at once, even when the earlier waiters are overdue.
            due = max(self.retry_at[index - held] + limit.period, now + _RECHECK)
        elif index >= 0:
            releases = [at - min_transit + limit.period for at in self.arrivals]
            # An overdue response may come at any moment and free its slot.
            releases += [min(max(acquired + limit.period, now + _RECHECK), until) for acquired, until in self.in_flight.values()]
            due = sorted(releases)[index]
        due = max(due, self.last_acquired + limit.gap * (1 + ahead), self.paused_until + limit.gap * ahead)
        return max(due, self.retry_at[position - 1] + limit.gap) if position else due

    def allowed(self, limit: BucketLimit, now: float) -> int:
        """Return how many requests may count at once: the limit, or the learned limit, less the share of missing peers."""
        most = self._current_limit(limit, now)
        return max(1, most - self.peers.missing_share(now)) if self.peers.known else most

    def _current_limit(self, limit: BucketLimit, now: float) -> int:
        """Return the limit, or the learned limit, raised step by step while the service refuses nothing."""
        if not self.learned_limit:
            return limit.requests
        if now - self.refused_at > self.recovery_delay and now - self.raised_at > _RECOVERY_INTERVAL:
            self.raised_at = now
            self.learned_limit += max(1, self.learned_limit // 20)
            if self.learned_limit >= limit.requests:
                self.learned_limit, self.recovery_delay = 0, _RECOVERY_DELAY
                return limit.requests
        return min(self.learned_limit, limit.requests)

    def mark_written(self, ticket: int, at: float, limit: BucketLimit) -> None:
        """Record that the request was written at `at`, which bounds its arrival."""
        request = self.in_flight.get(ticket)
        if request is not None:
            self.in_flight[ticket] = (request[0], min(request[1], at + self.max_transit + limit.period))

    def mark_abandoned(self, ticket: int, now: float, limit: BucketLimit) -> None:
        """Record that no report will follow; the request may still arrive."""
        request = self.in_flight.get(ticket)
        if request is not None:
            self.in_flight[ticket] = (request[0], min(request[1], now + ARRIVAL_TIMEOUT + limit.period))

    def mark_completed(self, ticket: int, at: float, limit: BucketLimit, min_transit: float = 0.0) -> None:
        """Record a response at `at`: the request arrived at least `min_transit` before."""
        request = self.in_flight.pop(ticket, None)
        if request is None:
            return
        latest = request[1] - limit.period + min_transit
        if latest < at - min_transit:
            if at - self.refused_at > self.recovery_delay:
                # The response came too late to bound the arrival, so tighten the bound by the time of writing.
                self.max_transit = max(_TRANSIT_RANGE[0], self.max_transit - _TRANSIT_DECREASE)
            insort(self.arrivals, latest)
        else:
            insort(self.arrivals, at - min_transit)

    def admit(self, ticket: int, at: float, limit: BucketLimit) -> None:
        """Count a request that acquired its slot at `at`."""
        self.in_flight[ticket] = (at, at + self.arrival_timeout + limit.period)
        self.last_acquired = max(self.last_acquired, at)

    def release(self, ticket: int) -> None:
        """Release the slot or queue position of a request that was not sent; the next request gets it."""
        self.in_flight.pop(ticket, None)
        if ticket not in self.waiters:
            return
        position = self.waiters.index(ticket)
        at = self.retry_at[position]
        self._dequeue(position)
        if not self.waiters:
            self.freed.clear()
        elif position < len(self.waiters):
            insort(self.freed, at)

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
        accepted = max(1, len(self.in_flight) + len(self.arrivals))
        if now - self.refused_at > _REFUSAL_PAUSE:
            if self.learned_limit:
                self.recovery_delay = min(self.recovery_delay * 2, _MAX_RECOVERY_DELAY)
            self.max_transit = min(self.max_transit + _TRANSIT_INCREASE, _TRANSIT_RANGE[1])
            # A burst of another program must not take the whole limit: one series halves it at most.
            self.learned_floor = (self.learned_limit or (1 if limit.requests == UNLIMITED else limit.requests)) // 2
        self.learned_limit = max(1, self.learned_floor, min(self.learned_limit or limit.requests, accepted))
        self.refused_at = self.raised_at = now
        self.paused_until = max(self.paused_until, now + _REFUSAL_PAUSE + jitter)

    def pause(self, until: float) -> None:
        """Admit no request before `until`."""
        self.paused_until = max(self.paused_until, until)

    def expire(self, now: float, limit: BucketLimit, min_transit: float) -> None:
        """Drop requests that no longer count, and waiters that never came back."""
        arrivals, in_flight = self.arrivals, self.in_flight
        expired = now + min_transit - limit.period
        if arrivals and arrivals[0] <= expired:
            del arrivals[: bisect_right(arrivals, expired)]
        if in_flight:
            for ticket in [ticket for ticket, request in in_flight.items() if request[1] <= now]:
                del in_flight[ticket]
        retry_at = self.retry_at
        if retry_at and retry_at[0] < now - LATE_WAITER:
            self.peers.mark_missing(zip(retry_at, self.waiter_peers, strict=True), now)
            while retry_at and retry_at[0] < now - _WAITER_EXPIRY:
                self._dequeue(0)

    def clamp_future_times(self, now: float) -> None:
        """Move times that are far in the future to `now`, after the clock was set back or the machine rebooted.

        Times slightly ahead are valid: their processes read the clock later and reached the bucket first.
        """
        if max(self.last_acquired, self.refused_at, self.arrivals[-1] if self.arrivals else self.last_acquired) <= now + _CLOCK_TOLERANCE:
            return
        self.last_acquired = min(self.last_acquired, now)
        self.refused_at, self.raised_at = min(self.refused_at, now), min(self.raised_at, now)
        self.paused_until = min(self.paused_until, now + 2 * _REFUSAL_PAUSE)
        self.arrivals = [min(at, now) for at in self.arrivals]
        for ticket, (acquired, until) in self.in_flight.items():
            if acquired > now:
                self.in_flight[ticket] = (now, now + until - acquired)
        # Waiters acquire again by themselves.
        self.waiters, self.retry_at, self.waiter_peers, self.freed = [], [], [], []
        self.peers.clamp_future_times(now)
