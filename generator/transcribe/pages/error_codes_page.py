"""The page "Error Codes": the codes of a whole product, those that every product has first."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ..input.markdown import plain
from ..layout.page_frame import find_date
from ..layout.sections import without_footer
from ..layout.table_headers import header_at
from ..parts.error_codes import read_codes
from ..vocabulary import CODE_TABLES, ERROR_HEADERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..facts import ErrorCode
    from ..input.lines import Line
    from ..input.source import PageSource


@dataclass(frozen=True, slots=True)
class CodesPage:
    """The codes of a product."""

    page: str
    updated: str | None
    sha256: str
    codes: tuple[ErrorCode, ...]


def read_codes_page(source: PageSource, page: Sequence[Line]) -> CodesPage:
    """Every code of the page, each once. Raises `PageRefused` for a table that is damaged."""
    headers = [index for index in range(len(page)) if header_at(page, index, ERROR_HEADERS)]
    lines = without_footer(page, headers[-1])
    codes: dict[str, ErrorCode] = {}
    for start, end in pairwise([*headers, len(lines)]):
        body = [line for line in lines[start:end] if plain(line.text).lstrip("# ").casefold() not in CODE_TABLES]
        for code in read_codes(body):
            codes.setdefault(code.code, code)
    return CodesPage(source.name, find_date(page[: headers[0]]), source.sha256, tuple(codes.values()))
