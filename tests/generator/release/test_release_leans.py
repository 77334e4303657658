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
def looked_at(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the command reads, of which somebody has looked at every piece; of two actions only, for the rest takes time."""
    tree = tmp_path_factory.mktemp("looked")
    unkept = shutil.ignore_patterns("__pycache__", "[a-k]*_request.py", "[a-k]*_response.py")
    for name in ("overlays", "generated"):
        shutil.copytree(ROOT / name, tree / name, ignore=unkept)
    document = json.loads((ROOT / SPEC).read_bytes())
    document["paths"] = {path: document["paths"][path] for path in ("/GetAsyncEventStatus", "/ListAsyncEvents")}
    (tree / SPEC).parent.mkdir(parents=True)
    (tree / SPEC).write_text(json.dumps(document), encoding="utf-8")
    assert leans(tree, "--accept") == 0
    return tree


@pytest.fixture
def tree(looked_at: Path, tmp_path: Path) -> Path:
    """A copy of it to change."""
    return Path(shutil.copytree(looked_at, tmp_path / "tree"))


def leans(tree: Path, *options: str) -> int:
    """Run the command."""
    return main(["leans", "--root", str(tree), *options])


def test_committed(capsys: pytest.CaptureFixture[str]) -> None:
    """Somebody has looked at every piece of this tree."""
    assert leans(ROOT) == 0, capsys.readouterr().err


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
    """The operation ListAsyncEvents."""
    operation: dict[str, Any] = document["paths"]["/ListAsyncEvents"]["post"]
    return operation


def event(document: dict[str, Any]) -> dict[str, Any]:
    """The properties of AsyncEvent."""
    properties: dict[str, Any] = document["components"]["schemas"]["AsyncEvent"]["properties"]
    return properties


CASES: dict[str, tuple[Callable[[Path], object], set[str]]] = {
    "a rate limit": (lambda tree: spec(tree, lambda d: listing(d).update({"x-tc-rate-limit": 5})), {"fake"}),
    "a paging row": (
        lambda tree: spec(tree, lambda d: listing(d)["x-tc-pagination"].update(key="Other")), {"fake", "fake-actions", "listings"},
    ),
    "a field of a result": (lambda tree: spec(tree, lambda d: event(d).update(New={"type": "string"})), {"fake-actions"}),
    "the field that listings sort by": (
        lambda tree: spec(tree, lambda d: event(d)["StartTime"].update({"x-tc-nullable": True})), {"fake-actions", "listings"},
    ),
    "a type that nobody leans on": (
        lambda tree: spec(tree, lambda d: d["components"]["schemas"].update(New={"type": "object", "properties": {}})), set(),
    ),
    "words": (lambda tree: spec(tree, lambda d: event(d)["StartTime"].update(description="Other words.")), set()),
    "a host": (lambda tree: spec(tree, lambda d: d["servers"][0].update(url="https://x.example")), {"client", "fake"}),
    "a column of a table": (lambda tree: code(tree, "action.py", "    interval: float\n", "    interval: int\n"), {"client", "waiters"}),
    "a docstring": (lambda tree: code(tree, "action.py", '"""One action of the API."""', '"""Other words."""'), set()),
    "how a model is read": (
        lambda tree: code(tree, "model.py", "result.update(self.extra)", "result |= self.extra"), {"client", "command", "encoding"},
    ),
    "a name that has gone": (lambda tree: code(tree, "action.py", "class CallOptions(", "class Options("), {"client", "encoding"}),
}  # fmt: skip


@pytest.mark.parametrize("title", CASES)
def test_what_moves_names_its_pieces(title: str, tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What moves stops the pieces that lean on it, by name, and no other; once looked at, they rest."""
    move, expected = CASES[title]
    move(tree)
    assert leans(tree) == (1 if expected else 0)
    told = capsys.readouterr().err.splitlines()
    assert {line.partition(" (")[0] for line in told if line.endswith("leans on what has moved:")} == expected
    if expected:
        assert leans(tree, "--accept", *sorted(expected)) == 0


def test_accepting_one_leaves_the_others(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """To have looked at one piece says nothing of another."""
    CASES["a host"][0](tree)
    assert leans(tree, "--accept", "fake") == 1
    assert "client (" in capsys.readouterr().err
    assert leans(tree, "--accept", "nobody") == 3


def test_a_file_in_no_piece(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A new file that imports what is generated must be put into a piece; one that is listed must be there."""
    (tree / "overlays/tencentkit/_new.py").write_text("from tencentkit_api.action import Action\n", encoding="utf-8")
    (tree / "overlays/tencentkit/_waiters.py").unlink()
    assert leans(tree) == 3
    told = capsys.readouterr().err
    assert "overlays/tencentkit/_new.py: imports tencentkit_api, and no piece holds it" in told
    assert "waiters: overlays/tencentkit/_waiters.py is not there" in told
