"""`python -m tencentkit.migrate FILE…`: rewrite programs in place, or show the changes."""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Sequence
from pathlib import Path

_NOT_REWRITTEN, _UNREADABLE = 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code: 0 everything rewritten, 1 a note was printed, 2 a file is unreadable.

    Args:
        arguments: Command line after `python -m tencentkit.migrate` (default: `sys.argv[1:]`).
    """
    parser = argparse.ArgumentParser(
        prog="python -m tencentkit.migrate",
        description="Rewrite programs that call the vendor's SDK for any installed product. "
        "Prints a note with its line for all that it does not rewrite.",
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument(
        "--diff", action="store_true", help="dry run: show the changes, write nothing; notes have the lines of the original file"
    )
    options = parser.parse_args(arguments)
    try:
        from ._codemod import migrated
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
        # A note has the line of the file that the user opens afterwards.
        lines = {} if options.diff else _new_lines(before, done.code)
        for note in done.notes:
            label = "check this" if note.rewritten else "not rewritten"
            print(f"{file}:{lines.get(note.line, note.line)}: {label}: {note.says}", file=sys.stderr)
            code = max(code, _NOT_REWRITTEN)
        if options.diff:
            shown = difflib.unified_diff(before.splitlines(), done.code.splitlines(), str(file), str(file), lineterm="")
            print("\n".join(shown))
        elif done.code != before:
            file.write_bytes(done.code.encode())
            print(f"{file}: rewritten")
    return code


def _new_lines(before: str, after: str) -> dict[int, int]:
    """Return the new number of each line; of a changed line, the first line of the change."""
    matcher = difflib.SequenceMatcher(None, before.splitlines(), after.splitlines(), autojunk=False)
    found: dict[int, int] = {}
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        for line in range(start, end):
            within = line - start if kind == "equal" else 0
            found[line + 1] = min(new_start + within, max(new_end - 1, new_start)) + 1
    return found


if __name__ == "__main__":
    sys.exit(main())
