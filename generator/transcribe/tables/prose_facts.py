"""Facts that a page states only in prose. Ambiguous statements are ignored."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from ..vocabulary import COLON, COMMA

if TYPE_CHECKING:
    from .type_names import PageType

Scalar: TypeAlias = str | int | float | bool
T = TypeVar("T")

_LABEL: Final = rf" values?\s*{COLON}[^\S\n]*"
# "默认取值" and "本接口取值" have other meanings: no Chinese character may precede the word.
_VALUES: Final = re.compile(
    rf"\b(?:valid|possible|available|optional){_LABEL}|(?:可选值|有效值|枚举值|可选取值|(?<![\u4e00-\u9fff])取值)\s*{COLON}[^\S\n]*",
    re.IGNORECASE,
)
_DEFAULT: Final = re.compile(rf"\bdefault{_LABEL}|(?:默认|缺省)(?:取值|值)\s*{COLON}[^\S\n]*", re.IGNORECASE)
_MAXIMUM: Final = re.compile(rf"\bmaximum{_LABEL}|最大值\s*{COLON}[^\S\n]*", re.IGNORECASE)
_MINIMUM: Final = re.compile(rf"\bminimum{_LABEL}|最小值\s*{COLON}[^\S\n]*", re.IGNORECASE)
_RANGE: Final = re.compile(rf"(?:\b(?:value|valid) range|取值范围)\s*(?:{COLON}|[是为])[^\S\n]*", re.IGNORECASE)
# A statement ends with its sentence or line. A full stop inside a value ("1.0") does not end it; a full-width one always does.
_END: Final = re.compile(r"(?:\.|;)(?=\s|\Z)|[\u3002\uff1b]|\s(?=示例值)|\n|\Z")
# A list can continue on the next line. To avoid taking half of it, only a blank line or a new sentence ends it there.
_END_OF_LIST: Final = re.compile(r"\.(?=\s|\Z)|\u3002|\s(?=示例值)|\n(?=\n|Note\b|注意|示例值|[A-Z][a-z]+ [a-z])|\Z")
_MAX_STATEMENT_LENGTH: Final = 400
"""In characters. Real lists of values are far shorter; the limit keeps the time linear."""
_MAY_BE_NULL: Final = re.compile(r"may return [`\"']?null|可能返回 ?[`\"']?null", re.IGNORECASE)

_NUMBER: Final = r"-?(?:\d{1,3}(?:,\d{3})+|\d{1,18})(?:\.\d{1,9})?"
_PLAIN_NUMBER: Final = re.compile(_NUMBER)
_BOUNDS: Final = re.compile(
    rf"\[\s*(?P<low>{_NUMBER})\s*{COMMA}\s*(?P<high>{_NUMBER})\s*\]"
    rf"|(?P<from>{_NUMBER})\s*(?:-|\u2013|\u2014|~|\uff5e|to|到|至)\s*(?P<until>{_NUMBER})",
)
# Sentences can state numbers, true and false ("defaults to 20,", "默认为 20，"). A number with a unit is not a plain value.
_SENTENCE_VALUE_END: Final = rf"[`\"']?(?=\s*(?:{COMMA}|[;\uff1b)\uff09\u3002\n]|\.(?:\s|\Z)|\Z|示例值))"
_SENTENCE_VALUE: Final = rf"\s*[`\"']?(?P<value>{_NUMBER}|true|false){_SENTENCE_VALUE_END}"
_SENTENCE_DEFAULT: Final = re.compile(
    rf"(?:\bdefaults to|\bdefault (?:value )?(?:is|of)|\bdefault\s*{COLON}|(?:默认|缺省)值?\s*(?:[为是]|{COLON})){_SENTENCE_VALUE}",
    re.IGNORECASE,
)
_SENTENCE_MAXIMUM: Final = re.compile(rf"(?:\bmaximum value (?:is|of)|最大值\s*[为是]){_SENTENCE_VALUE}", re.IGNORECASE)
_SENTENCE_MINIMUM: Final = re.compile(rf"(?:\bminimum value (?:is|of)|最小值\s*[为是]){_SENTENCE_VALUE}", re.IGNORECASE)
_TOKEN: Final = re.compile(r"[A-Za-z0-9_$.+-]{1,100}", re.ASCII)
_SEPARATOR: Final = re.compile(rf"\s*(?:{COMMA}|[;|/\uff1b])\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+|\s*[和或]\s*")
_BOOLEANS: Final = {"true": True, "false": False}
# Words in place of a value that mean "no default".
_NO_VALUE: Final = frozenset({"null", "none", "nil", "empty", "-", "n/a"})
# Only a sentence about the field or action itself: "A (deprecated)" in a list of values describes a value.
_DEPRECATED: Final = re.compile(
    r"\A[\W_]{0,4}(?:deprecated|disused)\b(?![\w ]{0,40}[:\uff1a])"
    r"|\bthis (?:api|field|parameter|input parameter|output parameter|attribute) (?:is|has been|was) (?:already )?(?:deprecated|disused)\b"
    r"|\A[\W_]{0,4}(?:(?:该|此|本)?(?:字段|参数|接口))?已(?:经)?(?:被)?(?:废弃|弃用)"
    r"|(?:该|此|本)(?:字段|参数|接口)已(?:经)?(?:被)?(?:废弃|弃用)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ProseFacts:
    """Facts in the description of a parameter. Known values of an array are those of its items.

    `contradictions` names the facts that the description states in two ways. They are not set.
    """

    known_values: tuple[Scalar, ...] = ()
    default: Scalar | None = None
    minimum: int | float | None = None
    maximum: int | float | None = None
    nullable: bool = False
    deprecated: bool = False
    contradictions: tuple[str, ...] = ()


def read_prose(text: str, page_type: PageType) -> ProseFacts:
    """Return the facts that a description states plainly."""
    nullable = _MAY_BE_NULL.search(text) is not None
    deprecated = says_deprecated(text)
    if not page_type.primitive:
        return ProseFacts(nullable=nullable, deprecated=deprecated)
    contradictions: list[str] = []
    lists = {values for stated in _statements(_VALUES, text, _END_OF_LIST) if (values := _values(stated, page_type))}
    known = _single_value(lists, "known-values", contradictions) or ()
    if page_type.array:
        # A default or limit of an array could apply to the array or to its items.
        return ProseFacts(known_values=known, nullable=nullable, deprecated=deprecated, contradictions=tuple(contradictions))
    defaults = {
        value
        for stated in _statements(_DEFAULT, text)
        if stated.casefold() not in _NO_VALUE and (value := as_scalar(_unquoted(stated), page_type)) is not None
    } | _sentence_values(_SENTENCE_DEFAULT, text, page_type)
    minimums, maximums = _bounds(text, page_type)
    default = _single_value(defaults, "default", contradictions)
    minimum, maximum = _single_value(minimums, "minimum", contradictions), _single_value(maximums, "maximum", contradictions)
    if minimum is not None and maximum is not None and minimum > maximum:
        contradictions += ["minimum", "maximum"]
        minimum = maximum = None
    return ProseFacts(known, default, minimum, maximum, nullable, deprecated, tuple(contradictions))


def says_deprecated(text: str) -> bool:
    """Return whether a description states that its subject is deprecated."""
    return _DEPRECATED.search(text) is not None


def as_scalar(text: str, page_type: PageType) -> Scalar | None:
    """Convert a written value to the JSON value of its documented type; return None if it has another type."""
    if page_type.json_type == "string":
        return text if _TOKEN.fullmatch(text) else None
    if page_type.json_type == "boolean":
        return _BOOLEANS.get(text.casefold())
    return _number(text, page_type)


def _statements(label: re.Pattern[str], text: str, end: re.Pattern[str] = _END) -> list[str]:
    """Return the statements after each occurrence of a label."""
    found = []
    for match in label.finditer(text):
        bound = min(match.end() + _MAX_STATEMENT_LENGTH, len(text))
        stop = end.search(text, match.end(), bound)
        if stop is not None and (stop.start() < bound or bound == len(text)):
            stated = text[match.end() : stop.start()].strip()
            if "\n" not in stated:
                found.append(stated)
    return found


def _sentence_values(pattern: re.Pattern[str], text: str, page_type: PageType) -> set[Scalar]:
    """Return values stated in sentences. For strings this is never certain."""
    if page_type.json_type == "string":
        return set()
    return {value for match in pattern.finditer(text) if (value := as_scalar(match["value"], page_type)) is not None}


def _values(stated: str, page_type: PageType) -> tuple[Scalar, ...]:
    """Return the values of a plain list of at least two. A list with explanations is prose."""
    values = [as_scalar(_unquoted(item), page_type) for item in _SEPARATOR.split(stated)]
    plain = tuple(value for value in values if value is not None)
    return plain if len(plain) == len(values) == len(set(plain)) and len(plain) > 1 else ()


def _bounds(text: str, page_type: PageType) -> tuple[set[int | float], set[int | float]]:
    minimums = {value for stated in _statements(_MINIMUM, text) if (value := _number(_unquoted(stated), page_type)) is not None}
    maximums = {value for stated in _statements(_MAXIMUM, text) if (value := _number(_unquoted(stated), page_type)) is not None}
    for bounds, pattern in ((minimums, _SENTENCE_MINIMUM), (maximums, _SENTENCE_MAXIMUM)):
        bounds |= {value for match in pattern.finditer(text) if (value := _number(match["value"], page_type)) is not None}
    for stated in _statements(_RANGE, text):
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
    for start, end in ("``", '""', "''", "“”"):
        if len(text) > 1 and text.startswith(start) and text.endswith(end):
            return text[1:-1]
    return text


def _single_value(values: set[T], fact: str, contradictions: list[str]) -> T | None:
    if len(values) > 1:
        contradictions.append(fact)
        return None
    return next(iter(values), None)
