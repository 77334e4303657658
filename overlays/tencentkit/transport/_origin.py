"""Parser of a URL into its origin and request target."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

HIGHEST_PORT = 65535
_PLAIN = re.compile(r"(https?)://([A-Za-z0-9._-]+)(?::([0-9]{1,5}))?(/[\w.~!$&()*+,;=:@/-]*)?(\?[\w.~!$&()*+,;=:@/-]+)?", re.ASCII)


class Origin(NamedTuple):
    """Origin of a URL, and the request target there. The first three fields identify interchangeable connections."""

    host: str
    port: int
    tls: bool
    target: str


@lru_cache(maxsize=64)
def parse_origin(url: str) -> Origin | None:
    """Return the origin of `url`; `None` if httpx must parse it, since it might read or normalize the URL in another way."""
    plain = _PLAIN.fullmatch(url)
    if plain is None:
        return None
    scheme, host, port, path, query = plain.groups()
    if "/." in (path or "") or (port is not None and not 0 < int(port) <= HIGHEST_PORT):
        return None
    tls = scheme == "https"
    return Origin(host.lower(), int(port) if port else 443 if tls else 80, tls, (path or "/") + (query or ""))
