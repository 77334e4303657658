"""Part 6 of a page: the error codes of the action.

Nothing follows the last code's text on most pages, so a page that was cut off there can look whole. What can be told is told: the
codes are sorted, none stands twice, and the last text ends a sentence.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ..facts import ErrorCode
from ..layout.table_headers import says_no_codes
from ..problems import quoted
from ..tables.marked_table import gridded
from ..tables.table import Columns, Row, Start, Table
from ..unknown import Unknown
from ..vocabulary import ERROR_HEADERS, SENTENCE_ENDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..input.lines import Line
    from ..layout.sections import Section

# A code without a dot must have two humps (InternalError): "Retry." below a code is the rest of its text.
_CODE: Final = r"[A-Z][A-Za-z0-9]*(?:\.[A-Za-z0-9_-]+)+|(?:[A-Z]+[a-z0-9]+){2,8}|[A-Z]{2,}[a-z][a-z0-9]{2,}"
_CODE_CELL: Final = re.compile(r"[A-Za-z][A-Za-z0-9._-]*")
_ROW: Final = re.compile(rf"(?P<code>{_CODE})(?:\s+(?P<text>.*))?")
# A code that was cut off, or that has a full stop of its own: alone in its line, or with two humps and a text.
_ALMOST: Final = re.compile(r"[A-Z][A-Za-z0-9_.-]*\.|(?:[A-Z]+[a-z0-9]+){2,8}(?:\.[A-Za-z0-9_-]+){0,4}\.\s.*")
_ROW_SHOWN: Final = "Code.Subcode Description"


def read_errors(section: Section, unknown: list[Unknown]) -> tuple[ErrorCode, ...]:
    """The codes; none where the page says that there are none. Raises `PageRefused` for a table that is damaged or cut off.

    A last text that may or may not be whole is reported in `unknown`.
    """
    table = Table(headers=ERROR_HEADERS, header_shown="Error Code Description", row_shown=_ROW_SHOWN, start=_start)
    nothing = next((line for line in section.body if says_no_codes(line)), None)
    if nothing is not None:
        _check_nothing_else(section, nothing)
        return ()
    rows = table.read(section)
    for above, below in pairwise(rows):
        if above.cells == below.cells:
            raise below.line.refused("each code once", f"the code {quoted(below.cells)} again")
        # Pages sort by bytes; a few sort without regard to case. Cells that are marked need no order.
        if not below.line.cells and above.cells > below.cells and above.cells.casefold() > below.cells.casefold():
            raise below.line.refused(f"sorted codes: {quoted(below.cells)} belongs above {quoted(above.cells)}")
    codes = {}
    for row in rows:
        if row.cells in codes:
            raise row.line.refused("each code once", f"the code {quoted(row.cells)} again")
        codes[row.cells] = ErrorCode(row.cells, row.text)
    _check_end(section, rows, unknown)
    return tuple(codes.values())


def read_codes(lines: Sequence[Line]) -> tuple[ErrorCode, ...]:
    """The codes of one table, which begins with its header: on a page of a whole product nothing tells a table that was cut off."""
    body = gridded(lines, ERROR_HEADERS)
    table = Table(headers=ERROR_HEADERS, header_shown="Error Code Description", row_shown=_ROW_SHOWN, start=_start)
    return tuple(ErrorCode(row.cells, row.text) for row in table.rows(("code", "text"), body[1:], lines[0]))


def _start(_columns: Columns, line: Line, _above: Line | None) -> Start[str] | None:
    if line.cells:
        if not _CODE_CELL.fullmatch(line.cells[0]):
            raise line.refused(f'a row "{_ROW_SHOWN}"')
        return Start(line.cells[0], line.cells[1])
    match = _ROW.fullmatch(line.text)
    if match is not None:
        return Start(match["code"], (match["text"] or "").strip())
    if _ALMOST.fullmatch(line.text):
        raise line.refused(f'a row "{_ROW_SHOWN}"', f"the code {quoted(line.text)}, which ends in a full stop")
    return None


def _check_end(section: Section, rows: Sequence[Row[str]], unknown: list[Unknown]) -> None:
    """A tenth of all texts ends without a full stop: only where the others do end with one does a last text without it look cut off."""
    *others, last = rows
    if section.closed or last.text.endswith(SENTENCE_ENDS):
        return
    if not any(bool(row.text) == bool(last.text) and not row.text.endswith(SENTENCE_ENDS) for row in others):
        raise section.last.refused(
            "a last error text that ends with a full stop, as the others do, or a line end behind it",
            "a page that ends inside an error's text",
        )
    unknown.append(
        Unknown(section.last.page, section.last.number, "error-text", "the last error text may be cut off: the page ends with it")
    )


def _check_nothing_else(section: Section, nothing: Line) -> None:
    for line in section.body:
        if line.number > nothing.number and line.text:
            raise line.refused(f"the end of the part, as line {nothing.number} says that there is no code")
