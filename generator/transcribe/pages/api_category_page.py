"""The page "API Category": every action of a product in tables by topic, with the rate of each. A second source for the rates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ..layout.page_frame import find_date
from ..layout.sections import without_footer
from ..layout.table_headers import header_at
from ..problems import quoted
from ..tables.marked_table import gridded
from ..vocabulary import CATEGORY_HEADERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..input.lines import Line
    from ..input.source import PageSource

_ROW: Final = re.compile(r"(?P<name>[A-Z][A-Za-z0-9_]*)\b.*?(?<![\d.,])(?P<rate>\d{1,7})", re.DOTALL)
_NAME: Final = re.compile(r"(?:[A-Z][a-z0-9]+){2,20}(?= |$)|[A-Z]\w*[A-Z][a-z]\w*(?= |$)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Rate:
    """Requests a second, and the line that says so."""

    value: int
    line: Line


@dataclass(frozen=True, slots=True)
class CategoryPage:
    """The rates of a product's actions."""

    page: str
    updated: str | None
    sha256: str
    rates: dict[str, Rate]


def read_category(source: PageSource, page: Sequence[Line]) -> CategoryPage:
    """Every action's rate. Raises `PageRefused` for a row without one, or two rates of one action."""
    headers = [index for index in range(len(page)) if header_at(page, index, CATEGORY_HEADERS)]
    rates: dict[str, Rate] = {}
    lines = without_footer(page, headers[-1])
    for start, end in pairwise([*headers, len(lines)]):
        for name, rate in _rows(gridded(lines[start:end], CATEGORY_HEADERS)[1:]):
            if name in rates and rates[name].value != rate.value:
                raise rate.line.refused(
                    f"one rate of {name}: line {rates[name].line.number} says {rates[name].value}", f"the rate {rate.value}"
                )
            rates.setdefault(name, rate)
    if not rates:
        raise lines[headers[0]].refused("a row below it", "a table without rows")
    return CategoryPage(source.name, find_date(page[: headers[0]]), source.sha256, rates)


def _rows(lines: Sequence[Line]) -> Iterator[tuple[str, Rate]]:
    """A feature may go on over lines; a title of the next table, or a note, starts with no name of an action."""
    opened: list[Line] = []
    for line in lines:
        if not line.text:
            continue
        text = " ".join(one.text for one in [*opened, line])
        match = _ROW.fullmatch(text)
        if match:
            yield match["name"], Rate(int(match["rate"]), opened[0] if opened else line)
            opened = []
        elif line.cells:
            raise line.refused('a row "API Name | Feature | Frequency Limit"')
        elif opened or _NAME.match(line.text):
            opened.append(line)
    # What is left is the title of the next table, or a note below the last one: neither has the name of an action alone.
    if opened and len(opened[0].text.split()) > 2 and not opened[0].text.endswith((".", "。", "APIs")):
        raise opened[0].refused('a row "API Name Feature Frequency Limit"', f"{quoted(opened[0].text)}, without a rate")
