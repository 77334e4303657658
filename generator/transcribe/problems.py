"""The one way in which a page is refused."""

from __future__ import annotations

from typing import Final

_LONGEST_QUOTE: Final = 60


class PageRefused(Exception):
    """A page cannot be read whole: where, what stands there, and what was expected."""

    def __init__(self, page: str, line: int, found: str, expected: str) -> None:
        super().__init__(page, line, found, expected)
        self.page = page
        self.line = line
        self.found = found
        self.expected = expected

    def __str__(self) -> str:
        return f"{self.page}:{self.line}: found {self.found}; expected {self.expected}"


def quoted(text: str) -> str:
    """The text in quotes, shortened, on one line and printable whatever it holds."""
    shown = text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"
    return '"' + "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in shown) + '"'
