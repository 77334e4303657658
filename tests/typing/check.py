"""Check the types of valid programs (accepted.py) and of misuses (rejected.py).

Each line of rejected.py that ends in `# refused` is one misuse: mypy and pyright must report an error on every such line, and on
no other. Both import the installed tencentkit.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent
MARK = "# refused"


def mypy(file: Path) -> dict[int, str]:
    """Return the errors of `mypy --strict` on `file`, by line."""
    # Without a configuration file: that of the project points at the source tree.
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--no-error-summary", "--output=json", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in {0, 1}:
        sys.exit(done.stderr or done.stdout)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    return {row["line"]: row["message"] for row in found if row["severity"] == "error"}


def pyright(file: Path) -> dict[int, str]:
    """Return the errors of pyright on `file`, by line."""
    done = subprocess.run([sys.executable, "-m", "pyright", "--outputjson", str(file)], capture_output=True, text=True, check=False)
    if done.returncode not in {0, 1}:
        sys.exit(done.stderr or done.stdout)
    found = json.loads(done.stdout)["generalDiagnostics"]
    return {row["range"]["start"]["line"] + 1: row["message"] for row in found if row["severity"] == "error"}


def marked(file: Path) -> set[int]:
    """Return the numbers of the lines that must be refused."""
    return {number for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1) if line.endswith(MARK)}


def differences(file: Path) -> list[str]:
    """Return the differences between the marks of `file` and the errors of each checker."""
    expected = marked(file)
    return [
        f"{file.name}:{line}: {checker.__name__}: {errors.get(line, 'no error on a marked line')}"
        for checker in (mypy, pyright)
        for errors in [checker(file)]
        for line in sorted(expected ^ errors.keys())
    ]


def main() -> int:
    """Print each difference on a line; return 1 if there is one."""
    accepted, rejected = FOLDER / "accepted.py", FOLDER / "rejected.py"
    if marked(accepted) or not marked(rejected):
        sys.exit(f"lines that end in {MARK!r} must be in rejected.py only")
    wrong = differences(accepted) + differences(rejected)
    print(*wrong or [f"both checkers accept accepted.py and report each of the {len(marked(rejected))} misuses"], sep="\n")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
