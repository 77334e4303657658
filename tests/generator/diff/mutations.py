"""Mutation test of the spec diff: compare its class with a type check and a run of a program written for the old spec.

`python -m tests.generator.diff.mutations [--seeds N] [--write]` runs the seeded edits and writes the table of
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

from generator.diff.report import DiffReport
from generator.emit.document import OpenApiDocument
from generator.emit.errors import EmitError
from generator.emit.product import read_product
from generator.emit.project import PackageProject
from tests.generator.diff.edits import seeded_edit, spec
from tests.generator.diff.specimens import changes

ROOT = Path(__file__).parents[3]
PROGRAM = Path(__file__).with_name("sample_program.py.txt")
SERVICE = Path(__file__).with_name("strict_service.py.txt")
PAGE = ROOT / "docs/design/compatibility.md"
BEGIN, END = "<!-- mutations: python -m tests.generator.diff.mutations --write -->", "<!-- end of mutations -->"


_NO_FUNCTIONS = """\
from tencentkit_api.scf.async_operations import AsyncOperations as AsyncFunctionMethods
from tencentkit_api.scf.operations import Operations as FunctionMethods

class FunctionRun: ...
class FunctionError(Exception): ...
"""


class MutationResult(NamedTuple):
    """Detection results for one edit."""

    impact: str
    """Class by the diff."""
    type_error: str
    """First error of mypy or the generator; empty if there is none."""
    runtime_error: str
    """Run-time failure against a service that enforces the new spec strictly; empty if the program succeeds."""


class MutationTester:
    """Work folder with the old program and the mutated code; a mypy daemon rechecks only what changed."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="mutations-"))
        for file, name in ((PROGRAM, "program.py"), (SERVICE, "strict_service.py")):
            shutil.copyfile(file, self._folder / name)
        overlays = self._folder / "overlays"
        shutil.copytree(ROOT / "overlays", overlays, ignore=shutil.ignore_patterns("__pycache__"))
        # The edited specs have no Invoke, which the hand-written functions need.
        (overlays / "tencentkit/scf/_functions.py").write_text(_NO_FUNCTIONS, encoding="utf-8")
        paths = os.pathsep.join([str(overlays), str(self._folder / "generated")])
        self._environment = os.environ | {"MYPYPATH": paths, "PYTHONPATH": paths}
        self._status = str(self._folder / "dmypy.json")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._dmypy("stop")
        shutil.rmtree(self._folder)

    def check(self, document: dict[str, Any]) -> MutationResult:
        """Run the diff, the type check and the program on an edited document."""
        impact = DiffReport("", "", changes(spec(), document)).impact
        word = "none" if impact is None else impact.word
        try:
            self._emit(document)
        except EmitError as error:
            return MutationResult(word, f"emit: {error}", "")
        return MutationResult(word, self._type_check(), self._run())

    def _emit(self, document: dict[str, Any]) -> None:
        """Emit the code only: formatting and importing it takes ten times as long and changes no type."""
        content = json.dumps(document)
        product = read_product(OpenApiDocument(json.loads(content), "scf", "0"))
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


def table(rows: list[tuple[str, MutationResult]]) -> str:
    """Return a Markdown table: detections by kind of edit and class."""
    kinds: dict[tuple[str, str], Counter[str]] = {}
    for done, result in rows:
        row = kinds.setdefault((done.partition(" ")[0].replace("_", " "), result.impact), Counter())
        row["edits"] += 1
        row["types"] += bool(result.type_error)
        row["run"] += bool(result.runtime_error)
        row["either"] += bool(result.type_error or result.runtime_error)
    lines = ["| Edit | Class by the diff | Edits | Type errors | Run-time failures | Diff only |"]
    lines.append("|---|---|---|---|---|---|")
    for (kind, impact), row in sorted(kinds.items()):
        alone = row["edits"] - row["either"] if impact == "breaking" else "–"
        lines.append(f"| {kind} | {impact} | {row['edits']} | {row['types']} | {row['run']} | {alone} |")
    total = Counter(result.impact for _, result in rows)
    words = ", ".join(f"{total[word]} {word}" for word in ("breaking", "additive", "internal"))
    return "\n".join(lines) + f"\n\n{len(rows)} edits: {words}.\n"


def main() -> int:
    """Run the seeds. Return 1 if an edit classified as not breaking makes the old program fail."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", type=int, default=500)
    parser.add_argument("--write", action="store_true", help="write the table to the page")
    arguments = parser.parse_args()
    rows: list[tuple[str, MutationResult]] = []
    wrong = []
    with MutationTester() as tester:
        for seed in range(arguments.seeds):
            edit = seeded_edit(seed)
            result = tester.check(edit.document)
            rows.append((edit.done, result))
            if sys.stderr.isatty():
                print(f"\r{seed + 1} of {arguments.seeds}", end="", file=sys.stderr)
            if result.impact != edit.expected or (result.impact != "breaking" and (result.type_error or result.runtime_error)):
                wrong.append(f"{seed}: {edit.done}: expected {edit.expected}, {result}")
    text = table(rows)
    print(text, *wrong, sep="\n")
    if arguments.write and not wrong:
        page = PAGE.read_text(encoding="utf-8")
        before, after = page.partition(BEGIN)[0], page.partition(END)[2]
        PAGE.write_text(f"{before}{BEGIN}\n\n{text}\n{END}{after}", encoding="utf-8")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
