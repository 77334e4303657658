"""Facts and overlay -> the document that `emit` reads."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from .decisions import decide
from .document import Document, arranged
from .facts import Facts
from .lint import lint
from .merge import Contradiction
from .overlay import apply, read_overlay
from .problems import Problem, SpecRefused
from .validation import validate

OVERLAY = "overlay.yaml"
RESULT = "openapi.json"


def build(folder: Path) -> Document:
    """Build the document of `spec/<service>/<version>`. Raises `SpecRefused` with every problem of the first step that finds one."""
    facts, contradictions = Facts.read(folder).merged()
    document, problems = corrected(facts, contradictions, read_overlay(folder / OVERLAY))
    if problems:
        raise SpecRefused(str(folder / OVERLAY), problems)
    problems = [*validate(document), *lint(document), *_misplaced(document, folder)]
    if problems:
        raise SpecRefused(str(folder / RESULT), sorted(set(problems)))
    return document


def corrected(facts: Document, contradictions: Sequence[Contradiction], overlay: Document) -> tuple[Document, list[Problem]]:
    """The facts with the overlay's actions applied and its decisions taken, and what was wrong with these."""
    document, problems = apply(facts, overlay)
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
