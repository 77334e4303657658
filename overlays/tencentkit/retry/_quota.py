"""Retry quota: a token bucket that limits the retries of one client."""

from __future__ import annotations

import threading

from .._concurrency.fork_safety import register_fork_reset
from ._policy import Cause

_COST = 14
_COST_WHEN_THROTTLED = 5


class RetryQuota:
    """Token bucket shared by the threads and tasks of one client."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._left = size
        self._lock = threading.Lock()
        register_fork_reset(self)

    def take(self, cause: Cause) -> int | None:
        """Take the tokens of one retry and return their number, or `None` if too few are left."""
        cost = _COST_WHEN_THROTTLED if cause is Cause.THROTTLED else _COST
        with self._lock:
            if self._left < cost:
                return None
            self._left -= cost
            return cost

    def give_back(self, cost: int) -> None:
        """Return the tokens of a call's last retry, or 1 for a call without retries."""
        if self._left >= self._size:
            return  # the usual case, without the lock
        with self._lock:
            self._left = min(self._size, self._left + cost)

    def reset_after_fork(self) -> None:
        """See `ForkAware`."""
        self._lock = threading.Lock()

    @property
    def left(self) -> int:
        """Tokens left."""
        return self._left
