"""Structure of the project in figures: `python -m tests.structure`, with PYTHONPATH=overlays:generated in a checkout."""

from __future__ import annotations

from pathlib import Path

from tests.structure.definitions import ambiguous_classes
from tests.structure.imports import cycles, import_graph
from tests.structure.references import private_names, stale_references
from tests.structure.sentences import LONGEST, Sentence, sentences

ROOT = Path(__file__).parents[2]
LAZY_EDGES = frozenset((f"tencentkit.credentials.{module}", "tencentkit._client.sts") for module in ("_assume_role", "_web_identity"))
"""The import contract in pyproject.toml allows these two: temporary credentials come from a client."""
_MODELS = ROOT / "generated/tencentkit_api/scf/models"


def python_files(*folders: str) -> list[Path]:
    """Return the Python files below `folders` of the project."""
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py")) if "__pycache__" not in path.parts]


def import_cycles() -> list[list[str]]:
    """Return the import cycles of SDK, generated code and generator."""
    return [
        *cycles(import_graph(ROOT / "overlays", "tencentkit"), LAZY_EDGES),
        *cycles(import_graph(ROOT / "generated", "tencentkit_api")),
        *cycles(import_graph(ROOT, "generator")),
    ]


def ambiguous() -> dict[str, list[Path]]:
    """Return the class names with two meanings; names of SCF's models come from the API and are left out."""
    files = python_files("overlays", "generator", "generated")
    return ambiguous_classes(path for path in files if _MODELS not in path.parents)


def prose() -> list[Sentence]:
    """Return all sentences of docstrings and design pages."""
    files = [*python_files("overlays", "generator"), *sorted((ROOT / "docs/design").glob("*.md"))]
    return [one for path in files for one in sentences(path)]


def long_sentences(all_sentences: list[Sentence]) -> list[Sentence]:
    """Return the sentences above 30 words."""
    return [one for one in all_sentences if one.words > LONGEST]


def stale() -> list[str]:
    """Return what prose mentions and the tree does not have."""
    code = python_files("overlays", "generator", "generated", "tests", "bench", "demo")
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return list(stale_references(ROOT, [*code, *pages], private_names(code)))
