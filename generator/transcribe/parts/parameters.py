"""Parser of the tables of inputs and outputs, and of the fields of a data type."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..facts import Parameter
from ..problems import quoted
from ..tables.prose_facts import read_prose
from ..tables.row import ParameterCells, read_row, reject_malformed_row
from ..tables.table import Columns, RowStart, TableParser, TableRow
from ..tables.type_names import PageType
from ..unknown import UnknownFact
from ..vocabulary import INPUT_HEADERS, OUTPUT_HEADERS, TYPE_HEADERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..input.lines import SourceLine
    from ..layout.sections import Section

REQUEST_ID: Final = "RequestId"
# A word in camel case that does not occur in sentences, unlike MySQL, IDs and the brand names below.
_CAMEL_CASE: Final = re.compile(r"[A-Z]\w*[A-Z][a-z]{2}\w*", re.ASCII)
_BRAND_NAMES: Final = frozenset(
    {"CloudAudit", "GitHub", "GitLab", "JavaScript", "OpenStack", "PowerShell", "TypeScript", "WeChat", "YouTube"}
)
WITHOUT_REQUIRED: Final[Columns] = ("name", "type", "text")


@dataclass(frozen=True, slots=True)
class KnownNames:
    """Names that distinguish a row of an object type from text: keys in the page's examples, and the product's data types."""

    names: Container[str] = frozenset()
    types: Container[str] | None = None


def read_input_rows(section: Section, known: KnownNames) -> tuple[TableRow[ParameterCells], ...]:
    """Return the rows of the input section, including the common rows. `required` is None if the page does not show the column."""
    without_required = False

    def start(columns: Columns, line: SourceLine, above: SourceLine | None) -> RowStart[ParameterCells] | None:
        nonlocal without_required
        if above is None and not line.cells and "required" in columns:
            # On some pages the column contains icons, and no row has text for it. The first row shows which form it is.
            without_required = (
                read_row(line, columns) is None and read_row(line, WITHOUT_REQUIRED) is not None and line.text.startswith("Action ")
            )
        return _start(WITHOUT_REQUIRED if without_required else columns, line, above, known)

    return TableParser(INPUT_HEADERS, "Parameter Name Required Type Description", "Name Yes/No Type Description", start).parse(section)


def read_outputs(section: Section, known: KnownNames) -> tuple[Parameter, ...]:
    """Return the outputs. Raises `PageRefused` unless the last row is RequestId, as on every page."""

    def start(columns: Columns, line: SourceLine, above: SourceLine | None) -> RowStart[ParameterCells] | None:
        return _start(columns, line, above, known)

    rows = TableParser(OUTPUT_HEADERS, "Parameter Name Type Description", "Name Type Description", start).parse(section)
    last = rows[-1].cells
    if last.name != REQUEST_ID or last.type != PageType("String", array=False):
        raise rows[-1].line.refusal(f'"{REQUEST_ID} String" as the last row of the outputs')
    return to_parameters(rows)


def read_fields(header: SourceLine, body: Sequence[SourceLine], known: KnownNames) -> tuple[Parameter, ...]:
    """Return the fields of a data type: the rows below its header."""

    def start(columns: Columns, line: SourceLine, above: SourceLine | None) -> RowStart[ParameterCells] | None:
        return _start(columns, line, above, known)

    if not any(line.text for line in body):
        return ()
    table = TableParser(TYPE_HEADERS, "Name Type Required Description", "Name Type Yes/No Description", start)
    return to_parameters(table.parse_rows(TYPE_HEADERS[header.text.casefold()], body, header))


def to_parameters(rows: tuple[TableRow[ParameterCells], ...]) -> tuple[Parameter, ...]:
    """Convert rows to parameters with the facts of their descriptions. Raises `PageRefused` for a duplicate name."""
    parameters: dict[str, Parameter] = {}
    for row in rows:
        cells = row.cells
        if cells.name in parameters:
            earlier = parameters[cells.name].line.number
            raise row.line.refusal(f"each name once; line {earlier} has it already", f"the name {quoted(cells.name)} twice")
        prose = read_prose(row.text, cells.type)
        parameters[cells.name] = Parameter(cells.name, cells.type, cells.required, row.text, prose, row.line)
    return tuple(parameters.values())


def find_unknown_facts(table: str, parameters: Sequence[Parameter]) -> Iterator[UnknownFact]:
    """Yield the types that the page does not show and the facts that a description contradicts."""
    for row in parameters:
        if row.type.missing:
            yield UnknownFact(row.line.page, row.line.number, f"{table}.{row.name}.type", "the page does not show the type")
        for fact in row.prose.contradictions:
            yield UnknownFact(row.line.page, row.line.number, f"{table}.{row.name}.{fact}", "the description states two different values")


def _start(columns: Columns, line: SourceLine, above: SourceLine | None, known: KnownNames) -> RowStart[ParameterCells] | None:
    row = read_row(line, columns)
    if row is None:
        reject_malformed_row(line, columns)
        return None
    if not line.cells and "required" not in columns and above is not None and not _is_certain_row(row.cells, known):
        if known.types is not None:
            return None  # not a type of the product: the line continues a sentence
        # "User Import" can be a row of an object type or the rest of a sentence, and nothing on the page decides it.
        raise line.refusal(
            "a row whose name an example response shows, or text that does not look like one; its product's page of data types tells",
            f"{quoted(line.text)}, which may be a row or the text of the row above",
        )
    return row


def _is_certain_row(cells: ParameterCells, known: KnownNames) -> bool:
    if cells.type.primitive or cells.type.array or cells.name in known.names:
        return True
    if known.types is not None:  # the types alone decide
        return cells.type.name in known.types
    # No English word is in camel case, and no sentence contains "WeightRule Rule" or "Filter Filter".
    name, type_ = cells.name, cells.type.name
    named_alike = name.startswith(type_) or name.endswith(type_)
    return named_alike or (_CAMEL_CASE.fullmatch(type_) is not None and type_ not in _BRAND_NAMES)
