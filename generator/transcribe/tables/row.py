"""One line of a table of parameters: is it a row, text, or so nearly a row that it must not be taken for text?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..vocabulary import REQUIRED, YES
from .table import Start
from .type_names import TYPE, PageType

if TYPE_CHECKING:
    from ..input.lines import Line
    from .table import Columns

_NAME: Final = r"(?P<name>[A-Za-z][A-Za-z0-9_]*)(?P<index>\.N)?"
_PIECES: Final = {"name": _NAME, "required": REQUIRED, "type": TYPE}
_ORDERS: Final[tuple[Columns, ...]] = (("name", "required", "type", "text"), ("name", "type", "required", "text"), ("name", "type", "text"))
_ROWS: Final = {
    columns: re.compile(r"\s+".join(_PIECES[column] for column in columns[:-1]) + r"(?:\s+(?P<text>.*))?") for columns in _ORDERS
}
_LOST_TYPES: Final = {"": PageType("", array=False), "Array of": PageType("", array=True)}
_CELLS: Final = {column: re.compile(piece) for column, piece in _PIECES.items()}

# A name and a type with a damaged cell between them or none, or a name and Yes/No without a type.
_WORDY_TYPE: Final = r"(?:(?:String|Integer|Float|Boolean|Timestamp)(?=\s|$)|Array\s+of\s+[A-Z])"
_ALMOST_INPUT: Final = re.compile(
    rf"(?P<name>[^\s:]+)\s+(?:(?P<required>(?:Yes|No)(?=\s|$)|[是否](?=\s[A-Za-z]|$))|(?:\w+\s+)?{_WORDY_TYPE}(?!\s*-?\s*(?:Required\s?:|是否必填)))"
)
_ALMOST_OUTPUT: Final = re.compile(rf"(?P<name>[^\s:]+)\s+(?:(?:Yes|No|是|否)\s+)?{_WORDY_TYPE}")
# In the other order of columns, a type in lower case.
_ALMOST_TYPED: Final = re.compile(r"(?P<name>[^\s:]+)\s+(?:string|integer|float|boolean|timestamp)\s+(?P<required>Yes|No|是|否)(?=\s|$)")
# Two rows that an extractor glued together: no sentence holds these three cells.
_GLUED: Final = re.compile(rf"(?<!\w)[A-Za-z]\w*(?:\.N)?\s+(?:Yes|No|是|否)\s+{_WORDY_TYPE}")
# A sentence that goes on in a new line can begin like a row: "The Integer value ...", "In String form". None of these words names a
# field; words that could (Type, Value, From) are left out.
# fmt: off
_SENTENCE_STARTS: Final = frozenset({
    "a", "an", "and", "as", "at", "be", "by", "can", "either", "for", "if", "in", "is", "it", "may", "must", "of", "or",
    "please", "should", "that", "the", "their", "there", "these", "this", "those", "when", "which", "with", "you", "your",
})
# fmt: on
_NAME_SHAPE: Final = re.compile(r"[A-Za-z]\w*(?:\.\w+)*", re.ASCII)
_SHOWN: Final = {"name": "Name", "required": "Yes/No", "type": "Type", "text": "Description"}


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of a row before its description. `required` is None where the table does not say it."""

    name: str
    type: PageType
    required: bool | None


def read_row(line: Line, columns: Columns) -> Start[Cells] | None:
    """The row that starts in this line; None for text. Raises `PageRefused` for marked cells, or for cells, that fit no rule."""
    if line.cells:
        return _marked(line, columns)
    match = _ROWS[columns].fullmatch(line.text)
    if match is None or ("required" not in columns and starts_sentence(match["name"])):
        return None
    text = (match["text"] or "").strip()
    if "required" in columns and _GLUED.search(text):
        raise line.refused("each row in a line of its own")
    return Start(_cells(line, match, PageType.of(match), match["required"] if "required" in columns else None), text)


def starts_sentence(word: str) -> bool:
    """Whether a sentence begins with this word; `AS`, as a name in capitals, is a field."""
    return word.casefold() in _SENTENCE_STARTS and word in {word.lower(), word.capitalize()}


def refuse_almost(line: Line, columns: Columns) -> None:
    """Raise `PageRefused` for a line that is no row and looks too much like one to be text."""
    match = (_ALMOST_INPUT if "required" in columns else _ALMOST_OUTPUT).match(line.text)
    if match is None and columns[1:2] == ("type",):
        match = _ALMOST_TYPED.match(line.text)
    if match and "required" in columns and match["name"][0].islower() and match["required"] is None:
        return  # the fields of a JSON text, which some descriptions list: of 16,204 actions one has an input in lower case
    if match and _NAME_SHAPE.fullmatch(match["name"]) and not starts_sentence(match["name"]):
        raise line.refused(f'a row "{_shown(columns)}", or text that does not look like one')


def _marked(line: Line, columns: Columns) -> Start[Cells]:
    """A row whose cells the page marks: each of them must be what its column holds."""
    found = dict(zip(columns, line.cells, strict=False))
    matches = {column: _CELLS[column].fullmatch(found.get(column, "")) for column in columns[:-1]}
    name, type_, required = matches["name"], matches["type"], matches.get("required")
    # An icon, or a link, that an extractor has dropped leaves an empty cell: what stood there is unknown.
    page_type = PageType.of(type_) if type_ else _LOST_TYPES.get(found["type"])
    lost_required = "required" not in columns or not found["required"]
    if name is None or page_type is None or (required is None and not lost_required) or len(line.cells) != len(columns):
        raise line.refused(f'a row "{" | ".join(_SHOWN[column] for column in columns)}"')
    return Start(_cells(line, name, page_type, required[0] if required else None), found["text"])


def _cells(line: Line, name: re.Match[str], page_type: PageType, required: str | None) -> Cells:
    if name["index"] and not page_type.array:
        raise line.refused('"Array of" before the type of a name that ends in ".N"', f"the type {page_type}")
    return Cells(name["name"], page_type, None if required is None else required in YES)


def _shown(columns: Columns) -> str:
    return " ".join(_SHOWN[column] for column in columns)
