"""The six parts of a page, told by the words of their headings: the numbers moved between 2018 and today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..vocabulary import FOOTERS, Part
from .headings import find_headings, part_of
from .missing_headings import anchors
from .page_frame import is_date_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..input.lines import Line


# Nothing in it is read, and a few pages are without it.
_OPTIONAL: Final = Part.RESOURCES
# Examples and errors changed places over the years; these three never did.
_OPENING: Final = (Part.DESCRIPTION, Part.INPUT, Part.OUTPUT)


@dataclass(frozen=True, slots=True)
class Section:
    """One part: its heading and the lines below it."""

    part: Part
    heading: Line
    body: tuple[Line, ...]
    closed: bool
    """Whether anything, if only a line end, stands behind the last line: a page that was cut off inside it has nothing there."""

    @property
    def last(self) -> Line:
        """The last line that says something: where to point when something is missing at the end."""
        return next((line for line in reversed(self.body) if line.text), self.heading)


@dataclass(frozen=True, slots=True)
class Sections:
    """A page cut into its shell and its parts: all of them but the developer resources, which need not be there."""

    shell: tuple[Line, ...]
    parts: dict[Part, Section]

    def __getitem__(self, part: Part) -> Section:
        return self.parts[part]

    @property
    def first_heading(self) -> Line:
        """Where the shell ends."""
        return next(iter(self.parts.values())).heading


def split(page: Sequence[Line], *, closed: bool) -> Sections:
    """Cut a page into its parts, by its headings or, where an extractor has dropped them all, by its tables.

    `closed` says whether its last line has an end. Raises `PageRefused` unless each part stands there exactly once.
    """
    headings, end = find_headings(page)
    if not headings and (found := anchors(page)):
        headings = found
    lines = without_footer(page[:end], headings[-1][0] if headings else end)
    closed = closed or len(lines) < len(page)
    parts: dict[Part, Section] = {}
    ends = [*(index for index, _ in headings), len(lines)][1:]
    for (index, part), below in zip(headings, ends, strict=True):
        if part in parts:
            raise lines[index].refused(f"one page: this part began at line {parts[part].heading.number}", f'a second part "{part.value}"')
        # Where an anchor stands in for the heading, it is the first line of the part.
        first = index + 1 if part_of(lines[index]) is part else index
        parts[part] = Section(part, lines[index], tuple(lines[first:below]), closed or below < len(lines))
    last = next(line for line in reversed(lines) if line.text)
    missing = [part.value for part in Part if part not in parts and part is not _OPTIONAL]
    if missing:
        raise last.refused(f'the part "{missing[0]}"', "the end of the page")
    for section, part in zip(parts.values(), _OPENING, strict=False):
        if section.part is not part:
            raise section.heading.refused(f'the part "{part.value}" here')
    for section in parts.values():
        for line in section.body:
            if is_date_line(line):
                raise line.refused("one page", "the date line of another page")
    return Sections(tuple(lines[: headings[0][0]]), parts)


def without_footer(lines: Sequence[Line], last_heading: int) -> Sequence[Line]:
    """The page without what the site adds below its last part; a footer below which another page begins is none."""
    for index in range(last_heading + 1, len(lines)):
        if lines[index].text.strip("#*• ").casefold() in FOOTERS:
            return lines if any(is_date_line(line) for line in lines[index:]) else lines[:index]
    return lines
