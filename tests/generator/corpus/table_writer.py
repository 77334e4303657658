"""The same pages in the forms that keep the borders of cells, and lose the line breaks inside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from . import writer
from .definitions import Action
from .style import Style


def write(action: Action, style: Style, form: str) -> str:
    """The page of one action.

    With pipes: `pipe` (`A | B |`), `piperow` (`| A | B |`), `cells` (a cell a line), or `headless` (`pipe` without a heading); with tabs:
    `tabs`; with a line for each cell: `stack`.
    """
    match form:
        case "tabs":
            return writer.write(action, style, Tabs())
        case "stack":
            return writer.write(action, style, Stack())
        case "headless":
            return _headless(
                writer.write(
                    action, replace(style, heading="{}. {}", order=(0, 1, 2, 3, 4, 5), footer=False, indentation=""), Grid("pipe")
                ),
                style,
            )
    return writer.write(action, style, Grid(form))


def _headless(page: str, style: Style) -> str:
    """The page as an extractor leaves it that drops headings, the site's shell and its advertisement."""
    title = re.compile(r"(?:Example|示例) ?\d+[. ].*")
    lines = page.split(style.line_end)
    headings = [index for index, line in enumerate(lines) if re.fullmatch(rf"\W*\d\. (?:{'|'.join(map(re.escape, style.headings))})", line)]
    kept = [line for line in lines[headings[0] :] if line and not title.fullmatch(line) and line not in {*style.marks, "SDK", "Try it"}]
    return "\n".join(line for line in kept if line not in {lines[index] for index in headings} and "API Explorer" not in line) + "\n"


class Tabs(writer.Rows):
    """Writes rows as a browser copies them: a tab between two cells."""

    def header(self, *cells: str) -> list[str]:
        """The header, in one line."""
        return ["\t".join(cells)]

    def row(self, style: Style, *cells: str | list[str]) -> list[str]:
        """A row, over as many lines as its last cell has."""
        *first, last = cells
        lines = [last] if isinstance(last, str) else last
        return ["\t".join([*map(str, first), lines[0].replace("\t", " ")]), *(line.replace("\t", " ") for line in lines[1:])]


class Stack(writer.Rows):
    """Writes each cell in a line of its own."""

    def header(self, *cells: str) -> list[str]:
        """The header, in as many lines as it has cells."""
        return list(cells)

    def row(self, style: Style, *cells: str | list[str]) -> list[str]:
        """A row, in as many lines as it has cells, and more where the last one has more."""
        *first, last = cells
        return [*map(str, first), *([last] if isinstance(last, str) else last)]


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
