"""Parser of a table into rows.

In flattened text one space separates cells; in other forms the cells are marked. A cell can continue over several lines, also blank ones.
Only a line with the form of a row starts a row. Any other line continues the cell above, until the next heading.
A malformed row is refused: as text it would silently drop a parameter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from ..input.lines import join_paragraphs
from .marked_table import assign_cells

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ..input.lines import SourceLine
    from ..layout.sections import Section

T = TypeVar("T")
Columns = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableRow(Generic[T]):
    """Row of a table: the cells before the last one, and the complete text of the last one."""

    cells: T
    text: str
    line: SourceLine


@dataclass(frozen=True, slots=True)
class RowStart(Generic[T]):
    """First line of a row, as parsed by `TableParser.start`."""

    cells: T
    text: str


@dataclass(frozen=True, slots=True)
class TableParser(Generic[T]):
    """Parser for one kind of table.

    `headers` maps each wording of the header to its columns. `start` parses a line that starts a row and returns None for text.
    Its arguments are the columns, the line, and the first line of the row above, if any. It raises `PageRefused` for a malformed row.
    """

    headers: Mapping[str, Columns]
    header_form: str
    row_form: str
    start: Callable[[Columns, SourceLine, SourceLine | None], RowStart[T] | None]

    def parse(self, section: Section) -> tuple[TableRow[T], ...]:
        """Parse the table of a section. Raises `PageRefused` without a header or a row, and for a line that matches no rule."""
        body = assign_cells(section.body, self.headers)
        header = next((index for index, line in enumerate(body) if self._columns(line) is not None), None)
        columns = self._columns(body[header]) if header is not None else None
        if header is None or columns is None:
            raise section.last.refusal(f'the header "{self.header_form}" below line {section.heading.number}', "the end of the section")
        return self.parse_rows(columns, body[header + 1 :], section.last, heading=body[header].text.casefold())

    def parse_rows(
        self, columns: Columns, body: Sequence[SourceLine], last: SourceLine, *, heading: str | None = None
    ) -> tuple[TableRow[T], ...]:
        """Parse the rows below a header; `last` is the line to report for a missing row.

        `heading` must not occur again; the header of another table can be part of a description.
        Raises `PageRefused` without a row, and for a line that matches no rule.
        """
        open_rows: list[tuple[RowStart[T], SourceLine, list[SourceLine]]] = []
        for line in body:
            if line.text.casefold() == heading:
                raise line.refusal("one table in this section", "a second table header")
            start = self.start(columns, line, open_rows[-1][1] if open_rows else None) if line.text else None
            if start is not None:
                open_rows.append((start, line, []))
            elif open_rows:
                open_rows[-1][2].append(line)
            elif line.text:
                raise line.refusal(f'a row "{self.row_form}"')
        if not open_rows:
            raise last.refusal(f'a row "{self.row_form}"', "a table without rows")
        return tuple(TableRow(start.cells, _text(start.text, more), line) for start, line, more in open_rows)

    def _columns(self, line: SourceLine) -> Columns | None:
        return self.headers.get(line.text.casefold())


def _text(first: str, more: list[SourceLine]) -> str:
    """Return the complete text of the last cell, without the blank lines between rows."""
    rest = join_paragraphs(more)
    if not rest:
        return first
    # A blank line directly below the row separates paragraphs, like any other blank line of the cell.
    gap = "\n\n" if more and not more[0].text else "\n"
    return f"{first}{gap}{rest}" if first else rest
