"""Direction of a type: used in requests, in responses, or in both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..spec.document import SCHEMAS, Document
from ..spec.view import mapping, named_schemas

BOTH = frozenset({"request", "response"})


def directions_of(document: Document, roots: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    """Return the directions of every schema. An unreachable schema counts as a response type, as in `emit`."""
    schemas = named_schemas(document)
    edges = {name: set(references(schema)) for name, schema in schemas.items()}
    reached = {side: _reach(edges, names) for side, names in roots.items()}
    return {name: frozenset(side for side in BOTH if name in reached[side]) or frozenset({"response"}) for name in schemas}


def references(schema: Document) -> Iterator[str]:
    """Yield the names of schemas that the properties of a schema reference."""
    for value in mapping(schema, "properties").values():
        yield from _references(value)


def _references(value: Any) -> Iterator[str]:
    while value := mapping(value):
        if isinstance(reference := value.get("$ref"), str):
            yield reference.removeprefix(SCHEMAS)
        value = value.get("items")


def _reach(edges: dict[str, set[str]], names: set[str]) -> set[str]:
    reached: set[str] = set()
    pending = sorted(names)
    while pending:
        name = pending.pop()
        if name not in reached:
            reached.add(name)
            pending += sorted(edges.get(name, ()))
    return reached
