"""MkDocs hooks: reference pages from the spec, and the lists of measurement and design pages."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

ROOT = Path(__file__).parents[1]
SPEC = ROOT / "spec/scf/2018-04-16/openapi.json"

sys.path.insert(0, str(ROOT))  # for `generator`, which no wheel contains


def on_config(config: MkDocsConfig) -> None:
    """Fill the empty parts of the navigation."""
    core, *products = _references()
    parts: dict[str, list[Any]] = {
        # One group for each product, because a product may have hundreds of actions.
        "Reference": [*core.pages, *({product.title: list(product.pages)} for product in products)],
        "Measured": _pages(".", but=("index.md", "releasing.md", "start.md")),
        "Design": ["design/README.md", "design/architecture.md", *_pages("design", but=("README.md", "architecture.md"))],
    }
    for part in config.nav or []:
        for title, pages in part.items():
            if title in parts:
                part[title] = [*pages, *parts[title]]


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add a reference page for each action."""
    for reference in _references():
        for path, text in reference.pages.items():
            files.append(File.generated(config, path, content=text))


class Reference(NamedTuple):
    """Reference pages of one API version of a product."""

    title: str
    pages: dict[str, str]
    """Texts by path in the site."""


def _references() -> list[Reference]:
    """Return the reference of SCF, then those of other products: `nox -s docs -- --products NAME,…` sets the variable."""
    from generator.emit.document import OpenApiDocument
    from generator.reference.command import has_versions, pages_of

    pages = pages_of(OpenApiDocument.read(SPEC))
    references = [Reference("scf", {f"reference/{name}": text for name, text in pages.items()})]
    for folder in filter(None, os.environ.get("TENCENTKIT_DOCS_PRODUCTS", "").split(os.pathsep)):
        specs = sorted(Path(folder).glob("spec/*/*/openapi.json"))
        if not specs:
            raise PluginError(f"{folder}: not the project of a product; write it with: nox -s product -- NAME")
        for spec in specs:
            document = OpenApiDocument.read(spec)
            place = f"reference/{document.service}/{document.version}"
            pages = pages_of(document, guides="../../../guides", has_versions=has_versions(spec))
            references.append(
                Reference(f"{document.service} {document.version}", {f"{place}/{name}": text for name, text in pages.items()})
            )
    return references


def _pages(folder: str, *, but: tuple[str, ...]) -> list[str]:
    docs = ROOT / "docs"
    return sorted(page.relative_to(docs).as_posix() for page in (docs / folder).glob("*.md") if page.name not in but)
