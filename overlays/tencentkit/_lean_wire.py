"""A request as bytes, and the origin that it goes to."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from .transport import HttpRequest

_NAME = b"!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""What a header's name is made of."""
SEEN = bytes(range(0x21, 0x7F))
"""What a header's value is made of, beside blanks: narrower than what h11 lets pass, so that what does not fit is left to it."""
_SEEN_OR_SPACE = SEEN + b" "
_TARGET = re.compile(r"/[\x21-\x7e]*")


class Origin(NamedTuple):
    """Where connections lead, and what is asked for there."""

    host: str
    port: int
    tls: bool
    target: str


def origin(url: str) -> Origin | None:
    """The origin of `url`; `None` for what httpx should look at."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    target = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username is not None or parts.fragment:
        return None
    if not url.isascii() or not _TARGET.fullmatch(target):
        return None
    tls = parts.scheme == "https"
    return Origin(parts.hostname, port if port is not None else 443 if tls else 80, tls, target)


def request_bytes(request: HttpRequest, target: str) -> bytes | None:
    """The whole request, head and body in one piece; `None` for a head that httpx should look at."""
    lines = [f"{name}: {value}\r\n" for name, value in request.headers]
    head = "".join(lines)
    if request.method not in {"GET", "POST"} or not head.isascii() or not are_names([name for name, _ in request.headers]):
        return None
    if " \r\n" in head or ":  " in head:
        return None  # blanks around a value, or no value
    data = f"{request.method} {target} HTTP/1.1\r\n{head}\r\n".encode("ascii")
    # As many ends of lines as headers, and the two around them: no value smuggles one in.
    if data.translate(None, _SEEN_OR_SPACE) != b"\r\n" * (len(lines) + 2):
        return None
    return data + request.body


def are_names(names: list[str]) -> bool:
    """Whether each can be a header's name. To delete what is allowed, and look whether anything is left, is much faster than a pattern."""
    joined = "".join(names)
    return all(names) and joined.isascii() and not joined.encode("ascii").translate(None, _NAME)
