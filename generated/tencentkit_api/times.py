# Written by `python -m generator emit` from generator/emit/templates/shared/times.py.jinja.
# Do not edit: change the template.
"""Conversion of the service's times to `datetime`. Each result has a time zone; a value in an unknown form is an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from .unset import Unset

_NO_TIME = ("", "-")
_ZERO_DATES = ("0000-00-00", "0001-01-01")
"""Dates that databases and programs write for a missing time."""
_UNITS = {"seconds": (1, 10**8, 10**11), "milliseconds": (1000, 10**11, 10**14)}
"""Number of units in a second, and the accepted range: 1973 to 5138. The ranges are disjoint, so a wrong unit is an error."""


def parse(value: str | Unset | None, zone: tzinfo | None = None) -> datetime | None:
    """Return a time of the service as a `datetime` with a time zone, or `None` if there is no time.

    No time is a field that is not set or null, an empty text, `-`, or a date of zeros such as `0000-00-00 00:00:00`.

    Args:
        value: Time such as `2020-12-01 08:35:00.000` or `2020-12-01T08:35:00+08:00`.
        zone: Time zone of a value that names none. A value that names one keeps it.

    Raises:
        ValueError: The value is not a date with a time, it names no time zone and `zone` is not set, or the time
            exists twice or not at all in `zone` because the clocks change.
    """
    if not _is_set(value):
        return None
    time = _parsed(value)
    if time.tzinfo is not None:
        return time
    if zone is None:
        raise ValueError(f"the time {value!r} names no time zone; pass zone, such as zone=ZoneInfo('Asia/Shanghai')")
    time = time.replace(tzinfo=zone)
    if time.utcoffset() != time.replace(fold=1).utcoffset():
        raise ValueError(f"the time {value!r} is ambiguous or missing in {zone}, because its clocks change")
    return time


def text_time(value: object, offset: str = "") -> datetime | None:
    """Return the time of a text. `offset` is the documented one, such as `+08:00`, of values that name no time zone."""
    if not _is_set(value):
        return None
    time = _parsed(value)
    if time.tzinfo is None:
        if not offset:
            raise ValueError(f"the time {value!r} names no time zone, unlike documented; use tencentkit.times.parse")
        time = time.fromisoformat(f"{time.isoformat()}{offset}")
    return time


def unix_time(value: object, unit: str) -> datetime | None:
    """Return the time of a number of seconds or milliseconds since 1970, or of its text; `None` for 0 and -1."""
    from datetime import UTC, datetime, timedelta

    if not _is_set(value):
        return None
    number: object = int(value) if isinstance(value, str) and value.removeprefix("-").isdecimal() else value
    if isinstance(number, bool) or not isinstance(number, int | float):
        raise ValueError(f"the time {value!r} is not a number of {unit} since 1970")
    if number in (0, -1):
        return None
    per_second, first, end = _UNITS[unit]
    if not first <= number < end:
        raise ValueError(
            f"the time {value!r} is not a number of {unit} since 1970: it is outside of the years 1973 to 5138"
        )
    # A timedelta of integers is exact; a division by 1000 is not.
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(
        seconds=number // per_second, milliseconds=number % per_second * 1000 // per_second
    )


def _is_set(value: object) -> bool:
    from .unset import UNSET

    if value is None or value is UNSET:
        return False
    return not isinstance(value, str) or not (value in _NO_TIME or value.startswith(_ZERO_DATES))


def _parsed(value: object) -> datetime:
    """Return the `datetime` of a date with a time. The check excludes forms such as `20201201` and `2020-W49-2`."""
    from datetime import datetime

    text = value if isinstance(value, str) else ""
    if [text[index : index + 1] for index in (4, 7, 13, 16)] == ["-", "-", ":", ":"] and text[10] in "T ":
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            pass
    raise ValueError(f"{value!r} is not a time such as 2020-12-01 08:35:00 or 2020-12-01T08:35:00+08:00")
