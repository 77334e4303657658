"""Check of `base_url`."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from ..errors import RequestInvalid

_HOST = re.compile(r"(?!.*\.\.)[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?\.?", re.IGNORECASE)
_LONGEST_LABEL = 63


def check_base_url(url: Any) -> tuple[str, str]:
    """The address to send to, and its host as the signature covers it."""
    if not isinstance(url, str):
        raise RequestInvalid("base_url", f"must be a string, not {type(url).__name__}")
    try:
        parts = urlsplit(url)
        name, port = parts.hostname, parts.port
    except ValueError:
        raise RequestInvalid("base_url", "is no URL") from None
    # urlsplit leaves out line breaks and tabs; what is sent must be what was written.
    if parts.scheme not in {"http", "https"} or not name or not url.isascii() or not url.isprintable():
        raise RequestInvalid("base_url", "must be https://HOST (or http://HOST for a test server)")
    if parts.username is not None or parts.password is not None:
        raise RequestInvalid("base_url", "must hold no user name and password")
    if parts.path not in {"", "/"} or parts.query or parts.fragment or url.endswith(("?", "#")):
        raise RequestInvalid("base_url", "must hold no path: every action is sent to /")
    if not _is_host(name):
        raise RequestInvalid("base_url", "names no host")
    if port == 0 or (port is None and parts.netloc.endswith(":")):
        raise RequestInvalid("base_url", "names no port that can be connected to")
    default = {"http": 80, "https": 443}[parts.scheme]
    host = f"[{name}]" if ":" in name else name
    if port is not None and port != default:
        host = f"{host}:{port}"
    return f"{parts.scheme}://{host}/", host


def _is_host(name: str) -> bool:
    if ":" in name:
        import ipaddress

        try:
            return ipaddress.IPv6Address(name).scope_id is None
        except ValueError:
            return False
    return bool(_HOST.fullmatch(name)) and all(len(label) <= _LONGEST_LABEL for label in name.split("."))
