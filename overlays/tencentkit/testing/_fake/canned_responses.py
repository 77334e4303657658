"""Answers that a test gives for actions whose behaviour the fake does not have."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any

from .._service.schema_check import Schemas

Result = Mapping[str, Any] | Callable[[dict[str, Any]], Mapping[str, Any]]
"""What an action answers: the content of its response with wire names, or what makes it of the request's parameters."""


class Results:
    """One standing answer an action, checked against the schema that the client was generated from."""

    def __init__(self, schemas: Schemas) -> None:
        self._schemas = schemas
        self._results: dict[str, Result] = {}

    def set(self, action: str, result: Result) -> None:
        """Answer `action` with `result` from now on.

        Raises:
            SchemaViolation: The page does not allow such an answer.
        """
        if not callable(result):
            result = copy.deepcopy(dict(result))
            self._schemas.check_response(action, {"RequestId": "", **result})
        self._results[action] = result

    def run(self, action: str, parameters: dict[str, Any]) -> dict[str, Any] | None:
        """The answer to one request; `None` where none was given.

        Raises:
            TypeError: A callable gave no mapping.
        """
        result = self._results.get(action)
        if result is None:
            return None
        if not callable(result):
            return dict(result)
        made = result(copy.deepcopy(parameters))
        if not isinstance(made, Mapping):
            raise TypeError(f"what answers {action} must give a mapping with wire names, not {type(made).__name__}")
        return dict(made)
