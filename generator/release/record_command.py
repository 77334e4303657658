"""`python -m generator record`: keep what was just published for the next release to compare with."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..diff.output import refuse
from ..spec.problems import SpecRefused
from .record import write_record


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="the wheel and the sdist that were published")
    parser.add_argument("--root", type=Path, default=Path(), help="the tree (default: the working directory)")


def run(args: argparse.Namespace) -> int:
    """Write `released/`."""
    try:
        record = write_record(args.root, args.files)
    except SpecRefused as refused:
        return refuse(str(refused).splitlines())
    sys.stdout.write(f"{record.folder}: tencentkit {record.version}\n")
    return 0
