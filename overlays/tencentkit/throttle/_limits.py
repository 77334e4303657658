"""Limit of a bucket, and the lower limit that refusals of the service teach."""

from __future__ import annotations

from typing import NamedTuple

UNLIMITED = 1_000_000_000
"""Limit of an action without a known limit."""
CLOCK_MARGIN = 0.010
"""Seconds on top of the service's period, for inexact clocks and wake-ups."""
REFUSAL_PAUSE = 1.0
"""Seconds without requests after a refusal. Refusals closer together are one series."""
_RECOVERY_DELAY, _MAX_RECOVERY_DELAY = 30.0, 480.0
_RECOVERY_INTERVAL = 5.0


class BucketLimit(NamedTuple):
    """Rate limit of one bucket.

    Attributes:
        requests: Requests that may count at once.
        period: Seconds for which a request counts after its arrival.
        gap: Minimum seconds between the planned times of two requests.
    """

    requests: int
    period: float = 1.0 + CLOCK_MARGIN
    gap: float = 0.010


class LearnedLimit:
    """Limit learned from refusals; it rises step by step while the service refuses nothing.

    Attributes:
        requests: The learned limit; 0: none.
        refused_at: Time of the last refusal.
    """

    __slots__ = ("_floor", "_raised_at", "_recovery_delay", "refused_at", "requests")

    def __init__(self) -> None:
        self.requests: int = 0
        self.refused_at: float = -1e9
        self._floor = 1  # lower bound within the latest series of refusals
        self._raised_at = -1e9
        self._recovery_delay = _RECOVERY_DELAY

    def allowed(self, limit: BucketLimit, now: float) -> int:
        """Return how many requests may count at once: the limit, or the learned one."""
        if not self.requests:
            return limit.requests
        if self.is_quiet(now) and now - self._raised_at > _RECOVERY_INTERVAL:
            self._raised_at = now
            self.requests += max(1, self.requests // 20)
            if self.requests >= limit.requests:
                self.requests, self._recovery_delay = 0, _RECOVERY_DELAY
                return limit.requests
        return min(self.requests, limit.requests)

    def is_quiet(self, now: float) -> bool:
        """Return whether the last refusal was long ago."""
        return now - self.refused_at > self._recovery_delay

    def record_refusal(self, accepted: int, limit: BucketLimit, now: float) -> bool:
        """Lower the limit to the requests that the service accepted; return whether a new series of refusals began."""
        begins = now - self.refused_at > REFUSAL_PAUSE
        if begins:
            if self.requests:
                self._recovery_delay = min(self._recovery_delay * 2, _MAX_RECOVERY_DELAY)
            # A burst of another program must not take the whole limit: one series halves it at most.
            self._floor = (self.requests or (1 if limit.requests == UNLIMITED else limit.requests)) // 2
        self.requests = max(1, self._floor, min(self.requests or limit.requests, max(1, accepted)))
        self.refused_at = self._raised_at = now
        return begins
