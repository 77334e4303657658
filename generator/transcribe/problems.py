"""Error raised for a page that cannot be read."""

from __future__ import annotations

from typing import Final

_MAX_QUOTE_LENGTH: Final = 60


class PageRefused(Exception):
    """A page cannot be read completely. States the page, the line, the text found there and the text expected."""

    def __init__(self, page: str, line: int, found: str, expected: str) -> None:
        super().__init__(page, line, found, expected)
        self.page = page
        self.line = line
        self.found = found
        self.expected = expected

    def __str__(self) -> str:
        return f"{self.page}:{self.line}: found {self.found}; expected {self.expected}"


def quoted(text: str) -> str:
    """Return the text in quotes, shortened to one printable line."""
    shown = text if len(text) <= _MAX_QUOTE_LENGTH else text[: _MAX_QUOTE_LENGTH - 1] + "…"
    return '"' + "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in shown) + '"'
