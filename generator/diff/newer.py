"""Newer sources against what is committed: what the spec would be if they were taken over."""

from __future__ import annotations

import copy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, Self

from ..spec.build import OVERLAY, RESULT, Overlays, corrected, read_overlays
from ..spec.document import Document, read_document
from ..spec.facts import TRANSCRIBED, Facts
from ..spec.lint import lint
from ..spec.lint.view import items, mapping, operations
from ..spec.overlay import extended
from ..spec.problems import Problem, SpecRefused
from .compare import compare, worst_first
from .facts import Fact, FactSheet, title_of
from .report import Report
from .specification import read_specification
from .statements import unseen_statements

_HAND_WRITTEN: Final = ("summary", "x-tc-read-only", "x-tc-pagination", "x-tc-waiters", "x-tc-deprecated")
"""Keys of an operation that only an overlay gives."""


@dataclass(frozen=True, slots=True)
class Committed:
    """A committed spec: what is shipped, the facts below it, and the overlay that makes the one of the other."""

    file: str
    shipped: Document
    facts: Facts
    overlays: Overlays | None

    @classmethod
    def read(cls, path: Path) -> Self:
        """Of a folder like `spec/scf/2018-04-16`, of the `openapi.json` in one, or of a `transcribed.json`. Raises `SpecRefused`."""
        folder = path if path.is_dir() else path.parent
        if path.is_dir() or (path.name == RESULT and (folder / OVERLAY).is_file()):
            shipped, overlays = read_document(folder / RESULT), read_overlays(folder)
            return cls(str(folder / RESULT), shipped, Facts.read(folder, extended(overlays[OVERLAY])), overlays)
        document = read_document(path)
        for action, item in mapping(document, "paths").items():
            if given := [key for key in _HAND_WRITTEN if key in mapping(item, "post")]:
                what = f"{action} has {given[0]}, which no page states: give the folder that holds {TRANSCRIBED} and {OVERLAY}"
                raise SpecRefused(str(path), [Problem("", what)])
        return cls(str(path), document, Facts(folder, document, None), None)


def compared(newer: Document, name: str, committed: Committed, *, prose: bool, current: str | None, complete: bool = False) -> Report:
    """What changes if the facts of `newer` are taken over. Raises `SpecRefused`.

    Actions that `newer` does not have stay as they are; with `complete`, the report names them.
    """
    read_specification(newer, name)  # whatever cannot be read is refused before anything is mixed
    if mapping(newer, "info").get("title") != mapping(committed.shipped, "info").get("title"):
        what = f"is of {title_of(newer)}, and {committed.file} of {title_of(committed.shipped)}"
        raise SpecRefused(name, [Problem("", what)])
    old = read_specification(committed.shipped, committed.file)
    sources = _taken_over(newer, committed.facts)
    facts, contradictions = sources.merged()
    new = read_specification(facts, name)
    if committed.overlays is not None:
        result, problems = corrected(facts, contradictions, committed.overlays)
        new = read_specification(result, name)
        _misfits(new, [*problems, *lint(result)])
    changes = compare(old, new, prose=prose)
    changes += unseen_statements(committed.facts, _looked_at(newer, sources, committed.facts), new, changes)
    notes = tuple(f"{path.removeprefix('/')}: not looked at, for the sources do not have it" for path in _unseen(newer, committed.shipped))
    return Report(
        f"{old.label} ({committed.file})",
        f"{title_of(newer)} ({name})",
        worst_first(changes),
        current,
        notes if complete else (),
    )


def _taken_over(newer: Document, facts: Facts) -> Facts:
    """The newer document in the place of the older one of its kind: pages replace what pages said of their actions, definitions all."""
    if _are_definitions(newer):
        return replace(facts, definitions=newer)
    return replace(facts, pages=_mixed(newer, facts.pages or newer))


def _looked_at(newer: Document, sources: Facts, older: Facts) -> Facts:
    """Of actions that the newer document does not have, nothing is said: they stay as they were in the older one of its kind."""
    if older.definitions is None or sources.definitions is not newer:
        return sources
    return replace(sources, definitions=_mixed(newer, older.definitions))


def _mixed(newer: Document, older: Document) -> Document:
    mixed = copy.deepcopy(older)
    mixed["info"], mixed["servers"] = (copy.deepcopy(newer.get(key)) for key in ("info", "servers"))
    mixed["paths"] |= copy.deepcopy(newer["paths"])
    schemas: dict[str, Any] = mixed.setdefault("components", {}).setdefault("schemas", {})
    schemas |= copy.deepcopy(mapping(newer, "components", "schemas"))
    return mixed


def _are_definitions(document: Document) -> bool:
    sources = [source for operation in operations(document) for source in items(operation.node.get("x-tc-source"))]
    return bool(sources) and all(mapping(source).get("kind") == "definitions" for source in sources)


def _unseen(newer: Document, shipped: Document) -> list[str]:
    """Actions that a source of this kind describes, but not this one."""
    kind = "definitions" if _are_definitions(newer) else "page"
    known = {
        f"/{operation.name}"
        for operation in operations(shipped)
        if any(mapping(source).get("kind") == kind for source in items(operation.node.get("x-tc-source")))
    }
    return sorted(known - mapping(newer, "paths").keys())


def _misfits(sheet: FactSheet, problems: list[Problem]) -> None:
    """What `build` would refuse: corrections that find nothing to correct, and rules that the result breaks."""
    for problem in problems:
        where = f"{OVERLAY} {problem.where}" if problem.where.startswith("actions") else problem.where
        sheet.facts[Fact(where, "correction", problem.what, problem.where)] = problem.what
