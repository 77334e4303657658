"""Numbered lines of a page, without the characters that extractors add."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ..problems import PageRefused, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_LINE_LENGTH: Final = 65_536
"""In characters. Real pages have shorter lines, and the limit bounds the time of every pattern."""

# Zero-width characters occur inside words of real pages. Joiners (U+200C, U+200D) carry meaning and stay.
# Browsers do not display stray control characters. A NUL means that the file is not text.
_INVISIBLE: Final = dict.fromkeys((0x200B, 0x2060, 0xFEFF, *range(1, 9), 0x0B, *range(0x0E, 0x20)))


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line of a page, stripped.

    `text` has single spaces; the patterns match it in linear time, because no run of spaces can be split in two ways.
    `raw` keeps every character, as JSON needs it. `cells` holds the cells of a table row if the page marks them;
    in flattened text only spaces separate them.
    """

    page: str
    number: int
    text: str
    raw: str
    cells: tuple[str, ...] = ()

    def with_cells(self, cells: tuple[str, ...]) -> SourceLine:
        """Return the line as a table row with these cells."""
        return replace(self, cells=cells)

    def refusal(self, expected: str, found: str | None = None) -> PageRefused:
        """Return the error that refuses the page at this line. `found` defaults to the line itself."""
        return PageRefused(self.page, self.number, quoted(self.text) if found is None else found, expected)


def make_line(page: str, number: int, row: str) -> SourceLine:
    """Return a numbered line. Raises `PageRefused` for a line that is too long or contains control characters."""
    if len(row) > MAX_LINE_LENGTH:
        raise PageRefused(page, number, f"a line of {len(row):,} characters", f"at most {MAX_LINE_LENGTH:,}")
    raw = row.strip()
    if raw.isascii() and raw.isprintable():  # true for nearly every line
        return SourceLine(page, number, " ".join(raw.split()), raw)
    for char in raw:
        if char not in "\t\f" and ord(char) not in _INVISIBLE and not char.isprintable() and unicodedata.category(char) == "Cc":
            raise PageRefused(page, number, f"the control character U+{ord(char):04X}", "text")
    return SourceLine(page, number, " ".join(raw.translate(_INVISIBLE).split()), raw)


def join_paragraphs(lines: Iterable[SourceLine]) -> str:
    """Join lines to paragraphs, with one blank line between two of them and none at the ends."""
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line.text:
            blocks[-1].append(line.text)
        elif blocks[-1]:
            blocks.append([])
    return "\n\n".join("\n".join(block) for block in blocks if block)
