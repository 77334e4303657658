"""Tables with pipes -> lines with cells.

Three forms occur: `A | B |` with `---|---` below the header, `| A | B |` with or without that, and one cell a line (`| A |`, `B |`).
In all of them the header tells the number of columns. A pipe inside the last cell is text; the cells before it never hold one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from .lines import Line

_SEPARATOR: Final = re.compile(r"\|?\s?(?::?-{2,}:?\s?(?:\|\s?|$)){1,12}")
_PIPE: Final = re.compile(r"(?<!\\)\|")
_FIRST_CELL: Final = re.compile(r"[^\s|]+\s?\|")
_BREAK: Final = re.compile(r"<br\s?/?>", re.IGNORECASE)
_MOST_COLUMNS: Final = 4
# The cells before the last one: words, whose Markdown means nothing to us.
_LINK: Final = re.compile(r"\[([^\[\]]{1,200})\]\([^()]{0,400}\)")
_MARKS: Final = str.maketrans("", "", "*`\\")


def gridded(body: Sequence[Line], headers: Container[str]) -> Sequence[Line]:
    """The part's lines, with each row of a table with pipes in one line that has cells; as they are where the table has no pipes."""
    for index, line in enumerate(body):
        if "|" not in line.text:
            continue
        for count in range(1, _MOST_COLUMNS + 1):
            header = _cells(" ".join(one.text for one in body[index : index + count]))
            text = " ".join(header)
            if len(header) > 1 and text.casefold() in headers:
                below = body[index + count :]
                return [
                    *body[:index],
                    replace(line, text=text, cells=tuple(header)),
                    *_rows(below, len(header), leading=line.text[0] == "|"),
                ]
    return body


def _rows(lines: Sequence[Line], columns: int, *, leading: bool) -> list[Line]:
    rows: list[list[Line]] = []
    for line in lines:
        if not line.text or _SEPARATOR.fullmatch(line.text):
            continue
        starts = line.text[0] == "|" if leading else _FIRST_CELL.match(line.text) and len(_PIPE.findall(line.text)) >= columns - 1
        if starts or not rows:
            rows.append([line])
        else:
            rows[-1].append(line)
    return [_row(row, columns) for row in rows]


def _row(lines: Sequence[Line], columns: int) -> Line:
    cells = _cells("\n".join(line.text for line in lines), columns)
    shown = [_plain(cell) for cell in cells[:-1]] + [_BREAK.sub("\n", cells[-1]).replace("\\|", "|").strip()]
    if len(shown) == columns - 1:  # the last cell is empty, and so was left out
        shown = [*(_plain(cell) for cell in cells), ""]
    return replace(lines[0], text=" ".join(" ".join(shown).split()), cells=tuple(shown) if len(shown) == columns else ())


def _cells(text: str, columns: int = 0) -> list[str]:
    """The cells of a row: at most `columns` of them where that is given, so that the last one keeps its pipes."""
    text = text.strip()
    text = text.removeprefix("|")
    if text.endswith("|") and not text.endswith("\\|"):
        text = text[:-1]
    return [cell.strip() for cell in _PIPE.split(text, maxsplit=max(columns - 1, 0))]


def _plain(cell: str) -> str:
    return " ".join(_LINK.sub(r"\1", cell).translate(_MARKS).split())
