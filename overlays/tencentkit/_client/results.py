"""Results of a call: response models and raw responses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from tencentkit_api.action import Action
from tencentkit_api.model import Model

from .._pipeline.steps import CallResult
from ..errors import ResponseMalformed
from ..responses import RawResponse

_ResponseT = TypeVar("_ResponseT", bound=Model)


def model_result(
    result: CallResult, response: type[_ResponseT], action: Action, facts_of: Callable[[Action], dict[str, Any]]
) -> _ResponseT:
    """Return the response model of a call.

    Args:
        result: Result of the call.
        response: Class of the model.
        action: The action.
        facts_of: Returns action, region and host for an error.

    Raises:
        ResponseMalformed: The result is nested too deeply.
    """
    _warn_of_deprecation(result, action)
    try:
        model = response.from_dict(result.content)
    except RecursionError as error:
        facts = {**facts_of(action), "attempts": result.meta.attempts, "maybe_executed": not action.read_only}
        raise ResponseMalformed(f"the response to {action.name} is nested too deeply", permanent=True, facts=facts) from error
    model.meta = result.meta  # type: ignore[attr-defined] # every response model has it, other models do not
    return model


def raw_result(result: CallResult, action: Action) -> RawResponse:
    """Return the response fields of a call by their wire names."""
    _warn_of_deprecation(result, action)
    raw = RawResponse(result.content)
    raw.meta = result.meta
    return raw


def _warn_of_deprecation(result: CallResult, action: Action) -> None:
    notice = result.content.get("DeprecatedWarning")
    if notice:
        from tencentkit_api.deprecation import warn

        warn(f"{action.name}: {notice}")
