"""Example values of properties, from the documented requests and responses of actions."""

from __future__ import annotations

from typing import Any, Final

from .document import OpenApiDocument, reference

_LONGEST: Final = 40
"""Maximum length of an example in a docstring; longer texts are documents of their own."""


def document_examples(document: OpenApiDocument) -> dict[tuple[str, str], Any]:
    """Return the first short scalar value of each property, by schema and wire name. Secrets have no example."""
    found: dict[tuple[str, str], Any] = {}
    schemas = document.schemas
    for operation in document.operations:
        request = operation["requestBody"]["content"]["application/json"]
        response = operation["responses"]["200"]["content"]["application/json"]
        for content, envelope in ((request, False), (response, True)):
            schema = content["schema"]["properties"]["Response"] if envelope else content["schema"]
            for example in content.get("examples", {}).values():
                value = example["value"]["Response"] if envelope else example["value"]
                _collect(value, reference(schema), schemas, found)
    return found


def _collect(value: Any, name: str | None, schemas: dict[str, dict[str, Any]], found: dict[tuple[str, str], Any]) -> None:
    if name is None or not isinstance(value, dict):
        return
    for wire, facts in schemas[name].get("properties", {}).items():
        items = value.get(wire)
        inner = facts.get("items", facts)
        for item in items if isinstance(items, list) else [items]:
            if "$ref" in inner:
                _collect(item, reference(inner), schemas, found)
            elif _is_shown(item, facts):
                found.setdefault((name, wire), item)


def _is_shown(value: Any, facts: dict[str, Any]) -> bool:
    if value is None or isinstance(value, bool | list | dict) or facts.get("x-tc-secret"):
        return False
    return not isinstance(value, str) or (0 < len(value) <= _LONGEST and value.isprintable() and "`" not in value)
