"""`python -m generator affected`: list the hand-written code that must be reviewed after a change."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..diff.output import print_errors
from ..spec.problems import SpecRefused
from .dependencies import changed_dependencies, current_digests, read_lock, read_pieces, write_lock


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--accept", nargs="*", metavar="PIECE", help="mark these pieces, or all, as reviewed: store their digests")
    parser.add_argument("--root", type=Path, default=Path(), help="source tree (default: the working directory)")
    parser.epilog = "Exit code: 0 no piece is affected, 1 a piece must be reviewed, 3 a file cannot be read."


def run(args: argparse.Namespace) -> int:
    """List the affected pieces, or accept them. Return 1 if a piece must be reviewed."""
    root: Path = args.root
    try:
        pieces = read_pieces(root)
        locked, found = read_lock(root), current_digests(root, pieces)
    except SpecRefused as refused:
        return print_errors(str(refused).splitlines())
    if args.accept is not None:
        names = args.accept or sorted(locked.keys() | found.keys())
        if unknown := [name for name in names if name not in found and name not in locked]:
            return print_errors([f"unknown piece {', '.join(unknown)}; known pieces: {', '.join(found)}"])
        locked = {name: row for name, row in (locked | {name: found.get(name, {}) for name in names}).items() if name in found}
        write_lock(root, locked)
    by_name = {piece.name: piece for piece in pieces}
    for name, keys in (affected := changed_dependencies(locked, found)).items():
        piece = by_name.get(name)
        code = ", ".join(piece.code) if piece else "removed"
        sys.stderr.write(f"{name} ({code}) is affected by these changes:\n" + "".join(f"    {key}\n" for key in keys))
        if piece:
            sys.stderr.write(f"  {piece.why}\n")
        sys.stderr.write(f"  Review it, fix it if necessary, then run: python -m generator affected --accept {name}\n")
    if not affected:
        sys.stdout.write(
            f"{len(found)} pieces of hand-written code depend on {sum(map(len, found.values()))} facts and names; none has changed\n"
        )
    return 1 if affected else 0
