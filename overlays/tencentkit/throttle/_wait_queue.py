"""Queue of the requests that wait for a bucket: their order, and the planned time of each.

The plan holds one time for each request, sent or waiting, in order. A request is planned one period after the request that
is as many positions earlier as the limit allows, and one gap after its predecessor. A late wake-up does not move the plan, so
the next requests make up for it. A request that finds no free slot at its time moves its own entry, and so its successors.
"""

from __future__ import annotations

from heapq import heappop, heappush

from ._limits import BucketLimit

LATE_WAITER = 0.25
"""Seconds by which a waiter may be late before later ones stop reserving room for it."""
_WAITER_EXPIRY = 15.0
"""Seconds after which a late waiter never comes back."""
_MAX_RESERVED = 16
"""Earlier waiters that an attempt looks at."""


class WaitQueue:
    """Plan of one bucket. Each operation takes constant time, or logarithmic time when it reuses a released position."""

    __slots__ = ("_end", "_first", "_head", "_planned", "_positions", "_released", "_reusable", "_waiting")

    def __init__(self) -> None:
        self._planned: dict[int, float] = {}
        """Planned time by position, for the positions from `_first` to `_end`."""
        self._first = self._end = self._head = 0
        self._positions: dict[int, int] = {}
        """Position of each waiting ticket."""
        self._waiting: dict[int, int] = {}
        """Ticket of each waiting position."""
        self._released: set[int] = set()
        """Positions of waiters that gave up."""
        self._reusable: list[tuple[float, int]] = []
        """Planned times of released positions, as a heap; some of them were reused or removed since."""

    def __len__(self) -> int:
        return len(self._waiting)

    def __contains__(self, ticket: int) -> bool:
        return ticket in self._positions

    def rank(self, ticket: int) -> int:
        """Return about how many requests wait before this one."""
        return max(0, self._positions.get(ticket, 0) - self._head)

    def last_planned(self) -> float:
        """Return the planned time of the last request."""
        return self._planned.get(self._end - 1, -1e9)

    def record(self, now: float, limit: BucketLimit) -> None:
        """Add a request that did not wait."""
        self._planned[self._end] = now
        self._end += 1
        self._trim(now, limit)

    def join(self, ticket: int, now: float, limit: BucketLimit) -> None:
        """Add a waiter: at the position of one that gave up, else at the end."""
        position = -1
        while self._reusable and position < 0:
            _, released = heappop(self._reusable)
            if released in self._released:
                position = released
                self._released.discard(position)
        if position < 0:
            position, self._end = self._end, self._end + 1
            self._planned[position] = now
        self._positions[ticket] = position
        self._waiting[position] = ticket
        self._head = min(self._head, position)
        self._trim(now, limit)

    def due(self, ticket: int, allowed: int, limit: BucketLimit) -> float:
        """Return when a slot is expected for a waiter, by the latest plan."""
        planned, position = self._planned, self._positions[ticket]
        due = planned.get(position - 1, -1e9) + limit.gap
        return max(due, planned.get(position - allowed, -1e9) + limit.period) if allowed else due

    def move(self, ticket: int, due: float) -> None:
        """Plan a waiter, and so its successors, for `due`."""
        self._planned[self._positions[ticket]] = due

    def reserved_before(self, ticket: int, now: float) -> int:
        """Return for how many earlier waiters to reserve room: not for those that are late."""
        position, waiting, reserved = self._positions[ticket], self._waiting, 0
        while self._head < position and self._head not in waiting:
            self._head += 1
        for earlier in range(self._head, min(position, self._head + _MAX_RESERVED)):
            if earlier in waiting and self._planned[earlier] >= now - LATE_WAITER:
                reserved += 1
        return reserved

    def leave(self, ticket: int, now: float) -> None:
        """Remove a waiter that acquired its slot. One that was early, because the limit rose, lets its successors be early, too."""
        position = self._positions.pop(ticket)
        del self._waiting[position]
        self._planned[position] = min(self._planned[position], now)

    def release(self, ticket: int) -> None:
        """Remove a waiter that gave up; the next request gets its position."""
        position = self._positions.pop(ticket, None)
        if position is None:
            return
        del self._waiting[position]
        self._reuse(position)

    def reopen(self) -> None:
        """Let the next request have the position of one that acquired its slot and was not sent."""
        while self._head < self._end and self._head not in self._waiting:
            self._head += 1
        if self._head > self._first and self._head - 1 not in self._released:
            self._reuse(self._head - 1)

    def _reuse(self, position: int) -> None:
        self._released.add(position)
        heappush(self._reusable, (self._planned[position], position))
        # The plan ends with a request that exists.
        while self._end - 1 in self._released:
            self._end -= 1
            self._released.discard(self._end)
            self._planned.pop(self._end, None)
        self._head = min(self._head, self._end)

    def _trim(self, now: float, limit: BucketLimit) -> None:
        """Forget the start of the plan: requests that no longer count, and waiters that never came back."""
        while self._first < self._end:
            planned = self._planned.get(self._first, now)
            if planned + limit.period > now:
                return
            ticket = self._waiting.get(self._first)
            if ticket is not None:
                if planned + _WAITER_EXPIRY > now:
                    return
                del self._waiting[self._first], self._positions[ticket]
            self._planned.pop(self._first, None)
            self._released.discard(self._first)
            self._first += 1
