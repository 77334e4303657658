"""Page kinds: action, data types, API category or error codes."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Final

from ..input.markdown import strip_markdown
from ..vocabulary import CATEGORY_HEADERS, ERROR_HEADERS
from .headings import has_headings
from .table_headers import match_header

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..input.lines import SourceLine

_EXPECTED: Final = "a page of API 3.0"
_USED_BY: Final = re.compile(r"(?:used by actions?|referenced by the following apis?(?:\(s\))?|被如下接口引用)\s*[:：].*", re.IGNORECASE)
_ACTION_ROW: Final = re.compile(r"\|?\s?[*`]{0,3}Action[*`]{0,3}\s?\|?(?:\s?(?:Yes|是|String)\b|\Z)")
_COMMON_PARAMETER: Final = re.compile(r"\|?\s?[*`]{0,3}X-TC-Action\b")


def reject_api_2_page(lines: Sequence[SourceLine]) -> None:
    """Raise `PageRefused` for a page of API 2.0."""
    legacy = next((line for line in lines if "api.qcloud.com" in line.text), None)
    if legacy is not None and not any("tencentcloudapi.com" in line.text for line in lines):
        raise legacy.refusal(_EXPECTED, "a page of API 2.0 (host api.qcloud.com)")


def is_used_by_line(line: SourceLine) -> bool:
    """Return whether the line begins "Used by actions:", which only pages of data types have."""
    return _USED_BY.fullmatch(strip_markdown(line.text)) is not None


class PageKind(Enum):
    """Kind of a page. The value is its name in messages."""

    ACTION = "a page of an action"
    TYPES = "a page of data types"
    CATEGORY = "a page of an API category"
    CODES = "a page of error codes"


def detect_page_kind(lines: Sequence[SourceLine]) -> PageKind:
    """Return the kind of a page, by default an action. Raises `PageRefused` for the page of the common parameters."""
    if any(is_used_by_line(line) for line in lines):
        return PageKind.TYPES
    if any(match_header(lines, index, CATEGORY_HEADERS) for index in range(len(lines))):
        return PageKind.CATEGORY
    if has_headings(lines) or any(_ACTION_ROW.match(line.text) for line in lines):
        return PageKind.ACTION
    if (common := next((line for line in lines if _COMMON_PARAMETER.match(line.text)), None)) is not None:
        raise common.refusal("a page that describes actions, types, rates or codes", "a page of the common parameters")
    if any(match_header(lines, index, ERROR_HEADERS) for index in range(len(lines))):
        return PageKind.CODES
    return PageKind.ACTION
