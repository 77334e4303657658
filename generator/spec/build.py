"""Facts and overlay -> the document that `emit` reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from .decisions import decide
from .document import Document, arranged
from .facts import Facts
from .lint import lint
from .merge import Contradiction
from .overlay import apply, extended, read_overlay
from .problems import Problem, SpecRefused
from .validation import validate

Overlays: TypeAlias = Mapping[str, Document]

OVERLAY = "overlay.yaml"
WORDS = ("descriptions.yaml", "examples.yaml")
"""Overlays of our own words, for what the definitions give without; a folder need not have them."""
RESULT = "openapi.json"


def build(folder: Path) -> Document:
    """Build the document of `spec/<service>/<version>`. Raises `SpecRefused` with every problem of the first step that finds one."""
    overlays = read_overlays(folder)
    facts, contradictions = Facts.read(folder, extended(overlays[OVERLAY])).merged()
    document, problems = corrected(facts, contradictions, overlays)
    if problems:
        raise SpecRefused(str(folder / OVERLAY), problems)
    problems = [*validate(document), *lint(document), *_misplaced(document, folder)]
    if problems:
        raise SpecRefused(str(folder / RESULT), sorted(set(problems)))
    return document


def read_overlays(folder: Path) -> Overlays:
    """Every overlay of a folder, in the order in which they are applied. Raises `SpecRefused`."""
    names = [*(name for name in WORDS if (folder / name).exists()), OVERLAY]
    return {name: read_overlay(folder / name) for name in names}


def corrected(facts: Document, contradictions: Sequence[Contradiction], overlays: Overlays) -> tuple[Document, list[Problem]]:
    """The facts with the overlays applied and their decisions taken, and what was wrong with these."""
    document, problems = facts, []
    for name, overlay in overlays.items():
        document, found = apply(document, overlay)
        problems += [problem if name == OVERLAY else Problem(f"{name} {problem.where}", problem.what) for problem in found]
    problems += decide(document, contradictions)
    return arranged(document), problems


def _misplaced(document: Document, folder: Path) -> list[Problem]:
    """The folder's name says which product version the spec is of; a page of another one must not slip in."""
    version, service = folder.resolve().name, folder.resolve().parent.name
    info = document.get("info")
    stated = (info.get("title"), info.get("version")) if isinstance(info, dict) else (None, None)
    if stated == (service, version):
        return []
    return [Problem("#/info", f"is {stated[0]} {stated[1]}, but stands in the folder of {service} {version}")]
