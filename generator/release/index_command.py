"""`python -m generator index`: how files stand with the index that the environment names."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from .index import Index, IndexRefused, Standing

_PROJECT = "tencentkit"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="wheels and sdists")
    parser.epilog = (
        "Reads TWINE_CHECK_URL (the address of the simple pages), TWINE_USERNAME and TWINE_PASSWORD. Prints the files that are not there. "
        "Exit code: 0, or 1 where the index has other bytes under a name, or cannot be read."
    )


def run(args: argparse.Namespace) -> int:
    """Print what is absent, one file a line; refuse where a name is taken by other bytes."""
    index = Index(*(os.environ.get(f"TWINE_{name}", "") for name in ("CHECK_URL", "USERNAME", "PASSWORD")))
    try:
        standing = index.standing(_PROJECT, args.files)
    except IndexRefused as refused:
        sys.stderr.write(f"{refused}\n")
        return 1
    for file, how in standing.items():
        if how is Standing.ABSENT:
            sys.stdout.write(f"{file}\n")
        elif how is Standing.OTHER:
            sys.stderr.write(f"{file.name} is published with other bytes: what is published never changes, so raise the version\n")
    return 1 if Standing.OTHER in standing.values() else 0
