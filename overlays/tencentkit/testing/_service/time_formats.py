"""Documented forms of times (`x-tc-time`): the values that a response may have, and a value in the form.

Source: docs/design/times.md. The conversion of the client is not used here: a shared bug would go unnoticed.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

_DATE_TIME = r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d([.,]\d{1,9})?"
_ZONE = r"(Z|[+-]\d\d(:?\d\d)?)"
_NO_TIME = r"-?|0000-00-00.*|0001-01-01.*"
_NO_NUMBER = (0, -1)
_RANGES = {"seconds": (10**8, 10**11 - 1), "milliseconds": (10**11, 10**14 - 1)}


def time_schema(fact: Mapping[str, Any]) -> dict[str, Any]:
    """Return the JSON Schema of a value with this `x-tc-time`; it accepts the values for no time."""
    form = fact["format"]
    if form in _RANGES:
        least, most = _RANGES[form]
        digits = f"{len(str(least))},{len(str(most))}"
        number = {"anyOf": [{"enum": list(_NO_NUMBER)}, {"not": {"type": "number"}}, {"minimum": least, "maximum": most}]}
        return {"pattern": rf"^({_NO_TIME}|0|-1|\d{{{digits}}})$", **number}
    zone = _ZONE if form == "iso8601" else f"{_ZONE}?"
    return {"pattern": f"^({_NO_TIME}|{_DATE_TIME}{zone})$"}


def time_value(fact: Mapping[str, Any], moment: int, *, as_text: bool) -> str | int:
    """Return a time in its documented form.

    Args:
        fact: The `x-tc-time` of the property.
        moment: Unix seconds.
        as_text: Whether the property is a string.
    """
    form = fact["format"]
    if form in _RANGES:
        number = moment * (1000 if form == "milliseconds" else 1)
        return str(number) if as_text else number
    if form == "local":
        hours, minutes = (int(part) for part in fact["offset"].split(":"))
        zone = timezone(timedelta(hours=hours, minutes=-minutes if fact["offset"].startswith("-") else minutes))
        return local_text(moment, zone)
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def local_text(moment: int, zone: timezone) -> str:
    """Return a time without its zone, such as `2020-12-01 08:35:00`."""
    return datetime.fromtimestamp(moment, zone).strftime("%Y-%m-%d %H:%M:%S")
