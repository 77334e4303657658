"""Refresh of temporary credentials before they expire."""

from __future__ import annotations

import logging
import sys
from abc import ABC, abstractmethod
from datetime import UTC, datetime

from .._concurrency.single_flight import InFlight, SingleFlight
from .._validation.objects import check_clock
from ..clock import Clock
from ..errors import CredentialsExpired, TencentkitError, TimedOut
from ._resolve import check_credentials, provider_error
from ._types import Credentials

_LOG = logging.getLogger("tencentkit")
_ADVISORY = 600.0
_MANDATORY = 120.0
# Parts of the lifetime, which bound the windows of credentials that live an hour or less.
_ADVISORY_PART = 1 / 4
_MANDATORY_PART = 1 / 20
_PAUSE_AFTER_FAILURE = 10.0
_MIN_AGE = 5.0
"""Age in seconds from which refused credentials are fetched again."""


class _Cached:
    """Credentials of the last fetch, with their refresh windows in seconds before the expiry."""

    def __init__(self, credentials: Credentials, now: float) -> None:
        self.credentials = credentials
        self.fetched_at = now
        self.expires_at = credentials.expires_at
        lifetime = 0.0 if self.expires_at is None else self.expires_at - now
        self.advisory = min(_ADVISORY, lifetime * _ADVISORY_PART)
        self.mandatory = min(_MANDATORY, lifetime * _MANDATORY_PART)

    def left(self, now: float) -> float:
        return float("inf") if self.expires_at is None else self.expires_at - now


class RefreshingProvider(ABC):
    """Provider that caches the result of `_fetch` and refreshes it before it expires.

    In the advisory window, the last 10 minutes, a fetch runs in the background. In the mandatory window, the last 2 minutes,
    callers wait for it. A failed fetch is logged; the cached credentials remain in use until they expire.

    Attributes:
        account: See `CredentialsProvider`; set after the first fetch at the latest.
        origin: Account of temporary credentials if `account` is not set.

    Args:
        clock: Clock for the expiry.
    """

    account: str | None = None
    origin: str | None = None

    def __init__(self, *, clock: Clock | None = None) -> None:
        self._clock: Clock = check_clock(clock)
        self._cached: _Cached | None = None
        self._no_fetch_before = float("-inf")
        self._single_flight: SingleFlight[Credentials] = SingleFlight()

    @abstractmethod
    def _fetch(self) -> Credentials:
        """Return new credentials; may block.

        Raises:
            CredentialsMissing: There are none; the message names the reason.
        """

    def _start_fetch(self) -> InFlight[Credentials]:
        return InFlight.in_thread(self._fetch_and_store, "credentials")

    def get(self, budget: float | None = None) -> Credentials:
        """Return the cached credentials, or new ones if these are about to expire.

        Args:
            budget: Seconds to wait for new ones; `None` for no limit.

        Raises:
            CredentialsMissing: There are none; the message names the reason.
            CredentialsExpired: The cached ones have expired and the refresh failed.
            TimedOut: The budget is used up.
        """
        current = self._cached_or_pending()
        if isinstance(current, Credentials):
            return current
        try:
            return current.wait(budget)
        except TencentkitError as error:
            return self._fallback(error)

    async def get_async(self, budget: float | None = None) -> Credentials:
        """Return credentials without blocking the event loop; see `get`."""
        current = self._cached_or_pending()
        if isinstance(current, Credentials):
            return current
        try:
            return await current.wait_async(budget)
        except TencentkitError as error:
            return self._fallback(error)

    def refuse(self, credentials: Credentials) -> None:
        """Discard `credentials`, which the service refused: the next caller waits for new ones."""
        cached = self._cached
        # A source would return credentials that are seconds old again, at every call.
        if cached is not None and cached.credentials.same_keys(credentials) and self._clock.time() - cached.fetched_at >= _MIN_AGE:
            self._cached = None

    def _cached_or_pending(self) -> Credentials | InFlight[Credentials]:
        """Return the cached credentials, or the fetch to wait for."""
        cached, now = self._cached, self._clock.time()
        if cached is None or cached.left(now) <= 0:
            return self._join_fetch(cached)
        left = cached.left(now)
        if left > cached.advisory or now < self._no_fetch_before:
            return cached.credentials
        fetch = self._join_fetch(cached)
        return cached.credentials if left > cached.mandatory else fetch

    def _join_fetch(self, seen: _Cached | None) -> InFlight[Credentials]:
        """Return the pending fetch, or start one unless another caller's has replaced `seen`."""

        def start() -> InFlight[Credentials]:
            cached = self._cached
            return self._start_fetch() if cached is None or cached is seen else InFlight.completed(cached.credentials, "credentials")

        return self._single_flight.join(start)

    def _fetch_and_store(self) -> Credentials:
        handled = sys.exception()  # the caller's, if the interpreter is ending and no thread starts
        try:
            return self._store(self._fetch())
        except Exception as error:  # noqa: BLE001 - a source may raise anything
            failure = self._record_failure(error, handled)
            raise failure from failure.__cause__

    def _store(self, result: object) -> Credentials:
        """Cache the result of a fetch after validation."""
        credentials, now = check_credentials(result, self._name()), self._clock.time()
        if credentials.expires_at is not None and credentials.expires_at <= now:
            raise CredentialsExpired(f"{self._name()}: returned credentials that expired {_utc(credentials.expires_at)}")
        self._cached = _Cached(credentials, now)
        self._no_fetch_before = float("-inf")
        return credentials

    def _record_failure(self, error: Exception, handled: BaseException | None = None) -> TencentkitError:
        """Record a failed fetch; return its error as one of tencentkit's."""
        failure = provider_error(error, self._name(), handled)
        self._no_fetch_before = self._clock.time() + _PAUSE_AFTER_FAILURE
        if self._cached is not None:
            # A warning, so that operators can repair the source before the credentials expire.
            _LOG.warning("tencentkit: credentials refresh failed; the current ones expire in %.0f s: %s", self._left(), failure.message)
        return failure

    def _left(self) -> float:
        return 0.0 if self._cached is None else max(0.0, self._cached.left(self._clock.time()))

    def _fallback(self, error: TencentkitError) -> Credentials:
        """Return the cached credentials if they have not expired; else raise the error."""
        cached = self._cached
        if cached is None:
            raise error
        if self._left() > 0:
            return cached.credentials
        if isinstance(error, TimedOut):
            raise error
        expired = _utc(cached.expires_at or 0.0)
        raise CredentialsExpired(
            f"temporary credentials expired {expired} and their refresh failed: {error.message}", transient=error.retryable
        ) from error

    def _name(self) -> str:
        return type(self).__name__

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"


def _utc(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("at %Y-%m-%d %H:%M:%S UTC")
