"""Converter from a page of any format to lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ..problems import PageRefused
from .lines import make_line
from .source import is_html

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .lines import SourceLine
    from .source import PageSource

_TABLE: Final = re.compile(r"\s*<table\b", re.IGNORECASE)
_TABLE_END: Final = re.compile(r"</table\s*>", re.IGNORECASE)
_LINE_END: Final = re.compile(r"\r\n|\r|\n")


def read_lines(source: PageSource) -> list[SourceLine]:
    """Decode a page and split it into lines. Raises `PageRefused` for invalid UTF-8, an empty page and a line that is too long."""
    if is_html(source.data):
        from .html import read_html  # deferred: loading lxml takes a while, and text does not need it

        return read_html(source.name, source.data)
    try:
        text = source.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        number = len(_LINE_END.findall(source.data[: error.start].decode("utf-8", "replace"))) + 1
        raise PageRefused(source.name, number, f"the byte 0x{source.data[error.start]:02X}, invalid in UTF-8", "text in UTF-8") from error
    # A final line break does not start another line.
    rows = _LINE_END.split(text)
    if len(rows) > 1 and not rows[-1]:
        rows.pop()
    holds_tables = _TABLE_END.search(text) is not None
    lines = (
        list(_text_lines(source.name, rows)) if holds_tables else [make_line(source.name, at, row) for at, row in enumerate(rows, start=1)]
    )
    if not any(line.text for line in lines):
        raise PageRefused(source.name, 1, "an empty page", "a documentation page")
    return lines


def _text_lines(page: str, rows: Sequence[str]) -> Iterator[SourceLine]:
    """Yield the lines of text. HTML tables inside Markdown give lines with cells."""
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


def _table(page: str, rows: Sequence[str], number: int) -> list[SourceLine] | None:
    from .html import read_html_table  # deferred as in `read_lines`

    return read_html_table(page, "\n".join(rows), number)
