"""`python -m generator watch`: compare newer vendor documentation with the shipped spec."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from ..diff.drift import CommittedSpec, drift_report
from ..diff.output import configure_output, print_errors, write
from ..spec.document import read_document
from ..spec.problems import Problem, SpecRefused
from ..transcribe.assembly import assemble
from ..transcribe.pages.reader import PAGE_SUFFIXES, pages_in, read_pages
from ..transcribe.problems import PageRefused

_PAGE_FILES: Final = ", ".join(f"*{suffix}" for suffix in PAGE_SUFFIXES)


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("spec", type=Path, metavar="SPEC", help="shipped spec: a folder such as spec/scf/2018-04-16")
    parser.add_argument("sources", type=Path, metavar="SOURCES", help=f"folder of pages ({_PAGE_FILES}), or a facts document (*.json)")
    parser.add_argument("--prose", choices=("keep", "drop"), default="drop", help="keep: also compare descriptions (default: %(default)s)")
    configure_output(parser)
    parser.epilog = "Exit code: 0 no change, 1 no breaking change, 2 a breaking change (or wrong arguments), 3 a source cannot be read."


def run(args: argparse.Namespace) -> int:
    """Compare, print the report and return its exit code."""
    keep = args.prose == "keep"
    try:
        pages = read_pages(_pages(args.sources))
        if pages.problems:
            # A partial comparison would suggest that the unreadable pages did not change.
            return print_errors(pages.problems)
        pages.supersede()
        newer = assemble(pages, keep_prose=keep) if args.sources.is_dir() else read_document(args.sources)
        report = drift_report(newer, str(args.sources), CommittedSpec.read(args.spec), prose=keep, current=args.current, complete=True)
    except (SpecRefused, PageRefused) as refused:
        return print_errors(str(refused).splitlines())
    return write(report, args.format)


def _pages(sources: Path) -> list[str]:
    """Return the pages of a folder; none if the path is not a folder."""
    if not sources.is_dir():
        return []
    pages = pages_in(sources)
    if not pages:
        raise SpecRefused(str(sources), [Problem("", f"contains no pages ({_PAGE_FILES})")])
    return pages
