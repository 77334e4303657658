"""Parser of tables without borders that have one cell a line: name, Yes or No, type, description."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ..input.lines import join_paragraphs
from ..input.markdown import strip_markdown
from ..vocabulary import REQUIRED_PATTERN
from .type_names import JSON_TYPES, TYPE_PATTERN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..input.lines import SourceLine

_CELLS: Final = {
    "name": re.compile(r"[A-Za-z][A-Za-z0-9_]*(?:\.N)?"),
    "required": re.compile(REQUIRED_PATTERN),
    "type": re.compile(TYPE_PATTERN),
    "code": re.compile(r"[A-Z][A-Za-z0-9]*(?:[._-][A-Za-z0-9_-]+)*"),
}
_PLAIN_TYPE: Final = re.compile(rf"Array of \S+|{'|'.join(JSON_TYPES)}", re.ASCII)
# A word in camel case, which is not a description.
_CAMEL_CASE: Final = re.compile(r"[A-Z]\w*[A-Z][a-z]{2}\w*", re.ASCII)


def assign_stacked_cells(lines: Sequence[SourceLine], columns: Sequence[str]) -> list[SourceLine]:
    """Return one line with cells for each row. Without a first row at the start, return the lines unchanged."""
    written = [line for line in lines if line.text]
    width = len(columns) - 1
    starts: list[int] = []
    for index in range(len(written)):
        if (not starts or index >= starts[-1] + width) and _starts_row(written, index, columns):
            starts.append(index)
    if not starts or starts[0] != 0:
        return list(lines)
    rows = []
    for start, end in zip(starts, [*starts[1:], len(written)], strict=True):
        cells = [strip_markdown(line.text) for line in written[start : start + width]]
        text = join_paragraphs(written[start + width : end])
        rows.append(replace(written[start], text=" ".join([*cells, *text.split()]), cells=(*cells, text)))
    return rows


def _starts_row(lines: Sequence[SourceLine], index: int, columns: Sequence[str]) -> bool:
    *first, _ = columns
    if not _match_cells(lines, index, first):
        return False
    if "required" in columns or "type" not in columns:
        return True
    at = index + first.index("type")
    name, type_ = strip_markdown(lines[index].text), strip_markdown(lines[at].text)
    if _PLAIN_TYPE.fullmatch(type_):
        return True
    if _match_cells(lines, index + 1, first) and _PLAIN_TYPE.fullmatch(strip_markdown(lines[at + 1].text)):
        return False  # "Status", "RequestId", "String": the first word is the description of the row above
    return _CAMEL_CASE.fullmatch(type_) is not None or name.startswith(type_) or name.endswith(type_)


def _match_cells(lines: Sequence[SourceLine], index: int, columns: Sequence[str]) -> bool:
    cells = lines[index : index + len(columns)]
    return len(cells) == len(columns) and all(
        _CELLS[column].fullmatch(strip_markdown(line.text)) for column, line in zip(columns, cells, strict=True)
    )
