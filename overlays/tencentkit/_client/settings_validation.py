"""What a client is told when it is made, checked then: what can never be right is refused before the first call."""

from __future__ import annotations

from typing import Any

from tencentkit_api.unset import Unset

from .._validation.objects import _what
from .._validation.objects import check_clock as check_clock
from .._validation.objects import check_transport as check_transport
from .._validation.urls import check_base_url as check_base_url
from ..clock import Clock
from ..errors import RequestInvalid
from ..retry import Retry
from ..throttle._limit_names import warn_of_doubtful
from ..throttle._throttle import PROCESS_WIDE, Throttle
from .product import Product


def check_retry(retry: Any) -> Retry | None:
    """The policy; the usual one where none was given."""
    if isinstance(retry, Unset):
        return Retry()
    if retry is not None and not isinstance(retry, Retry):
        raise RequestInvalid("retry", f"must be a Retry, or None for never, not {_what(retry)}")
    return retry


def check_throttle(throttle: Any, clock: Clock | None, product: Product) -> Throttle | None:
    """The throttle; the process's own where none was given. Limits that are most likely meant for an action of `product` are warned of."""
    if isinstance(throttle, Unset):
        # A clock of the user's own cannot share slots with the machine's.
        return PROCESS_WIDE if clock is None else Throttle()
    if throttle is None:
        return None
    if not isinstance(throttle, Throttle):
        raise RequestInvalid("throttle", f"must be a Throttle, or None for no throttling, not {_what(throttle)}")
    if throttle.limits:
        warn_of_doubtful(throttle.limits, product)
    return throttle


def check_rng(rng: Any) -> Any:
    """`rng`, if it can be called."""
    if not callable(rng):
        raise RequestInvalid("rng", f"must be a function that gives numbers from 0 up to 1, not {_what(rng)}")
    return rng
