"""`python -m generator leans`: which hand-written code leans on what has moved."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..diff.output import refuse
from ..spec.problems import SpecRefused
from .leaning import digests, moved, read_lock, read_pieces, write_lock


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--accept", nargs="*", metavar="PIECE", help="these were looked at, or all of them: keep their digests")
    parser.add_argument("--root", type=Path, default=Path(), help="the tree (default: the working directory)")
    parser.epilog = "Exit code: 0 nothing has moved, 1 a piece must be looked at, 3 what cannot be read."


def run(args: argparse.Namespace) -> int:
    """Compare, or accept."""
    root: Path = args.root
    try:
        pieces = read_pieces(root)
        locked, found = read_lock(root), digests(root, pieces)
    except SpecRefused as refused:
        return refuse(str(refused).splitlines())
    if args.accept is not None:
        names = args.accept or sorted(locked.keys() | found.keys())
        if unknown := [name for name in names if name not in found and name not in locked]:
            return refuse([f"no piece is called {', '.join(unknown)}: there are {', '.join(found)}"])
        locked = {name: row for name, row in (locked | {name: found.get(name, {}) for name in names}).items() if name in found}
        write_lock(root, locked)
    why = {piece.name: piece for piece in pieces}
    for name, keys in (left := moved(locked, found)).items():
        piece = why.get(name)
        code = ", ".join(piece.code) if piece else "gone"
        sys.stderr.write(f"{name} ({code}) leans on what has moved:\n" + "".join(f"    {key}\n" for key in keys))
        if piece:
            sys.stderr.write(f"  {piece.why}\n")
        sys.stderr.write(f"  Look at it, mend what must be mended, then: python -m generator leans --accept {name}\n")
    if not left:
        sys.stdout.write(
            f"{len(found)} pieces of hand-written code lean on {sum(map(len, found.values()))} facts and names; none has moved\n"
        )
    return 1 if left else 0
