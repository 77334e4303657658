"""Documented form of a time: the fact `x-tc-time` of a property.

    {"format": "iso8601"}                        each value names its time zone
    {"format": "local", "offset": "+08:00"}      the documentation names the time zone
    {"format": "seconds"}, {"format": "milliseconds"}    since 1970, as a number or its text

The rule needs a type or documented values; it takes no fact from a name or from a text alone. `docs/design/times.md` has the reasons.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from .document import Document
from .view import mapping

TIME: Final = "x-tc-time"

_ISO_TEXT: Final = re.compile(r"ISO ?-?8601|RFC ?-?3339", re.IGNORECASE)
_CONDITIONAL: Final = re.compile(r"否则|otherwise", re.IGNORECASE)
"""A text that documents several forms."""
_TIMESTAMP_TEXT: Final = re.compile(r"unix|epoch|时间戳|time ?stamp", re.IGNORECASE)
_MILLISECONDS: Final = re.compile(r"毫秒|milli-?seconds?|\bms\b", re.IGNORECASE)
_SECONDS: Final = re.compile(r"秒|seconds?\b|单位[:：]?\s*s\b", re.IGNORECASE)
_SMALLER: Final = re.compile(r"微秒|纳秒|micro-?seconds?|nano-?seconds?|[μun]s\b", re.IGNORECASE)

_EIGHT: Final = re.compile(r"(?:UTC|GMT)\s*[+\uff0b]\s*0?8(?::?00)?(?!\d)|北京时间|东八区|东 ?8 ?区|Beijing time", re.IGNORECASE)
_OTHER_OFFSET: Final = re.compile(r"(?:UTC|GMT)\s*[-+\uff0b]\s*\d", re.IGNORECASE)
_UTC: Final = re.compile(r"\b(?:UTC|GMT)\b|世界标准时间|协调世界时|格林[威尼]治", re.IGNORECASE)

_LOCAL_VALUE: Final = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?", re.ASCII)
_ISO_VALUE: Final = re.compile(rf"{_LOCAL_VALUE.pattern}(?:Z|[+-]\d\d:?\d\d)", re.ASCII)
_NO_TIME: Final = re.compile(r"|-|(?:0000-00-00|0001-01-01).*")
_TEN_YEARS: Final = {"seconds": (10**9, 4 * 10**9), "milliseconds": (10**12, 4 * 10**12)}
"""Numbers that can only be a date: from 2001 to 2096."""


def time_fact(page_type: str, json_type: str, text: str, values: Sequence[Any]) -> Document | None:
    """Return the documented form of a time, or None if the documentation does not state it.

    Args:
        page_type: Type of the definitions or of a page, such as `Timestamp ISO8601`.
        json_type: `string`, `integer` or `number`.
        text: Description of the property.
        values: Documented values of the property, from examples.
    """
    values = [value for value in values if _is_time(value)]
    if json_type == "string":
        if (values or page_type == "Timestamp ISO8601") and _all(_ISO_VALUE, values):
            return {"format": "iso8601"}
        contradicts = page_type == "Timestamp ISO8601" or (_ISO_TEXT.search(text) and not _CONDITIONAL.search(text))
        if not contradicts and (values or page_type == "Timestamp") and _all(_LOCAL_VALUE, values) and (offset := _offset(text)):
            return {"format": "local", "offset": offset}
    if values and json_type in ("string", "integer", "number") and (unit := _unit(text, values)):
        return {"format": unit}
    return None


def is_time(schema: Document, value: Any) -> bool:
    """Return whether `value` is a valid `x-tc-time` of the property."""
    fact, kind = mapping(value), schema.get("type")
    match fact.get("format"):
        case "iso8601":
            return set(fact) == {"format"} and kind == "string"
        case "local":
            return set(fact) == {"format", "offset"} and kind == "string" and bool(re.fullmatch(r"[+-]\d\d:\d\d", str(fact["offset"])))
        case "seconds" | "milliseconds":
            return set(fact) == {"format"} and kind in ("string", "integer", "number")
    return False


def _is_time(value: Any) -> bool:
    return value not in (None, 0, -1, "0", "-1") and not (isinstance(value, str) and _NO_TIME.fullmatch(value))


def _all(pattern: re.Pattern[str], values: Sequence[Any]) -> bool:
    return all(isinstance(value, str) and pattern.fullmatch(value) for value in values)


def _offset(text: str) -> str | None:
    """Return the one time zone that the text states."""
    rest = _EIGHT.sub("", text)
    eight, utc = rest != text, bool(_UTC.search(_OTHER_OFFSET.sub("", rest)))
    if _OTHER_OFFSET.search(rest) or eight == utc:
        return None
    return "+08:00" if eight else "+00:00"


def _unit(text: str, values: Sequence[Any]) -> str | None:
    """Return the unit since 1970 that all values have, unless the text names no timestamp or another unit."""
    if not _TIMESTAMP_TEXT.search(text) or _SMALLER.search(text):
        return None
    shown = {_unit_of(value) for value in values}
    rest = _MILLISECONDS.sub("", text)
    stated = {unit for unit, found in (("milliseconds", rest != text), ("seconds", bool(_SECONDS.search(rest)))) if found}
    [unit] = shown if len(shown) == 1 else [None]
    return unit if len(stated) != 1 or unit in stated else None


def _unit_of(value: Any) -> str | None:
    if isinstance(value, str) and value.isdecimal():
        value = int(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return next((unit for unit, (first, end) in _TEN_YEARS.items() if first <= value < end), None)
    return None
