"""A table: in flattened text its cells are parted by one blank, with pipes by pipes; a cell may go on over lines, blank ones included.

Only a line of a row's shape starts a row; any other line continues the cell above it; only the next heading ends the table.
A line that is *almost* a row is neither: it is refused, because reading it as text would drop a row silently.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from ..input.lines import paragraphs
from .marked_table import gridded

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ..input.lines import Line
    from ..layout.sections import Section

T = TypeVar("T")
Columns = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row(Generic[T]):
    """A row: the cells before the last one, and the text of the last one with all its lines."""

    cells: T
    text: str
    line: Line


@dataclass(frozen=True, slots=True)
class Start(Generic[T]):
    """What a reader of rows makes of a line that starts a row."""

    cells: T
    text: str


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """How to read one kind of table.

    `headers` gives the columns that each wording of the header stands for. `start` gives None for a line that continues the cell
    above. It gets the columns, the line, and the line of the row above, if there is one; it raises `PageRefused` for a line that
    is almost a row.
    """

    headers: Mapping[str, Columns]
    header_shown: str
    row_shown: str
    start: Callable[[Columns, Line, Line | None], Start[T] | None]

    def read(self, section: Section) -> tuple[Row[T], ...]:
        """Read a part's table. Raises `PageRefused` without a header, without a row, or for a line that fits no rule."""
        body = gridded(section.body, self.headers)
        header = next((index for index, line in enumerate(body) if self._columns(line) is not None), None)
        columns = self._columns(body[header]) if header is not None else None
        if header is None or columns is None:
            raise section.last.refused(f'the table header "{self.header_shown}" below line {section.heading.number}', "the end of the part")
        return self.rows(columns, body[header + 1 :], section.last, heading=body[header].text.casefold())

    def rows(self, columns: Columns, body: Sequence[Line], last: Line, *, heading: str | None = None) -> tuple[Row[T], ...]:
        """The rows below a header. Raises `PageRefused` without a row, or for a line that fits no rule; `last` is where the table ends.

        `heading` must not stand there again; the header of another table can be part of a description.
        """
        opened: list[tuple[Start[T], Line, list[Line]]] = []
        for line in body:
            if line.text.casefold() == heading:
                raise line.refused("one table in this part", "a second table header")
            start = self.start(columns, line, opened[-1][1] if opened else None) if line.text else None
            if start is not None:
                opened.append((start, line, []))
            elif opened:
                opened[-1][2].append(line)
            elif line.text:
                raise line.refused(f'a row "{self.row_shown}"')
        if not opened:
            raise last.refused(f'a row "{self.row_shown}"', "a table without rows")
        return tuple(Row(start.cells, _text(start.text, more), line) for start, line, more in opened)

    def _columns(self, line: Line) -> Columns | None:
        return self.headers.get(line.text.casefold())


def _text(first: str, more: list[Line]) -> str:
    """The first line of the last cell and its further lines, without the blank lines that part rows."""
    rest = paragraphs(more)
    if not rest:
        return first
    # A blank line directly below the row parts paragraphs, as any other blank line of the cell does.
    gap = "\n\n" if more and not more[0].text else "\n"
    return f"{first}{gap}{rest}" if first else rest
