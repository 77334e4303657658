"""The page of a product's data types: for each type its name, perhaps a description, the actions that use it, and a table of its fields."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ..input.lines import paragraphs
from ..input.markdown import plain
from ..input.reader import read_lines
from ..layout.page_frame import is_date_line
from ..layout.page_kind import is_use
from ..layout.sections import without_footer
from ..parts.parameters import Known, read_fields
from ..problems import quoted
from ..tables.marked_table import gridded
from ..vocabulary import TYPE_HEADERS

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ..facts import Parameter
    from ..input.lines import Line
    from ..input.source import PageSource

_NAME: Final = re.compile(r"(?:#{1,6} ?)?(?:\d{1,3}\. )?(?P<name>[A-Z][A-Za-z0-9_]*)")
_LONGEST_NAME: Final = 240
"""In characters, with the address that Markdown adds to a heading."""
# Where a row names its type: behind the name of the field.
_REFERENCE: Final = re.compile(r"\w+ (?:(?:Yes|No|是|否) )?(?:Array of )?(?P<name>[A-Z][A-Za-z0-9_]*)(?: |$)")


@dataclass(frozen=True, slots=True)
class DataType:
    """A type and its fields."""

    name: str
    description: str
    fields: tuple[Parameter, ...]
    line: Line


@dataclass(frozen=True, slots=True)
class TypesPage:
    """Everything that a page of data types says."""

    page: str
    types: tuple[DataType, ...]


def read_types(source: PageSource, page: Sequence[Line] | None = None) -> TypesPage:
    """Every type of the page. Raises `PageRefused` for a table whose name cannot be told, or a line that fits no rule."""
    page = read_lines(source) if page is None else page
    lines = gridded_all(without_footer(page, max((index for index, line in enumerate(page) if is_use(line)), default=0)))
    headers = [index for index, line in enumerate(lines) if line.text.casefold() in TYPE_HEADERS]
    if not headers:
        raise lines[-1].refused("a table of fields, with its header", "a page without one")
    uses = _uses(lines, headers)
    names = _names(lines, headers, uses)
    known = Known(types=frozenset(_word(lines[at]) for at in names))
    types = []
    seen: dict[str, Line] = {}
    for header, use, at, end in zip(headers, uses, names, [*names[1:], len(lines)], strict=True):
        name = _word(lines[at])
        if name in seen:
            raise lines[at].refused(f"each type once: it stands at line {seen[name].number} already", f"the type {name} again")
        seen[name] = lines[at]
        fields = read_fields(lines[header], lines[header + 1 : end], known)
        types.append(DataType(name, paragraphs(lines[at + 1 : use]), fields, lines[at]))
    return TypesPage(source.name, tuple(types))


def gridded_all(lines: Sequence[Line]) -> Sequence[Line]:
    """Tables with pipes as lines with cells, table by table: each ends where the next type begins."""
    ends = [index for index, line in enumerate(lines) if is_use(line)]
    found: list[Line] = []
    for start, end in zip([0, *ends], [*ends, len(lines)], strict=True):
        piece = lines[start:end]
        if any(line.cells for line in piece):  # the form of the page says where a table ends
            found += piece
            continue
        # The name and the description of the next type stand below the table, outside of its pipes.
        last = max((index for index, line in enumerate(piece) if "|" in line.text or "\t" in line.raw), default=-1)
        # That description may have a table, too: a word alone below a row that is closed by its last pipe is the name.
        filled = [index for index, line in enumerate(piece) if line.text]
        names = (below for above, below in pairwise(filled) if piece[above].text.endswith("|") and _word(piece[below]))
        last = min(last, next(names, len(piece)) - 1)
        found += [*gridded(piece[: last + 1], TYPE_HEADERS), *piece[last + 1 :]]
    return found


def _uses(lines: Sequence[Line], headers: Sequence[int]) -> list[int]:
    uses = []
    for above, header in zip([-1, *headers], headers, strict=False):
        found = [index for index in range(above + 1, header) if is_use(lines[index])]
        if len(found) != 1:
            raise lines[header].refused('one line "Used by actions: …" above the table', f"{len(found)} of them")
        uses.append(found[0])
    return uses


def _names(lines: Sequence[Line], headers: Sequence[int], uses: Sequence[int]) -> list[int]:
    """Where each type's name stands: a word alone in its line, between the table above and the line "Used by actions"."""
    referenced = {match["name"] for line in lines if (match := _REFERENCE.match(line.text))}
    names: list[int] = []
    shell = max((index for index in range(uses[0]) if is_date_line(lines[index])), default=-1)
    found = [[at for at in range(above + 1, use) if _word(lines[at])] for above, use in zip([shell, *headers], uses, strict=False)]
    for use, here, below in zip(uses, found, [*found[1:], []], strict=True):
        before = _word(lines[names[-1]]) if names else ""
        fitting = [at for at in here if _between(before, _word(lines[at]), [_word(lines[other]) for other in below])]
        names.append(_name(lines, here, fitting, lines[use], referenced))
    return names


def _name(lines: Sequence[Line], found: Sequence[int], fitting: Sequence[int], use: Line, referenced: Collection[str]) -> int:
    """Which of the words `found` is the name, where those `fitting` are in the order of names."""
    if not found:
        raise use.refused("the type's name in a line of its own above this one", "a type without a name")
    # A word of the cell above, or of the description below, can stand alone, too. But types are sorted by name, a name has a blank
    # line above it, some table or page refers to it, and it stands before its description.
    if len(found) == 1:
        return found[0]
    apart = [at for at in found if at == 0 or not lines[at - 1].text] or found
    in_order = [at for at in apart if at in fitting]
    above = next((line for line in reversed(lines[: found[0]]) if line.text), None)
    if above is not None and above.cells and in_order[:1] == found[:1]:
        return found[0]  # the form says that the cell above has ended
    if in_order and len({_word(lines[at]) for at in in_order}) == 1:
        return in_order[0]  # a description that only says the name again
    candidates = [at for at in in_order if _word(lines[at]) in referenced]
    if len(candidates) != 1:
        shown = ", ".join(_word(lines[at]) for at in found)
        raise use.refused("one name of a type above this line", f"several words that may be it ({quoted(shown)})")
    return candidates[0]


def _between(before: str, name: str, after: Sequence[str]) -> bool:
    """Whether a type of this name may stand behind the type `before`, and ahead of one of the names `after`, where there are any."""
    return _sorted(before, name) and (not after or any(_sorted(name, one) for one in after))


def _sorted(one: str, other: str) -> bool:
    """Whether a page may have these names in this order: some count capitals, some do not."""
    return one < other or one.casefold() < other.casefold()


def _word(line: Line) -> str:
    """The one word in a line of its own; nothing for any other line."""
    match = None if line.cells or len(line.text) > _LONGEST_NAME else _NAME.fullmatch(plain(line.text))
    return match["name"] if match else ""
