"""The same pages in the forms that keep the borders of cells, and lose the line breaks inside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from . import writer
from .definitions import Action
from .style import Style


def write(action: Action, style: Style, form: str) -> str:
    """The page of one action with pipes: `pipe` (`A | B |`), `piperow` (`| A | B |`) or `cells` (a cell a line)."""
    return writer.write(action, style, Grid(form))


class Grid(writer.Rows):
    """Writes rows with pipes between their cells."""

    def __init__(self, form: str) -> None:
        self.form = form

    def header(self, *cells: str) -> list[str]:
        """The header, with the line of dashes that most pages with pipes have below it."""
        lines = self._lines(cells)
        match self.form:
            case "pipe":
                return [*lines, "---|" * (len(cells) - 1) + "---"]
            case "piperow" if len(cells) != 3:  # on some pages it is missing
                return [*lines, "|" + "---|" * len(cells)]
        return lines

    def row(self, style: Style, *cells: str | list[str]) -> list[str]:
        """A row, its last cell on one line."""
        shown = [" ".join(cell) if isinstance(cell, list) else cell for cell in cells]
        return self._lines([re.sub(r"\s+", " ", cell).strip() for cell in shown])

    def _lines(self, cells: Sequence[str]) -> list[str]:
        if self.form == "cells":
            return [f"| {cells[0]} |", *(f"{cell} |" for cell in cells[1:])]
        return [" | ".join(cells) + " |"] if self.form == "pipe" else ["| " + " | ".join(cells) + " |"]
