"""Table headers of a page in every form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..input.markdown import plain

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from ..input.lines import Line

PIPE: Final = re.compile(r"(?<!\\)\|")
TAB: Final = re.compile(r"[^\S\t\n]*\t[^\S\t\n]*")
_NONE: Final = re.compile(
    r"(?:there (?:is|are) (?:currently )?)?no error codes?\b.{0,200}[.。]|(?:该接口)?暂无.{0,20}错误码.{0,200}", re.IGNORECASE
)
_MOST_COLUMNS: Final = 4


@dataclass(frozen=True, slots=True)
class Header:
    """A table's header: its text, its cells, over how many lines it goes, and what parts the cells ("" for line ends)."""

    text: str
    cells: tuple[str, ...]
    lines: int
    mark: str


def header_at(body: Sequence[Line], index: int, headers: Container[str]) -> Header | None:
    """The header that begins in this line, in any form."""
    line = body[index]
    if not line.text:
        return None
    if line.cells:
        return _known(Header(" ".join(line.cells), line.cells, 1, "cells"), headers)
    if "\t" in line.raw and (found := _known(_split(TAB.split(line.raw), 1, "\t"), headers)):
        return found
    if "|" in line.text:
        for count in range(1, _MOST_COLUMNS + 1):
            found = _known(_split(split_cells(" ".join(one.text for one in body[index : index + count])), count, "|"), headers)
            if found:
                return found
        return None
    if (found := _known(Header(plain(line.text), (), 1, " "), headers)) is not None:
        return found
    return _stacked(body, index, headers)


def _known(header: Header, headers: Container[str]) -> Header | None:
    return header if header.text.casefold() in headers else None


def _split(cells: Sequence[str], lines: int, mark: str) -> Header:
    shown = tuple(plain(cell) for cell in cells)
    return Header(" ".join(shown), shown if len(shown) > 1 else (), lines, mark)


def _stacked(body: Sequence[Line], index: int, headers: Container[str]) -> Header | None:
    """A header with each of its cells in a line of its own, perhaps with blank lines between them."""
    if len(body[index].text) > 30:
        return None
    cells: list[str] = []
    for count, line in enumerate(body[index : index + 2 * _MOST_COLUMNS], start=1):
        if line.text:
            cells.append(plain(line.text))
        if len(cells) > 1 and line.text and " ".join(cells).casefold() in headers:
            return Header(" ".join(cells), (), count, "")
    return None


def says_no_codes(line: Line) -> bool:
    """Whether this is the sentence that stands where a table of codes would."""
    return _NONE.fullmatch(line.text) is not None


def split_cells(text: str, columns: int = 0) -> list[str]:
    """The cells of a row: at most `columns` of them where that is given, so that the last one keeps its pipes."""
    text = text.strip()
    text = text.removeprefix("|")
    if text.endswith("|") and not text.endswith("\\|"):
        text = text[:-1]
    return [cell.strip() for cell in PIPE.split(text, maxsplit=max(columns - 1, 0))]
