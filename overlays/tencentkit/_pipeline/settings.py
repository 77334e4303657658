"""Settings of one client, validated when the client is made, and the state that its calls share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import define, evolve, field

from tencentkit_api.unset import Unset

from .._signing.request_signer import RequestSigner
from .._validation.objects import described
from ..clock import Clock
from ..credentials._types import CredentialsProvider
from ..errors import RequestInvalid
from ..hooks import Hook
from ..retry._policy import Retry, RetryQuota
from ..throttle._limit_names import check_unambiguous, warn_of_doubtful
from ..throttle._throttle import PROCESS_WIDE, Throttle
from .client_token import new_client_token

LANGUAGES = ("zh-CN", "en-US")
_MAX_RETRY_VALUES = 64


@define
class SharedState:
    """State that a client shares with its views."""

    closed: bool = False
    """Whether the client is closed and sends nothing any more."""
    by_retry: dict[Retry | None, Settings] = field(factory=dict, repr=False)
    """Settings by retry policy, because views with equal policies share one quota. The client's own come first."""


@define(kw_only=True)
class Settings:
    """Settings of one client."""

    region: str | None
    credentials: CredentialsProvider
    timeout: float | None
    deadline: float | None
    retry: Retry | None
    throttle: Throttle | None
    clock: Clock
    random: Callable[[], float]
    hooks: tuple[Hook, ...] = ()
    signer: RequestSigner
    language: str | None = None
    shared: SharedState = field(factory=SharedState)
    quota: RetryQuota = field(init=False)
    new_token: Callable[[], str] = new_client_token
    """Makes the client token of a call."""

    def __attrs_post_init__(self) -> None:
        self.quota = RetryQuota(0 if self.retry is None else self.retry.quota)
        if not self.shared.by_retry:
            self.shared.by_retry[self.retry] = self

    def with_retry(self, retry: Retry | None) -> Settings:
        """Return these settings with another retry policy; equal policies share one quota, so that a new view does not refill it."""
        by_retry = self.shared.by_retry
        found = by_retry.get(retry)
        if found is None:
            found = by_retry.setdefault(retry, evolve(self, retry=retry))
            for oldest in list(by_retry)[1 : len(by_retry) - _MAX_RETRY_VALUES]:
                by_retry.pop(oldest, None)
        return found


def check_retry(retry: Any) -> Retry | None:
    """Return the policy, or the default one if none is set.

    Raises:
        RequestInvalid: `retry` is neither a `Retry` nor `None`.
    """
    if isinstance(retry, Unset):
        return Retry()
    if retry is not None and not isinstance(retry, Retry):
        raise RequestInvalid("retry", f"must be a Retry, or None for no retries, not {described(retry)}")
    return retry


def check_throttle(throttle: Any, clock: Clock | None, *, service: str, known: tuple[str, ...]) -> Throttle | None:
    """Return the throttle, or the one of this process if none is set; warn of limits that look like misspelt actions.

    Args:
        throttle: What the caller passed.
        clock: The caller's clock; slots of another clock than the system's cannot be shared.
        service: The product.
        known: Names of its actions.

    Raises:
        RequestInvalid: `throttle` is neither a `Throttle` nor `None`.
    """
    if isinstance(throttle, Unset):
        return PROCESS_WIDE if clock is None else Throttle()
    if throttle is None:
        return None
    if not isinstance(throttle, Throttle):
        raise RequestInvalid("throttle", f"must be a Throttle, or None for no throttling, not {described(throttle)}")
    if throttle.limits:
        check_unambiguous(throttle.limits, service=service, known=known)
        warn_of_doubtful(throttle.limits, service=service, known=known)
    return throttle


def check_language(language: Any) -> str | None:
    """Return the language of the service's messages; `None` for its default.

    Raises:
        RequestInvalid: The service does not know it.
    """
    if language is not None and language not in LANGUAGES:
        raise RequestInvalid("language", f"must be {' or '.join(LANGUAGES)}, or None for the default of the service")
    return language  # type: ignore[no-any-return] # one of LANGUAGES


def check_rng(rng: Any) -> Any:
    """Return `rng`.

    Raises:
        RequestInvalid: It is not callable.
    """
    if not callable(rng):
        raise RequestInvalid("rng", f"must be a function that returns numbers from 0 up to 1, not {described(rng)}")
    return rng
