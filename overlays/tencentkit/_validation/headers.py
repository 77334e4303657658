"""Validation of request headers from callers and hooks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..errors import RequestInvalid

_RESERVED = frozenset(
    {
        "accept-encoding",
        "authorization",
        "connection",
        "content-encoding",
        "content-length",
        "content-type",
        "cookie",
        "expect",
        "host",
        "keep-alive",
        "proxy-authorization",
        "proxy-connection",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
        "user-agent",
        "x-tc-action",
        "x-tc-content-sha256",
        "x-tc-language",
        "x-tc-region",
        "x-tc-requestclient",
        "x-tc-timestamp",
        "x-tc-token",
        "x-tc-version",
    }
)


def check_headers(headers: Any, *, keep_last: bool = False) -> dict[str, str]:
    """Return a copy of `headers` if they can be sent beside the client's own.

    Args:
        headers: Names and values.
        keep_last: Whether a later header replaces an earlier one of the same name in another case.

    Raises:
        RequestInvalid: A name or value is invalid, or the client sets that header itself.
    """
    if not isinstance(headers, Mapping):
        raise RequestInvalid("headers", f"must be a mapping, not {type(headers).__name__}")
    checked: dict[str, tuple[str, str]] = {}
    for name, value in headers.items():
        if not isinstance(name, str) or not isinstance(value, str):
            raise RequestInvalid("headers", "must map strings to strings")
        if not name.isascii() or not name.replace("-", "").replace("_", "").isalnum():
            raise RequestInvalid("headers", f"{name!r} is not a valid header name")
        if name.lower() in _RESERVED:
            option = {"x-tc-region": "; pass region=", "x-tc-language": "; pass language="}.get(name.lower(), "")
            raise RequestInvalid("headers", f"{name} is set by the client{option}")
        if name.lower() in checked and not keep_last:
            raise RequestInvalid("headers", f"{name} appears twice")
        checked[name.lower()] = name, value
        if not value.isascii() or not value.isprintable() or value != value.strip():
            raise RequestInvalid("headers", f"the value of {name} contains a character that HTTP does not allow")
    return dict(checked.values())
