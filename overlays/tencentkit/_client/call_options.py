"""Arguments that every call takes beside the action's own, checked before anything is sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

from tencentkit_api.action import Action, CallOptions
from tencentkit_api.unset import UNSET

from .._pipeline.settings import Settings
from .._pipeline.steps import CallRequest
from .._validation.headers import check_headers
from .._validation.numbers import check_seconds as check_seconds
from ..errors import RequestInvalid


def call_request(action: Action, body: bytes, options: CallOptions, settings: Settings) -> CallRequest:
    """Join what this call says and what the client was told.

    Raises:
        RequestInvalid: An option can never be right.
    """
    region = settings.region if options.region is UNSET else check_region(options.region)
    if region is None and action.region_required:
        raise RequestInvalid("region", "is required: pass region= or set TENCENTCLOUD_REGION")
    if region is not None and action.regions and region not in action.regions:
        raise RequestInvalid("region", f"{region} does not serve {action.name}: {', '.join(action.regions)}")
    return CallRequest(
        action=action,
        body=body,
        region=region,
        timeout=settings.timeout if options.timeout is UNSET else check_seconds("timeout", options.timeout),
        deadline=settings.deadline if options.deadline is UNSET else check_seconds("deadline", options.deadline),
        headers={} if options.headers is UNSET else check_headers(options.headers),
    )


def check_region(region: Any) -> str:
    """`region`, if it can stand in a header."""
    if not isinstance(region, str):
        raise RequestInvalid("region", f"must be a string, not {type(region).__name__}")
    if not region:
        raise RequestInvalid("region", "is empty")
    if not region.isascii() or not region.replace("-", "").isalnum():
        raise RequestInvalid("region", "must be letters, digits and hyphens, such as ap-guangzhou")
    return region


def refuse_arguments(
    action: Action,
    positional: Sequence[Any],
    arguments: Mapping[str, Any],
    *,
    required: frozenset[str],
    known: Sequence[str],
) -> NoReturn:
    """Say which argument does not fit the method of `action`.

    Raises:
        RequestInvalid: Always.
    """
    if positional:
        raise RequestInvalid("positional argument", f"{action.name} takes keyword arguments only")
    for name in arguments:
        if name not in known:
            from .._validation.suggestions import nearest

            close = nearest(name, known)
            hint = f"; did you mean {close}?" if close else f" (it takes {', '.join(known)})"
            raise RequestInvalid(name, f"is not known to {action.name}{hint}")
    missing = next(name for name in known if name in required and name not in arguments)
    raise RequestInvalid(missing, f"is required by {action.name}")
