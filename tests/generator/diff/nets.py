"""Which net catches what: the diff, the type check of a program that was written for the old spec, or its run against a strict service.

`python -m tests.generator.diff.nets [--seeds N] [--write]` goes through the seeded edits and writes the table of
`docs/design/compatibility.md`.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple, Self

from generator.diff.report import Report
from generator.emit.document import Document
from generator.emit.errors import EmitError
from generator.emit.product import read_product
from generator.emit.project import PackageProject
from tests.generator.diff.edits import made, spec
from tests.generator.diff.specimens import changes

ROOT = Path(__file__).parents[3]
PROGRAM = Path(__file__).with_name("sample_program.py.txt")
SERVICE = Path(__file__).with_name("strict_service.py.txt")
PAGE = ROOT / "docs/design/compatibility.md"
BEGIN, END = "<!-- nets: python -m tests.generator.diff.nets --write -->", "<!-- end of nets -->"


_NO_FUNCTIONS = """\
from tencentkit_api.scf.async_operations import AsyncOperations as AsyncFunctionMethods
from tencentkit_api.scf.operations import Operations as FunctionMethods

class FunctionRun: ...
class FunctionError(Exception): ...
"""


class Caught(NamedTuple):
    """What the nets say of one edit."""

    impact: str
    """By the diff."""
    refused: str
    """By mypy, or by the generator: the first reason; empty where nothing is."""
    failed: str
    """At run time, against a service that keeps to the new spec to the letter; empty where it runs."""


class Nets:
    """A folder with the old program and the newest code; mypy stays awake beside it and looks only at what changed."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="nets-"))
        for file, name in ((PROGRAM, "program.py"), (SERVICE, "strict_service.py")):
            shutil.copyfile(file, self._folder / name)
        overlays = self._folder / "overlays"
        shutil.copytree(ROOT / "overlays", overlays, ignore=shutil.ignore_patterns("__pycache__"))
        # The edited specs have no Invoke: the clients are of the emitted methods alone.
        (overlays / "tencentkit/scf/_functions.py").write_text(_NO_FUNCTIONS, encoding="utf-8")
        paths = os.pathsep.join([str(overlays), str(self._folder / "generated")])
        self._environment = os.environ | {"MYPYPATH": paths, "PYTHONPATH": paths}
        self._status = str(self._folder / "dmypy.json")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._dmypy("stop")
        shutil.rmtree(self._folder)

    def look(self, document: dict[str, Any]) -> Caught:
        """Cast all nets at an edited document."""
        impact = Report("", "", changes(spec(), document)).impact
        word = "none" if impact is None else impact.word
        try:
            self._emit(document)
        except EmitError as error:
            return Caught(word, f"emit: {error}", "")
        return Caught(word, self._type_check(), self._run())

    def _emit(self, document: dict[str, Any]) -> None:
        """The code alone: neither formatted nor tried, which takes ten times as long and changes no type."""
        content = json.dumps(document)
        product = read_product(Document(json.loads(content), "scf", "0"))
        fresh = self._folder / "fresh"
        shutil.rmtree(fresh, ignore_errors=True)
        PackageProject(product, fresh / "tencentkit_api").write()
        target = self._folder / "generated"
        files = {path.relative_to(fresh) for path in fresh.rglob("*") if path.is_file()}
        old = {path.relative_to(target) for path in target.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
        for path in old - files:
            (target / path).unlink()
        for path in files:
            text = (fresh / path).read_bytes()
            if path not in old or (target / path).read_bytes() != text:
                (target / path).parent.mkdir(parents=True, exist_ok=True)
                (target / path).write_bytes(text)
        (self._folder / "new.json").write_text(content, encoding="utf-8")

    def _type_check(self) -> str:
        done = self._dmypy("run", "--", "--strict", "--config-file=", "--no-error-summary", "program.py")
        if done.returncode not in {0, 1}:
            raise RuntimeError(done.stdout + done.stderr)
        lines = [line for line in done.stdout.splitlines() if ": error: " in line]
        return lines[0].partition(": error: ")[2] if lines else ""

    def _dmypy(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "mypy.dmypy", "--status-file", self._status, *arguments]
        return subprocess.run(command, cwd=self._folder, env=self._environment, capture_output=True, text=True, check=False)

    def _run(self) -> str:
        done = subprocess.run(
            [sys.executable, "-B", "strict_service.py", "new.json"],
            cwd=self._folder, env=self._environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        return done.stderr.strip().splitlines()[-1] if done.returncode else ""


def table(rows: list[tuple[str, Caught]]) -> str:
    """Markdown: for each kind of edit and class, how many of them which net caught."""
    kinds: dict[tuple[str, str], Counter[str]] = {}
    for done, caught in rows:
        row = kinds.setdefault((done.partition(" ")[0].replace("_", " "), caught.impact), Counter())
        row["edits"] += 1
        row["types"] += bool(caught.refused)
        row["run"] += bool(caught.failed)
        row["either"] += bool(caught.refused or caught.failed)
    lines = ["| edit | class by the diff | edits | old program refused by types | old program fails at run | caught by the diff alone |"]
    lines.append("|---|---|---|---|---|---|")
    for (kind, impact), row in sorted(kinds.items()):
        alone = row["edits"] - row["either"] if impact == "breaking" else "–"
        lines.append(f"| {kind} | {impact} | {row['edits']} | {row['types']} | {row['run']} | {alone} |")
    total = Counter(caught.impact for _, caught in rows)
    words = ", ".join(f"{total[word]} {word}" for word in ("breaking", "additive", "internal"))
    return "\n".join(lines) + f"\n\n{len(rows)} edits: {words}.\n"


def main() -> int:
    """Go through the seeds; 1 where an edit that is not called breaking makes the old program fail."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", type=int, default=500)
    parser.add_argument("--write", action="store_true", help="write the table into the page")
    arguments = parser.parse_args()
    rows: list[tuple[str, Caught]] = []
    wrong = []
    with Nets() as nets:
        for seed in range(arguments.seeds):
            edit = made(seed)
            caught = nets.look(edit.document)
            rows.append((edit.done, caught))
            if sys.stderr.isatty():
                print(f"\r{seed + 1} of {arguments.seeds}", end="", file=sys.stderr)
            if caught.impact != edit.expected or (caught.impact != "breaking" and (caught.refused or caught.failed)):
                wrong.append(f"{seed}: {edit.done}: expected {edit.expected}, {caught}")
    text = table(rows)
    print(text, *wrong, sep="\n")
    if arguments.write and not wrong:
        page = PAGE.read_text(encoding="utf-8")
        before, after = page.partition(BEGIN)[0], page.partition(END)[2]
        PAGE.write_text(f"{before}{BEGIN}\n\n{text}\n{END}{after}", encoding="utf-8")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
