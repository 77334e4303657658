from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.__main__ import main
from generator.diff.annotation import relation
from generator.diff.compare import compare
from generator.diff.rules import RULES
from generator.diff.surface import read_surface
from tests.generator.diff.test_diff_cases import SURFACE, said, worst

ROOT = Path(__file__).parents[3]
B, A, I, N = "breaking", "additive", "internal", "none"  # noqa: E741 - as in cases.py

OLD = """
from typing import Literal
from attrs import define, field

class Root: ...
class Base(Root): ...
class _Hidden:
    def inherited(self, size: int) -> int: ...
class Thing(Base, _Hidden):
    limit: int
    def act(self, name: str, size: int = 1, *, fast: bool = False) -> str | None: ...
    def _secret(self) -> None: ...
    def __enter__(self) -> "Thing": ...
@define
class Settings:
    name: str
    tries: int = 3
    _lock: object = None
def make(first, second): ...
def shown(value: Literal["A"] | str) -> list[Literal["A"] | str]: ...
CONSTANT: int = 1
_private = 2
"""


class Case(NamedTuple):
    """A replacement with its expected classes, forward and reverse, and its expected change."""

    title: str
    old: str
    new: str
    there: str
    back: str
    where: str
    fact: str
    change: str


M = "tencentkit.thing"
CASES = [
    Case("a removed class", "class Thing(", "class Think(", B, B, f"{M}.Thing", "name", "removed"),
    Case("a class becomes a function", "class Root: ...\nclass Base(Root)", "def Root(): ...\nclass Base", B, B, f"{M}.Root", "name",
         "changed"),
    Case("a new method", "    def _secret", "    def more(self) -> None: ...\n    def _secret", A, B, f"{M}.Thing.more", "name", "added"),
    Case("a removed private method", "    def _secret(self) -> None: ...\n", "", N, N, "", "", ""),
    Case("a removed private name", "_private = 2\n", "", N, N, "", "", ""),
    Case("a removed protocol method", '    def __enter__(self) -> "Thing": ...\n', "", B, A, f"{M}.Thing.__enter__", "name", "removed"),
    Case("a removed base", "class Thing(Base, _Hidden)", "class Thing(_Hidden)", B, A, f"{M}.Thing", "bases", "lost"),
    Case("a removed base of a base", "class Base(Root)", "class Base", B, A, f"{M}.Thing", "bases", "lost"),
    Case("a removed hidden base", "class Thing(Base, _Hidden)", "class Thing(Base)", B, A, f"{M}.Thing.inherited", "name", "removed"),
    Case("a parameter of a hidden base", "size: int) -> int", "length: int) -> int", B, B, f"{M}.Thing.inherited", "parameter", "removed"),
    Case("a removed parameter", ", *, fast: bool = False", "", B, A, f"{M}.Thing.act", "parameter", "removed"),
    Case("an added optional parameter", "fast: bool = False", "fast: bool = False, slow: bool = False", A, B,
         f"{M}.Thing.act", "parameter", "added, optional"),
    Case("an added required parameter", "fast: bool = False", "slow: bool, fast: bool = False", B, B, f"{M}.Thing.act", "parameter",
         "added, required"),
    Case("a parameter is required", "fast: bool = False", "fast: bool", B, A, f"{M}.Thing.act", "parameter", "became required"),
    Case("another default", "size: int = 1", "size: int = 2", B, B, f"{M}.Thing.act", "parameter", "default changed"),
    Case("a wider parameter type", "name: str,", "name: str | int,", A, B, f"{M}.Thing.act", "parameter", "type widened"),
    Case("a parameter takes other things", "name: str,", "name: bytes,", B, B, f"{M}.Thing.act", "parameter", "type changed"),
    Case("an added known value", '(value: Literal["A"] | str)', '(value: Literal["A", "B"] | str)', I, I, f"{M}.shown", "parameter",
         "type respelled"),
    Case("an added known value in a result", 'list[Literal["A"] | str]', 'list[Literal["A", "B"] | str]', I, I, f"{M}.shown",
         "returns", "respelled"),
    Case("by keyword only", "size: int = 1, *,", "*, size: int = 1,", B, A, f"{M}.Thing.act", "parameter", "kind changed"),
    Case("reordered parameters", "make(first, second)", "make(second, first)", B, B, f"{M}.make", "positions", "changed"),
    Case("an added position", "make(first, second)", "make(first, second, third=None)", A, B, f"{M}.make", "positions", "appended"),
    Case("a narrower return type", "-> str | None", "-> str", A, B, f"{M}.Thing.act", "returns", "narrowed"),
    Case("another return type", "-> str | None", "-> bytes", B, B, f"{M}.Thing.act", "returns", "changed"),
    Case("a wider attribute type", "limit: int", "limit: int | None", B, B, f"{M}.Thing.limit", "type of an attribute", "widened"),
    Case("an attribute of another type", "limit: int", "limit: str", B, B, f"{M}.Thing.limit", "type of an attribute", "changed"),
    Case("an equivalent attribute type", "limit: int", "limit: Literal[1] | int", I, I, f"{M}.Thing.limit", "type of an attribute",
         "respelled"),
    Case("an added required field", "    name: str\n", "    name: str\n    other: str\n", B, B, f"{M}.Settings", "parameter",
         "added, required"),
    Case("an added optional field", "tries: int = 3", "tries: int = 3\n    more: int = 4", A, B,
         f"{M}.Settings", "parameter", "added, optional"),
    Case("another default of a field", "tries: int = 3", "tries: int = 4", B, B, f"{M}.Settings", "parameter", "default changed"),
    Case("a private field", "_lock: object = None", "_lock: int = 1", N, N, "", "", ""),
    Case("a removed constant", "CONSTANT: int = 1\n", "", B, A, f"{M}.CONSTANT", "name", "removed"),
]  # fmt: skip


def tree(folder: Path, source: str) -> Path:
    """Write two packages, one with this module."""
    for package in ("tencentkit", "tencentkit_api"):
        (folder / package).mkdir(parents=True)
        (folder / package / "__init__.py").write_text("", encoding="utf-8")
    (folder / "tencentkit/thing.py").write_text(source, encoding="utf-8")
    return folder


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_cases(case: Case, tmp_path: Path) -> None:
    """A change of Python names has the expected class, forward and reverse."""
    assert OLD.count(case.old) == 1
    old, new = (read_surface(tree(tmp_path / name, text)) for name, text in (("old", OLD), ("new", OLD.replace(case.old, case.new))))
    assert worst(compare(old, new)) == case.there
    assert worst(compare(new, old)) == case.back
    if case.fact:
        assert (case.where, case.fact, case.change) in said(compare(old, new))


def test_every_rule_has_a_case(tmp_path: Path) -> None:
    """At least one case covers every rule about Python names, except overloads."""
    met = set()
    old = read_surface(tree(tmp_path / "old", OLD))
    for number, case in enumerate(CASES):
        new = read_surface(tree(tmp_path / str(number), OLD.replace(case.old, case.new)))
        met |= {rule for pair in ((old, new), (new, old)) for change in compare(*pair) for rule in change.rules}
    missing = [rule[:2] for rule in RULES if rule.fact in SURFACE and rule not in met]
    assert missing == [("overload", "added"), ("overload", "removed")]


def test_object_with_two_names(tmp_path: Path) -> None:
    """A re-exported class is compared where it is defined; each name is a separate fact."""
    export = "from .thing import Thing\n__all__ = ['Thing']\n"
    sheets = []
    for name, source in (("old", OLD), ("new", OLD.replace("size: int = 1", "size: int = 2"))):
        folder = tree(tmp_path / name, source)
        (folder / "tencentkit/__init__.py").write_text(export, encoding="utf-8")
        sheets.append(read_surface(folder))
    assert said(compare(*sheets)) == {(f"{M}.Thing.act", "parameter", "default changed")}
    (tmp_path / "new/tencentkit/__init__.py").write_text("", encoding="utf-8")
    assert ("tencentkit.Thing", "name", "removed") in said(compare(sheets[0], read_surface(tmp_path / "new")))


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the packages of this repository."""
    for name in ("overlays", "generated"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


@pytest.mark.long
def test_our_own_packages(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A copy has no changes; a renamed parameter in generated code is breaking."""
    assert main(["diff", "--surface", str(ROOT), str(copied)]) == 0
    operations = copied / "generated/tencentkit_api/scf/operations.py"
    operations.write_text(operations.read_text(encoding="utf-8").replace("function_name: str", "function: str"), encoding="utf-8")
    assert main(["diff", "--surface", str(ROOT), str(copied)]) == 2
    assert "Operations.list_async_events: parameter function_name removed: str" in capsys.readouterr().out


def test_overloads(copied: Path) -> None:
    """A removed overload is breaking, an added one is not."""
    sheets = []
    for number, text in enumerate(
        ("def make(a: int) -> int: ...\n@overload\ndef make(a: str) -> str: ...\n", "def make(a: int) -> int: ...\n")
    ):
        source = f"from typing import overload\n@overload\n{text}@overload\ndef make(a: bytes) -> bytes: ...\ndef make(a): ...\n"
        sheets.append(read_surface(tree(copied / str(number), source)))
    assert worst(compare(*sheets)) == "breaking"
    assert worst(compare(*reversed(sheets))) == "additive"


def test_larger_step_wins(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In a report on specs and Python names, the worst class of both decides."""
    spec = str(ROOT / "spec/scf/2018-04-16/openapi.json")
    errors = copied / "overlays/tencentkit/errors.py"
    errors.write_text(errors.read_text(encoding="utf-8").replace("IpInBlacklist", "IpInDenylist"), encoding="utf-8")
    assert main(["diff", spec, spec, "--format", "json"]) == 0
    capsys.readouterr()
    assert main(["diff", spec, spec, "--surface", str(ROOT), str(copied), "--format", "json", "--current", "0.1.0"]) == 2
    report = json.loads(capsys.readouterr().out)
    assert (report["class"], report["next"]) == ("breaking", "0.2.0")


@pytest.mark.parametrize("what", ["nothing", "one package", "no Python"])
def test_invalid_tree(what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Missing packages or a syntax error give exit code 3, never a report of removed names."""
    if what != "nothing":
        tree(tmp_path, "def broken(:" if what == "no Python" else "")
    if what == "one package":
        shutil.rmtree(tmp_path / "tencentkit_api")
    assert main(["diff", "--surface", str(ROOT), str(tmp_path)]) == 3
    printed = capsys.readouterr()
    assert not printed.out
    assert printed.err.startswith(f"{tmp_path}: ")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("int", "int | str", "widened"),
        ("Union[int, str]", "int", "narrowed"),
        ("Optional[int]", "None | int", "respelled"),
        ("Literal['A', 'B']", "Literal['B']", "narrowed"),
        ("Literal['A'] | str", "str", "respelled"),
        ("Literal[1] | str", "str", "narrowed"),
        ("list[Literal['A'] | str] | None", "list[str] | None", "respelled"),
        ("dict[str, Literal[1] | int]", "dict[str, int]", "respelled"),
        ("int", "str", "changed"),
        ("", "int", "changed"),
        ("what is this", "int", "changed"),
    ],
)
def test_relations(old: str, new: str, expected: str) -> None:
    """Annotations are compared as unions."""
    assert relation(old, new) == expected
