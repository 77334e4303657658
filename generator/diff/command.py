"""`python -m generator diff`: compare two specs, two package trees, or both."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..spec.document import read_document
from ..spec.problems import SpecRefused
from .compare import Change, compare
from .output import configure_output, print_errors, write
from .report import DiffReport
from .rules import table
from .specification import read_specification

RULES_PAGE = "docs/design/compatibility.md"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("old", nargs="?", metavar="OLD", help="openapi.json or transcribed.json")
    parser.add_argument("new", nargs="?", metavar="NEW", help="newer document of the same kind")
    parser.add_argument(
        "--surface",
        nargs=2,
        type=Path,
        metavar=("OLD_DIR", "NEW_DIR"),
        help="also compare the Python names of two checkouts or unpacked wheels; the larger version step wins",
    )
    configure_output(parser)
    parser.add_argument("--rules", action="store_true", help=f"print the table of rules in {RULES_PAGE} and exit")
    parser.epilog = "Exit code: 0 no change, 1 no breaking change, 2 a breaking change (or wrong arguments), 3 a file cannot be read."
    parser.set_defaults(parser=parser)


def run(args: argparse.Namespace) -> int:
    """Compare, print the report and return its exit code."""
    if args.rules:
        sys.stdout.write(table())
        return 0
    if args.new is None and (args.old is not None or args.surface is None):
        args.parser.error("give both OLD and NEW, or --surface OLD_DIR NEW_DIR, or all four")
    try:
        return write(diff_report(args.old, args.new, args.surface, args.current), args.format)
    except SpecRefused as refused:
        return print_errors(str(refused).splitlines())


def diff_report(old: str | None, new: str | None, surface: list[Path] | None, current: str | None) -> DiffReport:
    """Return the report on two documents, two trees, or both. Raises `SpecRefused`."""
    changes: list[Change] = []
    if old is not None and new is not None:
        sheets = [read_specification(read_document(Path(name)), name) for name in (old, new)]
        changes += compare(*sheets)
        labels = [f"{sheet.label} ({name})" for sheet, name in zip(sheets, (old, new), strict=True)]
    if surface is not None:
        from .surface import read_surface

        changes += compare(*(read_surface(folder) for folder in surface))
        if old is None:
            labels = [str(folder) for folder in surface]
    changes.sort(key=lambda change: -change.impact)
    return DiffReport(labels[0], labels[1], changes, current)
