"""Lease of one process: how many requests it may have counting at once, and when and what it asks the store. Pure state."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

from ._lease_table import ARRIVAL, keep_of
from ._store import LeaseReply, LeaseRequest

_RETRY, _LATER_RETRY = 0.5, 1.0
"""Seconds from a failed renewal to the next attempt: after the first failure, and after more."""
_EARLY = 0.1
"""Minimum seconds between two renewals while a process asks for more permits."""
_FIRST_ATTEMPTS = 4
"""Failed attempts after which a process that never reached the store uses its fair share: single ones may be lost."""
_PADDING = 1.125
"""Processes that may have joined since the last renewal, as a factor."""


class Usage:
    """Use of a bucket by this process at one moment.

    Attributes:
        counted: Requests that count.
        in_flight: Requests among them without a response.
        waiting: Requests that wait.
        arrivals: Returns the earliest arrivals of the completed requests that count, at most so many.
    """

    __slots__ = ("arrivals", "counted", "in_flight", "waiting")

    def __init__(self, counted: int, in_flight: int, waiting: int, arrivals: Callable[[int], Sequence[float]]) -> None:
        self.counted: int = counted
        self.in_flight: int = in_flight
        self.waiting: int = waiting
        self.arrivals: Callable[[int], Sequence[float]] = arrivals


class Lease:
    """Permits of one process in one bucket. All times are seconds of its monotonic clock.

    Args:
        number: Number of the process.
        limit: Limit of the bucket.
        period: Seconds for which a request counts after its arrival.
        fair_share: Permits of a process that never reached the store.
        priority: Priority class: 0 is the highest.
        random: Returns a number from 0 to 1, to spread the renewals.
    """

    def __init__(self, number: int, *, limit: int, period: float, fair_share: int, priority: int, random: Callable[[], float]) -> None:
        self.number = number
        self.held: int = 0
        self.failures: int = 0
        self.renew_at: float = -1e9
        self.reply: LeaseReply | None = None
        self.refused: bool = False
        self.peak: int = 0
        self._limit, self._period, self._fair_share, self._priority, self._random = limit, period, fair_share, priority, random
        self._sequence = 0
        self._sent_at = self._starts_at = self._turn_ends_at = -1e9
        self._turn_used = False
        self._blocked_until = -1e9
        """Until then a lost renewal may have given back permits that still count: the store would free them at once."""
        self._ends_at = self._previous_at = self._latest_at = -1e9
        self._target = self._keep = self._delayed = 0
        self._returned: deque[tuple[float, int]] = deque()
        """Permits given back that still count: when they cease to, and how many."""

    def permits(self, now: float) -> int:
        """Return how many requests may count at once."""
        reply = self.reply
        if reply is None:
            return self._fair_share if self.failures >= _FIRST_ATTEMPTS else 0
        if now < self._ends_at:
            usable = self.held - (self._delayed if now < self._starts_at else 0)
            return max(0, min(usable, self._goal(now)))
        if not self.failures:
            return 0  # idle for long: renew first
        kept = min(self.held, self._keep)
        if now >= self._sent_at + 2 * reply.lease + self._period + ARRIVAL:
            # By now the lease of every process has ended, too.
            kept = max(kept, reply.allowed // (int(reply.members * _PADDING) + 1))
        return kept

    def _goal(self, now: float) -> int:
        """Return how many permits to keep: fewer once the permit that rotates belongs to the next process."""
        return self._target - self._turn_is_over(now)

    def _turn_is_over(self, now: float) -> bool:
        """Return whether the permit that rotates was used, and its turn ends before it can be used again."""
        contended = self.reply is not None and self.reply.contended
        next_use = max(now, self._latest_at + self._period)
        return contended and self._turn_used and -1e8 < self._turn_ends_at <= next_use

    def renew_early(self, now: float) -> None:
        """Renew soon, because a call waits although the processes want less than there is."""
        reply = self.reply
        if reply is not None and not (reply.contended or self.failures) and self.held == self._target < self._limit:
            self.renew_at = min(self.renew_at, max(now, self._sent_at + _EARLY))

    def is_valid(self, now: float) -> bool:
        """Return whether the lease has not ended."""
        return now < self._ends_at

    def next_change(self, now: float) -> float:
        """Return when the permits may change: at the next renewal, or when granted permits start."""
        return self._starts_at if now < self._starts_at < self.renew_at else self.renew_at

    def is_due(self, now: float) -> bool:
        """Return whether a call has to renew the lease."""
        return now >= self.renew_at or (now >= self._ends_at and not self.failures)

    def may_renew(self, now: float) -> bool:
        """Return whether a renewal may be sent."""
        return now >= self._blocked_until

    def should_return(self, now: float, usage: Usage) -> bool:
        """Return whether to renew after a response: other processes wait for permits, or the service refused a request."""
        reply = self.reply
        if self.failures and now < self.renew_at:
            return False
        if self.refused:
            return True
        if reply is None or not reply.contended or not self.held or now >= self._ends_at:
            return False
        if self._is_isolated(now, usage):
            return True
        return self._turn_is_over(now) and self.held >= self._target > 0

    def _is_isolated(self, now: float, usage: Usage) -> bool:
        """Return whether a single call has ended, and the process does not call all the time."""
        return not usage.in_flight and not usage.waiting and self._previous_at < now - 2 * self._period

    def record_acquired(self, now: float, counted: int) -> None:
        """Record a request that acquired its slot."""
        self._previous_at, self._latest_at = self._latest_at, now
        self.peak = max(self.peak, counted)
        if counted - sum(permits for until, permits in self._returned if until > now) >= self._target:
            self._turn_used = True

    def request(self, now: float, usage: Usage, *, minimum_delay: float = 0.0, leaves: bool = False) -> LeaseRequest:
        """Return the renewal to send; the permits that it gives back are gone from now on.

        Args:
            now: The time.
            usage: Use of the bucket.
            minimum_delay: Seconds for which a request counts longer for other processes than for this one.
            leaves: Give everything back.
        """
        reply, returned = self.reply, self._returned
        while returned and returned[0][0] <= now:
            returned.popleft()
        if now >= self._ends_at:
            self.held = min(self.held, self._keep) if self.failures else 0
        contended = reply is not None and reply.contended
        gives_up = leaves or (contended and self._is_isolated(now, usage))
        demand = max(self.peak, usage.counted) + usage.waiting
        if usage.waiting:
            demand = max(demand, 2 * self.peak)  # calls that wait one after another show a part of the demand
        elif not contended:
            demand += max(1, demand // 4)
        want = max(1, min(self._limit, demand))
        goal = 0 if gives_up else self.held if reply is None else min(self.held, self._goal(now))
        if contended:
            goal = min(goal, want)
        excess, pending = self.held - goal, sum(permits for _, permits in returned)
        unused = max(0, self.held - max(0, usage.counted - pending))
        at_once = min(excess, unused)
        times = usage.arrivals(pending + excess - at_once)[pending:] if excess > at_once else ()
        later, later_in = len(times), 0.0
        if times:
            later_in = max(0.0, times[-1] + self._period - now)
            returned.append((now + later_in, later))
        starts_in = self._starts_at - now
        self.held -= at_once + later
        want = 0 if gives_up and not self.held else max(want, self.held)
        self._sequence += 1
        self.peak, refused, self.refused = usage.counted, self.refused, False
        self._turn_ends_at = self._turn_ends_at if self.held >= self._target else -1e9
        return LeaseRequest(
            self.number, self._sequence, self._limit, self.held, want, at_once, max(minimum_delay, starts_in), later, later_in,
            self._priority, refused, self._fair_share, self._period,
        )  # fmt: skip

    def accept(self, reply: LeaseReply, sent_at: float, now: float) -> None:
        """Use the reply to a request that was sent at `sent_at`."""
        if reply.held < 0:
            self.fail(LeaseRequest(self.number, self._sequence, self._limit), now, delivered=True)
            return
        self.reply, self.failures, self._sent_at = reply, 0, sent_at
        self.held, self._target = reply.held, reply.target
        if now >= self._starts_at:
            self._delayed = 0
        if reply.delayed:
            self._delayed += reply.delayed
            self._starts_at = max(self._starts_at, now + reply.starts_in)
        if reply.turn_ends_in < 0:
            self._turn_ends_at = -1e9
        else:
            if self._turn_ends_at < -1e8:
                self._turn_used = False
            self._turn_ends_at = now + reply.turn_ends_in
        self._ends_at = sent_at + reply.lease
        self._keep = min(reply.held, keep_of(reply.allowed, reply.members))
        self.renew_at = now + reply.renew_in * (0.9 + 0.2 * self._random())

    def end(self) -> None:
        """Record that the store got all permits back. The requests that still count are known for the next renewal."""
        self.failures = self._delayed = 0
        self.renew_at = self._ends_at = self._starts_at = self._turn_ends_at = -1e9

    def fail(self, request: LeaseRequest, now: float, *, delivered: bool) -> None:
        """Record a renewal that failed or timed out; if the store did not get it, the permits that it gave back are kept."""
        self.refused |= request.refused
        if not delivered:
            self.held += request.returned + request.later
            if request.later:
                self._returned.pop()
        elif request.later:
            self._blocked_until = max(self._blocked_until, now + request.later_in)
        self.failures += 1
        retry = now + (_RETRY if self.failures == 1 else _LATER_RETRY) * (0.75 + 0.5 * self._random())
        self.renew_at = max(retry, self._blocked_until)
