"""Tolerant accessors for invalid documents: missing values and values of the wrong type read as empty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .document import SCHEMAS, Document

METHODS = frozenset({"get", "put", "post", "delete", "options", "head", "patch", "trace"})


@dataclass(frozen=True, slots=True)
class Operation:
    """An action: path without the slash, HTTP method, location and node."""

    name: str
    method: str
    where: str
    node: Document


def mapping(value: Any, *keys: str) -> Document:
    """Return the object below these keys, or an empty one."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def items(value: Any) -> list[Any]:
    """Return the list, or an empty one."""
    return value if isinstance(value, list) else []


def operations(document: Document) -> Iterator[Operation]:
    """Yield every operation, whatever its HTTP method."""
    for path, item in mapping(document, "paths").items():
        for method, node in mapping(item).items():
            if method in METHODS and isinstance(node, dict):
                yield Operation(path.removeprefix("/"), method, f"#/paths/{path.replace('/', '~1')}/{method}", node)


def named_schemas(document: Document) -> dict[str, Document]:
    """Return the component schemas."""
    return {name: mapping(schema) for name, schema in mapping(document, "components", "schemas").items()}


def request_of(document: Document, operation: Operation) -> Document:
    """Return the properties of an action's request."""
    return mapping(named_schemas(document).get(f"{operation.name}Request"), "properties")


def response_of(document: Document, operation: Operation) -> Document:
    """Return the properties of an action's response."""
    return mapping(named_schemas(document).get(f"{operation.name}Response"), "properties")


def target_of(document: Document, schema: Any) -> Document | None:
    """Return the named schema that a `$ref` refers to."""
    ref = mapping(schema).get("$ref")
    return named_schemas(document).get(ref.removeprefix(SCHEMAS)) if isinstance(ref, str) and ref.startswith(SCHEMAS) else None


def is_error(content: Document) -> bool:
    """Return whether the content of the envelope is an error: an example of the error envelope, not of the action's result."""
    error = content.get("Error")
    return isinstance(error, dict) and error.keys() >= {"Code", "Message"}


def subschemas(schema: Any, where: str) -> Iterator[tuple[str, Document]]:
    """Yield the schemas inside a schema with their locations, at any depth, without the schema itself."""
    for key in ("properties", "patternProperties", "$defs"):
        for name, child in mapping(schema, key).items():
            yield from _with_inner(child, f"{where}/{key}/{name}")
    for key in ("items", "additionalProperties"):
        yield from _with_inner(mapping(schema).get(key), f"{where}/{key}")
    for key in ("oneOf", "anyOf", "allOf"):
        for index, child in enumerate(items(mapping(schema).get(key))):
            yield from _with_inner(child, f"{where}/{key}/{index}")


def all_schemas(document: Document) -> Iterator[tuple[str, Document]]:
    """Yield every schema: named ones, those of requests and responses, and nested ones."""
    roots: list[tuple[str, Any]] = [(f"#/components/schemas/{name}", schema) for name, schema in named_schemas(document).items()]
    for operation in operations(document):
        roots += _bodies(operation.node.get("requestBody"), f"{operation.where}/requestBody")
        for status, response in mapping(operation.node, "responses").items():
            roots += _bodies(response, f"{operation.where}/responses/{status}")
    for name, response in mapping(document, "components", "responses").items():
        roots += _bodies(response, f"#/components/responses/{name}")
    for where, schema in roots:
        yield from _with_inner(schema, where)


def _bodies(holder: Any, where: str) -> list[tuple[str, Any]]:
    return [
        (f"{where}/content/{media.replace('/', '~1')}/schema", mapping(content).get("schema"))
        for media, content in mapping(holder, "content").items()
    ]


def _with_inner(schema: Any, where: str) -> Iterator[tuple[str, Document]]:
    if isinstance(schema, dict):
        yield where, schema
        yield from subschemas(schema, where)
