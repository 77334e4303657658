"""`python -m generator index`: list the files that a package index does not have yet."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from .index import Index, IndexReadError, PublishedState


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="wheels and sdists")
    parser.epilog = (
        "Reads TWINE_CHECK_URL (the URL of the simple pages), TWINE_USERNAME and TWINE_PASSWORD. Prints the missing files. "
        "Exit code: 0, or 1 if a published file has different content or the index cannot be read."
    )


def run(args: argparse.Namespace) -> int:
    """Print the missing files, one a line. Return 1 if a published file has different content."""
    index = Index(*(os.environ.get(f"TWINE_{name}", "") for name in ("CHECK_URL", "USERNAME", "PASSWORD")))
    try:
        states = index.published_states(args.files)
    except IndexReadError as refused:
        sys.stderr.write(f"{refused}\n")
        return 1
    for file, state in states.items():
        if state is PublishedState.ABSENT:
            sys.stdout.write(f"{file}\n")
        elif state is PublishedState.DIFFERENT:
            sys.stderr.write(f"{file.name} is already published with different content: raise the version\n")
    return 1 if PublishedState.DIFFERENT in states.values() else 0
