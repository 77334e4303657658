"""Forms of times, from types, descriptions and examples of the definitions."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from ..spec.document import SCHEMAS, Document
from ..spec.times import TIME, time_fact
from ..spec.view import items, mapping, operations
from .definitions import Definitions
from .schema import page_type
from .text import plain


def add_times(document: Document, definitions: Definitions) -> None:
    """Add `x-tc-time` to the properties whose documentation states the form of their times."""
    shown = documented_values(document)
    for name, schema in document["components"]["schemas"].items():
        for member in definitions.objects[name].members:
            node = schema["properties"][member.name]
            kind = page_type(member)
            if member.array or "$ref" in node or kind.name not in _POSSIBLE:
                continue
            fact = time_fact(kind.name, node["type"], plain(member.document), shown.get((name, member.name), ()))
            if fact is not None:
                node[TIME] = fact


_POSSIBLE = frozenset({"String", "Integer", "Float", "Timestamp", "Timestamp ISO8601"})


def documented_values(document: Document) -> dict[tuple[str, str], list[Any]]:
    """Return the values of all examples by schema and property."""
    schemas = mapping(document, "components", "schemas")
    found: defaultdict[tuple[str, str], list[Any]] = defaultdict(list)

    def visit(name: str, value: Any) -> None:
        if isinstance(value, list):
            for item in value:
                visit(name, item)
        for wire, schema in mapping(schemas.get(name), "properties").items() if isinstance(value, dict) else ():
            if wire not in value:
                continue
            reference = schema.get("$ref", mapping(schema, "items").get("$ref"))
            if reference is not None:
                visit(reference.removeprefix(SCHEMAS), value[wire])
            else:
                found[name, wire] += items(value[wire]) or [value[wire]]

    for operation in operations(document):
        for side, holder in (("Request", ("requestBody",)), ("Response", ("responses", "200"))):
            media = mapping(operation.node, *holder, "content", "application/json")
            for example in mapping(media, "examples").values():
                visit(f"{operation.name}{side}", example["value"] if side == "Request" else example["value"]["Response"])
    return found
