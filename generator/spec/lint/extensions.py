"""Lint of `x-tc-*` extensions: a misspelled or malformed one would silently disable behaviour."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from ..action_class import SECRET_READ
from ..document import Document
from ..inferred import INFERRED, rule_of
from ..problems import Problem
from ..times import is_time
from ..view import Operation, all_schemas, items, mapping, operations, request_of


def check_extensions(document: Document) -> Iterator[Problem]:
    """Check that every x-tc-* key is known and valid."""
    for operation in operations(document):
        yield from _operation(document, operation)
    for where, schema in all_schemas(document):
        yield from _schema(schema, where)
    for key, value in document.items():
        if key.startswith("x-"):
            if key != "x-tc-errors":
                yield Problem(f"#/{key}", "unknown extension")
            elif not _are_errors(value):
                yield Problem(f"#/{key}", f"must be {_ON_OPERATIONS[key][1]}")


def _operation(document: Document, operation: Operation) -> Iterator[Problem]:
    node = operation.node
    for key, value in node.items():
        if key.startswith("x-"):
            shape = _ON_OPERATIONS.get(key)
            if shape is None:
                yield Problem(f"{operation.where}/{key}", "unknown extension")
            elif not shape[0](value):
                yield Problem(f"{operation.where}/{key}", f"must be {shape[1]}")
    for key in ("x-tc-version", "x-tc-source"):
        if key not in node:
            yield Problem(operation.where, f"{key} is missing")
    if "x-tc-deprecated" in node and node.get("deprecated") is not True:
        yield Problem(f"{operation.where}/x-tc-deprecated", "requires deprecated: true beside it")
    if node.get(SECRET_READ) is True and node.get("x-tc-read-only") is not True:
        yield Problem(f"{operation.where}/{SECRET_READ}", "requires x-tc-read-only: true beside it")
    yield from _named_properties(document, operation)
    # Pagination and waiters send calls that the program did not write one by one: the action must be read-only.
    stated = "x-tc-waiters" in node or ("x-tc-pagination" in node and rule_of(node, "x-tc-pagination") is None)
    if stated and node.get("x-tc-read-only") is not True:
        yield Problem(operation.where, "has pagination or waiters but is not marked x-tc-read-only")
    elif "x-tc-pagination" in node and node.get("x-tc-read-only") is False:
        yield Problem(operation.where, "has inferred pagination but x-tc-read-only is false: deny the pagination")


def _named_properties(document: Document, operation: Operation) -> Iterator[Problem]:
    """Check that the properties which an extension names exist in the request, with their type."""
    node, request = operation.node, request_of(document, operation)
    switch = mapping(node, "x-tc-stream").get("switch")
    for key, name, type_ in (("x-tc-client-token", node.get("x-tc-client-token"), "string"), ("x-tc-stream", switch, "boolean")):
        if isinstance(name, str) and mapping(request, name).get("type") != type_:
            yield Problem(f"{operation.where}/{key}", f"{name!r} is not a {type_} property of the request")


def _schema(schema: Document, where: str) -> Iterator[Problem]:
    for key, value in schema.items():
        if key.startswith("x-"):
            shape = _ON_SCHEMAS.get(key)
            if shape is None:
                yield Problem(f"{where}/{key}", "unknown extension")
            elif not shape[0](schema, value):
                yield Problem(f"{where}/{key}", f"must be {shape[1]}")


def _is_rate(value: Any) -> bool:
    return type(value) is int and value > 0


def _is_region(value: Any) -> bool:
    region = mapping(value)
    return set(region) == {"required", "only"} and isinstance(region["required"], bool) and _are_names(region["only"])


def _are_errors(value: Any) -> bool:
    codes = [mapping(error).get("code") for error in items(value)]
    known = all(mapping(error).keys() <= {"code", "description"} for error in items(value))
    return isinstance(value, list) and known and _are_names(codes)


def _are_sources(value: Any) -> bool:
    def is_source(source: Document) -> bool:
        # Definitions have no date.
        keys = {"kind", "title", "sha256"} | ({"updated"} if source.get("kind") == "page" else set())
        return set(source) == keys and source["kind"] in ("page", "definitions")

    return bool(items(value)) and all(is_source(mapping(source)) for source in items(value))


def _are_unknown(value: Any) -> bool:
    def is_unknown(entry: Document) -> bool:
        texts = all(isinstance(entry[key], str) and entry[key] for key in ("fact", "reason"))
        return texts and type(entry["line"]) is int

    return isinstance(value, list) and all(set(mapping(entry)) == {"fact", "line", "reason"} and is_unknown(entry) for entry in value)


def _is_stream(value: Any) -> bool:
    texts = all(isinstance(text, str) and text for key, text in mapping(value).items() if key != "default")
    known = mapping(value).keys() <= {"switch", "default", "error", "done"}
    return isinstance(value, dict) and texts and known and isinstance(value.get("default", False), bool)


def _are_names(value: Any) -> bool:
    """Return whether the value is a list of distinct strings."""
    return isinstance(value, list) and all(isinstance(name, str) and name for name in value) and len(set(value)) == len(value)


def _is_of_type(schema: Document, value: Any) -> bool:
    """Return whether the value has the primitive type of the schema."""
    match schema.get("type"):
        case "string":
            return isinstance(value, str)
        case "integer":
            return type(value) is int
        case "number":
            return isinstance(value, int | float) and not isinstance(value, bool)
        case "boolean":
            return isinstance(value, bool)
    return False


def _are_values(schema: Document, value: Any) -> bool:
    unique = isinstance(value, list) and len({repr(item) for item in value}) == len(value)
    return unique and bool(value) and all(_is_of_type(schema, item) for item in value)


def _is_secret(schema: Document, value: Any) -> bool:
    inner = mapping(schema, "items") if schema.get("type") == "array" else schema
    return inner.get("type") == "string" and isinstance(value, bool)


def _is_inferred(value: Any) -> bool:
    # `settle_inferred` checks the marked facts.
    return isinstance(value, dict) and bool(value)


_ON_OPERATIONS: Final[dict[str, tuple[Callable[[Any], bool], str]]] = {
    "x-tc-version": (lambda value: isinstance(value, str), "a version like 2018-04-16"),
    "x-tc-rate-limit": (_is_rate, "an integer number of requests per second, above 0"),
    "x-tc-region": (_is_region, '{"required": true or false, "only": list of regions}'),
    "x-tc-errors": (_are_errors, 'a list of {"code", "description"} with distinct codes'),
    "x-tc-source": (_are_sources, 'a list of {"kind", "title", "sha256"}, for pages also "updated"'),
    "x-tc-offline": (lambda value: value is True, "true, or absent"),
    "x-tc-skip-sign": (lambda value: value is True, "true, or absent"),
    "x-tc-client-token": (lambda value: isinstance(value, str) and bool(value), "the name of a string property of the request"),
    "x-tc-body": (lambda value: value in {"form", "octets"}, '"form" or "octets"'),
    "x-tc-stream": (_is_stream, '{"switch", "default", "error", "done"}, all optional'),
    "x-tc-unknown": (_are_unknown, 'a list of {"fact", "line", "reason"}'),
    "x-tc-read-only": (lambda value: isinstance(value, bool), "true or false"),
    SECRET_READ: (lambda value: isinstance(value, bool), "true or false"),
    # Separate rules check the contents of these.
    "x-tc-pagination": (lambda value: isinstance(value, dict), "an object"),
    "x-tc-unpaged": (lambda value: isinstance(value, str) and bool(value), "the reason why the action has no pagination"),
    "x-tc-waiters": (lambda value: isinstance(value, list), "a list"),
    "x-tc-deprecated": (lambda value: isinstance(value, str) and bool(value.strip()), "a sentence that names the replacement"),
    INFERRED: (_is_inferred, "a non-empty mapping of facts to rules"),
}

_ON_SCHEMAS: Final[dict[str, tuple[Callable[[Document, Any], bool], str]]] = {
    "x-tc-type": (lambda schema, value: schema.get("type") == "string" and isinstance(value, str), "a type name from a page, on a string"),
    "x-tc-default": (_is_of_type, "a value of the property's type"),
    "x-tc-known-values": (_are_values, "a list of distinct values of the property's type; for an array, on its items"),
    "x-tc-name": (lambda _, value: isinstance(value, str) and value.isidentifier() and value.islower(), "a lower-case Python identifier"),
    "x-tc-nullable": (lambda _, value: isinstance(value, bool), "true or false"),
    "x-tc-secret": (_is_secret, "true or false, on a string or an array of strings"),
    # `observe` checks its content.
    "x-tc-observed": (lambda _, value: isinstance(value, dict), "an object"),
    "x-tc-time": (is_time, "a format of times that fits the type: docs/design/times.md"),
    "x-tc-deprecated": (
        lambda schema, value: schema.get("deprecated") is True and isinstance(value, str) and bool(value.strip()),
        "a sentence that names the replacement, beside deprecated: true",
    ),
    INFERRED: (lambda _, value: _is_inferred(value), "a non-empty mapping of facts to rules"),
}
