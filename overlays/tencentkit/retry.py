"""What may be sent again, and when.

The strategy is that of smithy's and botocore's standard mode, decided here without I/O: see docs/design/retry.md.
"""

from __future__ import annotations

import threading
from enum import Enum

from attrs import frozen

from ._concurrency.fork_safety import renewed_after_fork
from ._validation.numbers import check_count, check_number
from .errors import ApiError, ConnectionFailed, RequestInvalid, ResponseMalformed, TencentkitError, TimedOut

_COST = 14
_COST_WHEN_THROTTLED = 5
_HINT_ALLOWANCE = 5.0
_MOST = 10**9
_LONGEST = 86_400.0

_THROTTLED = ("requestlimitexceeded", "limitexceeded.ratelimitexceeded")
_SERVER = ("internalerror", "serviceunavailable", "resourceunavailable")
_NEVER = ("resourceunavailable.insufficientbalance", "resourceunavailable.servicesuspended", "resourceunavailable.namespace")
_CLOCK = ("authfailure.signatureexpire",)
_TOKEN = ("authfailure.tokenfailure",)
_TOO_MANY_REQUESTS = 429


class Cause(Enum):
    """Why an attempt failed, as far as trying again goes."""

    THROTTLED = "throttled"
    """Refused for its rate, so it did not run."""
    TRANSIENT = "transient"
    """May pass; what had been done by then is not known, or nothing was sent."""
    CLOCK = "clock"
    """The timestamp was too far from the service's clock."""
    TOKEN = "token"  # noqa: S105 - a name
    """Temporary credentials were refused; others may be accepted."""
    FINAL = "final"
    """Trying again would end the same way."""


@frozen
class Retry:
    """When to send a request again.

    A write is repeated only when it cannot have run; a read also after a failure under way or inside the service.

    Args:
        attempts: How often a request is sent at most, the first time included.
        base: Seconds of the first wait at most; it doubles with each attempt. The wait itself is random, from 0 up.
        throttled_base: The same after a refusal for the rate.
        cap: Seconds of any wait at most.
        quota: Tokens that all calls of a client share: a retry costs 14 (5 after a refusal for the rate), success gives back.
            A service that is down is thus not asked three times as often as one that is up.

    Raises:
        RequestInvalid: A number is out of its range.
    """

    attempts: int = 3
    base: float = 0.05
    throttled_base: float = 1.0
    cap: float = 20.0
    quota: int = 500

    def __attrs_post_init__(self) -> None:
        check_count("attempts", self.attempts, _MOST)
        for name, seconds in (("base", self.base), ("throttled_base", self.throttled_base), ("cap", self.cap)):
            check_number(name, seconds, 0, _LONGEST)
        if isinstance(self.quota, bool) or not isinstance(self.quota, int):
            raise RequestInvalid("quota", f"must be a whole number, not {type(self.quota).__name__}")
        check_number("quota", self.quota, 0, _MOST)

    def delay(self, cause: Cause, attempt: int, *, random: float, hint: float | None) -> float:
        """Seconds to wait before the next attempt.

        Args:
            cause: Why the last attempt failed.
            attempt: Its number, from 1.
            random: A number from 0 up to 1.
            hint: Seconds that the service asked to wait; believed up to 5 s beyond our own figure.
        """
        base = self.throttled_base if cause is Cause.THROTTLED else self.base
        own = random * min(base * 2.0 ** min(attempt - 1, 60), self.cap)
        return own if hint is None else min(max(own, hint), own + _HINT_ALLOWANCE)


class RetryQuota:
    """The tokens of one client, shared by its threads and tasks."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._left = size
        self._lock = threading.Lock()
        renewed_after_fork(self)

    def take(self, cause: Cause) -> int | None:
        """The tokens that a retry costs, now taken; `None` when there are not enough."""
        cost = _COST_WHEN_THROTTLED if cause is Cause.THROTTLED else _COST
        with self._lock:
            if self._left < cost:
                return None
            self._left -= cost
            return cost

    def give_back(self, cost: int) -> None:
        """Return what the last retry of a call cost, or 1 for a call that needed none."""
        if self._left >= self._size:
            return  # as nearly always
        with self._lock:
            self._left = min(self._size, self._left + cost)

    def renew_after_fork(self) -> None:
        """See `Renewable`."""
        self._lock = threading.Lock()

    @property
    def left(self) -> int:
        """Tokens that are left."""
        return self._left


def cause_of(error: TencentkitError, *, read_only: bool) -> Cause:
    """Classify a failed attempt.

    Args:
        error: What the attempt raised.
        read_only: Whether the action only reads, so that running it twice does no harm.
    """
    if isinstance(error, ApiError):
        code = error.code.lower()
        if _matches(code, _THROTTLED) or error.status_code == _TOO_MANY_REQUESTS:
            return Cause.THROTTLED
        if _matches(code, _CLOCK):
            return Cause.CLOCK
        if _matches(code, _TOKEN):
            return Cause.TOKEN
        if read_only and _matches(code, _SERVER) and not _matches(code, _NEVER):
            return Cause.TRANSIENT
    elif isinstance(error, ResponseMalformed):
        if error.status_code == _TOO_MANY_REQUESTS:
            return Cause.THROTTLED
        if read_only and not error.permanent:
            return Cause.TRANSIENT
    elif isinstance(error, ConnectionFailed):
        if not error.permanent and (read_only or not error.sent):
            return Cause.TRANSIENT
    elif isinstance(error, TimedOut) and (read_only or not error.sent):
        return Cause.TRANSIENT
    return Cause.FINAL


def hint_of(error: TencentkitError) -> float | None:
    """Seconds that the service asked to wait."""
    return error.retry_after if isinstance(error, ApiError | ResponseMalformed) else None


def _matches(code: str, prefixes: tuple[str, ...]) -> bool:
    return any(code == prefix or code.startswith(f"{prefix}.") for prefix in prefixes)
