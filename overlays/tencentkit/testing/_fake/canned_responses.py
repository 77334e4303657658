"""Canned responses for actions that the fake does not emulate."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any

from .._service.schema_check import SchemaValidator

CannedResponse = Mapping[str, Any] | Callable[[dict[str, Any]], Mapping[str, Any]]
"""Content of a response with wire names, or a function that returns it from the request's parameters."""


class CannedResponses:
    """At most one canned response per action, validated against the schema from which the client is generated."""

    def __init__(self, schemas: SchemaValidator) -> None:
        self._schemas = schemas
        self._responses: dict[str, CannedResponse] = {}

    def set(self, action: str, response: CannedResponse) -> None:
        """Set the response to `action`.

        Raises:
            SchemaViolation: The response does not match the schema.
        """
        if not callable(response):
            response = copy.deepcopy(dict(response))
            self._schemas.check_response(action, {"RequestId": "", **response})
        self._responses[action] = response

    def get(self, action: str, parameters: dict[str, Any]) -> dict[str, Any] | None:
        """Return the response to a request; `None` if none is set.

        Raises:
            TypeError: A function returned something other than a mapping.
        """
        response = self._responses.get(action)
        if response is None:
            return None
        if not callable(response):
            return dict(response)
        content = response(copy.deepcopy(parameters))
        if not isinstance(content, Mapping):
            raise TypeError(f"the response to {action} must be a mapping with wire names, not {type(content).__name__}")
        return dict(content)
