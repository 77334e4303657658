"""The same pages in the forms that keep the borders of cells, and lose the line breaks inside them."""

from __future__ import annotations

import re

from . import writer
from .definitions import Action
from .style import Style


def write(action: Action, style: Style, form: str) -> str:
    """The page of one action with pipes: `pipe` (`A | B |`), `piperow` (`| A | B |`) or `cells` (a cell a line)."""
    return writer.write(action, style, _Grid(form))


class _Grid(writer.Rows):
    """Writes rows with pipes between their cells."""

    def __init__(self, form: str) -> None:
        self.form = form

    def header(self, style: Style, *cells: str) -> list[str]:
        lines = self.row(style, *cells)
        match self.form:
            case "pipe":
                return [*lines, "---|" * (len(cells) - 1) + "---"]
            case "piperow" if style.explorer:  # some pages have no separator
                return [*lines, "|" + "---|" * len(cells)]
        return lines

    def row(self, style: Style, *cells: str | list[str]) -> list[str]:
        shown = [" ".join(cell) if isinstance(cell, list) else cell for cell in cells]
        shown = [re.sub(r"\s+", " ", cell).strip() for cell in shown]
        if self.form == "cells":
            return [f"| {shown[0]} |", *(f"{cell} |" for cell in shown[1:])]
        return [" | ".join(shown) + " |"] if self.form == "pipe" else ["| " + " | ".join(shown) + " |"]
