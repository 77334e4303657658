"""Reader of the page "API Category": the rate limits of all actions of a product, in tables by topic."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ..layout.page_frame import find_date
from ..layout.sections import remove_footer
from ..layout.table_headers import match_header
from ..problems import quoted
from ..tables.marked_table import assign_cells
from ..vocabulary import CATEGORY_HEADERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..input.lines import SourceLine
    from ..input.source import PageSource

_ROW: Final = re.compile(r"(?P<name>[A-Z][A-Za-z0-9_]*)\b.*?(?<![\d.,])(?P<rate>\d{1,7})", re.DOTALL)
_NAME: Final = re.compile(r"(?:[A-Z][a-z0-9]+){2,20}(?= |$)|[A-Z]\w*[A-Z][a-z]\w*(?= |$)", re.ASCII)


@dataclass(frozen=True, slots=True)
class ActionRateLimit:
    """Rate limit in requests a second, and its line."""

    value: int
    line: SourceLine


@dataclass(frozen=True, slots=True)
class ApiCategoryPage:
    """Rate limits of a product's actions."""

    page: str
    updated: str | None
    sha256: str
    rates: dict[str, ActionRateLimit]


def read_api_category(source: PageSource, page: Sequence[SourceLine]) -> ApiCategoryPage:
    """Return the rate limits. Raises `PageRefused` for a row without one, and for two different limits of one action."""
    headers = [index for index in range(len(page)) if match_header(page, index, CATEGORY_HEADERS)]
    rates: dict[str, ActionRateLimit] = {}
    lines = remove_footer(page, headers[-1])
    for start, end in pairwise([*headers, len(lines)]):
        for name, rate in _rows(assign_cells(lines[start:end], CATEGORY_HEADERS)[1:]):
            if name in rates and rates[name].value != rate.value:
                raise rate.line.refusal(
                    f"one rate of {name}: line {rates[name].line.number} says {rates[name].value}", f"the rate {rate.value}"
                )
            rates.setdefault(name, rate)
    if not rates:
        raise lines[headers[0]].refusal("a row below it", "a table without rows")
    return ApiCategoryPage(source.name, find_date(page[: headers[0]]), source.sha256, rates)


def _rows(lines: Sequence[SourceLine]) -> Iterator[tuple[str, ActionRateLimit]]:
    """Yield the rows. A feature can continue over several lines; the title of the next table or a note does not begin with an action."""
    opened: list[SourceLine] = []
    for line in lines:
        if not line.text:
            continue
        text = " ".join(one.text for one in [*opened, line])
        match = _ROW.fullmatch(text)
        if match:
            yield match["name"], ActionRateLimit(int(match["rate"]), opened[0] if opened else line)
            opened = []
        elif line.cells:
            raise line.refusal('a row "API Name | Feature | Frequency Limit"')
        elif opened or _NAME.match(line.text):
            opened.append(line)
    # The rest is the title of the next table or a note below the last one. Neither has the name of an action alone.
    if opened and len(opened[0].text.split()) > 2 and not opened[0].text.endswith((".", "。", "APIs")):
        raise opened[0].refusal('a row "API Name Feature Frequency Limit"', f"{quoted(opened[0].text)}, without a rate")
