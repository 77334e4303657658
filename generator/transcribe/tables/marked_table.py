"""Tables whose cells are marked -> lines with cells.

With pipes (`A | B |`, `| A | B |`, one cell a line `| A |`, `B |`), with tabs as a browser copies them, or with nothing but
line ends between them. In all of them the header tells the number of columns. A pipe or tab inside the last cell is text; the
cells before it never hold one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ..input.markdown import plain
from ..layout.table_headers import PIPE, TAB, Header, header_at, split_cells
from .stacked_table import unstacked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..input.lines import Line

_SEPARATOR: Final = re.compile(r"\|?\s?(?::?-{2,}:?\s?(?:\|\s?|$)){1,12}")
_FIRST_CELL: Final = re.compile(r"[^\s|]+\s?\|")
# An error code whose text is empty: its tab is lost with the blanks at the end of the line.
_CODE_ALONE: Final = re.compile(r"[A-Z][A-Za-z0-9]+\.[A-Za-z0-9._-]*\w|(?:[A-Z]+[a-z0-9]+){2,8}", re.ASCII)
_BREAK: Final = re.compile(r"<br\s?/?>", re.IGNORECASE)


def gridded(body: Sequence[Line], headers: Mapping[str, Sequence[str]]) -> Sequence[Line]:
    """The part's lines, with each row of a table whose cells are marked in one line that has cells; else as they are."""
    for index, line in enumerate(body):
        header = header_at(body, index, headers)
        if header is None:
            continue
        below = body[index + header.lines :]
        if header.mark == " ":
            return [*body[:index], replace(line, text=header.text), *below]
        if not header.mark:
            return [*body[:index], replace(line, text=header.text), *unstacked(below, headers[header.text.casefold()])]
        start = replace(line, text=header.text, cells=header.cells)
        return [*body[:index], start, *_rows(below, header, leading=line.text[0] == "|")]
    return body


def _rows(lines: Sequence[Line], header: Header, *, leading: bool) -> list[Line]:
    if header.mark == "cells":
        return _table(lines, header)
    columns = len(header.cells)
    rows: list[list[Line]] = []
    for line in lines:
        if not line.text or _SEPARATOR.fullmatch(line.text):
            continue
        if header.mark == "\t":
            cells = TAB.split(line.raw)
            alone = columns == 2 and len(cells) == 1 and _CODE_ALONE.fullmatch(cells[0])
            starts = bool(alone) or (len(cells) >= max(columns - 1, 2) and not re.search(r"\s", cells[0]))
        elif leading:
            starts = line.text[0] == "|"
        else:
            starts = _FIRST_CELL.match(line.text) is not None and len(PIPE.findall(line.text)) >= columns - 1
        if starts or not rows:
            rows.append([line])
        elif header.mark == "\t" or not _closed(rows[-1], columns, leading=leading):
            rows[-1].append(line)
    return [_row(row, columns, header.mark) for row in rows]


def _closed(row: Sequence[Line], columns: int, *, leading: bool) -> bool:
    """Whether a row with pipes has its last one: what follows, and starts no row, stands below the table."""
    return row[-1].text.endswith("|") and sum(len(PIPE.findall(line.text)) for line in row) >= columns + leading


def _table(lines: Sequence[Line], header: Header) -> list[Line]:
    """The rows of a table that the page's own form ends: what stands below it is no part of it."""
    rows: list[Line] = []
    for line in lines:
        if line.cells and line.cells != header.cells:
            cells = line.cells if len(line.cells) != len(header.cells) - 1 else (*line.cells, "")
            rows.append(replace(line, cells=cells))
        elif line.text and not line.cells:
            break
    return rows


def _row(lines: Sequence[Line], columns: int, mark: str) -> Line:
    if mark == "\t":
        first, *more = lines
        cells = TAB.split(first.raw, maxsplit=columns - 1)
        cells[-1] = "\n".join([cells[-1], *(line.text for line in more)])
    else:
        cells = split_cells("\n".join(line.text for line in lines), columns)
    shown = [plain(cell) for cell in cells[:-1]] + [_BREAK.sub("\n", cells[-1]).replace("\\|", "|").strip()]
    if len(shown) == columns - 1:  # the last cell is empty, and so was left out
        shown = [*(plain(cell) for cell in cells), ""]
    return replace(lines[0], text=" ".join(" ".join(shown).split()), cells=tuple(shown) if len(shown) == columns else ())
