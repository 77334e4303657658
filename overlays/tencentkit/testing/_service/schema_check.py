"""Validation of requests and responses against the schemas from which the client is generated.

Source: `schemas.json` of the generated package, the component schemas of the spec.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import jsonschema_rs

from .service_error import ServiceError
from .time_formats import time_schema

_REFERENCE = "#/components/schemas/"
_OBSERVED = "x-tc-observed"
_TYPES = frozenset({"null", "boolean", "integer", "number", "string", "array", "object"})
# Order in which the errors of one request are reported.
_ERROR_ORDER = {"required": 0, "additionalProperties": 1, "type": 2}


class SchemaViolation(AssertionError):
    """A response of the fake does not match the schema: a bug in the fake or in `fake.on`, not in the program under test."""


class SchemaValidator:
    """Validators of requests and responses, compiled on first use.

    Args:
        schemas: The named schemas, as `schemas.json` has them.
    """

    def __init__(self, schemas: Mapping[str, Any]) -> None:
        self._schemas = schemas
        self._validators: dict[str, jsonschema_rs.Validator] = {}

    def check_request(self, action: str, parameters: dict[str, Any], documented: tuple[str, ...]) -> None:
        """Validate the parameters of a request.

        Args:
            action: The action's name.
            parameters: The body.
            documented: Codes that the page lists; used if one is specific to the parameter.

        Raises:
            ServiceError: A parameter is missing, unknown, of the wrong type or out of range.
        """
        validator = self._validator(f"{action}Request")
        if validator.is_valid(parameters):
            return
        errors = sorted(validator.iter_errors(parameters), key=lambda error: _ERROR_ORDER.get(error.kind.name, 3))
        raise _service_error(errors[0], documented)

    def check_response(self, action: str, result: dict[str, Any]) -> None:
        """Validate a response: every documented field, and no other, with the values that documented examples have.

        Raises:
            SchemaViolation: The response does not match the schema.
        """
        for error in self._validator(f"{action}Response").iter_errors(result):
            path = ".".join(map(str, error.instance_path))
            raise SchemaViolation(f"invalid response of the fake to {action}: {path or 'top level'}: {error.message}")

    def _validator(self, name: str) -> jsonschema_rs.Validator:
        """Return the validator of a named schema. A type may be on both sides: a request takes the documented type only."""
        if name not in self._validators:
            is_response = name.endswith("Response")
            closed = {each: _closed(self._schemas[each], is_response=is_response) for each in _reachable(name, self._schemas)}
            self._validators[name] = jsonschema_rs.validator_for({"$ref": f"{_REFERENCE}{name}", "components": {"schemas": closed}})
        return self._validators[name]


def _reachable(name: str, schemas: Mapping[str, Any]) -> list[str]:
    """Return the names of a schema and of those that it refers to, at any depth."""
    found = [name]
    for each in found:
        for node in schemas[each].get("properties", {}).values():
            inner = node
            while "items" in inner:
                inner = inner["items"]
            reference = inner.get("$ref", "").removeprefix(_REFERENCE)
            if reference and reference not in found:
                found.append(reference)
    return found


def _closed(schema: dict[str, Any], *, is_response: bool) -> dict[str, Any]:
    """Return a named schema with additional properties forbidden and, in a response, the observed values accepted."""
    properties: dict[str, Any] = schema.get("properties", {})
    result = schema | {"properties": {name: _value(node, is_response=is_response) for name, node in properties.items()}}
    if is_response:
        left_out = {name for name, node in properties.items() if "missing" in node.get(_OBSERVED, ())}
        result["required"] = [name for name in schema.get("required", ()) if name not in left_out]
    return result | {"additionalProperties": False}


def _value(node: dict[str, Any], *, is_response: bool) -> dict[str, Any]:
    """Return the schema of a value: the documented type, null if it is nullable, and what examples of responses have beside it."""
    observed = node.get(_OBSERVED, {}) if is_response else {}
    result = {key: value for key, value in node.items() if key not in {_OBSERVED, "x-tc-nullable", *observed}}
    if "items" in node:
        result["items"] = _value(node["items"], is_response=is_response)
    if is_response and "x-tc-time" in node:
        result["allOf"] = [time_schema(node["x-tc-time"])]
    others = {kind for kind in observed if kind in _TYPES} | ({"null"} if node.get("x-tc-nullable") is True else set())
    return {"anyOf": [result, {"type": sorted(others)}]} if others else result


def _service_error(error: jsonschema_rs.ValidationError, documented: tuple[str, ...]) -> ServiceError:
    kind = error.kind
    path = [str(part) for part in error.instance_path]
    if isinstance(kind, jsonschema_rs.ValidationErrorKind.Required):
        return ServiceError("MissingParameter", f"The parameter `{'.'.join([*path, kind.property])}` is missing.")
    if isinstance(kind, jsonschema_rs.ValidationErrorKind.AdditionalProperties):
        return ServiceError("UnknownParameter", f"The parameter `{'.'.join([*path, kind.unexpected[0]])}` is unknown.")
    where = ".".join(path)
    if isinstance(kind, jsonschema_rs.ValidationErrorKind.Type):
        return ServiceError("InvalidParameter", f"The parameter `{where}` has the wrong type.")
    code = f"InvalidParameterValue.{path[0]}"
    return ServiceError(code if code in documented else "InvalidParameterValue", f"The parameter `{where}` is out of range.")
