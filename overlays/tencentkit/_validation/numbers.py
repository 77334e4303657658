"""Validation of numbers that callers pass in."""

from __future__ import annotations

from typing import Any

from ..errors import RequestInvalid

LONGEST_SECONDS = 31_536_000
"""One year; sockets and event loops accept little more."""


def check_number(name: str, value: Any, least: float, most: float, *, above: bool = False) -> float:
    """Return `value` if it is a number from `least` (or `above` it) to `most`.

    Raises:
        RequestInvalid: It is not.
    """
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise RequestInvalid(name, f"must be a number, not {type(value).__name__}")
    if not (least < value if above else least <= value) or not value <= most:  # also refuses NaN
        raise RequestInvalid(name, f"must be {'above' if above else 'at least'} {least:g} and at most {most:g}")
    return value


def check_count(name: str, value: Any, most: int, *, least: int = 1) -> int:
    """Return `value` if it is a whole number from `least` to `most`.

    Raises:
        RequestInvalid: It is not.
    """
    if isinstance(value, bool) or not isinstance(value, int):
        raise RequestInvalid(name, f"must be a whole number, not {type(value).__name__}")
    if not least <= value <= most:
        raise RequestInvalid(name, f"must be at least {least} and at most {most:,}")
    return value


def check_seconds(name: str, seconds: Any) -> float | None:
    """Return `seconds` if it is a time above 0, or `None` for no limit.

    Raises:
        RequestInvalid: It is neither.
    """
    if seconds is None:
        return None
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        raise RequestInvalid(name, f"must be a number of seconds or None, not {type(seconds).__name__}")
    if not 0 < seconds <= LONGEST_SECONDS:  # also refuses NaN
        raise RequestInvalid(name, f"must be above 0 s and at most {LONGEST_SECONDS:,} s; None means no limit")
    return float(seconds)
