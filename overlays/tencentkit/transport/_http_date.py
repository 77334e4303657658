"""HTTP dates, and the clock skew that a `Date` header shows."""

from __future__ import annotations

from collections.abc import Mapping

from ..clock import Clock

_IGNORED_SKEW = 2.0
"""Seconds: a `Date` header has no fractions, and the response takes time."""


def http_date(value: str) -> float | None:
    """Return the Unix seconds of an HTTP date, or `None` if `value` is not one."""
    if not value:
        return None
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(value).timestamp()
    except (ValueError, OverflowError):
        return None


def clock_skew(headers: Mapping[str, str], clock: Clock, *, known: float = 0.0) -> float | None:
    """Return the seconds by which the server's clock is ahead of `clock`; `None` if unknown, or less than 2 s from `known`."""
    date = http_date(headers.get("date", ""))
    skew = None if date is None else date - clock.time()
    return None if skew is None or abs(skew - known) < _IGNORED_SKEW else skew
