"""Check what users may write (accepted.py) and what the type checkers must refuse (rejected.py).

Each line of rejected.py that ends in `# refused` is one misuse: mypy and pyright must each report an error on every such
line, and on no other. Both import tencentkit as users do, from where it is installed.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent
MARK = "# refused"


def mypy(file: Path) -> dict[int, str]:
    """The errors of `mypy --strict` on `file`, by line."""
    # No configuration file: the project's own one points at the source tree.
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--no-error-summary", "--output=json", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in {0, 1}:
        sys.exit(done.stderr or done.stdout)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    return {row["line"]: row["message"] for row in found if row["severity"] == "error"}


def pyright(file: Path) -> dict[int, str]:
    """The errors of pyright on `file`, by line."""
    done = subprocess.run([sys.executable, "-m", "pyright", "--outputjson", str(file)], capture_output=True, text=True, check=False)
    if done.returncode not in {0, 1}:
        sys.exit(done.stderr or done.stdout)
    found = json.loads(done.stdout)["generalDiagnostics"]
    return {row["range"]["start"]["line"] + 1: row["message"] for row in found if row["severity"] == "error"}


def marked(file: Path) -> set[int]:
    """The lines that must be refused."""
    return {number for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1) if line.endswith(MARK)}


def surprises(file: Path) -> list[str]:
    """What either checker makes of `file` otherwise than its marks say."""
    expected = marked(file)
    return [
        f"{file.name}:{line}: {checker.__name__}: {errors.get(line, 'accepts what it should refuse')}"
        for checker in (mypy, pyright)
        for errors in [checker(file)]
        for line in sorted(expected ^ errors.keys())
    ]


def main() -> int:
    """Print each surprise on a line; the exit code says whether there was any."""
    accepted, rejected = FOLDER / "accepted.py", FOLDER / "rejected.py"
    if marked(accepted) or not marked(rejected):
        sys.exit(f"lines that end in {MARK!r} belong into rejected.py, and only there")
    wrong = surprises(accepted) + surprises(rejected)
    print(*wrong or [f"both checkers accept accepted.py and refuse each of the {len(marked(rejected))} misuses"], sep="\n")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
