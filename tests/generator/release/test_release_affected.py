from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.__main__ import main

ROOT = Path(__file__).parents[3]
SPEC = Path("spec/scf/2018-04-16/openapi.json")


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the command's inputs with all pieces reviewed; two actions only, to save time."""
    tree = tmp_path_factory.mktemp("reviewed")
    excluded = shutil.ignore_patterns("__pycache__", "[a-k]*_request.py", "[a-k]*_response.py")
    for name in ("overlays", "generated"):
        shutil.copytree(ROOT / name, tree / name, ignore=excluded)
    document = json.loads((ROOT / SPEC).read_bytes())
    document["paths"] = {path: document["paths"][path] for path in ("/GetAsyncEventStatus", "/ListAsyncEvents")}
    (tree / SPEC).parent.mkdir(parents=True)
    (tree / SPEC).write_text(json.dumps(document), encoding="utf-8")
    assert affected(tree, "--accept") == 0
    return tree


@pytest.fixture
def tree(reviewed: Path, tmp_path: Path) -> Path:
    """A copy of the reviewed tree for modification."""
    return Path(shutil.copytree(reviewed, tmp_path / "tree"))


def affected(tree: Path, *options: str) -> int:
    """Run the command."""
    return main(["affected", "--root", str(tree), *options])


def test_committed(capsys: pytest.CaptureFixture[str]) -> None:
    """All pieces of this tree are reviewed."""
    assert affected(ROOT) == 0, capsys.readouterr().err


def spec(tree: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Edit the spec."""
    document = json.loads((tree / SPEC).read_bytes())
    change(document)
    (tree / SPEC).write_text(json.dumps(document), encoding="utf-8")


def code(tree: Path, module: str, old: str, new: str) -> None:
    """Edit generated code."""
    path = tree / "generated/tencentkit_api" / module
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def listing(document: dict[str, Any]) -> dict[str, Any]:
    """Return the operation ListAsyncEvents."""
    operation: dict[str, Any] = document["paths"]["/ListAsyncEvents"]["post"]
    return operation


def event(document: dict[str, Any]) -> dict[str, Any]:
    """Return the properties of AsyncEvent."""
    properties: dict[str, Any] = document["components"]["schemas"]["AsyncEvent"]["properties"]
    return properties


CASES: dict[str, tuple[Callable[[Path], object], set[str]]] = {
    "a rate limit": (lambda tree: spec(tree, lambda d: listing(d).update({"x-tc-rate-limit": 5})), {"fake"}),
    "a paging row": (
        lambda tree: spec(tree, lambda d: listing(d)["x-tc-pagination"].update(key="Other")), {"fake", "fake-actions", "listings"},
    ),
    "a field of a result": (lambda tree: spec(tree, lambda d: event(d).update(New={"type": "string"})), {"fake-actions"}),
    "the sort field of listings": (
        lambda tree: spec(tree, lambda d: event(d)["StartTime"].update({"x-tc-nullable": True})), {"fake-actions", "listings"},
    ),
    "an unused type": (
        lambda tree: spec(tree, lambda d: d["components"]["schemas"].update(New={"type": "object", "properties": {}})), set(),
    ),
    "a description": (lambda tree: spec(tree, lambda d: event(d)["StartTime"].update(description="Another description.")), set()),
    "a host": (lambda tree: spec(tree, lambda d: d["servers"][0].update(url="https://x.example")), {"client", "fake"}),
    "a column of a table": (lambda tree: code(tree, "action.py", "    interval: float\n", "    interval: int\n"), {"client", "waiters"}),
    "a docstring": (lambda tree: code(tree, "action.py", '"""Documented behavior of one API action."""', '"""Other words."""'), set()),
    "serialization of a model": (
        lambda tree: code(tree, "model.py", "extra = self.extra", "extra = dict(self.extra)"),
        {"client", "command", "encoding", "fake", "redaction", "streams", "waiters"},
    ),
    "a removed name": (lambda tree: code(tree, "action.py", "class PagingOptions(", "class Options("), {"client", "listings"}),
}  # fmt: skip


@pytest.mark.parametrize("title", CASES)
def test_affected_pieces(title: str, tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A change affects exactly the pieces that depend on it, until they are accepted."""
    change, expected = CASES[title]
    change(tree)
    assert affected(tree) == (1 if expected else 0)
    lines = capsys.readouterr().err.splitlines()
    assert {line.partition(" (")[0] for line in lines if line.endswith("is affected by these changes:")} == expected
    if expected:
        assert affected(tree, "--accept", *sorted(expected)) == 0


def test_accept_one_piece(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Accepting one piece does not accept others."""
    CASES["a host"][0](tree)
    assert affected(tree, "--accept", "fake") == 1
    assert "client (" in capsys.readouterr().err
    assert affected(tree, "--accept", "unknown") == 3


def test_file_in_no_piece(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that imports generated names must be in a piece, and listed files must exist."""
    (tree / "overlays/tencentkit/_new.py").write_text("from tencentkit_api.action import Action\n", encoding="utf-8")
    (tree / "overlays/tencentkit/_waiters.py").unlink()
    assert affected(tree) == 3
    error = capsys.readouterr().err
    assert "overlays/tencentkit/_new.py: imports tencentkit_api but is listed in no piece" in error
    assert "waiters: overlays/tencentkit/_waiters.py does not exist" in error
