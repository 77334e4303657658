"""`python -m generator diff`: what changed between two specs, two trees of packages, or both."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..spec.document import read_document
from ..spec.problems import SpecRefused
from .compare import Change, compare
from .output import configure_output, refuse, write
from .report import Report
from .rules import table
from .specification import read_specification

RULES_PAGE = "docs/design/compatibility.md"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("old", nargs="?", metavar="OLD", help="openapi.json or transcribed.json")
    parser.add_argument("new", nargs="?", metavar="NEW", help="the same kind of document, later")
    parser.add_argument(
        "--surface",
        nargs=2,
        type=Path,
        metavar=("OLD_DIR", "NEW_DIR"),
        help="compare the Python names of two checkouts or unpacked wheels, too; the larger step wins",
    )
    configure_output(parser)
    parser.add_argument("--rules", action="store_true", help=f"print the table of rules that {RULES_PAGE} shows, and end")
    parser.epilog = "Exit code: 0 nothing changed, 1 nothing breaks, 2 something breaks (and wrong arguments), 3 a file cannot be read."
    parser.set_defaults(parser=parser)


def run(args: argparse.Namespace) -> int:
    """Compare and print; the exit code is the report's."""
    if args.rules:
        sys.stdout.write(table())
        return 0
    if args.new is None and (args.old is not None or args.surface is None):
        args.parser.error("OLD and NEW belong together; --surface OLD_DIR NEW_DIR may stand instead, or beside them")
    try:
        return write(compared(args.old, args.new, args.surface, args.current), args.format)
    except SpecRefused as refused:
        return refuse(str(refused).splitlines())


def compared(old: str | None, new: str | None, surface: list[Path] | None, current: str | None) -> Report:
    """The report on two documents, two trees, or both. Raises `SpecRefused`."""
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
    return Report(labels[0], labels[1], changes, current)
