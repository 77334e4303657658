"""Retry policy and quota.

The strategy is that of smithy's and botocore's standard mode; docs/design/retry.md gives the reasons.
"""

from __future__ import annotations

import threading
from collections.abc import Set as AbstractSet
from enum import Enum
from typing import Any

from attrs import field, frozen

from .._concurrency.fork_safety import register_fork_reset
from .._validation.numbers import check_count, check_number
from ..errors import RequestInvalid

_COST = 14
_COST_WHEN_THROTTLED = 5
HINT_ALLOWANCE = 5.0
"""Seconds by which `Retry-After` may extend a delay."""
_MOST = 10**9
_LONGEST = 86_400.0


class Cause(Enum):
    """Class of a failed attempt, by what a retry can achieve."""

    THROTTLED = "throttled"
    """The service refused the request for exceeding the rate limit, so it did not run."""
    TRANSIENT = "transient"
    """A retry may succeed; the request may have run, or was not sent."""
    CLOCK = "clock"
    """The timestamp was too far from the service's clock."""
    TOKEN = "token"  # noqa: S105 - a name
    """The service refused temporary credentials; refreshed ones may be accepted."""
    FINAL = "final"
    """Another attempt of this call would fail the same way, or must not be made."""


def _frozen_codes(codes: AbstractSet[str] | list[str] | tuple[str, ...]) -> frozenset[str]:
    """Return `codes` as a frozen set, or unchanged for the check that follows: a converter that raises leaves an object without repr."""
    is_valid = isinstance(codes, AbstractSet | list | tuple) and all(isinstance(code, str) for code in codes)
    return frozenset(codes) if is_valid else codes  # type: ignore[return-value]


def _check_codes(codes: Any) -> None:
    """Raise for anything but a collection of error codes.

    Raises:
        RequestInvalid: It is not.
    """
    if not isinstance(codes, AbstractSet | list | tuple):
        raise RequestInvalid("codes", f"must be a set of error codes such as {{'ResourceInUse'}}, not {type(codes).__name__}")
    for code in codes:
        if not isinstance(code, str):
            raise RequestInvalid("codes", f"must contain strings, not {type(code).__name__}")
        if not all(code.split(".")) or not code.isascii() or not code.isprintable() or " " in code:
            raise RequestInvalid("codes", f"contains {code!r}, which is not an error code such as ResourceInUse.Function")


@frozen
class Retry:
    """Retry policy: exponential backoff with full jitter.

    A write is retried only if it cannot have been executed. A repeatable call is retried after every transient failure: a read, a call with
    a client token, or one of `with_options(idempotent=True)`.

    Args:
        attempts: Most requests a call sends, the first one included.
        base: Longest first delay, in seconds; it doubles with each attempt. The delay itself is random, from 0 up.
        throttled_base: The same after a refusal for exceeding the rate limit.
        cap: Longest delay, in seconds.
        quota: Tokens that all calls of a client share: a retry costs 14 (5 after a refusal for the rate limit), a success
            returns some. So a service that is down does not get three times the usual load.
        codes: Further error codes that are transient, such as `{"FailedOperation.TooFrequent"}`. Each matches itself and its sub-codes, in
            any case of letters: `ResourceInUse` matches `ResourceInUse.Function`, too.

    Raises:
        RequestInvalid: A number is out of range, or `codes` is not a set of error codes.
    """

    attempts: int = 3
    base: float = 0.05
    throttled_base: float = 1.0
    cap: float = 20.0
    quota: int = 500
    codes: frozenset[str] = field(default=frozenset(), converter=_frozen_codes)

    def __attrs_post_init__(self) -> None:
        _check_codes(self.codes)
        check_count("attempts", self.attempts, _MOST)
        for name, seconds in (("base", self.base), ("throttled_base", self.throttled_base), ("cap", self.cap)):
            check_number(name, seconds, 0, _LONGEST)
        if isinstance(self.quota, bool) or not isinstance(self.quota, int):
            raise RequestInvalid("quota", f"must be a whole number, not {type(self.quota).__name__}")
        check_number("quota", self.quota, 0, _MOST)

    @property
    def folded_codes(self) -> frozenset[str]:
        """`codes` in lower case."""
        return frozenset(code.lower() for code in self.codes)

    def delay(self, cause: Cause, attempt: int, *, random: float, hint: float | None) -> float:
        """Return the seconds to wait before the next attempt.

        Args:
            cause: Class of the last failure.
            attempt: Number of the failed attempt, from 1.
            random: A number from 0 up to 1.
            hint: The service's `Retry-After`, in seconds; honoured up to 5 s beyond the policy's own delay.
        """
        base = self.throttled_base if cause is Cause.THROTTLED else self.base
        own = random * min(base * 2.0 ** min(attempt - 1, 60), self.cap)
        return own if hint is None else min(max(own, hint), own + HINT_ALLOWANCE)


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
        """Return tokens: those of a successful call's last retry (1 without a retry), or all that an interrupted call took."""
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
