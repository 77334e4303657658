"""Whether the store of a throttle answers, and what to do while it does not."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from enum import Enum

_LOG = logging.getLogger("tencentkit")
PROBE_EVERY = 1.0
"""Seconds between two calls that try a store that was down."""
_STRIKES = 2
"""Questions, one after another, without an answer that make an outage: one alone is a hiccup, and its call goes on without the store."""
_RETURN = PROBE_EVERY + 1.5
"""Seconds after which every other process has tried it, too, and what they sent before counts no more."""


class Advice(Enum):
    """What to do about a store."""

    ASK = "ask"
    """Ask it."""
    PROBE = "probe"
    """See whether it is there again, and go on without it."""
    GO_ON = "go on"
    """Go on without it."""


class CircuitBreaker:
    """The state of one store in this process, shared by all its buckets.

    While the store is down, each process keeps to its fair share by itself; one call a second tries the store. When it
    answers, the others may not have noticed yet, so the fair share is kept for as long as they need to.

    Args:
        store: What to call the store.
        patient: Whether calls go on without it; else each call tries it.
        tell: Told the reason when the store goes away, and nothing ("") when it is there again.
    """

    def __init__(self, store: str, *, patient: bool, tell: Callable[[str], None]) -> None:
        self.store = store
        self.patient = patient
        self.down_since: float | None = None
        self._tell = tell
        self._probe_at = 0.0
        self._shared_until = -1e9
        self._strikes = 0
        self._struck_at = 0.0
        self._lock = threading.Lock()

    def advice(self, now: float, *, tried: bool) -> Advice:
        """What the call at hand should do; it has `tried` if it has already waited for a store that was down."""
        if self.down_since is None or not self.patient:
            return Advice.GO_ON if tried and self._strikes and self.patient else Advice.ASK
        with self._lock:
            if tried or now < self._probe_at:
                return Advice.GO_ON
            self._probe_at = now + PROBE_EVERY
            return Advice.PROBE

    def fair_share(self, now: float) -> bool:
        """Whether to keep to the fair share even though the store answers."""
        return now < self._shared_until

    def failed(self, asked_at: float, now: float, reason: str) -> None:
        """The store did not answer a question that was asked at `asked_at`."""
        with self._lock:
            # Questions that were under way together tell of one and the same hiccup.
            if not self._strikes or asked_at >= self._struck_at:
                self._strikes += 1
                self._struck_at = now
            if self.down_since is not None or (self.patient and self._strikes < _STRIKES):
                return
            self.down_since, self._probe_at = now, now + PROBE_EVERY
        going = "keeping to this process's share of the limits" if self.patient else "calls fail"
        _LOG.warning("tencentkit: the throttle's store %s does not answer (%s); %s", self.store, reason, going)
        self._tell(reason)

    def answered(self, asked_at: float, now: float) -> None:
        """The store answered a question asked at `asked_at`."""
        self._strikes = 0
        if self.down_since is None:
            return
        with self._lock:
            if self.down_since is None or asked_at < self.down_since:
                return
            self.down_since = None
            self._shared_until = now + _RETURN
        _LOG.warning("tencentkit: the throttle's store %s answers again", self.store)
        self._tell("")

    def renew_lock(self) -> None:
        """As `LocalLimiter.renew_lock`."""
        self._lock = threading.Lock()
