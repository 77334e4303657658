"""A request as bytes, and the origin that it goes to."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from .._types import HttpRequest

_NAME = b"!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""What a header's name is made of."""
SEEN = bytes(range(0x21, 0x7F))
"""What a header's value is made of, beside blanks: narrower than what h11 lets pass, so that what does not fit is left to it."""
_SEEN_OR_SPACE = SEEN + b" "
_PLAIN = re.compile(r"(https?)://([A-Za-z0-9._-]+)(?::([0-9]{1,5}))?(/[\w.~!$&()*+,;=:@/-]*)?(\?[\w.~!$&()*+,;=:@/-]+)?", re.ASCII)
_HIGHEST_PORT = 65535


class Origin(NamedTuple):
    """Where connections lead, and what is asked for there."""

    host: str
    port: int
    tls: bool
    target: str


def origin(url: str) -> Origin | None:
    """The origin of `url`; `None` for what httpx should look at: whatever it might read, or write, in another way."""
    plain = _PLAIN.fullmatch(url)
    if plain is None:
        return None
    scheme, host, port, path, query = plain.groups()
    if "/." in (path or "") or (port is not None and not 0 < int(port) <= _HIGHEST_PORT):
        return None
    tls = scheme == "https"
    return Origin(host.lower(), int(port) if port else 443 if tls else 80, tls, (path or "/") + (query or ""))


def request_bytes(request: HttpRequest, target: str) -> bytes | None:
    """The whole request, head and body in one piece; `None` for a head that httpx should look at."""
    steady = request.headers[: request.steady]
    before, others = _lines(steady), _lines.__wrapped__(request.headers[request.steady :])
    if before is None or others is None or not request.headers or request.method not in {"GET", "POST"}:
        return None
    return b"".join((f"{request.method} {target} HTTP/1.1\r\n".encode("ascii"), before, others, b"\r\n", request.body))


@lru_cache(maxsize=64)
def _lines(headers: tuple[tuple[str, str], ...]) -> bytes | None:
    """`headers` as they are sent; `None` where httpx should look at them. Kept for those that are the same each time."""
    lines = "".join([f"{name}: {value}\r\n" for name, value in headers])
    if " \r\n" in lines or ":  " in lines or not lines.isascii():
        return None  # blanks around a value, or no value
    for name, _ in headers:
        if name not in _names and lower_name(name) is None:
            return None
    encoded = lines.encode("ascii")
    # As many ends of lines as headers: no value smuggles one in.
    return encoded if encoded.translate(None, _SEEN_OR_SPACE) == b"\r\n" * len(headers) else None


_names: dict[str, str] = {}
"""Names that were looked at before, in lower case: there are some dozens of them in a program's life."""
_KEPT, _SHORT = 256, 64


def lower_name(name: str) -> str | None:
    """`name` in lower case; `None` where it can be no header's name."""
    known = _names.get(name)
    if known is not None:
        return known
    # To delete what is allowed, and look whether anything is left, is much faster than a pattern.
    if not name or not name.isascii() or name.encode("ascii").translate(None, _NAME):
        return None
    lower = name.lower()
    if len(name) <= _SHORT and len(_names) < _KEPT:
        _names[name] = lower
    return lower
