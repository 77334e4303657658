"""`python -m generator changes`: write changelog fragments and the next version from the changes since the last release."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path

from ..diff.output import print_errors
from ..spec.problems import SpecRefused
from .changes import ReleaseChanges, changes_since_release
from .fragments import fragments, machine_written, write_fragments
from .tree import Tree


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 for a version too low or outdated fragments")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of text")
    parser.add_argument("--root", type=Path, default=Path(), help="source tree (default: the working directory)")


def run(args: argparse.Namespace) -> int:
    """Compare, then write or check. Return 0 for success, 1 for a failed check, 3 for a file that cannot be read."""
    root: Path = args.root
    try:
        since = changes_since_release(root)
        if since is None:
            write_fragments(root, {})
            _print(args, {"released": None, "version": Tree(root).version}, f"no release yet; {Tree(root).version} is the first")
            return 0
        expected = fragments(since, root)
        problems = _problems(since, expected, root) if args.check else []
        if not args.check:
            write_fragments(root, expected)
            if not since.version_is_sufficient:
                Tree(root).raise_version(since.next)
        version = Tree(root).version
    except SpecRefused as refused:
        return print_errors(str(refused).splitlines())
    word = "none" if since.impact is None else since.impact.word
    row = {"released": since.released, "class": word, "next": since.next, "version": version, "problems": problems}
    _print(args, row, "\n".join(problems) or f"since {since.released}: {word}; required: {since.next} or higher; this tree: {version}")
    return 1 if problems else 0


def _problems(since: ReleaseChanges, expected: dict[str, str], root: Path) -> list[str]:
    problems = []
    if not since.version_is_sufficient:
        word = "none" if since.impact is None else since.impact.word
        problems.append(
            f"version {since.present} is too low for the changes since {since.released} ({word}); "
            f"required: {since.next} or higher; run: nox -s regenerate"
        )
    # towncrier deletes the fragments once they are in the changelog, so none at all is valid.
    if (present := machine_written(root)) and present != expected:
        problems.append("the fragments in changelog.d/ do not match the changes; run: nox -s regenerate")
    return problems


def _print(args: argparse.Namespace, row: Mapping[str, object], text: str) -> None:
    sys.stdout.write((json.dumps(row) if args.json else text) + "\n")
