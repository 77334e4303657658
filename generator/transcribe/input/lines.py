"""A page as numbered lines, freed of what extractors add to them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ..problems import PageRefused, quoted
from .formats import is_html

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .source import PageSource

_TABLE: Final = re.compile(r"\s*<table\b", re.IGNORECASE)
_TABLE_END: Final = re.compile(r"</table\s*>", re.IGNORECASE)
LONGEST_LINE: Final = 65_536
"""In characters. Longer lines are no documentation, and the cap keeps every pattern's time bounded."""

_LINE_END: Final = re.compile(r"\r\n|\r|\n")
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


def read_lines(source: PageSource) -> list[Line]:
    """Decode and split a page. Raises `PageRefused` for what is no text, has no words, or has an absurdly long line."""
    if is_html(source.data):
        from .html import read_html  # its parser takes a while to load, and text needs none

        return read_html(source.name, source.data)
    try:
        text = source.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        number = len(_LINE_END.findall(source.data[: error.start].decode("utf-8", "replace"))) + 1
        raise PageRefused(source.name, number, f"the byte 0x{source.data[error.start]:02X}, which is no UTF-8", "text in UTF-8") from error
    # A final line end closes the last line; it does not start another.
    rows = _LINE_END.split(text)
    if len(rows) > 1 and not rows[-1]:
        rows.pop()
    holds_tables = _TABLE_END.search(text) is not None
    lines = list(_lines(source.name, rows)) if holds_tables else [make_line(source.name, at, row) for at, row in enumerate(rows, start=1)]
    if not any(line.text for line in lines):
        raise PageRefused(source.name, 1, "an empty page", "a documentation page")
    return lines


def _lines(page: str, rows: Sequence[str]) -> Iterator[Line]:
    """The lines of text, those of tables that Markdown holds as HTML with their cells."""
    done = 0
    last_end = max((index for index, row in enumerate(rows) if _TABLE_END.search(row)), default=-1)
    for start, row in enumerate(rows):
        if start < done:
            continue
        done = start + 1
        if start <= last_end and _TABLE.match(row):
            done += next(count for count, below in enumerate(rows[start:]) if _TABLE_END.search(below))
            if (table := _table(page, rows[start:done], start + 1)) is not None:
                yield from table
                continue
        yield from (make_line(page, number, rows[number - 1]) for number in range(start + 1, done + 1))


def _table(page: str, rows: Sequence[str], number: int) -> list[Line] | None:
    from .html import with_tables  # its parser takes a while to load, and text needs none

    return with_tables(page, "\n".join(rows), number)


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
