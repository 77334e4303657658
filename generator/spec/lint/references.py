"""Lint of references: overlay.yaml must define types that the sources only name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..document import Document
from ..problems import Problem
from ..view import mapping


def check_references(document: Document) -> Iterator[Problem]:
    """Check that every `$ref` resolves within this document."""
    components = {f"#/components/{kind}/{name}" for kind, members in mapping(document, "components").items() for name in mapping(members)}
    for where, ref in references(document):
        if not isinstance(ref, str) or ref not in components:
            yield Problem(where, f"unresolved reference {ref!r}: define the type in overlay.yaml")


def references(value: Any, where: str = "#") -> Iterator[tuple[str, Any]]:
    """Yield every `$ref` with its location; not in examples, whose wire data may have any key."""
    if isinstance(value, dict):
        for key, item in value.items():
            here = f"{where}/{key.replace('~', '~0').replace('/', '~1')}"
            if key == "$ref":
                yield here, item
            elif key != "examples":
                yield from references(item, here)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from references(item, f"{where}/{index}")
