"""A request as bytes, and the origin that it goes to."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from .transport import HttpRequest

_HEAD = re.compile(r"(?:[-!#$%&'*+.^_`|~0-9a-zA-Z]+: [\x21-\x7e]+(?: +[\x21-\x7e]+)*\r\n)+")
"""Narrower than what h11 lets pass: what does not fit is left to httpx."""
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
    # As many ends of lines as headers: no value smuggles one in.
    if not _HEAD.fullmatch(head) or head.count("\n") != len(lines) or request.method not in {"GET", "POST"}:
        return None
    return f"{request.method} {target} HTTP/1.1\r\n{head}\r\n".encode("ascii") + request.body
