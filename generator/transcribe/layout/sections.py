"""The six sections of a page, split by the text of their headings. Their numbers differ between old and new pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..vocabulary import FOOTERS, SectionKind
from .headings import find_headings, heading_kind
from .missing_headings import find_section_starts
from .page_frame import is_date_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..input.lines import SourceLine


# Nothing reads this section, and some pages lack it.
_OPTIONAL: Final = SectionKind.RESOURCES
# Only these three have had the same order at all times.
_OPENING: Final = (SectionKind.DESCRIPTION, SectionKind.INPUT, SectionKind.OUTPUT)


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its heading and the lines below it."""

    kind: SectionKind
    heading: SourceLine
    body: tuple[SourceLine, ...]
    closed: bool
    """Whether anything, such as a line break, follows the last line. Nothing follows it where the page is truncated."""

    @property
    def last(self) -> SourceLine:
        """The last line with text, which messages about a missing end refer to."""
        return next((line for line in reversed(self.body) if line.text), self.heading)


@dataclass(frozen=True, slots=True)
class PageSections:
    """Frame and sections of a page. Only the developer resources may be missing."""

    frame: tuple[SourceLine, ...]
    sections: dict[SectionKind, Section]

    def __getitem__(self, kind: SectionKind) -> Section:
        return self.sections[kind]

    @property
    def first_heading(self) -> SourceLine:
        """The first line below the frame."""
        return next(iter(self.sections.values())).heading


def split_sections(page: Sequence[SourceLine], *, closed: bool) -> PageSections:
    """Split a page into sections by its headings, or by its tables if an extractor dropped all headings.

    `closed` states whether the last line ends with a line break. Raises `PageRefused` unless each section occurs exactly once.
    """
    headings, end = find_headings(page)
    if not headings and (found := find_section_starts(page)):
        headings = found
    lines = remove_footer(page[:end], headings[-1][0] if headings else end)
    closed = closed or len(lines) < len(page)
    sections: dict[SectionKind, Section] = {}
    ends = [*(index for index, _ in headings), len(lines)][1:]
    for (index, kind), below in zip(headings, ends, strict=True):
        if kind in sections:
            raise lines[index].refusal(
                f"one page: this section began at line {sections[kind].heading.number}", f'a second section "{kind.value}"'
            )
        # Without a heading, a section starts with its own first line.
        first = index + 1 if heading_kind(lines[index]) is kind else index
        sections[kind] = Section(kind, lines[index], tuple(lines[first:below]), closed or below < len(lines))
    last = next(line for line in reversed(lines) if line.text)
    missing = [kind.value for kind in SectionKind if kind not in sections and kind is not _OPTIONAL]
    if missing:
        raise last.refusal(f'the section "{missing[0]}"', "the end of the page")
    for section, kind in zip(sections.values(), _OPENING, strict=False):
        if section.kind is not kind:
            raise section.heading.refusal(f'the section "{kind.value}" here')
    for section in sections.values():
        for line in section.body:
            if is_date_line(line):
                raise line.refusal("one page", "the date line of another page")
    return PageSections(tuple(lines[: headings[0][0]]), sections)


def remove_footer(lines: Sequence[SourceLine], last_heading: int) -> Sequence[SourceLine]:
    """Return the page without the footer of the site. If another page begins below the footer, keep it."""
    for index in range(last_heading + 1, len(lines)):
        if lines[index].text.strip("#*• ").casefold() in FOOTERS:
            return lines if any(is_date_line(line) for line in lines[index:]) else lines[:index]
    return lines
