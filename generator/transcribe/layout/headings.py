"""Headings of sections, and the table of contents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ..input.markdown import strip_markdown
from ..vocabulary import HEADINGS, SectionKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..input.lines import SourceLine

# An extractor can join the bullet of a list to the next heading. Markdown adds its own marks, and then the number may be missing.
_HEADING: Final = re.compile(
    r"(?:[•·*-]\s+)?(?:#{1,6}\s*)?\d{1,2}[.\u3001\uff0e]\s*(?P<words>[A-Za-z ()]{1,40}?|[\u4e00-\u9fff]{2,8})\s*"
    r"|#{1,6}\s*(?P<unnumbered>[A-Za-z ()]{1,40}?|[\u4e00-\u9fff]{2,8})\s*",
    re.ASCII,
)
_STARTS: Final = frozenset("0123456789#*_•·-[")
"""First characters of heading lines; a quick test that rejects most lines."""
_MAX_LENGTH: Final = 240
"""In characters. A heading in Markdown includes its address."""
_MIN_CONTENTS_HEADINGS: Final = 3
"""Minimum number of headings, with only short lines between them, that form a table of contents."""
_MAX_SHORT_LENGTH: Final = 120

Heading = tuple[int, SectionKind]


def heading_kind(line: SourceLine) -> SectionKind | None:
    """Return the section that this line is the heading of, or None."""
    if line.text[:1] not in _STARTS or len(line.text) > _MAX_LENGTH or line.cells:
        return None
    match = _HEADING.fullmatch(line.text if line.text.isalnum() else strip_markdown(line.text))
    return HEADINGS.get((match["words"] or match["unnumbered"]).strip().casefold()) if match else None


def has_headings(lines: Sequence[SourceLine]) -> bool:
    """Return whether any line is the heading of a section."""
    return any(heading_kind(line) for line in lines)


def find_headings(lines: Sequence[SourceLine]) -> tuple[list[Heading], int]:
    """Return the headings and the end of the page. A table of contents below the page ends it; one above the page belongs to the frame."""
    found = [(index, kind) for index, line in enumerate(lines) if (kind := heading_kind(line)) is not None]
    runs: list[list[Heading]] = []
    for index, kind in found:
        if not runs or kind in [earlier for _, earlier in runs[-1]]:
            runs.append([])
        runs[-1].append((index, kind))
    if len(runs) == 1:
        return found, len(lines)
    contents = [_is_contents(lines, run) for run in runs]
    pages = [number for number, is_contents in enumerate(contents) if not is_contents]
    if len(pages) != 1:
        return found, len(lines)
    below = runs[pages[0] + 1 :]
    return runs[pages[0]], below[0][0][0] if below else len(lines)


def _is_contents(lines: Sequence[SourceLine], run: Sequence[Heading]) -> bool:
    """Return whether these headings form a table of contents: no long text, table or JSON between the first and the last."""
    between = lines[run[0][0] : run[-1][0]]
    return len(run) >= _MIN_CONTENTS_HEADINGS and not any(
        line.cells or len(line.text) > _MAX_SHORT_LENGTH or "|" in line.text or line.text.startswith(("{", "Action ")) for line in between
    )
