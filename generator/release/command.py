"""`python -m generator changes`: what changed since the last release, as changelog fragments and as the version to come."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path

from ..diff.output import refuse
from ..spec.problems import SpecRefused
from .fragments import fragments, machine_written, write_fragments
from .since import Since, since_release
from .tree import Tree


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 where the version understates, or fragments are old")
    parser.add_argument("--json", action="store_true", help="print one JSON object for programs instead of words")
    parser.add_argument("--root", type=Path, default=Path(), help="the tree (default: the working directory)")


def run(args: argparse.Namespace) -> int:
    """Compare, and write or check; 0 done or right, 1 wrong, 3 what cannot be read."""
    root: Path = args.root
    try:
        since = since_release(root)
        if since is None:
            write_fragments(root, {})
            _say(args, {"released": None, "version": Tree(root).version}, f"nothing was released yet; {Tree(root).version} is the first")
            return 0
        wanted = fragments(since, root)
        problems = _problems(since, wanted, root) if args.check else []
        if not args.check:
            write_fragments(root, wanted)
            if not since.fits:
                Tree(root).raise_version(since.next)
        version = Tree(root).version
    except SpecRefused as refused:
        return refuse(str(refused).splitlines())
    word = "none" if since.impact is None else since.impact.word
    row = {"released": since.released, "class": word, "next": since.next, "version": version, "problems": problems}
    _say(args, row, "\n".join(problems) or f"since {since.released}: {word}; at least {since.next}, and this tree is {version}")
    return 1 if problems else 0


def _problems(since: Since, wanted: dict[str, str], root: Path) -> list[str]:
    problems = []
    if not since.fits:
        word = "nothing" if since.impact is None else since.impact.word
        problems.append(
            f"{since.present} understates what changed since {since.released} ({word}): at least {since.next}; run: nox -s regenerate"
        )
    # After towncrier has put them into the changelog, there are none left.
    if (there := machine_written(root)) and there != wanted:
        problems.append("the fragments in changelog.d/ are not those of what changed; run: nox -s regenerate")
    return problems


def _say(args: argparse.Namespace, row: Mapping[str, object], words: str) -> None:
    sys.stdout.write((json.dumps(row) if args.json else words) + "\n")
