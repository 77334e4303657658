"""Reader of all pages of a run, each by its kind, with a list of the refused pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from ..input.reader import read_lines
from ..input.source import PageSource
from ..layout.page_kind import PageKind, detect_page_kind, reject_api_2_page
from ..problems import PageRefused
from .action_page import read_action
from .api_category_page import ApiCategoryPage, read_api_category
from .data_types_page import DataTypesPage, read_data_types
from .error_codes_page import ErrorCodesPage, read_error_codes_page
from .superseded import SupersededPage, keep_newest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ..facts import PageFacts
    from ..input.lines import SourceLine

T = TypeVar("T")
R = TypeVar("R")
PAGE_SUFFIXES: Final = (".htm", ".html", ".md", ".mhtml", ".txt")
"""Suffixes of the files in a folder that are pages."""


@dataclass(slots=True)
class PageCollection:
    """Facts of all pages of one run. `problems` has one line for each refused page."""

    actions: list[PageFacts] = field(default_factory=list)
    types: list[DataTypesPage] = field(default_factory=list)
    categories: list[ApiCategoryPage] = field(default_factory=list)
    codes: list[ErrorCodesPage] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def supersede(self) -> list[SupersededPage]:
        """Keep the newest page of each action and return the older ones. Raises `PageRefused` if no date decides."""
        self.actions, superseded = keep_newest(self.actions)
        return superseded


def pages_in(folder: Path) -> list[str]:
    """Return the pages in a folder, sorted by name."""
    return sorted(str(path) for path in folder.iterdir() if path.suffix in PAGE_SUFFIXES and path.is_file())


def read_pages(names: Iterable[str]) -> PageCollection:
    """Read every page. The pages of data types are first, because type names distinguish rows from text on the other pages."""
    collection = PageCollection()
    problems = collection.problems
    loaded = list(_read_each(names, _load, problems))
    collection.types += _read_each(_of_kind(loaded, PageKind.TYPES), lambda page: read_data_types(page.source, page.lines), problems)
    types = frozenset(type_.name for page in collection.types for type_ in page.types) if collection.types else None
    collection.actions += _read_each(
        _of_kind(loaded, PageKind.ACTION), lambda page: read_action(page.source, page.lines, types=types), problems
    )
    collection.categories += _read_each(
        _of_kind(loaded, PageKind.CATEGORY), lambda page: read_api_category(page.source, page.lines), problems
    )
    collection.codes += _read_each(_of_kind(loaded, PageKind.CODES), lambda page: read_error_codes_page(page.source, page.lines), problems)
    return collection


@dataclass(frozen=True, slots=True)
class _LoadedPage:
    """Lines of a page, and its kind."""

    source: PageSource
    lines: Sequence[SourceLine]
    kind: PageKind


def _load(name: str) -> _LoadedPage:
    source = PageSource.open(name)
    lines = read_lines(source)
    reject_api_2_page(lines)
    return _LoadedPage(source, lines, detect_page_kind(lines))


def _of_kind(loaded: Iterable[_LoadedPage], kind: PageKind) -> list[_LoadedPage]:
    return [page for page in loaded if page.kind is kind]


def _read_each(items: Iterable[T], read: Callable[[T], R], problems: list[str]) -> Iterator[R]:
    """Yield the result for each item, and add refused pages to `problems`."""
    for item in items:
        try:
            yield read(item)
        except PageRefused as problem:
            problems.append(str(problem))
