"""Reader of the page of a product's data types: for each type a name, an optional description, the actions that use it, and its fields."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ..input.lines import join_paragraphs
from ..input.markdown import strip_markdown
from ..input.reader import read_lines
from ..layout.page_frame import is_date_line
from ..layout.page_kind import is_used_by_line
from ..layout.sections import remove_footer
from ..parts.parameters import KnownNames, read_fields
from ..problems import quoted
from ..tables.marked_table import assign_cells
from ..vocabulary import TYPE_HEADERS

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ..facts import Parameter
    from ..input.lines import SourceLine
    from ..input.source import PageSource

_NAME: Final = re.compile(r"(?:#{1,6} ?)?(?:\d{1,3}\. )?(?P<name>[A-Z][A-Za-z0-9_]*)")
_MAX_NAME_LENGTH: Final = 240
"""In characters, including the address that Markdown adds to a heading."""
# The type in a row, after the name of the field.
_REFERENCE: Final = re.compile(r"\w+ (?:(?:Yes|No|是|否) )?(?:Array of )?(?P<name>[A-Z][A-Za-z0-9_]*)(?: |$)")


@dataclass(frozen=True, slots=True)
class DataType:
    """Data type and its fields."""

    name: str
    description: str
    fields: tuple[Parameter, ...]
    line: SourceLine


@dataclass(frozen=True, slots=True)
class DataTypesPage:
    """All data types of one page."""

    page: str
    types: tuple[DataType, ...]


def read_data_types(source: PageSource, page: Sequence[SourceLine] | None = None) -> DataTypesPage:
    """Return all types. Raises `PageRefused` for a table without a unique type name, and for a line that matches no rule."""
    page = read_lines(source) if page is None else page
    lines = assign_cells_by_table(remove_footer(page, max((index for index, line in enumerate(page) if is_used_by_line(line)), default=0)))
    headers = [index for index, line in enumerate(lines) if line.text.casefold() in TYPE_HEADERS]
    if not headers:
        raise lines[-1].refusal("a table of fields, with its header", "a page without one")
    uses = _used_by_lines(lines, headers)
    names = _names(lines, headers, uses)
    known = KnownNames(types=frozenset(_single_word(lines[at]) for at in names))
    types = []
    seen: dict[str, SourceLine] = {}
    for header, use, at, end in zip(headers, uses, names, [*names[1:], len(lines)], strict=True):
        name = _single_word(lines[at])
        if name in seen:
            raise lines[at].refusal(f"each type once; line {seen[name].number} has it already", f"the type {name} twice")
        seen[name] = lines[at]
        fields = read_fields(lines[header], lines[header + 1 : end], known)
        types.append(DataType(name, join_paragraphs(lines[at + 1 : use]), fields, lines[at]))
    return DataTypesPage(source.name, tuple(types))


def assign_cells_by_table(lines: Sequence[SourceLine]) -> Sequence[SourceLine]:
    """Return tables with pipes as lines with cells, table by table. Each table ends where the next type begins."""
    ends = [index for index, line in enumerate(lines) if is_used_by_line(line)]
    found: list[SourceLine] = []
    for start, end in zip([0, *ends], [*ends, len(lines)], strict=True):
        piece = lines[start:end]
        if any(line.cells for line in piece):  # the format marks the end of each table
            found += piece
            continue
        # The name and description of the next type are below the table, without pipes.
        last = max((index for index, line in enumerate(piece) if "|" in line.text or "\t" in line.raw), default=-1)
        # That description can contain a table. The name is then a word alone on its line below a row that ends with a pipe.
        filled = [index for index, line in enumerate(piece) if line.text]
        names = (below for above, below in pairwise(filled) if piece[above].text.endswith("|") and _single_word(piece[below]))
        last = min(last, next(names, len(piece)) - 1)
        found += [*assign_cells(piece[: last + 1], TYPE_HEADERS), *piece[last + 1 :]]
    return found


def _used_by_lines(lines: Sequence[SourceLine], headers: Sequence[int]) -> list[int]:
    uses = []
    for above, header in zip([-1, *headers], headers, strict=False):
        found = [index for index in range(above + 1, header) if is_used_by_line(lines[index])]
        if len(found) != 1:
            raise lines[header].refusal('one line "Used by actions: …" above the table', f"{len(found)} of them")
        uses.append(found[0])
    return uses


def _names(lines: Sequence[SourceLine], headers: Sequence[int], uses: Sequence[int]) -> list[int]:
    """Return the line of each type's name: a word alone on its line, between the previous table and the line "Used by actions"."""
    referenced = {match["name"] for line in lines if (match := _REFERENCE.match(line.text))}
    names: list[int] = []
    frame = max((index for index in range(uses[0]) if is_date_line(lines[index])), default=-1)
    found = [[at for at in range(above + 1, use) if _single_word(lines[at])] for above, use in zip([frame, *headers], uses, strict=False)]
    for use, here, below in zip(uses, found, [*found[1:], []], strict=True):
        before = _single_word(lines[names[-1]]) if names else ""
        fitting = [at for at in here if _fits_between(before, _single_word(lines[at]), [_single_word(lines[other]) for other in below])]
        names.append(_name(lines, here, fitting, lines[use], referenced))
    return names


def _name(lines: Sequence[SourceLine], found: Sequence[int], fitting: Sequence[int], use: SourceLine, referenced: Collection[str]) -> int:
    """Return which of the lines `found` is the name. The names of the lines `fitting` are in sorted order."""
    if not found:
        raise use.refusal("the type's name in a line of its own above this one", "a type without a name")
    # A word of the cell above, or of the description below, can also be alone on its line. But types are sorted by name, a blank line
    # precedes the name, a table or action refers to it, and the description follows it.
    if len(found) == 1:
        return found[0]
    apart = [at for at in found if at == 0 or not lines[at - 1].text] or found
    in_order = [at for at in apart if at in fitting]
    above = next((line for line in reversed(lines[: found[0]]) if line.text), None)
    if above is not None and above.cells and in_order[:1] == found[:1]:
        return found[0]  # the format marks the end of the cell above
    if in_order and len({_single_word(lines[at]) for at in in_order}) == 1:
        return in_order[0]  # a description that only repeats the name
    candidates = [at for at in in_order if _single_word(lines[at]) in referenced]
    if len(candidates) != 1:
        words = ", ".join(_single_word(lines[at]) for at in found)
        raise use.refusal("one name of a type above this line", f"several words that may be it ({quoted(words)})")
    return candidates[0]


def _fits_between(before: str, name: str, after: Sequence[str]) -> bool:
    """Return whether a type of this name can follow the type `before` and precede one of the names `after`, if any."""
    return _is_sorted(before, name) and (not after or any(_is_sorted(name, one) for one in after))


def _is_sorted(one: str, other: str) -> bool:
    """Return whether the names can be in this order. Some pages sort with regard to case, some without."""
    return one < other or one.casefold() < other.casefold()


def _single_word(line: SourceLine) -> str:
    """Return the only word of a line, or an empty string."""
    match = None if line.cells or len(line.text) > _MAX_NAME_LENGTH else _NAME.fullmatch(strip_markdown(line.text))
    return match["name"] if match else ""
