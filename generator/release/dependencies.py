"""Dependencies of hand-written code on the specs and on generated names, tracked by digest.

`overlays/affected.toml` lists the files of each piece and the spec facts it assumes; imports of generated names are found
automatically. A person reviews a piece after any change of its dependencies, so digests suffice.
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

PIECES: Final = "overlays/affected.toml"
LOCK: Final = "overlays/affected.lock"
GENERATED: Final = "tencentkit_api"
_IGNORED: Final = PROSE | {"source", "examples", "order of error codes", "text of a deprecation", "secret"}
_DIGITS: Final = 16

Digests = dict[str, dict[str, str]]
"""Digest by piece and dependency."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of hand-written code that is reviewed as a unit."""

    name: str
    why: str
    code: tuple[str, ...]
    spec: tuple[str, ...]
    """`scf/2018-04-16#AsyncEvent`: all facts at and below a location; `…#ListAsyncEvents:paging`: facts of one kind."""


def read_pieces(root: Path) -> list[Piece]:
    """Return the pieces of the tree. Raises `SpecRefused` for a file that imports generated names and is in no piece."""
    path = root / PIECES
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))
        pieces = [Piece(name, row["why"], tuple(row["code"]), tuple(row.get("spec", ()))) for name, row in rows.items()]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SpecRefused(str(path), [Problem("", f"cannot be read: {error!r}")]) from error
    problems = [Problem(piece.name, f"{file} does not exist") for piece in pieces for file in piece.code if not (root / file).is_file()]
    listed = {file for piece in pieces for file in piece.code}
    for file in sorted((root / "overlays").rglob("*.py")):
        name = file.relative_to(root).as_posix()
        if name not in listed and any(_imported(file)):
            problems.append(Problem(name, f"imports {GENERATED} but is listed in no piece"))
    if problems:
        raise SpecRefused(str(path), problems)
    return pieces


def current_digests(root: Path, pieces: list[Piece]) -> Digests:
    """Return the digest of each dependency. Raises `SpecRefused` for an unknown spec."""
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
    """Return the digests of the last review."""
    path = root / LOCK
    if not path.exists():
        return {}
    try:
        locked: Digests = json.loads(path.read_bytes())
    except ValueError as error:
        raise SpecRefused(str(path), [Problem("", f"is not valid JSON: {error}")]) from error
    return locked


def write_lock(root: Path, found: Digests) -> None:
    """Store these digests as reviewed."""
    (root / LOCK).write_text(json.dumps(found, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def changed_dependencies(locked: Digests, found: Digests) -> dict[str, list[str]]:
    """Return the changed, added and removed dependencies of each piece."""
    by_piece = {name: (locked.get(name, {}), found.get(name, {})) for name in sorted(locked.keys() | found.keys())}
    changed = {name: sorted(key for key in {*old, *new} if old.get(key) != new.get(key)) for name, (old, new) in by_piece.items()}
    return {name: keys for name, keys in changed.items() if keys}


@cache
def _parsed(content: bytes) -> ast.Module:
    return ast.parse(content)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


def _lines(sheet: FactSheet) -> list[tuple[Fact, str]]:
    """Return a sorted line for each fact, without descriptions and sources."""
    facts = sorted((fact for fact in sheet.facts if fact.kind not in _IGNORED), key=lambda fact: (fact.where, fact.kind, fact.item))
    return [(fact, f"{fact.where} {fact.kind} {fact.item} {canonical(sheet.facts[fact])}") for fact in facts]


def _facts(root: Path, lines: dict[str, list[tuple[Fact, str]]], place: str) -> str:
    spec, _, where = place.partition("#")
    where, _, kind = where.partition(":")
    if spec not in lines:
        raise SpecRefused(str(root / PIECES), [Problem(place, f"there is no spec {spec!r}")])
    # A removed dependency has the digest of an empty text.
    return "\n".join(
        line for fact, line in lines[spec] if (fact.where == where or fact.where.startswith(f"{where}.")) and kind in ("", fact.kind)
    )


def _imported(file: Path) -> Iterator[str]:
    """Yield the generated names that a file imports; for an imported module, the names that it uses."""
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
            # A lower-case name is a module. Attributes of classes and constants are no dependencies of their own.
            yield from sorted(used) if alias.name.islower() and used else (name,)


def _source(root: Path, name: str) -> str:
    """Return the code of a dotted name without docstrings; empty if it does not exist."""
    steps = name.split(".")
    if (root / "generated" / Path(*steps)).is_dir() or (root / "generated" / Path(*steps)).with_suffix(".py").is_file():
        return name  # a whole module: only its existence counts
    module = root / "generated" / Path(*steps[:-1])
    # A model package has one module per class.
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
    """Return the relevant code: without rows of typed tables and without methods of actions, which the spec covers."""
    if isinstance(node, ast.AnnAssign) and isinstance(node.annotation, ast.Subscript):
        return ast.unparse(node.annotation)
    if isinstance(node, ast.ClassDef):
        node.body = [member for member in node.body if not _of_an_action(member)]
    for inner in ast.walk(node):
        if isinstance(inner, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            inner.body = [part for part in inner.body if not (isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant))]
    return ast.unparse(node)  # the output of `ast.dump` differs between Python versions


def _of_an_action(member: ast.stmt) -> bool:
    if isinstance(member, ast.If):
        return True  # the overloads of `paginate`
    decorators = getattr(member, "decorator_list", ())
    return any(isinstance(mark, ast.Call) and isinstance(mark.func, ast.Name) and mark.func.id == "operation" for mark in decorators)
