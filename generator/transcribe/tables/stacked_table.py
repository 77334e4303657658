"""Tables that lost their borders and kept a line for each cell: name, yes or no, type, description, one below the other."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ..input.lines import paragraphs
from ..input.markdown import plain
from ..vocabulary import REQUIRED
from .type_names import JSON_TYPES, TYPE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..input.lines import Line

_CELLS: Final = {
    "name": re.compile(r"[A-Za-z][A-Za-z0-9_]*(?:\.N)?"),
    "required": re.compile(REQUIRED),
    "type": re.compile(TYPE),
    "code": re.compile(r"[A-Z][A-Za-z0-9]*(?:[._-][A-Za-z0-9_-]+)*"),
}
_PLAIN_TYPE: Final = re.compile(rf"Array of \S+|{'|'.join(JSON_TYPES)}", re.ASCII)
# A word alone in its line that is no description: it has humps.
_HUMPS: Final = re.compile(r"[A-Z]\w*[A-Z][a-z]{2}\w*", re.ASCII)


def unstacked(lines: Sequence[Line], columns: Sequence[str]) -> list[Line]:
    """The rows, each in a line with cells. The description comes last; where that is not so, there is nothing to tell a row by."""
    written = [line for line in lines if line.text]
    width = len(columns) - 1
    starts: list[int] = []
    for index in range(len(written)):
        if (not starts or index >= starts[-1] + width) and _starts(written, index, columns):
            starts.append(index)
    if not starts or starts[0] != 0:
        return list(lines)
    rows = []
    for start, end in zip(starts, [*starts[1:], len(written)], strict=True):
        cells = [plain(line.text) for line in written[start : start + width]]
        text = paragraphs(written[start + width : end])
        rows.append(replace(written[start], text=" ".join([*cells, *text.split()]), cells=(*cells, text)))
    return rows


def _starts(lines: Sequence[Line], index: int, columns: Sequence[str]) -> bool:
    *first, _ = columns
    if not _fits(lines, index, first):
        return False
    if "required" in columns or "type" not in columns:
        return True
    at = index + first.index("type")
    name, type_ = plain(lines[index].text), plain(lines[at].text)
    if _PLAIN_TYPE.fullmatch(type_):
        return True
    if _fits(lines, index + 1, first) and _PLAIN_TYPE.fullmatch(plain(lines[at + 1].text)):
        return False  # "Status", "RequestId", "String": the first word is the description of the row above
    return _HUMPS.fullmatch(type_) is not None or name.startswith(type_) or name.endswith(type_)


def _fits(lines: Sequence[Line], index: int, columns: Sequence[str]) -> bool:
    cells = lines[index : index + len(columns)]
    return len(cells) == len(columns) and all(
        _CELLS[column].fullmatch(plain(line.text)) for column, line in zip(columns, cells, strict=True)
    )
