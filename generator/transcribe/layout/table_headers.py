"""Table headers in every form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..input.markdown import strip_markdown

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from ..input.lines import SourceLine

PIPE: Final = re.compile(r"(?<!\\)\|")
TAB: Final = re.compile(r"[^\S\t\n]*\t[^\S\t\n]*")
_NO_CODES: Final = re.compile(
    r"(?:there (?:is|are) (?:currently )?)?no error codes?\b.{0,200}[.。]|(?:该接口)?暂无.{0,20}错误码.{0,200}", re.IGNORECASE
)
_MAX_COLUMNS: Final = 4


@dataclass(frozen=True, slots=True)
class TableHeader:
    """Header of a table: text, cells, number of lines, and the mark that separates cells ("" for line breaks)."""

    text: str
    cells: tuple[str, ...]
    lines: int
    mark: str


def match_header(body: Sequence[SourceLine], index: int, headers: Container[str]) -> TableHeader | None:
    """Return the known header that starts at this line, in any form, or None."""
    line = body[index]
    if not line.text:
        return None
    if line.cells:
        return _known(TableHeader(" ".join(line.cells), line.cells, 1, "cells"), headers)
    if "\t" in line.raw and (found := _known(_split(TAB.split(line.raw), 1, "\t"), headers)):
        return found
    if "|" in line.text:
        for count in range(1, _MAX_COLUMNS + 1):
            found = _known(_split(split_cells(" ".join(one.text for one in body[index : index + count])), count, "|"), headers)
            if found:
                return found
        return None
    if (found := _known(TableHeader(strip_markdown(line.text), (), 1, " "), headers)) is not None:
        return found
    return _stacked(body, index, headers)


def _known(header: TableHeader, headers: Container[str]) -> TableHeader | None:
    return header if header.text.casefold() in headers else None


def _split(cells: Sequence[str], lines: int, mark: str) -> TableHeader:
    texts = tuple(strip_markdown(cell) for cell in cells)
    return TableHeader(" ".join(texts), texts if len(texts) > 1 else (), lines, mark)


def _stacked(body: Sequence[SourceLine], index: int, headers: Container[str]) -> TableHeader | None:
    """Return a header with one cell a line, possibly with blank lines between the cells."""
    if len(body[index].text) > 30:
        return None
    cells: list[str] = []
    for count, line in enumerate(body[index : index + 2 * _MAX_COLUMNS], start=1):
        if line.text:
            cells.append(strip_markdown(line.text))
        if len(cells) > 1 and line.text and " ".join(cells).casefold() in headers:
            return TableHeader(" ".join(cells), (), count, "")
    return None


def says_no_codes(line: SourceLine) -> bool:
    """Return whether the line states that there are no error codes."""
    return _NO_CODES.fullmatch(line.text) is not None


def split_cells(text: str, columns: int = 0) -> list[str]:
    """Return the cells of a row. With `columns`, the last cell keeps its pipes."""
    text = text.strip()
    text = text.removeprefix("|")
    if text.endswith("|") and not text.endswith("\\|"):
        text = text[:-1]
    return [cell.strip() for cell in PIPE.split(text, maxsplit=max(columns - 1, 0))]
