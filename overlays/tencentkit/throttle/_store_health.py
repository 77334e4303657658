"""Health of a store as this process sees it: one warning and one event for each change."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

_LOG = logging.getLogger("tencentkit")
_FAILURE_THRESHOLD = 2
"""Consecutive failures after which the store counts as unavailable: a single renewal may be lost."""


def _warn_loudly(message: str) -> None:
    """Log a warning; write it to standard error if only the library's empty handler would see it."""
    _LOG.warning("%s", message)
    if not _LOG.hasHandlers():
        return  # logging itself writes it to standard error
    logger: logging.Logger | None = _LOG
    while logger is not None:
        if any(not isinstance(handler, logging.NullHandler) for handler in logger.handlers):
            return
        logger = logger.parent if logger.propagate else None
    if logging.lastResort is not None:
        logging.lastResort.handle(_LOG.makeRecord(_LOG.name, logging.WARNING, __file__, 0, message, (), None))


class StoreHealth:
    """Health of one store, shared by all its buckets.

    Args:
        store: Name of the store in messages.
        local_fallback: Calls continue without an unavailable store.
        on_change: Called with the reason when the store becomes unavailable, and with "" when it is available again.

    Attributes:
        failure: Reason why the store is unavailable; empty: it is available.
    """

    def __init__(self, store: str, *, local_fallback: bool, on_change: Callable[[str], None]) -> None:
        self.store = store
        self.local_fallback = local_fallback
        self.failure: str = ""
        self._failures = 0
        self._on_change = on_change
        self._lock = threading.Lock()

    def record_failure(self, reason: str, *, reached: bool, permanent: bool = False) -> None:
        """Record a failed renewal; `reached`: an earlier one succeeded; `permanent`: as for `StoreFault`."""
        with self._lock:
            self._failures += 1
            if self.failure or (reached and self._failures < _FAILURE_THRESHOLD):
                return
            self.failure = reason
        if not self.local_fallback:
            effect = "calls fail when their lease ends"
        elif permanent and not reached:
            effect = "calls fail until the store works"
        elif reached:
            effect = "this process keeps to its last lease, and after that to its part of the rate limits"
        else:
            effect = "this process keeps to its fair share of the rate limits: limit / Throttle(processes=…)"
        _warn_loudly(f"tencentkit: rate limit store {self.store} is unavailable ({reason}); {effect}")
        self._on_change(reason)

    def record_success(self) -> None:
        """Record a renewal."""
        if not self._failures:
            return
        with self._lock:
            self._failures, failure, self.failure = 0, self.failure, ""
        if failure:
            _LOG.warning("tencentkit: rate limit store %s is available again", self.store)
            self._on_change("")

    def reset_after_fork(self) -> None:
        """See `ForkAware`."""
        self._lock = threading.Lock()
