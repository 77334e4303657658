"""Which net catches what: the diff, or the type check of a program that was written for the old spec."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.diff.report import Report
from tests.generator.diff.edits import spec
from tests.generator.diff.specimens import Document, Edit, action, array, changes, prop, ref, required, retyped
from tests.generator.emit.documents import ROOT, run_emit, write

PROGRAM = Path(__file__).with_name("sample_program.py.txt")
REQ, EVENT, STATUS = "ListAsyncEventsRequest", "AsyncEvent", "AsyncEventStatus"
LIST, GET = "ListAsyncEvents", "GetAsyncEventStatus"


class Case(NamedTuple):
    """An edit of the SCF spec, its class by the diff, and whether mypy refuses the old program on the new code."""

    title: str
    edit: Edit
    impact: str
    refused: bool


def drop_get(document: Document) -> None:
    """Take an action away, with its types."""
    document["paths"].pop(f"/{GET}")
    for name in (f"{GET}Request", f"{GET}Response", STATUS):
        document["components"]["schemas"].pop(name)


STRING = {"type": "string"}
CASES = [
    Case("an input gone", retyped(f"{REQ}.Qualifier", None), "breaking", refused=True),
    Case("an output gone", retyped(f"{EVENT}.EndTime", None), "breaking", refused=True),
    Case("an output of another type", prop(f"{STATUS}.StatusCode", STRING), "breaking", refused=True),
    Case("an output with fractions", prop(f"{STATUS}.StatusCode", {"type": "number"}), "breaking", refused=True),
    Case("an input list becomes one value", retyped(f"{REQ}.InvokeType", STRING), "breaking", refused=True),
    Case("an output becomes a list", retyped(f"{EVENT}.Qualifier", array(STRING)), "breaking", refused=True),
    Case("an output may be null", prop(f"{EVENT}.Qualifier", {"x-tc-nullable": True}), "breaking", refused=True),
    Case("an output may be missing", required(f"{EVENT}.Status", demanded=False), "breaking", refused=True),
    Case("an input is required", required(f"{REQ}.Namespace", demanded=True), "breaking", refused=True),
    Case("an action gone", drop_get, "breaking", refused=True),
    Case("no paging any more", action(LIST, {"x-tc-pagination": None}), "breaking", refused=True),
    Case("no waiter any more", action(GET, {"x-tc-waiters": None}), "breaking", refused=True),
    Case("a lower rate", action(LIST, {"x-tc-rate-limit": 1}), "breaking", refused=False),
    Case("another default", prop(f"{REQ}.Order", {"x-tc-default": "ASC"}), "breaking", refused=False),
    Case("a known input less", prop(f"{REQ}.Order", {"x-tc-known-values": ["DESC"]}), "breaking", refused=False),
    Case("a minimum", prop(f"{REQ}.Offset", {"minimum": 1}), "breaking", refused=False),
    Case("read-only no longer", action(LIST, {"x-tc-read-only": False}), "breaking", refused=False),
    Case("an optional input more", retyped(f"{REQ}.New", array(STRING)), "additive", refused=False),
    Case("an output more", retyped(f"{EVENT}.New", ref(STATUS), required=True), "additive", refused=False),
    Case("an input need not be given", required(f"{REQ}.FunctionName", demanded=False), "additive", refused=False),
    Case("a part of an input need not be given", required("TimeInterval.End", demanded=False), "additive", refused=False),
    Case("an input may be null", prop(f"{REQ}.Namespace", {"x-tc-nullable": True}), "additive", refused=False),
    Case("known outputs withdrawn", prop(f"{EVENT}.Status", {"x-tc-known-values": None}), "additive", refused=False),
    Case("a known output more", prop(f"{EVENT}.Status", {"x-tc-known-values": ["RUNNING", "NEW"]}), "additive", refused=False),
    Case("a deprecated input", prop(f"{REQ}.Namespace", {"deprecated": True}), "additive", refused=False),
]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What mypy remembers from case to case."""
    return tmp_path_factory.mktemp("mypy")


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_nets(case: Case, tmp_path: Path, cache: Path) -> None:
    """Each breaking edit is caught by the diff, and by mypy where types show it; no program fails of what is called additive."""
    document = json.loads(json.dumps(spec()))
    case.edit(document)
    impact = Report("", "", changes(spec(), document)).impact
    assert impact is not None
    assert impact.word == case.impact
    emitted = run_emit(write(tmp_path / "scf/2018-04-16/openapi.json", document), tmp_path / "generated")
    assert not emitted.returncode, emitted.stderr
    program = tmp_path / "program.py"
    program.write_text(PROGRAM.read_text(encoding="utf-8"), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file=", f"--cache-dir={cache}", str(program)],
        env=os.environ | {"MYPYPATH": os.pathsep.join([str(ROOT / "overlays"), str(tmp_path / "generated")])},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == int(case.refused), done.stdout + done.stderr
