"""Requests and answers, checked against the schemas that the client was generated from.

Source: `schemas.json` of `tencentkit_api.scf`, the component schemas of the spec.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import jsonschema_rs

from .refusal import Refusal

_PACKAGE = "tencentkit_api.scf"
# Which of several faults of one request is told first.
_ORDER = {"required": 0, "additionalProperties": 1, "type": 2}


class SchemaViolation(AssertionError):
    """An answer of the fake breaks the schemas: a bug of the fake, not of the program under test."""


class Schemas:
    """One compiled validator for each request and response."""

    def __init__(self, schemas: Mapping[str, Any]) -> None:
        closed = {name: _closed(schema) for name, schema in schemas.items()}
        self._validators = {
            name: jsonschema_rs.validator_for({"$ref": f"#/components/schemas/{name}", "components": {"schemas": closed}})
            for name in closed
            if name.endswith(("Request", "Response"))
        }

    def check_request(self, action: str, parameters: dict[str, Any], documented: tuple[str, ...]) -> None:
        """Refuse parameters that the page does not allow.

        Args:
            action: The action's name.
            parameters: The body.
            documented: Codes that the page lists; the one for a parameter is used where there is one.

        Raises:
            Refusal: A parameter is missing, unknown, of the wrong type or out of its range.
        """
        validator = self._validators[f"{action}Request"]
        if validator.is_valid(parameters):
            return
        errors = sorted(validator.iter_errors(parameters), key=lambda error: _ORDER.get(error.kind.name, 3))
        raise _refusal(errors[0], documented)

    def check_response(self, action: str, result: dict[str, Any]) -> None:
        """Make sure that an answer holds what the page promises and nothing else.

        Raises:
            SchemaViolation: It does not.
        """
        for error in self._validators[f"{action}Response"].iter_errors(result):
            path = ".".join(map(str, error.instance_path))
            raise SchemaViolation(f"the fake's answer to {action}: {path or 'the answer'}: {error.message}")


@cache
def published_schemas() -> Schemas:
    """The schemas of the installed `tencentkit_api.scf`, compiled once a process."""
    text = files(_PACKAGE).joinpath("schemas.json").read_text(encoding="utf-8")
    return Schemas(json.loads(text))


def _closed(schema: Any) -> Any:
    """`schema` with every object closed, and with nullable properties taking null."""
    if isinstance(schema, list):
        return [_closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    result = {name: _closed(item) for name, item in schema.items()}
    # A property may be named "type" or "properties"; only a keyword's value has these shapes.
    if result.get("type") == "object" and isinstance(result.get("properties"), dict):
        result["additionalProperties"] = False
    if result.pop("x-tc-nullable", None) is True:
        return {"anyOf": [result, {"type": "null"}]}
    return result


def _refusal(error: jsonschema_rs.ValidationError, documented: tuple[str, ...]) -> Refusal:
    kind = error.kind
    path = [str(part) for part in error.instance_path]
    if isinstance(kind, jsonschema_rs.ValidationErrorKind.Required):
        return Refusal("MissingParameter", f"The parameter `{'.'.join([*path, kind.property])}` is missing.")
    if isinstance(kind, jsonschema_rs.ValidationErrorKind.AdditionalProperties):
        return Refusal("UnknownParameter", f"The parameter `{'.'.join([*path, kind.unexpected[0]])}` is not known.")
    where = ".".join(path)
    if isinstance(kind, jsonschema_rs.ValidationErrorKind.Type):
        return Refusal("InvalidParameter", f"The parameter `{where}` has the wrong type.")
    code = f"InvalidParameterValue.{path[0]}"
    return Refusal(code if code in documented else "InvalidParameterValue", f"The parameter `{where}` has a value out of range.")
