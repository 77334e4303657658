"""Where the parts of a page begin: their headings, told by their words, and told from a table of contents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ..input.markdown import plain
from ..vocabulary import HEADINGS, Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..input.lines import Line

# A list that ends a table can glue its bullet to the heading; Markdown adds its own marks, and then a number may be missing.
_HEADING: Final = re.compile(
    r"(?:[•·*-]\s+)?(?:#{1,6}\s*)?\d{1,2}[.\u3001\uff0e]\s*(?P<words>[A-Za-z ()]{1,40}?|[\u4e00-\u9fff]{2,8})\s*"
    r"|#{1,6}\s*(?P<unnumbered>[A-Za-z ()]{1,40}?|[\u4e00-\u9fff]{2,8})\s*",
    re.ASCII,
)
_STARTS: Final = frozenset("0123456789#*_•·-[")
"""What the line of a heading begins with; most lines begin with something else."""
_LONGEST: Final = 240
"""In characters: Markdown adds the address of a heading to it."""
_CONTENTS: Final = 3
"""Headings that make a table of contents, where nothing but short lines stands between them."""
_SHORT: Final = 120

Heading = tuple[int, Part]


def part_of(line: Line) -> Part | None:
    """The part whose heading this line is."""
    if line.text[:1] not in _STARTS or len(line.text) > _LONGEST or line.cells:
        return None
    match = _HEADING.fullmatch(line.text if line.text.isalnum() else plain(line.text))
    return HEADINGS.get((match["words"] or match["unnumbered"]).strip().casefold()) if match else None


def has_headings(lines: Sequence[Line]) -> bool:
    """Whether any part's heading stands there."""
    return any(part_of(line) for line in lines)


def find_headings(lines: Sequence[Line]) -> tuple[list[Heading], int]:
    """The headings, and where the page ends: before a table of contents below it; one above it belongs to the shell."""
    found = [(index, part) for index, line in enumerate(lines) if (part := part_of(line)) is not None]
    runs: list[list[Heading]] = []
    for index, part in found:
        if not runs or part in [earlier for _, earlier in runs[-1]]:
            runs.append([])
        runs[-1].append((index, part))
    if len(runs) == 1:
        return found, len(lines)
    contents = [_is_contents(lines, run) for run in runs]
    pages = [number for number, is_contents in enumerate(contents) if not is_contents]
    if len(pages) != 1:
        return found, len(lines)
    below = runs[pages[0] + 1 :]
    return runs[pages[0]], below[0][0][0] if below else len(lines)


def _is_contents(lines: Sequence[Line], run: Sequence[Heading]) -> bool:
    """Whether these headings list parts that stand elsewhere: no text, table or JSON between the first and the last of them."""
    between = lines[run[0][0] : run[-1][0]]
    return len(run) >= _CONTENTS and not any(
        line.cells or len(line.text) > _SHORT or "|" in line.text or line.text.startswith(("{", "Action ")) for line in between
    )
