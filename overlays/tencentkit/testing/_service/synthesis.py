"""Responses from the schemas alone, for actions without a documented example.

Each value depends on the seed and on its place in the response, so equal seeds give equal responses.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from typing import Any

from .time_formats import local_text, time_value
from .times import ZONE

_FIRST_MOMENT = 1_700_000_000
_YEAR = 365 * 24 * 3600
_MAX_NUMBER = 100
_OBJECT = "#/components/schemas/"


class ResponseSynthesizer:
    """Typed values for the named schemas of a product.

    Args:
        schemas: The named schemas, as `schemas.json` has them.
        seed: Seed of the values.
    """

    def __init__(self, schemas: Mapping[str, Any], seed: int) -> None:
        self._schemas = schemas
        self._seed = seed

    def response(self, action: str) -> dict[str, Any]:
        """Return a response of `action` with all its fields, without `RequestId`."""
        content = self._object(f"{action}Response", action, ())
        content.pop("RequestId", None)
        return content

    def item(self, schema: str, index: int) -> dict[str, Any]:
        """Return item number `index` of a listing."""
        return self._object(schema, f"{schema}[{index}]", ())

    def with_required_fields(self, schema: str, content: Mapping[str, Any], place: str) -> dict[str, Any]:
        """Return an object with the required fields that `content` lacks, at any depth.

        Args:
            schema: Name of the schema.
            content: Data with wire names.
            place: Place of the object in the response.
        """
        node = self._schemas[schema]
        properties = node.get("properties", {})
        result = {name: self._completed(properties.get(name, {}), value, f"{place}.{name}") for name, value in content.items()}
        for name in node.get("required", ()):
            if name not in result:
                result[name] = self._value(name, properties[name], f"{place}.{name}", (schema,))
        return {name: result[name] for name in (*(each for each in properties if each in result), *(result.keys() - properties.keys()))}

    def _completed(self, node: Mapping[str, Any], value: Any, place: str) -> Any:
        if isinstance(value, list):
            return [self._completed(node.get("items", {}), each, f"{place}[{index}]") for index, each in enumerate(value)]
        if isinstance(value, dict) and "$ref" in node:
            return self.with_required_fields(_name(node), value, place)
        return value

    def _object(self, name: str, place: str, inside: tuple[str, ...]) -> dict[str, Any]:
        node = self._schemas[name]
        required = node.get("required", ())
        result = {}
        for field, facts in node.get("properties", {}).items():
            # A type that contains itself ends here.
            if field not in required and _name(facts.get("items", facts)) in (*inside, name):
                continue
            result[field] = self._value(field, facts, f"{place}.{field}", (*inside, name))
        return result

    def _value(self, field: str, facts: Mapping[str, Any], place: str, inside: tuple[str, ...]) -> Any:
        if "$ref" in facts:
            name = _name(facts)
            if name not in inside:
                return self._object(name, place, inside)
            return None if facts.get("x-tc-nullable") else {}
        kind = facts.get("type")
        if kind == "array":
            items = facts.get("items", {})
            return [] if _name(items) in inside else [self._value(field, items, f"{place}[0]", inside)]
        if kind == "object":
            return {}
        if known := facts.get("x-tc-known-values"):
            return known[0]
        number = zlib.crc32(f"{self._seed}/{place}".encode())
        if kind in {"integer", "string"} and "x-tc-time" in facts:
            return time_value(facts["x-tc-time"], _moment(number), as_text=kind == "string")
        if kind == "boolean":
            return bool(number % 2)
        if kind in {"integer", "number"}:
            least = facts.get("minimum", 0)
            most = facts.get("maximum", least + _MAX_NUMBER)
            value = least + number % max(int(most - least) + 1, 1)
            return float(value) if kind == "number" else value
        return _text(field, facts, number)


def documented(schemas: Mapping[str, Any], schema: str, content: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of an object that its schema has, at any depth."""

    def kept(node: Mapping[str, Any], value: Any) -> Any:
        if isinstance(value, list):
            return [kept(node.get("items", {}), each) for each in value]
        return documented(schemas, _name(node), value) if isinstance(value, dict) and "$ref" in node else value

    properties = schemas[schema].get("properties", {})
    return {name: kept(properties[name], value) for name, value in content.items() if name in properties}


def _text(field: str, facts: Mapping[str, Any], number: int) -> str:
    kind = facts.get("x-tc-type")
    if kind == "Timestamp":
        return local_text(_moment(number), ZONE)
    if kind == "Timestamp ISO8601":
        return str(time_value({"format": "iso8601"}, _moment(number), as_text=True))
    if kind == "Date":
        return local_text(_moment(number), ZONE)[:10]
    if kind == "Binary":
        return ""
    text = f"{re.sub(r'[^a-z0-9]+', '-', field.lower()).strip('-')}-{number:08x}"
    longest = facts.get("maxLength", len(text))
    return text[-longest:].ljust(facts.get("minLength", 0), "x")


def _moment(number: int) -> int:
    return _FIRST_MOMENT + number % _YEAR


def _name(node: Mapping[str, Any]) -> str:
    return str(node.get("$ref", "")).removeprefix(_OBJECT)
