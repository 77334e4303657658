"""Converter from tables with marked cells to lines with cells.

The marks are pipes (`A | B |`, `| A | B |`, or one cell a line), tabs of a browser's clipboard, or only line breaks.
The header gives the number of columns. A pipe or tab inside the last cell is text; the other cells never contain one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ..input.markdown import strip_markdown
from ..layout.table_headers import PIPE, TAB, TableHeader, match_header, split_cells
from .stacked_table import assign_stacked_cells

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..input.lines import SourceLine

_SEPARATOR: Final = re.compile(r"\|?\s?(?::?-{2,}:?\s?(?:\|\s?|$)){1,12}")
_FIRST_CELL: Final = re.compile(r"[^\s|]+\s?\|")
# An error code without a description: its tab is lost with the spaces at the end of the line.
_CODE_ALONE: Final = re.compile(r"[A-Z][A-Za-z0-9]+\.[A-Za-z0-9._-]*\w|(?:[A-Z]+[a-z0-9]+){2,8}", re.ASCII)
_BREAK: Final = re.compile(r"<br\s?/?>", re.IGNORECASE)


def assign_cells(body: Sequence[SourceLine], headers: Mapping[str, Sequence[str]]) -> Sequence[SourceLine]:
    """Return the lines of a section with one line for each row of a marked table; other lines stay as they are."""
    for index, line in enumerate(body):
        header = match_header(body, index, headers)
        if header is None:
            continue
        below = body[index + header.lines :]
        if header.mark == " ":
            return [*body[:index], replace(line, text=header.text), *below]
        if not header.mark:
            return [*body[:index], replace(line, text=header.text), *assign_stacked_cells(below, headers[header.text.casefold()])]
        start = replace(line, text=header.text, cells=header.cells)
        return [*body[:index], start, *_rows(below, header, leading=line.text[0] == "|")]
    return body


def _rows(lines: Sequence[SourceLine], header: TableHeader, *, leading: bool) -> list[SourceLine]:
    if header.mark == "cells":
        return _table(lines, header)
    columns = len(header.cells)
    rows: list[list[SourceLine]] = []
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


def _closed(row: Sequence[SourceLine], columns: int, *, leading: bool) -> bool:
    """Return whether the last cell of a row has its final pipe. Text below such a row does not belong to the table."""
    return row[-1].text.endswith("|") and sum(len(PIPE.findall(line.text)) for line in row) >= columns + leading


def _table(lines: Sequence[SourceLine], header: TableHeader) -> list[SourceLine]:
    """Return the rows of a table whose end the format marks, without the text below it."""
    rows: list[SourceLine] = []
    for line in lines:
        if line.cells and line.cells != header.cells:
            cells = line.cells if len(line.cells) != len(header.cells) - 1 else (*line.cells, "")
            rows.append(replace(line, cells=cells))
        elif line.text and not line.cells:
            break
    return rows


def _row(lines: Sequence[SourceLine], columns: int, mark: str) -> SourceLine:
    if mark == "\t":
        first, *more = lines
        cells = TAB.split(first.raw, maxsplit=columns - 1)
        cells[-1] = "\n".join([cells[-1], *(line.text for line in more)])
    else:
        cells = split_cells("\n".join(line.text for line in lines), columns)
    texts = [strip_markdown(cell) for cell in cells[:-1]] + [_BREAK.sub("\n", cells[-1]).replace("\\|", "|").strip()]
    if len(texts) == columns - 1:  # an empty last cell was omitted
        texts = [*(strip_markdown(cell) for cell in cells), ""]
    return replace(lines[0], text=" ".join(" ".join(texts).split()), cells=tuple(texts) if len(texts) == columns else ())
