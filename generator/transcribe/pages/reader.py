"""All pages of a run: told apart by what they describe, read, and what cannot be read named."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from ..input.reader import read_lines
from ..input.source import PageSource
from ..layout.page_kind import Kind, kind_of, refuse_older_api
from ..problems import PageRefused
from .action_page import read_action
from .api_category_page import CategoryPage, read_category
from .data_types_page import TypesPage, read_types
from .error_codes_page import CodesPage, read_codes_page
from .superseded import Superseded, newest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ..facts import PageFacts
    from ..input.lines import Line

T = TypeVar("T")
R = TypeVar("R")
SUFFIXES: Final = (".htm", ".html", ".md", ".mhtml", ".txt")
"""Of the files that are pages, in a folder."""


@dataclass(slots=True)
class Reading:
    """What the pages of one run say. `problems` holds a line for each page that cannot be read whole."""

    actions: list[PageFacts] = field(default_factory=list)
    types: list[TypesPage] = field(default_factory=list)
    categories: list[CategoryPage] = field(default_factory=list)
    codes: list[CodesPage] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def supersede(self) -> list[Superseded]:
        """Keep the newest page of each action, and return the older ones. Raises `PageRefused` where no date tells which is newer."""
        self.actions, superseded = newest(self.actions)
        return superseded


def pages_in(folder: Path) -> list[str]:
    """The pages in a folder, sorted by name."""
    return sorted(str(path) for path in folder.iterdir() if path.suffix in SUFFIXES and path.is_file())


def read_pages(names: Iterable[str]) -> Reading:
    """Read every page: those of data types first, for their names tell rows from text on the others."""
    reading = Reading()
    opened = list(_each(names, _open, reading.problems))
    reading.types += _each(_of(opened, Kind.TYPES), lambda page: read_types(page.source, page.lines), reading.problems)
    types = frozenset(type_.name for page in reading.types for type_ in page.types) if reading.types else None
    reading.actions += _each(_of(opened, Kind.ACTION), lambda page: read_action(page.source, page.lines, types=types), reading.problems)
    reading.categories += _each(_of(opened, Kind.CATEGORY), lambda page: read_category(page.source, page.lines), reading.problems)
    reading.codes += _each(_of(opened, Kind.CODES), lambda page: read_codes_page(page.source, page.lines), reading.problems)
    return reading


@dataclass(frozen=True, slots=True)
class _Opened:
    """A page as lines, and what it describes."""

    source: PageSource
    lines: Sequence[Line]
    kind: Kind


def _open(name: str) -> _Opened:
    source = PageSource.open(name)
    lines = read_lines(source)
    refuse_older_api(lines)
    return _Opened(source, lines, kind_of(lines))


def _of(opened: Iterable[_Opened], kind: Kind) -> list[_Opened]:
    return [page for page in opened if page.kind is kind]


def _each(items: Iterable[T], read: Callable[[T], R], problems: list[str]) -> Iterator[R]:
    """What `read` makes of each of them; a page that it refuses is a problem."""
    for item in items:
        try:
            yield read(item)
        except PageRefused as problem:
            problems.append(str(problem))
