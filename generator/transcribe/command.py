"""`python -m generator transcribe`: pages -> facts, or one line for each page that cannot be read whole."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..spec.files import write_whole
from .assembly import assemble
from .page import read_page
from .problems import PageRefused
from .source import STANDARD_INPUT, PageSource
from .supersession import newest
from .types_page import TypesPage, read_types

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from .facts import PageFacts


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("pages", nargs="+", metavar="PAGE", help="a documentation page; - reads standard input")
    parser.add_argument("--types", action="append", default=[], metavar="PAGE", help="the product's page of data types; may be repeated")
    parser.add_argument(
        "--prose",
        choices=("keep", "drop"),
        default="drop",
        help="descriptions, error texts and titles: keep them only where the pages are yours to publish (default: %(default)s)",
    )
    parser.add_argument("--output", required=True, type=Path, metavar="FILE", help="where the facts go; untouched if a page is refused")


def run(args: argparse.Namespace) -> int:
    """Transcribe every page. Returns 1, with a line for each refused page and nothing written, unless all of them are read whole.

    What is unknown, and which page another one supersedes, goes to standard error as one JSON object a line.
    """
    type_names: list[str] = args.types
    names: list[str] = [*type_names, *args.pages]
    output: Path = args.output
    if names.count(STANDARD_INPUT) > 1:
        return _refuse(f"{STANDARD_INPUT}:1: found standard input again; expected each page once")
    if any(name != STANDARD_INPUT and _same_file(Path(name), output) for name in names):
        return _refuse(f"{output}:1: found a page where the output goes; expected another file")
    pages: list[PageFacts] = []
    problems: list[str] = []
    tables: list[TypesPage] = []
    for name in type_names:
        try:
            tables.append(read_types(PageSource.open(name)))
        except PageRefused as problem:
            problems.append(str(problem))
    known = frozenset(type_.name for table in tables for type_ in table.types) if tables else None
    for name in args.pages:
        try:
            pages.append(read_page(PageSource.open(name), types=known))
        except PageRefused as problem:
            problems.append(str(problem))
    if problems:
        return _refuse(*problems)
    try:
        current, superseded = newest(pages)
        document = assemble(current, tables, keep_prose=args.prose == "keep")
        for page in current:
            _warn(one.warning(page.action) for one in page.unknown)
        _warn(one.warning() for one in superseded)
        write_whole(output, document)
    except PageRefused as problem:
        return _refuse(str(problem))
    except OSError as error:
        return _refuse(f"{output}:1: found a file that cannot be written ({error.strerror}); expected a place for the facts")
    return 0


def _warn(lines: Iterable[str]) -> None:
    sys.stderr.writelines(f"{line}\n" for line in lines)


def _refuse(*problems: str) -> int:
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
    return 1


def _same_file(page: Path, output: Path) -> bool:
    try:
        return page.samefile(output)
    except (OSError, ValueError):
        return False
