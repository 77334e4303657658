"""Facts that a page states only in prose: taken over where they are stated plainly, left alone where they would have to be guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from .punctuation import COLON, COMMA, FULL_STOP

if TYPE_CHECKING:
    from .lines import Line
    from .pagetype import PageType

Scalar: TypeAlias = str | int | float | bool
T = TypeVar("T")

_LABEL: Final = rf" values?\s*{COLON}[^\S\n]*"
_VALUES: Final = re.compile(rf"\b(?:valid|possible|available|optional){_LABEL}", re.IGNORECASE)
_DEFAULT: Final = re.compile(rf"\bdefault{_LABEL}", re.IGNORECASE)
_MAXIMUM: Final = re.compile(rf"\bmaximum{_LABEL}", re.IGNORECASE)
_MINIMUM: Final = re.compile(rf"\bminimum{_LABEL}", re.IGNORECASE)
_RANGE: Final = re.compile(rf"\b(?:value|valid) range\s*{COLON}[^\S\n]*", re.IGNORECASE)
# What is stated ends with its sentence or its line. A full stop inside a value ("1.0") ends no sentence.
_END: Final = re.compile(rf"(?:{FULL_STOP}|;)(?=\s|\Z)|\n|\Z")
# A list can go on in the next line, and then half of it would be a wrong fact: only a blank line or a new sentence ends it there.
_END_OF_LIST: Final = re.compile(rf"{FULL_STOP}(?=\s|\Z)|\n(?=\n|Note\b|[A-Z][a-z]+ [a-z])|\Z")
_LONGEST_STATEMENT: Final = 400
"""In characters. Real lists of values are far shorter, and the bound keeps the time linear."""
_MAY_BE_NULL: Final = re.compile(r"may return [`\"']?null|可能返回 ?[`\"']?null", re.IGNORECASE)

_NUMBER: Final = r"-?(?:\d{1,3}(?:,\d{3})+|\d{1,18})(?:\.\d{1,9})?"
_PLAIN_NUMBER: Final = re.compile(_NUMBER)
_BOUNDS: Final = re.compile(
    rf"\[\s*(?P<low>{_NUMBER})\s*{COMMA}\s*(?P<high>{_NUMBER})\s*\]"
    rf"|(?P<from>{_NUMBER})\s*(?:-|\u2013|\u2014|~|to)\s*(?P<until>{_NUMBER})",
)
_TOKEN: Final = re.compile(r"[A-Za-z0-9_$.+-]{1,100}", re.ASCII)
_SEPARATOR: Final = re.compile(rf"\s*(?:{COMMA}|[;|/])\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+")
_BOOLEANS: Final = {"true": True, "false": False}
# Words that say that there is no default, where a value would stand.
_NOTHING: Final = frozenset({"null", "none", "nil", "empty", "-", "n/a"})


@dataclass(frozen=True, slots=True)
class ProseFacts:
    """What the description of a parameter says plainly. Known values of an array are those of its items."""

    known_values: tuple[Scalar, ...] = ()
    default: Scalar | None = None
    minimum: int | float | None = None
    maximum: int | float | None = None
    nullable: bool = False


def read_prose(text: str, page_type: PageType, line: Line) -> ProseFacts:
    """The plain statements in a description. Raises `PageRefused` where it contradicts itself."""
    nullable = _MAY_BE_NULL.search(text) is not None
    if not page_type.primitive:
        return ProseFacts(nullable=nullable)
    lists = {values for stated in _stated(_VALUES, text, _END_OF_LIST) if (values := _values(stated, page_type))}
    known = _one(lists, "lists of valid values", line) or ()
    if page_type.array:
        # A default or bound of an array could mean the array or its items.
        return ProseFacts(known_values=known, nullable=nullable)
    defaults = {
        value
        for stated in _stated(_DEFAULT, text)
        if stated.casefold() not in _NOTHING and (value := as_scalar(_unquoted(stated), page_type)) is not None
    }
    minimums, maximums = _bounds(text, page_type)
    minimum, maximum = _one(minimums, "minimum values", line), _one(maximums, "maximum values", line)
    if minimum is not None and maximum is not None and minimum > maximum:
        raise line.refused(f"a minimum value that is not above the maximum, {maximum}", f"the minimum value {minimum}")
    return ProseFacts(known, _one(defaults, "default values", line), minimum, maximum, nullable)


def as_scalar(text: str, page_type: PageType) -> Scalar | None:
    """A written value as the JSON value of its documented type; None where it is none."""
    if page_type.json_type == "string":
        return text if _TOKEN.fullmatch(text) else None
    if page_type.json_type == "boolean":
        return _BOOLEANS.get(text.casefold())
    return _number(text, page_type)


def _stated(label: re.Pattern[str], text: str, end: re.Pattern[str] = _END) -> list[str]:
    """What stands behind each label, up to the end of the statement."""
    found = []
    for match in label.finditer(text):
        bound = min(match.end() + _LONGEST_STATEMENT, len(text))
        stop = end.search(text, match.end(), bound)
        if stop is not None and (stop.start() < bound or bound == len(text)):
            stated = text[match.end() : stop.start()].strip()
            if "\n" not in stated:
                found.append(stated)
    return found


def _values(stated: str, page_type: PageType) -> tuple[Scalar, ...]:
    """Only a list of at least two bare values: with explanations between them it is prose."""
    values = [as_scalar(_unquoted(item), page_type) for item in _SEPARATOR.split(stated)]
    plain = tuple(value for value in values if value is not None)
    return plain if len(plain) == len(values) == len(set(plain)) and len(plain) > 1 else ()


def _bounds(text: str, page_type: PageType) -> tuple[set[int | float], set[int | float]]:
    minimums = {value for stated in _stated(_MINIMUM, text) if (value := _number(_unquoted(stated), page_type)) is not None}
    maximums = {value for stated in _stated(_MAXIMUM, text) if (value := _number(_unquoted(stated), page_type)) is not None}
    for stated in _stated(_RANGE, text):
        match = _BOUNDS.fullmatch(_unquoted(stated))
        if match:
            low, high = (_number(match[first] or match[second], page_type) for first, second in (("low", "from"), ("high", "until")))
            if low is not None and high is not None:
                minimums.add(low)
                maximums.add(high)
    return minimums, maximums


def _number(text: str, page_type: PageType) -> int | float | None:
    if page_type.json_type not in {"integer", "number"} or not _PLAIN_NUMBER.fullmatch(text):
        return None
    plain = text.replace(",", "")
    if "." not in plain:
        return int(plain)
    number = float(plain)
    return number if page_type.json_type == "number" and isfinite(number) else None


def _unquoted(text: str) -> str:
    for quote in "`\"'":
        if len(text) > 1 and text.startswith(quote) and text.endswith(quote):
            return text[1:-1]
    return text


def _one(values: set[T], what: str, line: Line) -> T | None:
    if len(values) > 1:
        raise line.refused("one of them", f"two different {what}")
    return next(iter(values), None)
