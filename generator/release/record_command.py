"""`python -m generator record`: record a release for comparison with the next one."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..diff.output import print_errors
from ..spec.problems import SpecRefused
from .record import write_record


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="published wheel and sdist")
    parser.add_argument("--root", type=Path, default=Path(), help="source tree (default: the working directory)")


def run(args: argparse.Namespace) -> int:
    """Write `released/`."""
    try:
        record = write_record(args.root, args.files)
    except SpecRefused as refused:
        return print_errors(str(refused).splitlines())
    sys.stdout.write(f"{record.folder}: tencentkit {record.version}\n")
    return 0
