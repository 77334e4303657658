"""`python -m generator watch`: has the vendor's documentation moved away from what is shipped, and what would a release need?"""

from __future__ import annotations

import argparse
from pathlib import Path

from ..spec.document import read_document
from ..spec.problems import Problem, SpecRefused
from ..transcribe.assembly import assemble
from ..transcribe.pages.reader import pages_in, read_pages
from ..transcribe.problems import PageRefused
from .newer import Committed, compared
from .output import configure_output, refuse, write


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("spec", type=Path, metavar="SPEC", help="the shipped spec: a folder such as spec/scf/2018-04-16")
    parser.add_argument(
        "sources", type=Path, metavar="SOURCES", help="a folder of pages (*.txt, *.md, *.html), or a document of facts (*.json)"
    )
    parser.add_argument(
        "--prose", choices=("keep", "drop"), default="drop", help="whether descriptions are compared, too (default: %(default)s)"
    )
    configure_output(parser)
    parser.epilog = "Exit code: 0 nothing changed, 1 nothing breaks, 2 something breaks (and wrong arguments), 3 a source cannot be read."


def run(args: argparse.Namespace) -> int:
    """Compare and print; the exit code is the report's."""
    keep = args.prose == "keep"
    try:
        pages = read_pages(_pages(args.sources))
        if pages.problems:
            # Half of the pages compared would read as if the other half had not changed.
            return refuse(pages.problems)
        pages.supersede()
        newer = assemble(pages, keep_prose=keep) if args.sources.is_dir() else read_document(args.sources)
        report = compared(newer, str(args.sources), Committed.read(args.spec), prose=keep, current=args.current, complete=True)
    except (SpecRefused, PageRefused) as refused:
        return refuse(str(refused).splitlines())
    return write(report, args.format)


def _pages(sources: Path) -> list[str]:
    """The pages of a folder; none of what is no folder."""
    if not sources.is_dir():
        return []
    pages = pages_in(sources)
    if not pages:
        raise SpecRefused(str(sources), [Problem("", "is a folder without pages (*.txt, *.md, *.html)")])
    return pages
