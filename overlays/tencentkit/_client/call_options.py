"""Call options: what a view of a client sets for its calls."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from tencentkit_api.action import Action
from tencentkit_api.unset import UNSET, Unset

from .._pipeline.call_state import CallRequest
from .._pipeline.settings import Settings, check_language
from .._validation.headers import check_headers
from .._validation.numbers import check_seconds
from .._validation.objects import described
from ..errors import RequestInvalid

Language = Literal["zh-CN", "en-US"]
_NO_HEADERS: Mapping[str, str] = {}


class CallOptions(NamedTuple):
    """Options of the calls of one view. `UNSET` is the setting of the client."""

    region: str | Unset = UNSET
    timeout: float | Unset | None = UNSET
    deadline: float | Unset | None = UNSET
    headers: Mapping[str, str] = _NO_HEADERS
    language: str | Unset | None = UNSET
    idempotent: bool = False

    def updated(self, *, region: Any, timeout: Any, deadline: Any, headers: Any, language: Any, idempotent: Any) -> CallOptions:
        """Return the options of a view of this one; an option that is `UNSET` keeps its value.

        Raises:
            RequestInvalid: An option is invalid.
        """
        if idempotent is not UNSET and not isinstance(idempotent, bool):
            raise RequestInvalid("idempotent", f"must be True or False, not {described(idempotent)}")
        return CallOptions(
            region=self.region if region is UNSET else check_region(region),
            timeout=self.timeout if timeout is UNSET else check_seconds("timeout", timeout),
            deadline=self.deadline if deadline is UNSET else check_seconds("deadline", deadline),
            headers=self.headers if headers is UNSET else _merged(self.headers, check_headers(headers)),
            language=self.language if language is UNSET else check_language(language),
            idempotent=self.idempotent if idempotent is UNSET else idempotent,
        )


NO_OPTIONS = CallOptions()
"""Options of a client itself."""


def call_request(action: Action, body: bytes, options: CallOptions, settings: Settings) -> CallRequest:
    """Return the request of a call with the options of its view, or else the client's settings.

    Raises:
        RequestInvalid: The action requires a region, or is not available in this one.
    """
    timeout, deadline, language = options.timeout, options.deadline, options.language
    region = settings.region if isinstance(options.region, Unset) else options.region
    if region is None and action.region_required:
        raise RequestInvalid("region", "is required: pass Client(region=…) or with_options(region=…), or set TENCENTCLOUD_REGION")
    if region is not None and action.regions and region not in action.regions:
        raise RequestInvalid("region", f"{region} does not offer {action.name}, which is available in {', '.join(action.regions)}")
    return CallRequest(
        action=action,
        body=body,
        region=region,
        timeout=settings.timeout if isinstance(timeout, Unset) else timeout,
        deadline=settings.deadline if isinstance(deadline, Unset) else deadline,
        headers=options.headers,
        language=settings.language if isinstance(language, Unset) else language,
        idempotent=options.idempotent,
    )


def check_region(region: Any) -> str:
    """Return `region` if it is a valid region name.

    Raises:
        RequestInvalid: It is not.
    """
    if not isinstance(region, str):
        raise RequestInvalid("region", f"must be a string, not {type(region).__name__}")
    if not region:
        raise RequestInvalid("region", "is empty")
    if not region.isascii() or not region.replace("-", "").isalnum():
        raise RequestInvalid("region", "must be letters, digits and hyphens, such as ap-guangzhou")
    return region


def _merged(headers: Mapping[str, str], later: dict[str, str]) -> dict[str, str]:
    """Merge headers; names do not depend on case, and a later value replaces an earlier one."""
    replaced = {name.lower() for name in later}
    return {name: value for name, value in headers.items() if name.lower() not in replaced} | later
