"""JSON documents of a spec: shape, key order and serialization."""

from __future__ import annotations

import copy
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NoReturn, TypeAlias

from .problems import Problem, SpecRefused

Document: TypeAlias = dict[str, Any]

OPENAPI: Final = "3.1.0"
SCHEMAS: Final = "#/components/schemas/"
RESULT_DESCRIPTION: Final = "The result, or an error in the envelope."

ERROR_RESPONSE: Final = {
    "description": "The error in its envelope; it comes with the HTTP status 200, too.",
    "content": {
        "application/json": {
            "schema": {
                "type": "object",
                "properties": {
                    "Response": {
                        "type": "object",
                        "properties": {
                            "Error": {
                                "type": "object",
                                "properties": {"Code": {"type": "string"}, "Message": {"type": "string"}},
                                "required": ["Code", "Message"],
                            },
                            "RequestId": {"type": "string"},
                        },
                        "required": ["Error", "RequestId"],
                    },
                },
                "required": ["Response"],
            },
        },
    },
}
"""Error envelope, identical for every action."""

_TOP: Final = ("openapi", "info", "servers", "security", "tags", "paths", "components", "x-tc-errors")
_OPERATION: Final = (
    "operationId",
    "tags",
    "description",
    "deprecated",
    "requestBody",
    "responses",
    "security",
    "x-tc-version",
    "x-tc-offline",
    "x-tc-skip-sign",
    "x-tc-client-token",
    "x-tc-stream",
    "x-tc-body",
    "x-tc-rate-limit",
    "x-tc-region",
    "x-tc-errors",
    "x-tc-source",
    "x-tc-unknown",
    "summary",
    "x-tc-read-only",
    "x-tc-secret-read",
    "x-tc-pagination",
    "x-tc-unpaged",
    "x-tc-waiters",
    "x-tc-deprecated",
    "x-tc-inferred",
)
_OBJECT: Final = ("type", "description", "properties", "required")
_PROPERTY: Final = (
    "$ref",
    "anyOf",
    "type",
    "format",
    "items",
    "description",
    "deprecated",
    "minimum",
    "maximum",
    "x-tc-type",
    "x-tc-default",
    "x-tc-known-values",
    "x-tc-nullable",
    "x-tc-observed",
    "x-tc-secret",
    "x-tc-time",
    "x-tc-deprecated",
    "x-tc-name",
    "x-tc-inferred",
)


def empty_document(service: str, version: str, host: str) -> Document:
    """Return a document without actions."""
    return {
        "openapi": OPENAPI,
        "info": {"title": service, "version": version},
        "servers": [{"url": f"https://{host}"}],
        "tags": [{"name": service}],
        "paths": {},
        "components": {"schemas": {}, "responses": {}},
    }


def reference(name: str) -> Document:
    """Return a `$ref` to a named schema."""
    return {"$ref": f"{SCHEMAS}{name}"}


def arranged(document: Document) -> Document:
    """Return a copy in canonical key order: actions and schemas sorted by name, properties in their own order."""
    document = _ordered(copy.deepcopy(document), _TOP)
    if isinstance(paths := document.get("paths"), dict):
        document["paths"] = {
            path: {method: _ordered(operation, _OPERATION) for method, operation in item.items()} if isinstance(item, dict) else item
            for path, item in sorted(paths.items())
        }
    components = document.get("components")
    if isinstance(components, dict) and isinstance(schemas := components.get("schemas"), dict):
        components["schemas"] = {name: _arranged_schema(schema) for name, schema in sorted(schemas.items())}
    return document


def read_document(path: Path) -> Document:
    """Read a JSON object. Raises `SpecRefused` for anything else and for duplicate keys."""
    try:
        value = json.loads(path.read_bytes(), object_pairs_hook=_object, parse_constant=_constant)
    except OSError as error:
        raise SpecRefused(str(path), [Problem("", f"cannot be read: {error.strerror}")]) from error
    except (ValueError, RecursionError) as error:
        raise SpecRefused(str(path), [Problem("", f"is not valid JSON: {error}")]) from error
    if not isinstance(value, dict):
        raise SpecRefused(str(path), [Problem("", "is not a JSON object")])
    return value


def dumps(document: Mapping[str, Any]) -> str:
    """Serialize a document: indentation of two spaces, unescaped non-ASCII characters, one final newline."""
    return json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def _arranged_schema(schema: Any) -> Any:
    schema = _ordered(schema, _OBJECT)
    if isinstance(schema, dict) and isinstance(properties := schema.get("properties"), dict):
        schema["properties"] = {name: _ordered(value, _PROPERTY) for name, value in properties.items()}
    return schema


def _ordered(value: Any, keys: Sequence[str]) -> Any:
    """Return known keys first; unknown keys follow, so that the lint reports them."""
    if not isinstance(value, dict):
        return value
    return {key: value[key] for key in keys if key in value} | {key: item for key, item in value.items() if key not in keys}


def _object(pairs: list[tuple[str, Any]]) -> Document:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise ValueError(f"duplicate key {Counter(name for name, _ in pairs).most_common(1)[0][0]!r} in an object")
    return value


def _constant(text: str) -> NoReturn:
    raise ValueError(f"{text} is not valid JSON")
