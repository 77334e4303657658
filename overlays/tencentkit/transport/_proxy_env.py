"""Proxy settings in the environment, with errors that name the invalid variable.

httpx defines the variables: see its documentation, "Environment variables".
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from typing import TypeVar
from urllib.request import getproxies

import httpx

from ..errors import ConnectionFailed
from ._origin import HIGHEST_PORT

_Client = TypeVar("_Client")
_SCHEMES = ("http", "https", "socks5", "socks5h")


def build_client(make: Callable[[], _Client], *, trust_env: bool) -> _Client:
    """Return the httpx client that `make` builds.

    Raises:
        ConnectionFailed: An environment variable names an invalid proxy or host.
    """
    if trust_env:
        _check_proxies()
    try:
        return make()
    except (ImportError, OSError, ValueError, httpx.InvalidURL) as error:
        fault = f"NO_PROXY contains an invalid host ({error})" if getproxies().get("no") else "httpx rejects the proxy settings"
        raise _invalid_environment(fault) from error


def proxy_fault(url: object) -> str | None:
    """Return why `url` is not the URL of a proxy. The text quotes nothing of it, since it may hold a password."""
    if not isinstance(url, str):
        return f"must be a string, not {type(url).__name__}"
    try:
        parsed = httpx.URL(url)
    except (httpx.InvalidURL, ValueError):  # ValueError if it cannot be encoded
        return "is not a URL"
    if parsed.scheme not in _SCHEMES:
        return f"must begin with one of {', '.join(f'{scheme}://' for scheme in _SCHEMES)}"
    if not parsed.host or "%" in parsed.host or (parsed.port is not None and not 0 < parsed.port <= HIGHEST_PORT):
        return "must name a host, and a port from 1 to 65535"
    if parsed.scheme.startswith("socks") and find_spec("socksio") is None:
        return "is a SOCKS proxy, which requires the package socksio: pip install 'httpx[socks]'"
    return None


def _check_proxies() -> None:
    settings = getproxies()
    if "*" in (entry.strip() for entry in settings.get("no", "").split(",")):
        return  # no proxy is used
    for scheme in ("http", "https", "all"):
        url = settings.get(scheme)
        fault = proxy_fault(url if "://" in url else f"http://{url}") if url else None
        if fault is not None:
            raise _invalid_environment(f"{scheme.upper()}_PROXY {fault}")


def _invalid_environment(fault: str) -> ConnectionFailed:
    return ConnectionFailed(f"could not connect: invalid proxy settings in the environment: {fault}", sent=False, permanent=True)
