"""The six parts of a page, told by the words of their headings: the numbers moved between 2018 and today."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .shell import is_date_line
from .words import FOOTERS, HEADINGS, Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .lines import Line


# A list that ends a table can glue its bullet to the heading; Markdown adds its own marks.
_HEADING: Final = re.compile(
    r"(?:[•·*-]\s+)?(?:#{1,6}\s*)?(?:\*\*)?\d{1,2}[.\u3001\uff0e]\s*(?P<words>[A-Za-z ()]{1,40}?|[\u4e00-\u9fff]{2,8})\s*(?:\*\*)?",
    re.ASCII,
)
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
    """A page cut into its shell and its six parts."""

    shell: tuple[Line, ...]
    parts: dict[Part, Section]

    def __getitem__(self, part: Part) -> Section:
        return self.parts[part]

    @property
    def first_heading(self) -> Line:
        """Where the shell ends."""
        return next(iter(self.parts.values())).heading


def split(page: Sequence[Line], *, closed: bool) -> Sections:
    """Cut a page into its parts; `closed` says whether its last line has an end.

    Raises `PageRefused` unless each of the six stands there exactly once.
    """
    lines = _without_footer(page)
    closed = closed or len(lines) < len(page)
    headings = [(index, part) for index, line in enumerate(lines) if (part := _part(line)) is not None]
    parts: dict[Part, Section] = {}
    ends = [*(index for index, _ in headings), len(lines)][1:]
    for (index, part), end in zip(headings, ends, strict=True):
        if part in parts:
            raise lines[index].refused(f"one page: this part began at line {parts[part].heading.number}", f'a second part "{part.value}"')
        parts[part] = Section(part, lines[index], tuple(lines[index + 1 : end]), closed or end < len(lines))
    last = next(line for line in reversed(lines) if line.text)
    missing = [part.value for part in Part if part not in parts]
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


def _without_footer(lines: Sequence[Line]) -> Sequence[Line]:
    """The page without what the site adds below it: the run of footer lines, blank ones among them, that ends it."""
    end = len(lines)
    while end and (not lines[end - 1].text or lines[end - 1].text.casefold() in FOOTERS):
        end -= 1
    footer = next((index for index in range(end, len(lines)) if lines[index].text), None)
    return lines if footer is None or not end else lines[:footer]


def _part(line: Line) -> Part | None:
    match = _HEADING.fullmatch(line.text)
    return HEADINGS.get(match["words"].strip().casefold()) if match else None
