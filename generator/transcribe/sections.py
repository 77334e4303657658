"""The six parts of a page, told by the words of their headings: the numbers moved between 2018 and today."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from .shell import is_date_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .lines import Line


class Part(Enum):
    """A part of a page; the value is the heading of today's pages."""

    DESCRIPTION = "API Description"
    INPUT = "Input Parameters"
    OUTPUT = "Output Parameters"
    EXAMPLE = "Example"
    RESOURCES = "Developer Resources"
    ERRORS = "Error Code"


_WORDS: Final = {
    "api description": Part.DESCRIPTION,
    "api descriptions": Part.DESCRIPTION,
    "input parameter": Part.INPUT,
    "input parameters": Part.INPUT,
    "request parameter": Part.INPUT,
    "request parameters": Part.INPUT,
    "output parameter": Part.OUTPUT,
    "output parameters": Part.OUTPUT,
    "return parameter": Part.OUTPUT,
    "return parameters": Part.OUTPUT,
    "example": Part.EXAMPLE,
    "examples": Part.EXAMPLE,
    "sample": Part.EXAMPLE,
    "samples": Part.EXAMPLE,
    "developer resources": Part.RESOURCES,
    "other resources": Part.RESOURCES,
    "error code": Part.ERRORS,
    "error codes": Part.ERRORS,
}
# A list that ends a table can glue its bullet to the heading; Markdown adds its own marks.
_HEADING: Final = re.compile(r"(?:[•·*-]\s+)?(?:#{1,6}\s*)?(?:\*\*)?\d{1,2}\.\s*(?P<words>[A-Za-z ]{1,40}?)(?:\*\*)?", re.ASCII)
# Examples and errors changed places over the years; these three never did.
_OPENING: Final = (Part.DESCRIPTION, Part.INPUT, Part.OUTPUT)


@dataclass(frozen=True, slots=True)
class Section:
    """One part: its heading and the lines below it."""

    part: Part
    heading: Line
    body: tuple[Line, ...]

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


def split(lines: Sequence[Line]) -> Sections:
    """Cut a page into its parts. Raises `PageRefused` unless each of the six stands there exactly once."""
    headings = [(index, part) for index, line in enumerate(lines) if (part := _part(line)) is not None]
    parts: dict[Part, Section] = {}
    ends = [*(index for index, _ in headings), len(lines)][1:]
    for (index, part), end in zip(headings, ends, strict=True):
        if part in parts:
            raise lines[index].refused(f"one page: this part began at line {parts[part].heading.number}", f'a second part "{part.value}"')
        parts[part] = Section(part, lines[index], tuple(lines[index + 1 : end]))
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


def _part(line: Line) -> Part | None:
    match = _HEADING.fullmatch(line.text)
    return _WORDS.get(match["words"].strip().casefold()) if match else None
