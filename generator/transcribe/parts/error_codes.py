"""Parser of the section of error codes.

On most pages nothing follows the last description, so a page truncated there can look complete. Three rules detect part of these:
codes are sorted, each code occurs once, and the last description ends a sentence.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ..facts import ErrorCode
from ..layout.table_headers import says_no_codes
from ..problems import quoted
from ..tables.marked_table import assign_cells
from ..tables.table import Columns, RowStart, TableParser, TableRow
from ..unknown import UnknownFact
from ..vocabulary import ERROR_HEADERS, SENTENCE_ENDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..input.lines import SourceLine
    from ..layout.sections import Section

# A code without a dot must be in camel case (InternalError): "Retry." below a code continues its description.
_CODE: Final = r"[A-Z][A-Za-z0-9]*(?:\.[A-Za-z0-9_-]+)+|(?:[A-Z]+[a-z0-9]+){2,8}|[A-Z]{2,}[a-z][a-z0-9]{2,}"
_CODE_CELL: Final = re.compile(r"[A-Za-z][A-Za-z0-9._-]*")
_ROW: Final = re.compile(rf"(?P<code>{_CODE})(?:\s+(?P<text>.*))?")
# A truncated code, or a code with its own full stop: alone on its line, or in camel case with a description.
_MALFORMED: Final = re.compile(r"[A-Z][A-Za-z0-9_.-]*\.|(?:[A-Z]+[a-z0-9]+){2,8}(?:\.[A-Za-z0-9_-]+){0,4}\.\s.*")
_ROW_FORM: Final = "Code.Subcode Description"


def read_error_codes(section: Section, unknown: list[UnknownFact]) -> tuple[ErrorCode, ...]:
    """Return the error codes; none if the page states so. Raises `PageRefused` for a damaged or truncated table.

    Report in `unknown` a last description that may be truncated.
    """
    table = TableParser(headers=ERROR_HEADERS, header_form="Error Code Description", row_form=_ROW_FORM, start=_start)
    nothing = next((line for line in section.body if says_no_codes(line)), None)
    if nothing is not None:
        _check_nothing_else(section, nothing)
        return ()
    rows = table.parse(section)
    for above, below in pairwise(rows):
        if above.cells == below.cells:
            raise below.line.refusal("each code once", f"the code {quoted(below.cells)} twice")
        # Pages sort by bytes, a few without regard to case. Marked cells need no order.
        if not below.line.cells and above.cells > below.cells and above.cells.casefold() > below.cells.casefold():
            raise below.line.refusal(f"sorted codes: {quoted(below.cells)} belongs above {quoted(above.cells)}")
    codes = {}
    for row in rows:
        if row.cells in codes:
            raise row.line.refusal("each code once", f"the code {quoted(row.cells)} twice")
        codes[row.cells] = ErrorCode(row.cells, row.text)
    _check_end(section, rows, unknown)
    return tuple(codes.values())


def read_code_table(lines: Sequence[SourceLine]) -> tuple[ErrorCode, ...]:
    """Return the codes of one table, including its header, on a product's page. A truncated table cannot be detected there."""
    body = assign_cells(lines, ERROR_HEADERS)
    table = TableParser(headers=ERROR_HEADERS, header_form="Error Code Description", row_form=_ROW_FORM, start=_start)
    return tuple(ErrorCode(row.cells, row.text) for row in table.parse_rows(("code", "text"), body[1:], lines[0]))


def _start(_columns: Columns, line: SourceLine, _above: SourceLine | None) -> RowStart[str] | None:
    if line.cells:
        if not _CODE_CELL.fullmatch(line.cells[0]):
            raise line.refusal(f'a row "{_ROW_FORM}"')
        return RowStart(line.cells[0], line.cells[1])
    match = _ROW.fullmatch(line.text)
    if match is not None:
        return RowStart(match["code"], (match["text"] or "").strip())
    if _MALFORMED.fullmatch(line.text):
        raise line.refusal(f'a row "{_ROW_FORM}"', f"the code {quoted(line.text)}, which ends with a full stop")
    return None


def _check_end(section: Section, rows: Sequence[TableRow[str]], unknown: list[UnknownFact]) -> None:
    """Check the last description. A tenth of all descriptions lacks a full stop: only if all others have one does it look truncated."""
    *others, last = rows
    if section.closed or last.text.endswith(SENTENCE_ENDS):
        return
    if not any(bool(row.text) == bool(last.text) and not row.text.endswith(SENTENCE_ENDS) for row in others):
        raise section.last.refusal(
            "a last error text that ends with a full stop, as the others do, or with a line break",
            "a page that ends inside an error text",
        )
    unknown.append(
        UnknownFact(section.last.page, section.last.number, "error-text", "the last error text may be truncated: the page ends with it")
    )


def _check_nothing_else(section: Section, nothing: SourceLine) -> None:
    for line in section.body:
        if line.number > nothing.number and line.text:
            raise line.refusal(f"the end of the section, because line {nothing.number} states that there are no codes")
