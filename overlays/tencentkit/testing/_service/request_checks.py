"""What every request must be before its action is looked at.

Source: the protocol's sections "Request" and "Common error codes". The codes are documented; which of two faults is
told first, and the code of a wrong content type, are the fake's own choice.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from attrs import frozen

from .refusal import Refusal

MAXIMUM_BYTES = 10 * 1024 * 1024
"""Largest body of a request that is signed with TC3."""

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
_JSON = re.compile(r"application/json(?: *; *charset=utf-8)?", re.IGNORECASE)
_REGION = re.compile(r"[a-z]{2}(?:-[a-z]+)+")
_REQUEST_CLIENT = re.compile(r"[0-9a-zA-Z\-_,;.]{1,128}")
_LANGUAGES = frozenset({"zh-CN", "en-US"})


@frozen(slots=False)  # for cached_property
class Arrival:
    """A request as received: names of headers in lower case."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes

    def header(self, name: str) -> str:
        """The header's value; empty where it is absent."""
        return self.headers.get(name, "")

    @property
    def action(self) -> str:
        """The action that is asked for."""
        return self.header("x-tc-action")

    @property
    def host(self) -> str:
        """The host's name without its port."""
        return re.sub(r":[0-9]*$", "", self.header("host").lower())

    def parameters(self) -> dict[str, Any]:
        """The body.

        Raises:
            Refusal: It is no JSON object, or one that readers would disagree about.
        """
        if isinstance(self._content, str):
            raise Refusal("InvalidParameter", self._content)
        return self._content

    @cached_property
    def _content(self) -> dict[str, Any] | str:
        """The body, read once; or what is wrong with it."""
        try:
            content = json.loads(self.body.decode(), object_pairs_hook=_without_repetition, parse_constant=_no_number)
            if b"\\u" in self.body:
                # "\ud800" is JSON, but no text that UTF-8 could answer with.
                json.dumps(content, ensure_ascii=False).encode()
        except (ValueError, RecursionError):
            return "The body is not valid JSON."
        return content if isinstance(content, dict) else "The body must be a JSON object."


def check_form(arrival: Arrival) -> None:
    """Refuse what is not a request of this protocol.

    Raises:
        Refusal: Method, path, size or content type is wrong.
    """
    if arrival.method != "POST":
        raise Refusal("UnsupportedProtocol", f"This fake answers POST, not {arrival.method}; GET is not emulated.")
    if arrival.target != "/":
        raise Refusal("InvalidRequest", "The path is always `/`, without a query.")
    if len(arrival.body) > MAXIMUM_BYTES:
        raise Refusal("RequestSizeLimitExceeded", f"The body is larger than {MAXIMUM_BYTES} bytes.")
    if not _JSON.fullmatch(arrival.header("content-type")):
        raise Refusal("UnsupportedProtocol", "The content type must be `application/json`; no other is emulated.")


def check_host(host: str, service: str, accepted: frozenset[str]) -> None:
    """Refuse a host that does not belong to `service`.

    Raises:
        Refusal: The host is neither one of the service's, nor loopback, nor in `accepted`.
    """
    ours = rf"{service}(?:\.{_REGION.pattern})?(?:\.intl)?\.tencentcloudapi\.com"
    if host not in _LOOPBACK and host not in accepted and not re.fullmatch(ours, host):
        raise Refusal("NoSuchProduct", f"`{host}` is no host of the service `{service}`.")


def check_common_parameters(arrival: Arrival, version: str, *, region_required: bool) -> None:
    """Refuse headers that are missing or wrong, whatever the action does.

    Args:
        arrival: The request.
        version: The only version there is.
        region_required: Whether the action needs a region.

    Raises:
        Refusal: `X-TC-Action`, `X-TC-Version`, `X-TC-Region`, `X-TC-Language` or `X-TC-RequestClient` is not right.
    """
    for name in ("X-TC-Action", "X-TC-Version", *(("X-TC-Region",) if region_required else ())):
        if not arrival.header(name.lower()):
            raise Refusal("MissingParameter", f"The request has no header `{name}`.")
    if arrival.header("x-tc-version") != version:
        raise Refusal("NoSuchVersion", f"The version must be `{version}`.")
    region = arrival.header("x-tc-region")
    if region and not _REGION.fullmatch(region):
        raise Refusal("UnsupportedRegion", f"`{region}` cannot be a region.")
    if arrival.header("x-tc-language") not in {"", *_LANGUAGES}:
        raise Refusal("InvalidParameter", "The header `X-TC-Language` must be zh-CN or en-US.")
    if arrival.header("x-tc-requestclient") and not _REQUEST_CLIENT.fullmatch(arrival.header("x-tc-requestclient")):
        raise Refusal("InvalidParameter", "The header `X-TC-RequestClient` is too long or holds a character it must not.")


def _without_repetition(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ValueError("a name stands twice")
    return result


def _no_number(text: str) -> Any:
    raise ValueError(f"{text} is no JSON")
