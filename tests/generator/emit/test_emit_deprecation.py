from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.__main__ import main
from tests.generator.emit.documents import ROOT, STRING, run_python, write

PROGRAM = Path(__file__).with_name("deprecated_program.py.txt")
DEPRECATED: dict[str, Any] = {"deprecated": True}


def document() -> dict[str, Any]:
    """The real spec, with an action, an argument, a part of an argument and a field of a result deprecated."""
    data: dict[str, Any] = json.loads((ROOT / "spec/scf/2018-04-16/openapi.json").read_bytes())
    schemas = data["components"]["schemas"]
    data["paths"]["/GetAsyncEventStatus"]["post"] |= DEPRECATED | {"x-tc-deprecated": "Use list_async_events instead"}
    schemas["ListAsyncEventsRequest"]["properties"]["Qualifier"] |= DEPRECATED
    schemas["ListAsyncEventsRequest"]["properties"]["FunctionName"] |= DEPRECATED  # required: nobody could leave it out
    schemas["TimeInterval"]["properties"]["Zone"] = STRING | DEPRECATED
    schemas["AsyncEvent"]["properties"]["InvokeType"] |= DEPRECATED | {"x-tc-deprecated": 'Read "Kind".'}
    return data


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The emitted package of that document."""
    folder = tmp_path_factory.mktemp("deprecated")
    assert main(["emit", str(write(folder / "scf/2018-04-16/openapi.json", document())), "--output", str(folder / "generated")]) == 0
    (folder / "program.py").write_text(PROGRAM.read_text(encoding="utf-8"), encoding="utf-8")
    return folder


def marked(word: str) -> list[int]:
    """The lines of the program with this word in the comment at their end."""
    lines = PROGRAM.read_text(encoding="utf-8").splitlines()
    return [number for number, line in enumerate(lines, 1) if word in line.rpartition("  # ")[2] and "  # " in line]


def environment(out: Path, name: str) -> dict[str, str]:
    """What makes an interpreter, or mypy, see this package first."""
    return os.environ | {name: os.pathsep.join([str(out / "generated"), str(ROOT / "overlays")])}


def test_each_use_warns_at_its_line(out: Path) -> None:
    """Plain calls, listings, waits and `call`, by threads and tasks, with pages ahead or not, warn once, at the line that was written."""
    done = subprocess.run(
        [sys.executable, "-B", str(out / "program.py")], env=environment(out, "PYTHONPATH"), capture_output=True, text=True, check=False
    )
    assert not done.returncode, done.stderr
    seen = [line.partition(": ") for line in done.stderr.splitlines()]
    assert [int(line) for line, _, _ in seen if line != "0"] == marked("warns")
    assert [message for line, _, message in seen if line == "0"] == ["get_async_event_status is deprecated. Use list_async_events instead."]
    assert {message for _, _, message in seen} == {
        "get_async_event_status is deprecated. Use list_async_events instead.",
        "qualifier of list_async_events is deprecated. The service may remove it.",
        "start_time_interval.zone of list_async_events is deprecated. The service may remove it.",
        "end_time_interval.zone of list_async_events is deprecated. The service may remove it.",
        'invoke_type is deprecated. Read "Kind".',
    }


@pytest.mark.long
@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_type_checkers_tell(checker: str, out: Path) -> None:
    """mypy and pyright tell each use of a deprecated action or argument, at its line, and nothing else (fields they cannot tell)."""
    if checker == "mypy":
        # Not pointed at the program alone: what the checker follows is the same as for a user.
        options = ["--strict", "--config-file=", "--enable-error-code=deprecated", "--no-error-summary", "--output=json", "program.py"]
        done = subprocess.run(
            [sys.executable, "-m", "mypy", *options], cwd=out, env=environment(out, "MYPYPATH"), capture_output=True, text=True, check=False
        )
        rows = [json.loads(line) for line in done.stdout.splitlines()]
        told = {row["line"] for row in rows if row["file"] == "program.py"}
        codes = {row["code"] for row in rows}
        assert codes == {"deprecated"}, done.stdout + done.stderr
    else:
        paths = json.dumps({"include": ["program.py"], "extraPaths": ["generated", str(ROOT / "overlays")], "reportDeprecated": "error"})
        (out / "pyrightconfig.json").write_text(paths, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "pyright", "--outputjson", "-p", str(out)], cwd=out, capture_output=True, text=True, check=False
        )
        rows = [row for row in json.loads(done.stdout)["generalDiagnostics"] if row["severity"] == "error"]
        told = {row["range"]["start"]["line"] + 1 for row in rows}
        assert {row["rule"] for row in rows} == {"reportDeprecated"}, done.stdout
    assert told == set(marked("checked"))


def test_docstrings_tell(out: Path) -> None:
    """The docstrings of methods, arguments and fields say what is deprecated, and what to use instead."""
    run_python(
        """
        from tencentkit_api.scf.operations import Operations
        assert "`get_async_event_status` is deprecated. Use list_async_events instead." in Operations.get_async_event_status.__doc__
        assert Operations.get_async_event_status.__deprecated__ == "get_async_event_status is deprecated. Use list_async_events instead."
        words = " ".join(Operations.list_async_events.__doc__.split())
        assert "Only events of this function version. It is deprecated. The service may remove it." in words
        """,
        out / "generated",
    )
