"""What each piece of hand-written code leans on, as digests: facts of the specs, and names of the generated packages.

`overlays/leans.toml` says which files make a piece and which facts of the specs it takes for granted; the generated names are
those that its files import. Digests, not values: a piece is to be looked at by a person whatever the change is.
"""

from __future__ import annotations

import ast
import hashlib
import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from ..diff.compare import PROSE
from ..diff.facts import Fact, FactSheet, canonical
from ..diff.specification import read_specification
from ..spec.document import read_document
from ..spec.problems import Problem, SpecRefused
from .tree import Tree

PIECES: Final = "overlays/leans.toml"
LOCK: Final = "overlays/leans.lock"
GENERATED: Final = "tencentkit_api"
_SAYS_NOTHING: Final = PROSE | {"source", "examples", "order of error codes", "text of a deprecation", "secret"}
_DIGITS: Final = 16

Digests = dict[str, dict[str, str]]
"""By piece, then by what it leans on."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of hand-written code."""

    name: str
    why: str
    code: tuple[str, ...]
    spec: tuple[str, ...]
    """`scf/2018-04-16#AsyncEvent`: a place with all below it; `…#ListAsyncEvents:paging`: only facts of one kind."""


def read_pieces(root: Path) -> list[Piece]:
    """The pieces of the tree. Raises `SpecRefused` for a file that is in none although it imports what is generated."""
    path = root / PIECES
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))
        pieces = [Piece(name, row["why"], tuple(row["code"]), tuple(row.get("spec", ()))) for name, row in rows.items()]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SpecRefused(str(path), [Problem("", f"cannot be read: {error!r}")]) from error
    problems = [Problem(piece.name, f"{file} is not there") for piece in pieces for file in piece.code if not (root / file).is_file()]
    told = {file for piece in pieces for file in piece.code}
    for file in sorted((root / "overlays").rglob("*.py")):
        name = file.relative_to(root).as_posix()
        if name not in told and any(_imported(file)):
            problems.append(Problem(name, f"imports {GENERATED}, and no piece holds it"))
    if problems:
        raise SpecRefused(str(path), problems)
    return pieces


def digests(root: Path, pieces: list[Piece]) -> Digests:
    """What the pieces lean on, as it is now. Raises `SpecRefused` for what is not there at all."""
    lines = {name: _lines(read_specification(read_document(path), str(path))) for name, path in Tree(root).specs.items()}
    found: Digests = {}
    for piece in pieces:
        row = found[piece.name] = {}
        for place in piece.spec:
            row[place] = _digest(_facts(root, lines, place))
        for file in piece.code:
            for name in _imported(root / file) if file.endswith(".py") else ():
                row[name] = _digest(_source(root, name))
    return found


def read_lock(root: Path) -> Digests:
    """What the pieces leaned on when a person last looked."""
    path = root / LOCK
    if not path.exists():
        return {}
    try:
        locked: Digests = json.loads(path.read_bytes())
    except ValueError as error:
        raise SpecRefused(str(path), [Problem("", f"is no JSON: {error}")]) from error
    return locked


def write_lock(root: Path, found: Digests) -> None:
    """Keep these digests as those that a person has looked at."""
    (root / LOCK).write_text(json.dumps(found, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def moved(locked: Digests, found: Digests) -> dict[str, list[str]]:
    """By piece, what is other than it was, new to it, or no longer leaned on."""
    by_piece = {name: (locked.get(name, {}), found.get(name, {})) for name in sorted(locked.keys() | found.keys())}
    changed = {name: sorted(key for key in {*old, *new} if old.get(key) != new.get(key)) for name, (old, new) in by_piece.items()}
    return {name: keys for name, keys in changed.items() if keys}


@cache
def _parsed(content: bytes) -> ast.Module:
    return ast.parse(content)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


def _lines(sheet: FactSheet) -> list[tuple[Fact, str]]:
    """A line for each fact that says something, in one order."""
    facts = sorted((fact for fact in sheet.facts if fact.kind not in _SAYS_NOTHING), key=lambda fact: (fact.where, fact.kind, fact.item))
    return [(fact, f"{fact.where} {fact.kind} {fact.item} {canonical(sheet.facts[fact])}") for fact in facts]


def _facts(root: Path, lines: dict[str, list[tuple[Fact, str]]], place: str) -> str:
    spec, _, where = place.partition("#")
    where, _, kind = where.partition(":")
    if spec not in lines:
        raise SpecRefused(str(root / PIECES), [Problem(place, "no such spec")])
    # Nothing at all is a digest, too: that of what has gone.
    return "\n".join(
        line for fact, line in lines[spec] if (fact.where == where or fact.where.startswith(f"{where}.")) and kind in ("", fact.kind)
    )


def _imported(file: Path) -> Iterator[str]:
    """Dotted names of the generated packages that a file imports; of a module that it imports, those that it uses."""
    content = file.read_bytes()
    if GENERATED.encode() not in content:
        return
    nodes = list(ast.walk(_parsed(content)))
    attributes = [node for node in nodes if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)]
    for node in nodes:
        if not isinstance(node, ast.ImportFrom) or node.level or (node.module or "").partition(".")[0] != GENERATED:
            continue
        for alias in node.names:
            name = f"{node.module}.{alias.name}"
            used = {f"{name}.{use.attr}" for use in attributes if ast.unparse(use.value) == (alias.asname or alias.name)}
            # Only modules start with a small letter here; what a class or a constant offers is its own affair.
            yield from sorted(used) if alias.name.islower() and used else (name,)


def _source(root: Path, name: str) -> str:
    """The code behind a dotted name, without docstrings; empty where it has gone."""
    steps = name.split(".")
    if (root / "generated" / Path(*steps)).is_dir() or (root / "generated" / Path(*steps)).with_suffix(".py").is_file():
        return name  # a module as a whole: that it is there
    module = root / "generated" / Path(*steps[:-1])
    # A package of models has one class a module.
    files = sorted(module.glob("*.py")) if module.is_dir() else [module.with_suffix(".py")]
    contents = [file.read_bytes() for file in files if file.is_file()]
    found = [node for content in contents if steps[-1].encode() in content for node in _bindings(_parsed(content).body, steps[-1])]
    return "\n".join(map(_shape, found))


def _bindings(body: list[ast.stmt], name: str) -> Iterator[ast.stmt]:
    for node in body:
        match node:
            case ast.ClassDef(name=bound) | ast.FunctionDef(name=bound) | ast.AsyncFunctionDef(name=bound) if bound == name:
                yield node
            case ast.AnnAssign(target=ast.Name(id=bound)) | ast.Assign(targets=[ast.Name(id=bound)]) if bound == name:
                yield node
            case ast.If(body=then, orelse=otherwise):
                yield from _bindings([*then, *otherwise], name)


def _shape(node: ast.stmt) -> str:
    """What one leans on: not the rows of a table with a type of its own, nor the methods of actions, which the spec tells."""
    if isinstance(node, ast.AnnAssign) and isinstance(node.annotation, ast.Subscript):
        return ast.unparse(node.annotation)
    if isinstance(node, ast.ClassDef):
        node.body = [member for member in node.body if not _of_an_action(member)]
    for inner in ast.walk(node):
        if isinstance(inner, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            inner.body = [part for part in inner.body if not (isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant))]
    return ast.unparse(node)  # `ast.dump` is another from Python to Python


def _of_an_action(member: ast.stmt) -> bool:
    if isinstance(member, ast.If):
        return True  # the signatures of `paginate`
    decorators = getattr(member, "decorator_list", ())
    return any(isinstance(mark, ast.Call) and isinstance(mark.func, ast.Name) and mark.func.id == "operation" for mark in decorators)
