"""Reader of the page "Error Codes": all error codes of a product, beginning with those of every product."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ..input.markdown import strip_markdown
from ..layout.page_frame import find_date
from ..layout.sections import remove_footer
from ..layout.table_headers import match_header
from ..parts.error_codes import read_code_table
from ..vocabulary import ERROR_HEADERS, ERROR_TABLE_TITLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..facts import ErrorCode
    from ..input.lines import SourceLine
    from ..input.source import PageSource


@dataclass(frozen=True, slots=True)
class ErrorCodesPage:
    """Error codes of a product."""

    page: str
    updated: str | None
    sha256: str
    codes: tuple[ErrorCode, ...]


def read_error_codes_page(source: PageSource, page: Sequence[SourceLine]) -> ErrorCodesPage:
    """Return all codes, without duplicates. Raises `PageRefused` for a damaged table."""
    headers = [index for index in range(len(page)) if match_header(page, index, ERROR_HEADERS)]
    lines = remove_footer(page, headers[-1])
    codes: dict[str, ErrorCode] = {}
    for start, end in pairwise([*headers, len(lines)]):
        body = [line for line in lines[start:end] if strip_markdown(line.text).lstrip("# ").casefold() not in ERROR_TABLE_TITLES]
        for code in read_code_table(body):
            codes.setdefault(code.code, code)
    return ErrorCodesPage(source.name, find_date(page[: headers[0]]), source.sha256, tuple(codes.values()))
