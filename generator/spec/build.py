"""Build: facts and overlays become the document that `emit` reads."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from .decisions import apply_decisions
from .derived import add_secret_reads, add_security, add_summaries
from .document import Document, arranged
from .examples import check_examples
from .facts import SourceFacts
from .inferred import settle_inferred
from .lint import lint
from .merge import Contradiction
from .observations import observe, settle, standard_form
from .overlay import apply, base_facts, read_overlay
from .problems import Problem, SpecRefused
from .validation import validate
from .view import operations

Overlays: TypeAlias = Mapping[str, Document]

OVERLAY = "overlay.yaml"
PROSE_OVERLAYS = ("descriptions.yaml", "examples.yaml")
"""Optional overlays with our own descriptions and examples, which the definitions lack."""
RESULT = "openapi.json"


def build(folder: Path) -> Document:
    """Build the document of `spec/<service>/<version>`, in standard form.

    Raises `SpecRefused` with all problems of the first failing step.
    """
    overlays = read_overlays(folder)
    facts, contradictions = SourceFacts.read(folder, base_facts(overlays[OVERLAY])).merged()
    document, problems = apply_overlays(facts, contradictions, overlays)
    if problems:
        raise SpecRefused(str(folder / OVERLAY), problems)
    result = standard_form(document)
    problems = [*validate(result), *lint(document), *_folder_mismatch(document, folder)]
    # The schemas must be valid before they can validate examples.
    problems = problems or list(check_examples(result))
    if problems:
        raise SpecRefused(str(folder / RESULT), sorted(set(problems)))
    return result


def read_overlays(folder: Path) -> Overlays:
    """Return the overlays of a folder in the order of application. Raises `SpecRefused`."""
    names = [*(name for name in PROSE_OVERLAYS if (folder / name).exists()), OVERLAY]
    return {name: read_overlay(folder / name) for name in names}


def apply_overlays(facts: Document, contradictions: Sequence[Contradiction], overlays: Overlays) -> tuple[Document, list[Problem]]:
    """Observe the examples, then apply the overlays and their decisions. Return the documented form and the problems found."""
    document, problems = copy.deepcopy(facts), []
    # Examples of an overlay are our own: they show nothing of the service.
    observe(document)
    for name, overlay in overlays.items():
        document, found = apply(document, overlay)
        problems += [problem if name == OVERLAY else Problem(f"{name} {problem.where}", problem.what) for problem in found]
    problems += [*apply_decisions(document, contradictions), *add_security(document), *settle(document)]
    add_secret_reads(document)
    problems += settle_inferred(document)
    add_summaries(document)
    _settle_unpaged(facts, document)
    return arranged(document), problems


def _settle_unpaged(facts: Document, document: Document) -> None:
    """Remove the reason from actions that got pagination, and state it for those whose pagination an overlay denies."""
    inferred = {operation.name for operation in operations(facts) if "x-tc-pagination" in operation.node}
    for operation in operations(document):
        if "x-tc-pagination" in operation.node:
            operation.node.pop("x-tc-unpaged", None)
        elif operation.name in inferred:
            operation.node["x-tc-unpaged"] = "overlay.yaml denies its pagination"


def _folder_mismatch(document: Document, folder: Path) -> list[Problem]:
    """Return a problem if the document and the folder name different product versions."""
    version, service = folder.resolve().name, folder.resolve().parent.name
    info = document.get("info")
    stated = (info.get("title"), info.get("version")) if isinstance(info, dict) else (None, None)
    if stated == (service, version):
        return []
    return [Problem("#/info", f"is {stated[0]} {stated[1]}, but the folder is {service} {version}")]
