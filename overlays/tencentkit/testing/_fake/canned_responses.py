"""Responses that a test sets for an action."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tencentkit_api.model import Model

from ...errors import ApiError
from .._service.emulated_product import EmulatedProduct
from .._service.service_error import ServiceError

ResponseContent = Mapping[str, Any] | Model
"""Content of a response, without `RequestId`: wire names, or a model."""
CannedResponse = ResponseContent | Callable[[dict[str, Any]], ResponseContent]
"""Content of a response, or a function that returns it from the parameters of the request. The function may raise an `ApiError`."""
ResponseSequence = Sequence[CannedResponse | ApiError]
"""Responses to consecutive requests; the last one repeats."""


class CannedResponses:
    """The canned responses of each action, validated against the schemas from which the client is generated."""

    def __init__(self, product: EmulatedProduct) -> None:
        self._product = product
        self._responses: dict[str, list[CannedResponse | ApiError]] = {}
        self._events: dict[str, list[dict[str, Any]]] = {}

    def set(self, action: str, response: CannedResponse | ApiError | ResponseSequence) -> None:
        """Set the response to `action`, or the responses to consecutive requests.

        Raises:
            SchemaViolation: A response does not match the schema.
            TypeError: `response` is neither a response nor a list of responses.
            ValueError: `response` is an empty list.
        """
        responses = list(response) if isinstance(response, list | tuple) else [response]
        if not responses:
            raise ValueError(f"the list of responses to {action} is empty")
        self._responses[action] = [self._checked(action, each) for each in responses]

    def get(self, action: str, parameters: dict[str, Any]) -> dict[str, Any] | None:
        """Return the response to a request; `None` if none is set.

        Raises:
            ServiceError: The response is an error.
            TypeError: A function returned something other than a response.
        """
        responses = self._responses.get(action)
        if responses is None:
            return None
        response = responses.pop(0) if len(responses) > 1 else responses[0]
        try:
            if isinstance(response, ApiError):
                raise response
            if callable(response):
                response = response(copy.deepcopy(parameters))
        except ApiError as error:
            raise ServiceError(error.code, error.message) from None
        return _content(action, response)

    def set_events(self, action: str, events: Sequence[ResponseContent], complete: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
        """Set the events of a response that is a stream.

        Args:
            action: The action.
            events: Contents of the events.
            complete: Returns an event with the required fields that it lacks, for the check.

        Raises:
            SchemaViolation: An event has an unknown field or a value of a wrong type.
        """
        contents = [copy.deepcopy(_content(action, event)) for event in events]
        for content in contents:
            self._product.validator.check_response(action, complete(content))
        self._events[action] = contents

    def events(self, action: str) -> list[dict[str, Any]] | None:
        """Return the events of a response that is a stream; `None` if none are set."""
        return self._events.get(action)

    def _checked(self, action: str, response: Any) -> Any:
        if isinstance(response, ApiError) or callable(response):
            return response
        content = copy.deepcopy(_content(action, response))
        self._product.validator.check_response(action, {"RequestId": "", **content})
        return content


def _content(action: str, response: Any) -> dict[str, Any]:
    if isinstance(response, Model):
        response = response.to_dict()
        response.pop("RequestId", None)
    if not isinstance(response, Mapping):
        raise TypeError(f"the response to {action} must be a mapping with wire names or a model, not {type(response).__name__}")
    return dict(response)
