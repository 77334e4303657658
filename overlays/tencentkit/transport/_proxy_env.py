"""What the environment says of proxies; where it is wrong, an error names the variable.

What the variables mean is httpx's: see its documentation, "Environment variables".
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from typing import TypeVar
from urllib.request import getproxies

import httpx

from ..errors import ConnectionFailed

_Client = TypeVar("_Client")
_SCHEMES = ("http", "https", "socks5", "socks5h")
_HIGHEST_PORT = 65535


def opened(make: Callable[[], _Client], *, trust_env: bool) -> _Client:
    """What `make` gives, which is a client of httpx.

    Raises:
        ConnectionFailed: A variable of the environment names what is no proxy, or no host.
    """
    if trust_env:
        _check_proxies()
    try:
        return make()
    except (ImportError, OSError, ValueError, httpx.InvalidURL) as error:
        named = f"NO_PROXY holds what is no host ({error})" if getproxies().get("no") else "what it says of proxies cannot be used"
        raise _unusable(named) from error


def proxy_fault(address: object) -> str | None:
    """Why `address` can be no proxy's; nothing of it is quoted, since it may hold a password."""
    if not isinstance(address, str):
        return f"must be a string, not {type(address).__name__}"
    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, ValueError):  # that it cannot be encoded is a ValueError
        return "is no URL"
    if url.scheme not in _SCHEMES:
        return f"must begin with one of {', '.join(f'{scheme}://' for scheme in _SCHEMES)}"
    if not url.host or "%" in url.host or (url.port is not None and not 0 < url.port <= _HIGHEST_PORT):
        return "must name a host, and a port from 1 to 65535"
    if url.scheme.startswith("socks") and find_spec("socksio") is None:
        return "is a SOCKS proxy, for which the package socksio is needed: pip install 'httpx[socks]'"
    return None


def _check_proxies() -> None:
    named = getproxies()
    if "*" in (entry.strip() for entry in named.get("no", "").split(",")):
        return  # no proxy is looked at
    for scheme in ("http", "https", "all"):
        address = named.get(scheme)
        fault = proxy_fault(address if "://" in address else f"http://{address}") if address else None
        if fault is not None:
            raise _unusable(f"{scheme.upper()}_PROXY {fault}")


def _unusable(what: str) -> ConnectionFailed:
    return ConnectionFailed(f"no connection, because of the environment: {what}", sent=False, permanent=True)
