"""Checks that apply to every request, before its action is executed.

Source: docs/design/protocol.md, sections "Request and size limits" and "Common error codes". The documentation specifies neither the
order of the checks nor the code for a wrong content type; the fake defines both.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from attrs import frozen

from .service_error import ServiceError

MAX_BODY_BYTES = 10 * 1024 * 1024
"""Largest body of a request signed with TC3."""

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
_JSON = re.compile(r"application/json(?: *; *charset=utf-8)?", re.IGNORECASE)
_REGION = re.compile(r"[a-z]{2}(?:-[a-z]+)+")
_REQUEST_CLIENT = re.compile(r"[0-9a-zA-Z\-_,;.]{1,128}")
_LANGUAGES = frozenset({"zh-CN", "en-US"})


@frozen(slots=False)  # for cached_property
class ReceivedRequest:
    """A request as received; header names are in lower case."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes

    def header(self, name: str) -> str:
        """Return the value of a header; empty if it is missing."""
        return self.headers.get(name, "")

    @property
    def action(self) -> str:
        """Name of the requested action."""
        return self.header("x-tc-action")

    @property
    def host(self) -> str:
        """Host name without the port."""
        return re.sub(r":[0-9]*$", "", self.header("host").lower())

    def parameters(self) -> dict[str, Any]:
        """Return the parsed body.

        Raises:
            ServiceError: The body is not a JSON object, or is ambiguous JSON.
        """
        if isinstance(self._content, str):
            raise ServiceError("InvalidParameter", self._content)
        return self._content

    @cached_property
    def _content(self) -> dict[str, Any] | str:
        """The body, parsed once, or the error message."""
        try:
            content = json.loads(self.body.decode(), object_pairs_hook=_unique_names, parse_constant=_reject_constant)
            if b"\\u" in self.body:
                # "\ud800" is JSON, but UTF-8 cannot encode it in a response.
                json.dumps(content, ensure_ascii=False).encode()
        except (ValueError, RecursionError):
            return "The body is not valid JSON."
        return content if isinstance(content, dict) else "The body must be a JSON object."


def check_form(received: ReceivedRequest) -> None:
    """Check method, path, size and content type.

    Raises:
        ServiceError: One of them is wrong.
    """
    if received.method != "POST":
        raise ServiceError("UnsupportedProtocol", f"This fake supports POST, not {received.method}; GET is not emulated.")
    if received.target != "/":
        raise ServiceError("InvalidRequest", "The path must be `/`, without a query.")
    if len(received.body) > MAX_BODY_BYTES:
        raise ServiceError("RequestSizeLimitExceeded", f"The body is larger than {MAX_BODY_BYTES} bytes.")
    if not _JSON.fullmatch(received.header("content-type")):
        raise ServiceError("UnsupportedProtocol", "The content type must be `application/json`; others are not emulated.")


def check_host(host: str, service: str, accepted: frozenset[str]) -> None:
    """Check the host name.

    Raises:
        ServiceError: The host is neither a host of `service`, nor loopback, nor in `accepted`.
    """
    pattern = rf"{service}(?:\.{_REGION.pattern})?(?:\.intl)?\.tencentcloudapi\.com"
    if host not in _LOOPBACK and host not in accepted and not re.fullmatch(pattern, host):
        raise ServiceError("NoSuchProduct", f"`{host}` is not a host of the service `{service}`.")


def check_common_parameters(received: ReceivedRequest, version: str, *, region_required: bool) -> None:
    """Check the headers that are common to all actions.

    Args:
        received: The request.
        version: The only supported version.
        region_required: Whether the action requires a region.

    Raises:
        ServiceError: `X-TC-Action`, `X-TC-Version`, `X-TC-Region`, `X-TC-Language` or `X-TC-RequestClient` is missing or invalid.
    """
    for name in ("X-TC-Action", "X-TC-Version", *(("X-TC-Region",) if region_required else ())):
        if not received.header(name.lower()):
            raise ServiceError("MissingParameter", f"The request has no header `{name}`.")
    if received.header("x-tc-version") != version:
        raise ServiceError("NoSuchVersion", f"The version must be `{version}`.")
    region = received.header("x-tc-region")
    if region and not _REGION.fullmatch(region):
        raise ServiceError("UnsupportedRegion", f"`{region}` is not a valid region.")
    if received.header("x-tc-language") not in {"", *_LANGUAGES}:
        raise ServiceError("InvalidParameter", "The header `X-TC-Language` must be zh-CN or en-US.")
    if received.header("x-tc-requestclient") and not _REQUEST_CLIENT.fullmatch(received.header("x-tc-requestclient")):
        raise ServiceError("InvalidParameter", "The header `X-TC-RequestClient` is too long or contains an invalid character.")


def _unique_names(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ValueError("duplicate name in a JSON object")
    return result


def _reject_constant(text: str) -> Any:
    raise ValueError(f"{text} is not JSON")
