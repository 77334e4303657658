"""Temporary credentials, renewed ahead of their end."""

from __future__ import annotations

import logging
from abc import ABC, abstractmethod
from datetime import UTC, datetime

from .._concurrency.single_flight import InFlight, SingleFlight
from .._validation.objects import check_clock
from ..clock import Clock
from ..errors import CredentialsExpired, CredentialsMissing, TencentkitError, TimedOut
from ._resolve import provider_error
from ._types import Credentials

_LOG = logging.getLogger("tencentkit")
_ADVISORY = 600.0
_MANDATORY = 120.0
# Of credentials that live an hour or less, the windows are parts of their life.
_ADVISORY_PART = 1 / 4
_MANDATORY_PART = 1 / 20
_PAUSE_AFTER_FAILURE = 10.0
_TRUSTED_WHEN_NEW = 5.0


class _Kept:
    """What was fetched last, and until when it serves without a fetch."""

    def __init__(self, credentials: Credentials, now: float) -> None:
        self.credentials = credentials
        self.since = now
        self.ends = credentials.expires_at
        life = 0.0 if self.ends is None else self.ends - now
        self.advisory = min(_ADVISORY, life * _ADVISORY_PART)
        self.mandatory = min(_MANDATORY, life * _MANDATORY_PART)

    def left(self, now: float) -> float:
        return float("inf") if self.ends is None else self.ends - now


class Refreshing(ABC):
    """Keeps what `_fetch` gave. Two windows stand before its end.

    In the advisory window (10 minutes) a fetch is begun and nobody waits for it; in the mandatory one (2 minutes) callers
    wait. A fetch that fails is logged; while the kept credentials live they serve, and not a second longer.

    Attributes:
        account: See `CredentialsProvider`; known from the first fetch on at the latest.
        origin: What stands for the account of temporary credentials where `account` is not known.

    Args:
        clock: What their end is told by.
    """

    account: str | None = None
    origin: str | None = None

    def __init__(self, *, clock: Clock | None = None) -> None:
        self._clock: Clock = check_clock(clock)
        self._kept: _Kept | None = None
        self._not_before = float("-inf")
        self._flights: SingleFlight[Credentials] = SingleFlight()

    @abstractmethod
    def _fetch(self) -> Credentials:
        """New credentials; may block.

        Raises:
            CredentialsMissing: There are none; the message says why.
        """

    def _take_off(self) -> InFlight[Credentials]:
        return InFlight.in_thread(self._fetched)

    def get(self, budget: float | None = None) -> Credentials:
        """The kept credentials, or new ones where these are near their end.

        Args:
            budget: Seconds to wait for new ones; `None` for no bound.

        Raises:
            CredentialsMissing: There are none; the message says why.
            CredentialsExpired: The kept ones have ended and no new ones came.
            TimedOut: The budget is used up.
        """
        found = self._look()
        if isinstance(found, Credentials):
            return found
        try:
            return found.wait(budget)
        except TencentkitError as error:
            return self._instead(error)

    async def get_async(self, budget: float | None = None) -> Credentials:
        """`get`, without blocking the event loop."""
        found = self._look()
        if isinstance(found, Credentials):
            return found
        try:
            return await found.wait_async(budget)
        except TencentkitError as error:
            return self._instead(error)

    def refuse(self, credentials: Credentials) -> None:
        """Note that the service does not accept `credentials`: the next caller waits for new ones."""
        kept = self._kept
        # What is seconds old would come again; a service that refuses it is not helped by asking for it at every call.
        if kept is not None and kept.credentials.same_keys(credentials) and self._clock.time() - kept.since >= _TRUSTED_WHEN_NEW:
            self._kept = None

    def _look(self) -> Credentials | InFlight[Credentials]:
        """What serves at once, or the fetch to wait for."""
        kept, now = self._kept, self._clock.time()
        if kept is None or kept.left(now) <= 0:
            return self._join(kept)
        left = kept.left(now)
        if left > kept.advisory or now < self._not_before:
            return kept.credentials
        flight = self._join(kept)
        if left > kept.mandatory:
            return kept.credentials
        return flight

    def _join(self, seen: _Kept | None) -> InFlight[Credentials]:
        """The fetch under way, or a new one, unless another caller's has ended since `seen` was looked at."""

        def start() -> InFlight[Credentials]:
            kept = self._kept
            return self._take_off() if kept is None or kept is seen else InFlight.completed(kept.credentials)

        return self._flights.join(start)

    def _fetched(self) -> Credentials:
        try:
            return self._arrived(self._fetch())
        except Exception as error:  # noqa: BLE001 - a source may raise anything
            failure = self._failed(error)
            raise failure from failure.__cause__

    def _arrived(self, credentials: object) -> Credentials:
        """Keep what a fetch gave."""
        if not isinstance(credentials, Credentials):
            raise CredentialsMissing(f"{self._name()}: gave {type(credentials).__name__}, not Credentials", broken=True)
        now = self._clock.time()
        if credentials.expires_at is not None and credentials.expires_at <= now:
            raise CredentialsExpired(f"{self._name()}: gave credentials that ended {_utc(credentials.expires_at)}")
        self._kept = _Kept(credentials, now)
        self._not_before = float("-inf")
        return credentials

    def _failed(self, error: Exception) -> TencentkitError:
        """Note that a fetch failed; its error as one of ours."""
        failure = provider_error(error, self._name())
        self._not_before = self._clock.time() + _PAUSE_AFTER_FAILURE
        if self._kept is not None:
            # Never in silence: whoever reads the log has the rest of their life to mend it.
            _LOG.warning("tencentkit: credentials were not renewed and serve for %.0f s more: %s", self._left(), failure.message)
        return failure

    def _left(self) -> float:
        return 0.0 if self._kept is None else max(0.0, self._kept.left(self._clock.time()))

    def _instead(self, error: TencentkitError) -> Credentials:
        """The kept credentials where they still live; else the error."""
        kept = self._kept
        if kept is None:
            raise error
        if self._left() > 0:
            return kept.credentials
        if isinstance(error, TimedOut):
            raise error
        ended = _utc(kept.ends or 0.0)
        raise CredentialsExpired(f"temporary credentials ended {ended} and were not renewed: {error.message}") from error

    def _name(self) -> str:
        return type(self).__name__

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"


def _utc(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("at %Y-%m-%d %H:%M:%S UTC")
