"""`python -m generator transcribe`: pages -> facts, or one line for each page that cannot be read whole."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..diff.output import configure_output, write
from ..diff.report import REFUSED
from ..spec.files import write_whole
from ..spec.problems import SpecRefused
from .assembly import assemble
from .page import read_page
from .problems import PageRefused
from .source import STANDARD_INPUT, PageSource

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from ..diff.report import Report
    from ..spec.document import Document
    from .facts import PageFacts


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("pages", nargs="+", metavar="PAGE", help="a documentation page; - reads standard input")
    parser.add_argument(
        "--prose",
        choices=("keep", "drop"),
        default="drop",
        help="descriptions, error texts and titles: keep them only where the pages are yours to publish (default: %(default)s)",
    )
    parser.add_argument("--output", type=Path, metavar="FILE", help="where the facts go; untouched if a page is refused")
    parser.add_argument(
        "--against",
        type=Path,
        metavar="SPEC",
        help="report what the pages change in a committed spec, a folder or a file; exit codes as those of `diff`",
    )
    configure_output(parser)
    parser.set_defaults(parser=parser)


def run(args: argparse.Namespace) -> int:
    """Transcribe every page. Returns 1, with a line for each refused page and nothing written, unless all of them are read whole.

    With `--against` 1 says that something changed; a refusal is 3 there.
    """
    names: list[str] = args.pages
    output: Path | None = args.output
    against: Path | None = args.against
    if output is None and against is None:
        args.parser.error("one of --output and --against is required")
    refused = 1 if against is None else REFUSED
    if names.count(STANDARD_INPUT) > 1:
        return _refuse(f"{STANDARD_INPUT}:1: found standard input again; expected each page once", code=refused)
    if output is not None and any(name != STANDARD_INPUT and _same_file(Path(name), output) for name in names):
        return _refuse(f"{output}:1: found a page where the output goes; expected another file", code=refused)
    pages, problems = read_pages(names)
    if problems:
        return _refuse(*problems, code=refused)
    try:
        document = assemble(pages, keep_prose=args.prose == "keep")
        report = None if against is None else _report(document, names, against, args)
        if output is not None:
            write_whole(output, document)
    except (PageRefused, SpecRefused) as problem:
        return _refuse(str(problem), code=refused)
    except OSError as error:
        return _refuse(f"{output}:1: found a file that cannot be written ({error.strerror}); expected a place for the facts", code=refused)
    return 0 if report is None else write(report, args.format)


def read_pages(names: Sequence[str]) -> tuple[list[PageFacts], list[str]]:
    """The facts of the pages that can be read whole, and a line for each of the others."""
    pages: list[PageFacts] = []
    problems: list[str] = []
    for name in names:
        try:
            pages.append(read_page(PageSource.open(name)))
        except PageRefused as problem:
            problems.append(str(problem))
    return pages, problems


def _report(document: Document, names: Sequence[str], against: Path, args: argparse.Namespace) -> Report:
    # Here, for it imports what an overlay needs, and transcribing alone does not.
    from ..diff.newer import Committed, compared

    return compared(document, ", ".join(names), Committed.read(against), prose=args.prose == "keep", current=args.current)


def _refuse(*problems: str, code: int) -> int:
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
    return code


def _same_file(page: Path, output: Path) -> bool:
    try:
        return page.samefile(output)
    except (OSError, ValueError):
        return False
