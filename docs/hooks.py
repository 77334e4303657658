"""MkDocs hooks: reference pages from the spec, and the lists of measurement and design pages."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

ROOT = Path(__file__).parents[1]
SPEC = ROOT / "spec/scf/2018-04-16/openapi.json"

sys.path.insert(0, str(ROOT))  # for `generator`, which no wheel contains


def on_config(config: MkDocsConfig) -> None:
    """Fill the empty parts of the navigation."""
    from generator.reference.command import pages_of

    parts: dict[str, list[Any]] = {
        "Reference": [
            *(f"reference/{name}" for name in pages_of(_document())),
            *(f"reference/{each.service}/{each.version}/{name}" for each in _products() for name in pages_of(each)),
        ],
        "Measured": _pages(".", but=("index.md", "releasing.md", "start.md")),
        "Design": ["design/README.md", "design/architecture.md", *_pages("design", but=("README.md", "architecture.md"))],
    }
    for part in config.nav or []:
        for title, pages in part.items():
            if title in parts:
                part[title] = [*pages, *parts[title]]


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add a reference page for each action."""
    from generator.reference.command import pages_of

    for name, text in pages_of(_document()).items():
        files.append(File.generated(config, f"reference/{name}", content=text))
    for document in _products():
        for name, text in pages_of(document).items():
            files.append(File.generated(config, f"reference/{document.service}/{document.version}/{name}", content=text))


def _document() -> Any:
    from generator.emit.document import OpenApiDocument

    return OpenApiDocument.read(SPEC)


def _products() -> list[Any]:
    """Return the documents of other products: `nox -s docs -- --products FOLDER…` sets the variable."""
    from generator.emit.document import OpenApiDocument

    folders = filter(None, os.environ.get("TENCENTKIT_DOCS_PRODUCTS", "").split(os.pathsep))
    return [OpenApiDocument.read(path) for folder in folders for path in sorted(Path(folder).glob("spec/*/*/openapi.json"))]


def _pages(folder: str, *, but: tuple[str, ...]) -> list[str]:
    docs = ROOT / "docs"
    return sorted(page.relative_to(docs).as_posix() for page in (docs / folder).glob("*.md") if page.name not in but)
