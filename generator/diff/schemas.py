"""Facts of a named schema and its properties."""

from __future__ import annotations

from typing import Any

from ..spec.document import SCHEMAS, Document
from ..spec.inferred import INFERRED
from ..spec.observations import BOUNDS, KEY, MISSING, NULL
from ..spec.view import mapping
from .facts import Fact, FactSheet, canonical
from .strict_reader import StrictReader


def read_schema(sheet: FactSheet, schema: StrictReader, name: str) -> None:
    """Add the facts of a schema to the sheet."""

    def state(kind: str, value: Any) -> None:
        if value is not None:
            sheet.facts[Fact(name, kind, pointer=schema.pointer, owner=name)] = value

    state("type", name)
    state("kind of type", canonical(schema.anything("type")))
    state("description", schema.string("description"))
    state("deprecated", schema.flag("deprecated"))
    required = set(schema.list_of("required", str, "names of properties") or ())
    properties = schema.node("properties")
    for wire, node in properties.nodes():
        _property(sheet, node, name, wire, required=wire in required)
        required.discard(wire)
    # The emitted code ignores such a name, but a change of it must be reported.
    state("required without a property", sorted(required) or None)


def _property(sheet: FactSheet, node: StrictReader, owner: str, wire: str, *, required: bool) -> None:
    def state(kind: str, value: Any) -> None:
        if value is not None:
            sheet.facts[Fact(f"{owner}.{wire}", kind, pointer=node.pointer, owner=owner)] = value

    array = (own := _type(node)) == "array" and "items" in node
    inner = node.node("items") if array else node
    kind = _type(inner) if array else own

    def either(key: str) -> StrictReader:
        """Return the reader that has the key: the array's items, or the array itself as in `emit`."""
        return inner if key in inner else node

    words = f"array of {kind}" if array else kind
    state("property", {"type": words, "required": required})
    state("value type", kind)
    state("array", array)
    state("required", required)
    state("form", either("x-tc-type").string("x-tc-type"))
    state("width", either("format").string("format"))
    state("Python name", node.string("x-tc-name"))
    state("default", node.anything("x-tc-default"))
    state("minimum", either("minimum").number("minimum"))
    state("maximum", either("maximum").number("maximum"))
    state("known values", either("x-tc-known-values").take("x-tc-known-values", list, "a list"))
    state("nullable", node.flag("x-tc-nullable"))
    state("secret", node.flag("x-tc-secret") or None)
    node.anything(INFERRED)  # a confirmation changes nothing
    _observed(sheet, node, "", owner, wire, array=array)
    if array:
        _observed(sheet, inner, "items ", owner, wire, array=False)
    state("time", node.take("x-tc-time", dict, "an object"))
    state("deprecated", node.flag("deprecated"))
    state("text of a deprecation", node.string("x-tc-deprecated"))
    state("description", node.string("description"))


def _observed(sheet: FactSheet, node: StrictReader, prefix: str, owner: str, wire: str, *, array: bool) -> None:
    """Add the values that documented examples have beside the documented type."""
    for kind in node.take(KEY, dict, "an object") or {}:
        # A missing or null list reads as an empty one, and programs do not see bounds.
        fact = "observed detail" if kind in BOUNDS or (array and kind in (MISSING, NULL)) else "observed value"
        sheet.facts[Fact(f"{owner}.{wire}", fact, f"{prefix}{kind}", node.pointer, owner)] = True


def _type(node: StrictReader) -> str:
    if (reference := node.string("$ref")) is not None:
        return reference.removeprefix(SCHEMAS)
    kind = node.anything("type")
    return kind if isinstance(kind, str) else canonical(kind)


def use_of(document: Document, name: str, directions: frozenset[str]) -> dict[str, bool]:
    """Return the directions of a type, and whether `emit` types some of its fields by direction."""
    properties = mapping(document, "components", "schemas", name, "properties").values()
    parts = any("$ref" in mapping(value) or mapping(value).get("type") == "array" for value in properties)
    return {"request": "request" in directions, "response": "response" in directions, "parts": parts}
