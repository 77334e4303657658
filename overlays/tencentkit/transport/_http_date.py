"""HTTP dates."""

from __future__ import annotations


def http_date(value: str) -> float | None:
    """Return the Unix seconds of an HTTP date; `None` if `value` is not one."""
    if not value:
        return None
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(value).timestamp()
    except (ValueError, OverflowError):
        return None
