"""From what stands in the envelope to what a method returns."""

from __future__ import annotations

from copy import copy
from typing import Any, TypeVar

from tencentkit_api.action import Action
from tencentkit_api.meta import Meta
from tencentkit_api.model import Model

from ._pipeline.steps import Outcome
from .errors import ResponseMalformed

_ResponseT = TypeVar("_ResponseT", bound=Model)


class RawResponse(dict[str, Any]):
    """The fields of a response by their wire names, as `call` returns them."""

    meta: Meta = Meta()
    """Facts of the call; see `Meta`."""

    def copy(self) -> RawResponse:
        """A shallow copy, with its `meta`."""
        return copy(self)


def read_response(outcome: Outcome, response: type[_ResponseT], action: Action) -> _ResponseT:
    """The model of an outcome."""
    _warn_of_deprecation(outcome, action)
    try:
        result = response.from_dict(outcome.content)
    except RecursionError as error:
        raise ResponseMalformed(f"the answer to {action.name} is nested too deeply", permanent=True) from error
    result.meta = outcome.meta  # type: ignore[attr-defined] # every response model has it, other models have not
    return result


def read_raw(outcome: Outcome, action: Action) -> RawResponse:
    """The plain fields of an outcome."""
    _warn_of_deprecation(outcome, action)
    result = RawResponse(outcome.content)
    result.meta = outcome.meta
    return result


def _warn_of_deprecation(outcome: Outcome, action: Action) -> None:
    notice = outcome.content.get("DeprecatedWarning")
    if notice:
        from tencentkit_api.deprecation import warn

        warn(f"{action.name}: {notice}")
