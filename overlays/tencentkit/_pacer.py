"""The slot log: when may the next request of one bucket be sent?

A slot is a moment at which one request may go. The log hands out the earliest moment that keeps every `limit` + 1
neighbouring slots at least `window` apart and any two at least `gap`. It decides only; the caller waits.
Why this algorithm, and why these numbers: docs/design/throttle.md.
"""

from __future__ import annotations

import threading
from bisect import bisect_left, insort
from heapq import heappop, heappush

_TOLERATED_LATENESS = 0.010


class Pacer:
    """Hands out the slots of one bucket, first come, first served; safe to share between threads and event loops.

    Args:
        limit: Slots in a window.
        window: Seconds; a little over the service's own second, so that jitter on the way does not push two bursts together.
        gap: Seconds between two slots at least, so that a burst's own work does not eat that margin.
    """

    def __init__(self, limit: int, *, window: float, gap: float) -> None:
        self.limit = limit
        self.window = window
        self.gap = gap
        self._lock = threading.Lock()
        # Slots are kept in the log's own time, which falls behind the clock by `_offset`: when a caller wakes late,
        # the offset grows and all slots not yet used move with it, so that no two of them come closer together.
        self._offset = 0.0
        self._slots: list[float] = []
        self._returned: list[float] = []

    def reserve(self, now: float) -> float:
        """Take the next slot.

        Args:
            now: The monotonic clock, in seconds.

        Returns:
            The slot, to be given to `wait` until that says 0, or else to `give_back`.
        """
        with self._lock:
            now -= self._offset
            while self._returned:
                hole = heappop(self._returned)
                if hole >= now:
                    insort(self._slots, hole)
                    return hole
            slots = self._slots
            slot = now
            if slots:
                slot = max(slot, slots[-1] + self.gap)
            if len(slots) >= self.limit:
                slot = max(slot, slots[-self.limit] + self.window)
            past = bisect_left(slots, now)
            if past > 2 * self.limit:
                # Of what is past, only the last `limit` decide anything.
                del slots[: past - self.limit]
            slots.append(slot)
            return slot

    def wait(self, slot: float, now: float) -> float:
        """Seconds until `slot`; 0 when it has come and is now used."""
        with self._lock:
            left = slot + self._offset - now
            if left > 0:
                return left
            if -left > _TOLERATED_LATENESS:
                self._offset -= left
            return 0.0

    def give_back(self, slot: float) -> None:
        """Return a slot that was not used; the next caller gets it."""
        with self._lock:
            position = bisect_left(self._slots, slot)
            if position == len(self._slots) or self._slots[position] != slot:
                return  # long past, and forgotten
            del self._slots[position]
            if position < len(self._slots):
                heappush(self._returned, slot)

    def renew_lock(self) -> None:
        """Forget who holds the lock: in a forked child its holder does not exist."""
        self._lock = threading.Lock()
