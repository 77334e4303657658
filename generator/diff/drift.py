"""Drift: changes of the committed spec if newer sources were adopted."""

from __future__ import annotations

import copy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, Self

from ..spec.build import OVERLAY, RESULT, Overlays, apply_overlays, read_overlays
from ..spec.document import Document, read_document
from ..spec.facts import TRANSCRIBED, SourceFacts
from ..spec.inferred import rule_of
from ..spec.lint import lint
from ..spec.overlay import base_facts
from ..spec.problems import Problem, SpecRefused
from ..spec.view import items, mapping, operations
from .compare import compare, worst_first
from .facts import Fact, FactSheet, title_of
from .report import DiffReport
from .specification import read_specification
from .withdrawn import withdrawn_statements

_OVERLAY_ONLY: Final = ("summary", "x-tc-read-only", "x-tc-pagination", "x-tc-waiters", "x-tc-deprecated")
"""Operation keys that only an overlay provides."""


@dataclass(frozen=True, slots=True)
class CommittedSpec:
    """A committed spec: the shipped document, its source facts and its overlays."""

    file: str
    shipped: Document
    facts: SourceFacts
    overlays: Overlays | None

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a folder like `spec/scf/2018-04-16`, an `openapi.json` in one, or a `transcribed.json`. Raises `SpecRefused`."""
        folder = path if path.is_dir() else path.parent
        if path.is_dir() or (path.name == RESULT and (folder / OVERLAY).is_file()):
            shipped, overlays = read_document(folder / RESULT), read_overlays(folder)
            return cls(str(folder / RESULT), shipped, SourceFacts.read(folder, base_facts(overlays[OVERLAY])), overlays)
        document = read_document(path)
        for action, item in mapping(document, "paths").items():
            operation = mapping(item, "post")
            if found := [key for key in _OVERLAY_ONLY if key in operation and rule_of(operation, key) is None]:
                what = f"{action} has {found[0]}, which no page states: pass the folder that contains {TRANSCRIBED} and {OVERLAY}"
                raise SpecRefused(str(path), [Problem("", what)])
        return cls(str(path), document, SourceFacts(folder, document, None), None)


def drift_report(
    newer: Document, name: str, committed: CommittedSpec, *, prose: bool, current: str | None, complete: bool = False
) -> DiffReport:
    """Return the changes if the facts of `newer` are adopted. Raises `SpecRefused`.

    Actions missing from `newer` stay unchanged; with `complete`, the report lists them.
    """
    read_specification(newer, name)  # rejects an invalid document before anything is merged
    if mapping(newer, "info").get("title") != mapping(committed.shipped, "info").get("title"):
        what = f"describes {title_of(newer)}, but {committed.file} describes {title_of(committed.shipped)}"
        raise SpecRefused(name, [Problem("", what)])
    old = read_specification(committed.shipped, committed.file)
    sources = _adopted(newer, committed.facts)
    facts, contradictions = sources.merged()
    new = read_specification(facts, name)
    if committed.overlays is not None:
        result, problems = apply_overlays(facts, contradictions, committed.overlays)
        new = read_specification(result, name)
        _add_corrections(new, [*problems, *lint(result)])
    changes = compare(old, new, prose=prose)
    changes += withdrawn_statements(committed.facts, _without_missing_actions(newer, sources, committed.facts), new, changes)
    notes = tuple(
        f"{path.removeprefix('/')}: not compared, because the sources do not contain it"
        for path in _missing_actions(newer, committed.shipped)
    )
    return DiffReport(
        f"{old.label} ({committed.file})",
        f"{title_of(newer)} ({name})",
        worst_first(changes),
        current,
        notes if complete else (),
    )


def _adopted(newer: Document, facts: SourceFacts) -> SourceFacts:
    """Replace the older document of the same kind: pages replace their own actions, definitions replace everything."""
    if _are_definitions(newer):
        return replace(facts, definitions=newer)
    return replace(facts, pages=_merged(newer, facts.pages or newer))


def _without_missing_actions(newer: Document, sources: SourceFacts, older: SourceFacts) -> SourceFacts:
    """Keep actions that the newer document lacks, so that they do not count as removed."""
    if older.definitions is None or sources.definitions is not newer:
        return sources
    return replace(sources, definitions=_merged(newer, older.definitions))


def _merged(newer: Document, older: Document) -> Document:
    merged = copy.deepcopy(older)
    merged["info"], merged["servers"] = (copy.deepcopy(newer.get(key)) for key in ("info", "servers"))
    merged["paths"] |= copy.deepcopy(newer["paths"])
    schemas: dict[str, Any] = merged.setdefault("components", {}).setdefault("schemas", {})
    schemas |= copy.deepcopy(mapping(newer, "components", "schemas"))
    return merged


def _are_definitions(document: Document) -> bool:
    sources = [source for operation in operations(document) for source in items(operation.node.get("x-tc-source"))]
    return bool(sources) and all(mapping(source).get("kind") == "definitions" for source in sources)


def _missing_actions(newer: Document, shipped: Document) -> list[str]:
    """Return the shipped actions of this kind of source that the newer document lacks."""
    kind = "definitions" if _are_definitions(newer) else "page"
    known = {
        f"/{operation.name}"
        for operation in operations(shipped)
        if any(mapping(source).get("kind") == kind for source in items(operation.node.get("x-tc-source")))
    }
    return sorted(known - mapping(newer, "paths").keys())


def _add_corrections(sheet: FactSheet, problems: list[Problem]) -> None:
    """Add what `build` would reject: corrections without effect, and lint problems of the result."""
    for problem in problems:
        where = f"{OVERLAY} {problem.where}" if problem.where.startswith("actions") else problem.where
        sheet.facts[Fact(where, "correction", problem.what, problem.where)] = problem.what
