"""What does a page describe: one action, a product's data types, its API category with the rates, or its error codes?"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Final

from ..input.markdown import plain
from ..vocabulary import CATEGORY_HEADERS, ERROR_HEADERS
from .headings import has_headings
from .table_headers import header_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..input.lines import Line

_EXPECTED: Final = "a page of API 3.0"
_USED_BY: Final = re.compile(r"(?:used by actions?|referenced by the following apis?(?:\(s\))?|被如下接口引用)\s*[:：].*", re.IGNORECASE)
_ACTION_ROW: Final = re.compile(r"\|?\s?[*`]{0,3}Action[*`]{0,3}\s?\|?(?:\s?(?:Yes|是|String)\b|\Z)")
_COMMON: Final = re.compile(r"\|?\s?[*`]{0,3}X-TC-Action\b")


def refuse_older_api(lines: Sequence[Line]) -> None:
    """Raise `PageRefused` for a page of API 2.0."""
    legacy = next((line for line in lines if "api.qcloud.com" in line.text), None)
    if legacy is not None and not any("tencentcloudapi.com" in line.text for line in lines):
        raise legacy.refused(_EXPECTED, "a page of API 2.0 (host api.qcloud.com)")


def is_use(line: Line) -> bool:
    """Whether this is the line "Used by actions: …", which no other kind of page has."""
    return _USED_BY.fullmatch(plain(line.text)) is not None


class Kind(Enum):
    """The value is what a message calls it."""

    ACTION = "a page of an action"
    TYPES = "a page of data types"
    CATEGORY = "a page of an API category"
    CODES = "a page of error codes"


def kind_of(lines: Sequence[Line]) -> Kind:
    """The kind of a page. Raises `PageRefused` for one that describes the protocol; what is none of these is taken for an action's."""
    if any(is_use(line) for line in lines):
        return Kind.TYPES
    if any(header_at(lines, index, CATEGORY_HEADERS) for index in range(len(lines))):
        return Kind.CATEGORY
    if has_headings(lines) or any(_ACTION_ROW.match(line.text) for line in lines):
        return Kind.ACTION
    if (common := next((line for line in lines if _COMMON.match(line.text)), None)) is not None:
        raise common.refused("a page that describes actions, types, rates or codes", "a page of the common parameters")
    if any(header_at(lines, index, ERROR_HEADERS) for index in range(len(lines))):
        return Kind.CODES
    return Kind.ACTION
