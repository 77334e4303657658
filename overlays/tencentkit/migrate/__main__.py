"""`python -m tencentkit.migrate FILE…`: rewrite programs in place, or show how."""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Sequence
from pathlib import Path

_LEFT, _UNREADABLE = 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command: 0 all was rewritten, 1 something was left and is named, 2 a file cannot be read.

    Args:
        arguments: What stands behind `python -m tencentkit.migrate`.
    """
    parser = argparse.ArgumentParser(
        prog="python -m tencentkit.migrate",
        description="Rewrite programs that call the vendor's SDK for SCF. What is left as it was is named with its line.",
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument(
        "--diff", action="store_true", help="show what would change, and change nothing; lines are those of the file as it is"
    )
    options = parser.parse_args(arguments)
    try:
        from . import migrated
    except ImportError as error:
        print(f"error: {error.msg}", file=sys.stderr)
        return _UNREADABLE
    import libcst

    code = 0
    for file in options.files:
        try:
            before = file.read_bytes().decode("utf-8")
            done = migrated(before)
        except (OSError, UnicodeDecodeError, libcst.ParserSyntaxError) as error:
            print(f"{file}: cannot be read: {str(error).splitlines()[0]}", file=sys.stderr)
            code = _UNREADABLE
            continue
        # Whoever follows a note opens the file as it is then.
        lines = {} if options.diff else _moved(before, done.code)
        for note in done.notes:
            what = "look at this" if note.rewritten else "left as it was"
            print(f"{file}:{lines.get(note.line, note.line)}: {what}: {note.says}", file=sys.stderr)
            code = max(code, _LEFT)
        if options.diff:
            shown = difflib.unified_diff(before.splitlines(), done.code.splitlines(), str(file), str(file), lineterm="")
            print("\n".join(shown))
        elif done.code != before:
            file.write_bytes(done.code.encode())
            print(f"{file}: rewritten")
    return code


def _moved(before: str, after: str) -> dict[int, int]:
    """Where each line is after the rewriting: a line that stayed at its place, one that changed where its change begins."""
    matcher = difflib.SequenceMatcher(None, before.splitlines(), after.splitlines(), autojunk=False)
    found: dict[int, int] = {}
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        for line in range(start, end):
            within = line - start if kind == "equal" else 0
            found[line + 1] = min(new_start + within, max(new_end - 1, new_start)) + 1
    return found


if __name__ == "__main__":
    sys.exit(main())
