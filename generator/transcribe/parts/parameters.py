"""Parts 2 and 3 of a page: the tables of inputs and outputs."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..facts import Parameter
from ..problems import quoted
from ..tables.prose_facts import read_prose
from ..tables.row import Cells, read_row, refuse_almost
from ..tables.table import Columns, Row, Start, Table
from ..tables.type_names import PageType
from ..unknown import Unknown
from ..vocabulary import INPUT_HEADERS, OUTPUT_HEADERS, TYPE_HEADERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..input.lines import Line
    from ..layout.sections import Section

REQUEST_ID: Final = "RequestId"
# A word with humps that no sentence holds, unlike MySQL, IDs and those below.
_HUMPS: Final = re.compile(r"[A-Z]\w*[A-Z][a-z]{2}\w*", re.ASCII)
_BRANDS: Final = frozenset({"CloudAudit", "GitHub", "GitLab", "JavaScript", "OpenStack", "PowerShell", "TypeScript", "WeChat", "YouTube"})
LOST_REQUIRED: Final[Columns] = ("name", "type", "text")


@dataclass(frozen=True, slots=True)
class Known:
    """What tells a row of an object type from text, where the form does not: names in the page's own examples, and the product's types."""

    names: Container[str] = frozenset()
    types: Container[str] | None = None


def read_inputs(section: Section, known: Known) -> tuple[Row[Cells], ...]:
    """The rows of part 2, the common ones included. `required` is None in all of them where the page has lost the column."""
    lost = False

    def start(columns: Columns, line: Line, above: Line | None) -> Start[Cells] | None:
        nonlocal lost
        if above is None and not line.cells and "required" in columns:
            # The column is an icon on some pages, and then no row has anything in its place: the first one tells.
            lost = read_row(line, columns) is None and read_row(line, LOST_REQUIRED) is not None and line.text.startswith("Action ")
        return _start(LOST_REQUIRED if lost else columns, line, above, known)

    return Table(INPUT_HEADERS, "Parameter Name Required Type Description", "Name Yes/No Type Description", start).read(section)


def read_outputs(section: Section, known: Known) -> tuple[Parameter, ...]:
    """The parameters of part 3. Raises `PageRefused` unless the last row is RequestId, which closes the table on every page."""

    def start(columns: Columns, line: Line, above: Line | None) -> Start[Cells] | None:
        return _start(columns, line, above, known)

    rows = Table(OUTPUT_HEADERS, "Parameter Name Type Description", "Name Type Description", start).read(section)
    last = rows[-1].cells
    if last.name != REQUEST_ID or last.type != PageType("String", array=False):
        raise rows[-1].line.refused(f'"{REQUEST_ID} String" as the last row of the outputs')
    return read_parameters(rows)


def read_fields(header: Line, body: Sequence[Line], known: Known) -> tuple[Parameter, ...]:
    """The fields of a data type: the rows below its header."""

    def start(columns: Columns, line: Line, above: Line | None) -> Start[Cells] | None:
        return _start(columns, line, above, known)

    if not any(line.text for line in body):
        return ()
    table = Table(TYPE_HEADERS, "Name Type Required Description", "Name Type Yes/No Description", start)
    return read_parameters(table.rows(TYPE_HEADERS[header.text.casefold()], body, header))


def read_parameters(rows: tuple[Row[Cells], ...]) -> tuple[Parameter, ...]:
    """Rows with the facts in their prose. Raises `PageRefused` for a name that stands in the table twice."""
    parameters: dict[str, Parameter] = {}
    for row in rows:
        cells = row.cells
        if cells.name in parameters:
            earlier = parameters[cells.name].line.number
            raise row.line.refused(f"each name once: it stands at line {earlier} already", f"the name {quoted(cells.name)} again")
        prose = read_prose(row.text, cells.type)
        parameters[cells.name] = Parameter(cells.name, cells.type, cells.required, row.text, prose, row.line)
    return tuple(parameters.values())


def unknown_of(table: str, parameters: Sequence[Parameter]) -> Iterator[Unknown]:
    """The facts of these rows that the page has lost, or states in two ways."""
    for row in parameters:
        if row.type.lost:
            yield Unknown(row.line.page, row.line.number, f"{table}.{row.name}.type", "the page no longer names the type")
        for fact in row.prose.contradictions:
            yield Unknown(row.line.page, row.line.number, f"{table}.{row.name}.{fact}", "the description states it in two ways")


def _start(columns: Columns, line: Line, above: Line | None, known: Known) -> Start[Cells] | None:
    row = read_row(line, columns)
    if row is None:
        refuse_almost(line, columns)
        return None
    if not line.cells and "required" not in columns and above is not None and not _certain(row.cells, known):
        if known.types is not None:
            return None  # no type of the product's: a sentence that goes on
        # "User Import" can be a row of an object type or the rest of a sentence. Nothing on the page tells: a person has to.
        raise line.refused(
            "a row whose name an example response shows, or text that does not look like one; its product's page of data types tells",
            f"{quoted(line.text)}, which may be a row or the text of the row above",
        )
    return row


def _certain(cells: Cells, known: Known) -> bool:
    if cells.type.primitive or cells.type.array or cells.name in known.names:
        return True
    if known.types is not None:  # they alone decide
        return cells.type.name in known.types
    # No English word has humps, and no sentence says "WeightRule Rule" or "Filter Filter".
    name, type_ = cells.name, cells.type.name
    named_alike = name.startswith(type_) or name.endswith(type_)
    return named_alike or (_HUMPS.fullmatch(type_) is not None and type_ not in _BRANDS)
