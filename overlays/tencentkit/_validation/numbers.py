"""Numbers that a policy is given, checked where it is made."""

from __future__ import annotations

from typing import Any

from ..errors import RequestInvalid

_LONGEST = 31_536_000
"""Seconds of a year: what sockets and event loops take is not much more."""


def check_number(name: str, value: Any, least: float, most: float, *, above: bool = False) -> float:
    """`value`, if it is a number from `least` (or `above` it) up to `most`.

    Raises:
        RequestInvalid: It is not.
    """
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise RequestInvalid(name, f"must be a number, not {type(value).__name__}")
    if not (least < value if above else least <= value) or not value <= most:  # NaN is neither
        raise RequestInvalid(name, f"must be {'above' if above else 'at least'} {least:g} and at most {most:g}")
    return value


def check_count(name: str, value: Any, most: int) -> int:
    """`value`, if it is a whole number from 1 up to `most`.

    Raises:
        RequestInvalid: It is not.
    """
    if isinstance(value, bool) or not isinstance(value, int):
        raise RequestInvalid(name, f"must be a whole number, not {type(value).__name__}")
    if not 1 <= value <= most:
        raise RequestInvalid(name, f"must be at least 1 and at most {most:,}")
    return value


def check_seconds(name: str, seconds: Any) -> float | None:
    """`seconds`, if it is a time above 0 or `None` for no bound."""
    if seconds is None:
        return None
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        raise RequestInvalid(name, f"must be a number of seconds or None, not {type(seconds).__name__}")
    if not 0 < seconds <= _LONGEST:  # NaN is not, either
        raise RequestInvalid(name, f"must be above 0 s and at most {_LONGEST:,} s; None is for no bound")
    return float(seconds)
