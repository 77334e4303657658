"""Newer sources against what is committed: what the spec would be if they were taken over."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self

from ..spec.build import OVERLAY, RESULT
from ..spec.document import Document, arranged, read_document
from ..spec.lint import lint
from ..spec.lint.view import mapping
from ..spec.overlay import FACTS, apply, read_overlay
from ..spec.problems import Problem, SpecRefused
from .compare import compare
from .facts import Fact, FactSheet, title_of
from .report import Report
from .specification import read_specification

_HAND_WRITTEN: Final = ("summary", "x-tc-read-only", "x-tc-pagination", "x-tc-waiters", "x-tc-deprecated")
"""Keys of an operation that only an overlay gives."""


@dataclass(frozen=True, slots=True)
class Committed:
    """A committed spec: what is shipped, the facts below it, and the overlay that makes the one of the other."""

    file: str
    shipped: Document
    facts: Document
    overlay: Document | None

    @classmethod
    def read(cls, path: Path) -> Self:
        """Of a folder like `spec/scf/2018-04-16`, of the `openapi.json` in one, or of a `transcribed.json`. Raises `SpecRefused`."""
        folder = path if path.is_dir() else path.parent
        if path.is_dir() or (path.name == RESULT and all((folder / name).is_file() for name in (FACTS, OVERLAY))):
            shipped = read_document(folder / RESULT)
            return cls(str(folder / RESULT), shipped, read_document(folder / FACTS), read_overlay(folder / OVERLAY))
        document = read_document(path)
        for action, item in mapping(document, "paths").items():
            if given := [key for key in _HAND_WRITTEN if key in mapping(item, "post")]:
                what = f"{action} has {given[0]}, which no page states: give the folder that holds {FACTS} and {OVERLAY}"
                raise SpecRefused(str(path), [Problem("", what)])
        return cls(str(path), document, document, None)


def compared(newer: Document, name: str, committed: Committed, *, prose: bool, current: str | None, complete: bool = False) -> Report:
    """What changes if the facts of `newer` are taken over. Raises `SpecRefused`.

    Actions that `newer` does not have stay as they are; with `complete`, the report names them.
    """
    read_specification(newer, name)  # whatever cannot be read is refused before anything is mixed
    if mapping(newer, "info").get("title") != mapping(committed.shipped, "info").get("title"):
        what = f"is of {title_of(newer)}, and {committed.file} of {title_of(committed.shipped)}"
        raise SpecRefused(name, [Problem("", what)])
    old = read_specification(committed.shipped, committed.file)
    new = read_specification(_taken_over(newer, committed.facts), name)
    if committed.overlay is not None:
        corrected, problems = apply(_taken_over(newer, committed.facts), committed.overlay)
        new = read_specification(arranged(corrected), name)
        _misfits(new, [*problems, *lint(corrected)])
    notes = tuple(f"{path.removeprefix('/')}: not looked at, for the sources do not have it" for path in _unseen(newer, committed.shipped))
    return Report(
        f"{old.label} ({committed.file})",
        f"{title_of(newer)} ({name})",
        compare(old, new, prose=prose),
        current,
        notes if complete else (),
    )


def _taken_over(newer: Document, facts: Document) -> Document:
    mixed = copy.deepcopy(facts)
    mixed["info"], mixed["servers"] = (copy.deepcopy(newer.get(key)) for key in ("info", "servers"))
    mixed["paths"] |= copy.deepcopy(newer["paths"])
    schemas: dict[str, Any] = mixed.setdefault("components", {}).setdefault("schemas", {})
    schemas |= copy.deepcopy(mapping(newer, "components", "schemas"))
    return mixed


def _unseen(newer: Document, shipped: Document) -> list[str]:
    return sorted(mapping(shipped, "paths").keys() - mapping(newer, "paths").keys())


def _misfits(sheet: FactSheet, problems: list[Problem]) -> None:
    """What `build` would refuse: corrections that find nothing to correct, and rules that the result breaks."""
    for problem in problems:
        where = f"{OVERLAY} {problem.where}" if problem.where.startswith("actions") else problem.where
        sheet.facts[Fact(where, "correction", problem.what, problem.where)] = problem.what
