"""Lint of schemas: constructs that would break the emitted client."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..document import SCHEMAS, Document
from ..problems import Problem
from ..view import all_schemas, items, mapping, named_schemas, operations, subschemas

_PRIMITIVES: Final = ("boolean", "integer", "number", "string")
_BREAKING: Final = {
    "default": "not allowed: it would be sent with every call; use x-tc-default",
    "enum": "not allowed: the service may add values; use x-tc-known-values",
    "const": "not allowed: the service may add values; use x-tc-known-values",
    "oneOf": "not allowed: the emitted model cannot distinguish variants",
    "anyOf": "not allowed: the emitted model cannot distinguish variants",
    "allOf": "not allowed: the emitted model needs a named type",
}


def check_inline_schemas(document: Document) -> Iterator[Problem]:
    """Check that named schemas are objects of primitives, named types, or arrays of these."""
    for name, schema in named_schemas(document).items():
        where = f"{SCHEMAS}{name}"
        if schema.get("type") != "object" or not isinstance(schema.get("properties"), dict):
            yield Problem(where, "must be an object with properties")
        for required in items(schema.get("required")):
            if required not in list(mapping(schema, "properties")):
                yield Problem(f"{where}/required", f"{required!r} is not a property")
        for inner, child in subschemas(schema, where):
            if "properties" in child or child.get("type") == "object":
                yield Problem(inner, "is an inline object: define a named schema")
            elif child.get("type") == "array":
                if "items" not in child or mapping(child, "items").get("type") == "array":
                    yield Problem(inner, "must be an array of primitives or of a named type")
            elif "$ref" not in child and child.get("type") not in _PRIMITIVES:
                yield Problem(inner, f"must have a $ref or one of the types {', '.join(_PRIMITIVES)}, array")


def check_unsupported_keywords(document: Document) -> Iterator[Problem]:
    """Check that no schema has a `default`, a closed list, a union or a date-time format."""
    for where, schema in all_schemas(document):
        for key, why in _BREAKING.items():
            if key in schema:
                yield Problem(f"{where}/{key}", why)
        if schema.get("format") == "date-time":
            yield Problem(f"{where}/format", 'not allowed: the service also sends "", which is not a date-time')


def check_header_parameters(document: Document) -> Iterator[Problem]:
    """Check that there is no X-TC-* header parameter: the client sets these headers."""
    holders = [(f"{operation.where}/parameters", operation.node.get("parameters")) for operation in operations(document)]
    holders += [(f"#/paths/{path}/parameters", mapping(item).get("parameters")) for path, item in mapping(document, "paths").items()]
    holders.append(("#/components/parameters", list(mapping(document, "components", "parameters").values())))
    for where, parameters in holders:
        for parameter in items(parameters):
            name = str(mapping(parameter).get("name", ""))
            if name.casefold().startswith("x-tc-"):
                yield Problem(where, f"{name}: not allowed, because the client sets this header")
