"""Request serializer, and what the lean transports refuse."""

from __future__ import annotations

from functools import lru_cache

from ...errors import RequestInvalid
from .._origin import Origin, parse_origin
from .._types import HttpRequest

_NAME = b"!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""Characters of a header name."""
VISIBLE = bytes(range(0x21, 0x7F))
"""Characters of a header value, except blanks. h11 accepts more."""
_VISIBLE_OR_SPACE = VISIBLE + b" "


def prepared(request: HttpRequest) -> tuple[Origin, bytes]:
    """Return the origin of `request`, and its serialized head and body.

    Raises:
        RequestInvalid: The URL or a header is unusual; `HttpxTransport` may send it.
    """
    origin = parse_origin(request.url)
    if origin is None:
        raise RequestInvalid("base_url", f"{request.url!r} is not a plain URL with http or https, which the lean transports require")
    data = request_bytes(request, origin.target)
    if data is None:
        name = next((name for name, value in request.headers if _header_lines.__wrapped__(((name, value),)) is None), "")
        rule = "the lean transports send only plain header names and ASCII values without outer blanks"
        raise RequestInvalid("headers", f"{name!r}: {rule}" if name else rule)
    return origin, data


def request_bytes(request: HttpRequest, target: str) -> bytes | None:
    """Return the serialized request, head and body; `None` if the head is unusual."""
    steady = request.headers[: request.steady]
    fixed, others = _header_lines(steady), _header_lines.__wrapped__(request.headers[request.steady :])
    if fixed is None or others is None or not request.headers or request.method not in {"GET", "POST"}:
        return None
    return b"".join((f"{request.method} {target} HTTP/1.1\r\n".encode("ascii"), fixed, others, b"\r\n", request.body))


@lru_cache(maxsize=64)
def _header_lines(headers: tuple[tuple[str, str], ...]) -> bytes | None:
    """Return the serialized headers; `None` if one is unusual. The cache is for those that are the same in every request."""
    lines = "".join([f"{name}: {value}\r\n" for name, value in headers])
    if " \r\n" in lines or ":  " in lines or not lines.isascii():
        return None  # a value is empty, or has leading or trailing blanks
    for name, _ in headers:
        if name not in _names and lower_name(name) is None:
            return None
    encoded = lines.encode("ascii")
    # One line end for each header: no value injects a header.
    return encoded if encoded.translate(None, _VISIBLE_OR_SPACE) == b"\r\n" * len(headers) else None


_names: dict[str, str] = {}
"""Cache of valid names in lower case. A program uses some dozens of them."""
_MAX_NAMES, _MAX_NAME_LENGTH = 256, 64


def lower_name(name: str) -> str | None:
    """Return `name` in lower case; `None` if it is not a header name."""
    known = _names.get(name)
    if known is not None:
        return known
    # Deleting the allowed characters is much faster than a regular expression.
    if not name or not name.isascii() or name.encode("ascii").translate(None, _NAME):
        return None
    lower = name.lower()
    if len(name) <= _MAX_NAME_LENGTH and len(_names) < _MAX_NAMES:
        _names[name] = lower
    return lower
