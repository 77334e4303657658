"""Parts 2 and 3 of a page: the tables of inputs and outputs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .facts import Parameter
from .pagetype import TYPE, PageType
from .problems import quoted
from .prose import read_prose
from .table import Row, Start, Table

if TYPE_CHECKING:
    from collections.abc import Collection

    from .lines import Line
    from .sections import Section

_NAME: Final = r"(?P<name>[A-Za-z][A-Za-z0-9_]*)(?P<index>\.N)?"
_INPUT_ROW: Final = re.compile(rf"{_NAME}\s+(?P<required>Yes|No)\s+{TYPE}\s*(?P<text>.*)")
_OUTPUT_ROW: Final = re.compile(rf"{_NAME}\s+{TYPE}\s*(?P<text>.*)")

# A name and a type with a damaged cell between them or none, or a name and Yes/No without a type.
_WORDY_TYPE: Final = r"(?:(?:String|Integer|Float|Boolean|Timestamp)(?=\s|$)|Array\s+of\s+[A-Z])"
_ALMOST_INPUT: Final = re.compile(rf"(?P<name>[^\s:]+)\s+(?:(?:Yes|No|是|否)(?=\s|$)|(?:\S+\s+)?{_WORDY_TYPE})")
_ALMOST_OUTPUT: Final = re.compile(rf"(?P<name>[^\s:]+)\s+(?:(?:Yes|No|是|否)\s+)?{_WORDY_TYPE}")
# Two rows that an extractor glued together: no sentence holds these three cells.
_GLUED: Final = re.compile(rf"(?<!\w)[A-Za-z]\w*(?:\.N)?\s+(?:Yes|No)\s+{_WORDY_TYPE}")
# A sentence that goes on in a new line can begin like a row: "The Integer value ...", "In String form". None of these words names a
# field; words that could (Type, Value, From) are left out.
# fmt: off
_SENTENCE_STARTS: Final = frozenset({
    "a", "an", "and", "as", "at", "be", "by", "can", "either", "for", "if", "in", "is", "it", "may", "must", "of", "or",
    "please", "should", "that", "the", "their", "there", "these", "this", "those", "when", "which", "with", "you", "your",
})
# fmt: on
_NAME_SHAPE: Final = re.compile(r"[A-Za-z]\w*(?:\.\w+)*", re.ASCII)
REQUEST_ID: Final = "RequestId"


@dataclass(frozen=True, slots=True)
class _Cells:
    name: str
    type: PageType
    required: bool | None


def read_inputs(section: Section) -> tuple[Row[_Cells], ...]:
    """The rows of part 2, the common ones included."""
    table = Table(
        header=frozenset({"parameter name required type description"}),
        header_shown="Parameter Name Required Type Description",
        row_shown="Name Yes/No Type Description",
        start=_start_input,
    )
    return table.read(section)


def read_outputs(section: Section, examples: Collection[str]) -> tuple[Parameter, ...]:
    """The parameters of part 3. `examples` holds the names in the page's own responses: they tell a row of an object type from text.

    Raises `PageRefused` unless the last row is RequestId, which closes the table on every page.
    """

    def start(line: Line, above: Line | None) -> Start[_Cells] | None:
        return _start_output(line, None if above is None else examples)

    table = Table(
        header=frozenset({"parameter name type description"}),
        header_shown="Parameter Name Type Description",
        row_shown="Name Type Description",
        start=start,
    )
    rows = table.read(section)
    last = rows[-1].cells
    if last.name != REQUEST_ID or last.type != PageType("String", array=False):
        raise rows[-1].line.refused(f'"{REQUEST_ID} String" as the last row of the outputs')
    return read_parameters(rows)


def read_parameters(rows: tuple[Row[_Cells], ...]) -> tuple[Parameter, ...]:
    """Rows with the facts in their prose. Raises `PageRefused` for a name that stands in the table twice."""
    parameters: dict[str, Parameter] = {}
    for row in rows:
        cells = row.cells
        if cells.name in parameters:
            earlier = parameters[cells.name].line.number
            raise row.line.refused(f"each name once: it stands at line {earlier} already", f"the name {quoted(cells.name)} again")
        prose = read_prose(row.text, cells.type, row.line)
        parameters[cells.name] = Parameter(cells.name, cells.type, cells.required, row.text, prose, row.line)
    return tuple(parameters.values())


def _start_input(line: Line, _above: Line | None) -> Start[_Cells] | None:
    match = _INPUT_ROW.fullmatch(line.text)
    if match is None:
        _refuse_almost(line, _ALMOST_INPUT, "Name Yes/No Type Description")
        return None
    if _GLUED.search(match["text"]):
        raise line.refused("each row in a line of its own")
    return _start(match, line, required=match["required"] == "Yes")


def _start_output(line: Line, examples: Collection[str] | None) -> Start[_Cells] | None:
    match = _OUTPUT_ROW.fullmatch(line.text)
    if match is None or match["name"].casefold() in _SENTENCE_STARTS:
        _refuse_almost(line, _ALMOST_OUTPUT, "Name Type Description")
        return None
    certain = examples is None or PageType.of(match).primitive or match["array"] is not None or match["name"] in examples
    if not certain:
        # "User Import" can be a row of an object type or the rest of a sentence. Nothing on the page tells: a person has to.
        raise line.refused(
            "a row whose name an example response shows, or text that does not look like one",
            f"{quoted(line.text)}, which may be a row or the text of the row above",
        )
    return _start(match, line, required=None)


def _start(match: re.Match[str], line: Line, *, required: bool | None) -> Start[_Cells]:
    page_type = PageType.of(match)
    if match["index"] and not page_type.array:
        raise line.refused('"Array of" before the type of a name that ends in ".N"', f"the type {page_type}")
    return Start(_Cells(match["name"], page_type, required), match["text"].strip())


def _refuse_almost(line: Line, almost: re.Pattern[str], row: str) -> None:
    match = almost.match(line.text)
    if match and _NAME_SHAPE.fullmatch(match["name"]) and match["name"].casefold() not in _SENTENCE_STARTS:
        raise line.refused(f'a row "{row}", or text that does not look like one')
