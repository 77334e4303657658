"""Facts and overlay -> the document that `emit` reads."""

from __future__ import annotations

from pathlib import Path

from .document import Document, arranged, read_document
from .lint import lint
from .overlay import FACTS, apply, read_overlay
from .problems import Problem, SpecRefused
from .validation import validate

OVERLAY = "overlay.yaml"
RESULT = "openapi.json"


def build(folder: Path) -> Document:
    """Build the document of `spec/<service>/<version>`. Raises `SpecRefused` with every problem of the first step that finds one."""
    facts = read_document(folder / FACTS)
    overlay = read_overlay(folder / OVERLAY)
    document, problems = apply(facts, overlay)
    if problems:
        raise SpecRefused(str(folder / OVERLAY), problems)
    document = arranged(document)
    problems = [*validate(document), *lint(document), *_misplaced(document, folder)]
    if problems:
        raise SpecRefused(str(folder / RESULT), sorted(set(problems)))
    return document


def _misplaced(document: Document, folder: Path) -> list[Problem]:
    """The folder's name says which product version the spec is of; a page of another one must not slip in."""
    version, service = folder.resolve().name, folder.resolve().parent.name
    info = document.get("info")
    stated = (info.get("title"), info.get("version")) if isinstance(info, dict) else (None, None)
    if stated == (service, version):
        return []
    return [Problem("#/info", f"is {stated[0]} {stated[1]}, but stands in the folder of {service} {version}")]
