"""Parser of one line of a parameter table: row, text, or a malformed row."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..vocabulary import REQUIRED_PATTERN, YES_WORDS
from .table import RowStart
from .type_names import TYPE_PATTERN, PageType

if TYPE_CHECKING:
    from ..input.lines import SourceLine
    from .table import Columns

_NAME: Final = r"(?P<name>[A-Za-z][A-Za-z0-9_]*)(?P<index>\.N)?"
_PIECES: Final = {"name": _NAME, "required": REQUIRED_PATTERN, "type": TYPE_PATTERN}
_ORDERS: Final[tuple[Columns, ...]] = (("name", "required", "type", "text"), ("name", "type", "required", "text"), ("name", "type", "text"))
_ROWS: Final = {
    columns: re.compile(r"\s+".join(_PIECES[column] for column in columns[:-1]) + r"(?:\s+(?P<text>.*))?") for columns in _ORDERS
}
_MISSING_TYPES: Final = {"": PageType("", array=False), "Array of": PageType("", array=True)}
_CELLS: Final = {column: re.compile(piece) for column, piece in _PIECES.items()}

# A name and a type with a damaged cell or nothing between them, or a name and Yes/No without a type.
_WORDY_TYPE: Final = r"(?:(?:String|Integer|Float|Boolean|Timestamp)(?=\s|$)|Array\s+of\s+[A-Z])"
_MALFORMED_INPUT: Final = re.compile(
    rf"(?P<name>[^\s:]+)\s+(?:(?P<required>(?:Yes|No)(?=\s|$)|[是否](?=\s[A-Za-z]|$))|(?:\w+\s+)?{_WORDY_TYPE}(?!\s*-?\s*(?:Required\s?:|是否必填)))"
)
_MALFORMED_OUTPUT: Final = re.compile(rf"(?P<name>[^\s:]+)\s+(?:(?:Yes|No|是|否)\s+)?{_WORDY_TYPE}")
# In the other order of columns, a type in lower case.
_MALFORMED_TYPED: Final = re.compile(r"(?P<name>[^\s:]+)\s+(?:string|integer|float|boolean|timestamp)\s+(?P<required>Yes|No|是|否)(?=\s|$)")
# Two rows that an extractor joined: no sentence contains these three cells.
_JOINED_ROWS: Final = re.compile(rf"(?<!\w)[A-Za-z]\w*(?:\.N)?\s+(?:Yes|No|是|否)\s+{_WORDY_TYPE}")
# A sentence that continues on a new line can look like a row: "The Integer value ...", "In String form". None of these words names a
# field. Possible field names (Type, Value, From) are left out.
# fmt: off
_SENTENCE_STARTS: Final = frozenset({
    "a", "an", "and", "as", "at", "be", "by", "can", "either", "for", "if", "in", "is", "it", "may", "must", "of", "or",
    "please", "should", "that", "the", "their", "there", "these", "this", "those", "when", "which", "with", "you", "your",
})
# fmt: on
_NAME_SHAPE: Final = re.compile(r"[A-Za-z]\w*(?:\.\w+)*", re.ASCII)
_COLUMN_TITLES: Final = {"name": "Name", "required": "Yes/No", "type": "Type", "text": "Description"}


@dataclass(frozen=True, slots=True)
class ParameterCells:
    """Cells of a row except its description. `required` is None if the table does not state it."""

    name: str
    type: PageType
    required: bool | None


def read_row(line: SourceLine, columns: Columns) -> RowStart[ParameterCells] | None:
    """Return the row that starts at this line, or None for text. Raises `PageRefused` for marked cells that match no rule."""
    if line.cells:
        return _marked(line, columns)
    match = _ROWS[columns].fullmatch(line.text)
    if match is None or ("required" not in columns and starts_sentence(match["name"])):
        return None
    text = (match["text"] or "").strip()
    if "required" in columns and _JOINED_ROWS.search(text):
        raise line.refusal("one row a line")
    return RowStart(_cells(line, match, PageType.of(match), match["required"] if "required" in columns else None), text)


def starts_sentence(word: str) -> bool:
    """Return whether a sentence can begin with this word. `AS` in capitals is a field."""
    return word.casefold() in _SENTENCE_STARTS and word in {word.lower(), word.capitalize()}


def reject_malformed_row(line: SourceLine, columns: Columns) -> None:
    """Raise `PageRefused` for a malformed row: a line that is too similar to a row to be text."""
    match = (_MALFORMED_INPUT if "required" in columns else _MALFORMED_OUTPUT).match(line.text)
    if match is None and columns[1:2] == ("type",):
        match = _MALFORMED_TYPED.match(line.text)
    if match and "required" in columns and match["name"][0].islower() and match["required"] is None:
        return  # fields of a JSON text, which some descriptions list; of 16,204 actions one has an input in lower case
    if match and _NAME_SHAPE.fullmatch(match["name"]) and not starts_sentence(match["name"]):
        raise line.refusal(f'a row "{_row_form(columns)}", or text that does not look like one')


def _marked(line: SourceLine, columns: Columns) -> RowStart[ParameterCells]:
    """Return a row with marked cells. Raises `PageRefused` for a cell that does not match its column."""
    found = dict(zip(columns, line.cells, strict=False))
    matches = {column: _CELLS[column].fullmatch(found.get(column, "")) for column in columns[:-1]}
    name, type_, required = matches["name"], matches["type"], matches.get("required")
    # An extractor that drops an icon or a link leaves an empty cell: its content is unknown.
    page_type = PageType.of(type_) if type_ else _MISSING_TYPES.get(found["type"])
    missing_required = "required" not in columns or not found["required"]
    if name is None or page_type is None or (required is None and not missing_required) or len(line.cells) != len(columns):
        raise line.refusal(f'a row "{" | ".join(_COLUMN_TITLES[column] for column in columns)}"')
    return RowStart(_cells(line, name, page_type, required[0] if required else None), found["text"])


def _cells(line: SourceLine, name: re.Match[str], page_type: PageType, required: str | None) -> ParameterCells:
    if name["index"] and not page_type.array:
        raise line.refusal('"Array of" before the type of a name that ends in ".N"', f"the type {page_type}")
    return ParameterCells(name["name"], page_type, None if required is None else required in YES_WORDS)


def _row_form(columns: Columns) -> str:
    return " ".join(_COLUMN_TITLES[column] for column in columns)
