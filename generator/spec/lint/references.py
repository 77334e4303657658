"""A type that its sources only name must be given by overlay.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..document import Document
from ..problems import Problem
from .view import mapping


def references_resolve(document: Document) -> Iterator[Problem]:
    """Every `$ref` leads to a component of this document."""
    components = {f"#/components/{kind}/{name}" for kind, members in mapping(document, "components").items() for name in mapping(members)}
    for where, ref in references(document):
        if not isinstance(ref, str) or ref not in components:
            yield Problem(where, f"{ref!r} leads nowhere: overlay.yaml must give a type that pages only name")


def references(value: Any, where: str = "#") -> Iterator[tuple[str, Any]]:
    """Every `$ref` with its place; examples are data of the wire, which may hold any key."""
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
