"""Circuit breaker for the store of a throttle: closed, half-open or open."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from enum import Enum

_LOG = logging.getLogger("tencentkit")
PROBE_INTERVAL = 1.0
"""Seconds between two probes of an unavailable store."""
_FAILURE_THRESHOLD = 2
"""Consecutive failures that open the circuit. After a single one, only its own call continues without the store."""
_FAIR_SHARE_AFTER_CLOSE = PROBE_INTERVAL + 1.5
"""Seconds after which every other process has probed the store, too, and its earlier requests no longer count."""


class CircuitState(Enum):
    """Circuit state as one call sees it."""

    CLOSED = "closed"
    """The store works: send the request to it."""
    HALF_OPEN = "half-open"
    """Probe the store with this call, and continue without it."""
    OPEN = "open"
    """The store is unavailable: continue without it."""


class CircuitBreaker:
    """Circuit breaker for one store in this process, shared by all its buckets.

    While the circuit is open, each process keeps to its fair share without the store, and one call a second probes it. After
    the circuit closes, the fair share applies until the other processes have noticed, too.

    Args:
        store: Name of the store in messages.
        local_fallback: Calls continue without an unavailable store; else each call tries it.
        on_change: Called with the reason when the circuit opens, and with "" when it closes.
    """

    def __init__(self, store: str, *, local_fallback: bool, on_change: Callable[[str], None]) -> None:
        self.store = store
        self.local_fallback = local_fallback
        self.opened_at: float | None = None
        self._on_change = on_change
        self._probe_at = 0.0
        self._fair_share_until = -1e9
        self._failures = 0
        self._failed_at = 0.0
        self._lock = threading.Lock()

    def state_for_call(self, now: float, *, store_failed: bool) -> CircuitState:
        """Return the circuit state for one call; with `store_failed`, this call has already waited for the store in vain."""
        if self.opened_at is None or not self.local_fallback:
            return CircuitState.OPEN if store_failed and self._failures and self.local_fallback else CircuitState.CLOSED
        with self._lock:
            if store_failed or now < self._probe_at:
                return CircuitState.OPEN
            self._probe_at = now + PROBE_INTERVAL
            return CircuitState.HALF_OPEN

    def requires_fair_share(self, now: float) -> bool:
        """Return whether the fair share still applies although the circuit is closed."""
        return now < self._fair_share_until

    def record_failure(self, sent_at: float, now: float, reason: str) -> None:
        """Record a store request, sent at `sent_at`, that failed or timed out."""
        with self._lock:
            # Requests that were in flight together fail together: they count as one failure.
            if not self._failures or sent_at >= self._failed_at:
                self._failures += 1
                self._failed_at = now
            if self.opened_at is not None or (self.local_fallback and self._failures < _FAILURE_THRESHOLD):
                return
            self.opened_at, self._probe_at = now, now + PROBE_INTERVAL
        effect = "each process keeps to its fair share of the rate limits" if self.local_fallback else "calls fail"
        _LOG.warning("tencentkit: rate limit store %s is unavailable (%s); circuit open, %s", self.store, reason, effect)
        self._on_change(reason)

    def record_success(self, sent_at: float, now: float) -> None:
        """Record the reply to a store request that was sent at `sent_at`."""
        self._failures = 0
        if self.opened_at is None:
            return
        with self._lock:
            if self.opened_at is None or sent_at < self.opened_at:
                return
            self.opened_at = None
            self._fair_share_until = now + _FAIR_SHARE_AFTER_CLOSE
        _LOG.warning("tencentkit: rate limit store %s is available again; circuit closed", self.store)
        self._on_change("")

    def reset_after_fork(self) -> None:
        """See `ForkAware`."""
        self._lock = threading.Lock()
