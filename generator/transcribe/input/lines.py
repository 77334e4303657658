"""A page as numbered lines, freed of what extractors add to them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ..problems import PageRefused, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_LINE: Final = 65_536
"""In characters. Longer lines are no documentation, and the cap keeps every pattern's time bounded."""

# Characters without width that stand inside words of real pages. Joiners (U+200C, U+200D) carry meaning and stay.
# So do stray control characters, which a browser does not show; a NUL is the sign of a file that is no text.
_INVISIBLE: Final = dict.fromkeys((0x200B, 0x2060, 0xFEFF, *range(1, 9), 0x0B, *range(0x0E, 0x20)))


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the blanks around it: `text` to read words from, with single blanks, `raw` where every character counts (JSON).

    `cells` holds a table's row where the page marks its cells; in flattened text they are parted by blanks only.

    Single blanks are also what keeps the patterns' time linear: no run of blanks can be split in two ways.
    """

    page: str
    number: int
    text: str
    raw: str
    cells: tuple[str, ...] = ()

    def with_cells(self, cells: tuple[str, ...]) -> Line:
        """The line as a row of a table."""
        return replace(self, cells=cells)

    def refused(self, expected: str, found: str | None = None) -> PageRefused:
        """The refusal of the page at this line; `found` is the line itself if nothing else is given."""
        return PageRefused(self.page, self.number, quoted(self.text) if found is None else found, expected)


def make_line(page: str, number: int, row: str) -> Line:
    """A line as it stands on the page. Raises `PageRefused` for one that is absurdly long, or that is no text."""
    if len(row) > LONGEST_LINE:
        raise PageRefused(page, number, f"a line of {len(row):,} characters", f"at most {LONGEST_LINE:,}")
    raw = row.strip()
    if raw.isascii() and raw.isprintable():  # nearly every line
        return Line(page, number, " ".join(raw.split()), raw)
    for char in raw:
        if char not in "\t\f" and ord(char) not in _INVISIBLE and not char.isprintable() and unicodedata.category(char) == "Cc":
            raise PageRefused(page, number, f"the control character U+{ord(char):04X}", "text")
    return Line(page, number, " ".join(raw.translate(_INVISIBLE).split()), raw)


def paragraphs(lines: Iterable[Line]) -> str:
    """Lines joined as they stand; any run of blank lines becomes one, and none stay at the ends."""
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line.text:
            blocks[-1].append(line.text)
        elif blocks[-1]:
            blocks.append([])
    return "\n\n".join("\n".join(block) for block in blocks if block)
