"""What MkDocs does beside its own: the reference is made from the spec, and the design pages list themselves."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

ROOT = Path(__file__).parents[1]
SPEC = ROOT / "spec/scf/2018-04-16/openapi.json"

sys.path.insert(0, str(ROOT))  # for `generator`, which is never installed


def on_config(config: MkDocsConfig) -> None:
    """Fill the parts of the navigation that are made."""
    from generator.reference.command import pages_of

    parts: dict[str, list[Any]] = {
        "Reference": [f"reference/{name}" for name in pages_of(_document())],
        "Measured": _others(".", but=("index.md", "releasing.md", "start.md")),
        "Design": ["design/README.md", *_others("design", but=("README.md",))],
    }
    for part in config.nav or []:
        for title, pages in part.items():
            if title in parts:
                part[title] = [*pages, *parts[title]]


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the reference, a page for each action."""
    from generator.reference.command import pages_of

    for name, text in pages_of(_document()).items():
        files.append(File.generated(config, f"reference/{name}", content=text))


def _document() -> Any:
    from generator.emit.document import OpenApiDocument

    return OpenApiDocument.read(SPEC)


def _others(folder: str, *, but: tuple[str, ...]) -> list[str]:
    docs = ROOT / "docs"
    return sorted(page.relative_to(docs).as_posix() for page in (docs / folder).glob("*.md") if page.name not in but)
