"""Proxies of the environment, with errors that name the invalid variable.

The names of the variables are those of httpx and curl. `NO_PROXY` is read only if a proxy is named.
"""

from __future__ import annotations

import ipaddress
import os
import sys
from importlib.util import find_spec
from typing import NamedTuple

from ..errors import ConnectionFailed
from ._origin import HIGHEST_PORT

_SCHEMES = ("http", "https", "socks5", "socks5h")


class EnvironmentProxies(NamedTuple):
    """Proxy settings of the environment; on macOS and Windows also those of the system."""

    by_scheme: dict[str, str]
    exempt: tuple[str, ...]

    def proxy_for(self, scheme: str, host: str, port: int) -> str | None:
        """Return the URL of the proxy for an origin; `None` to connect directly."""
        proxy = self.by_scheme.get(scheme) or self.by_scheme.get("all")
        return None if proxy is None or any(_matches(entry, scheme, host, port) for entry in self.exempt) else proxy


def environment_proxies(engine: str | None = None) -> EnvironmentProxies:
    """Return the proxies of the environment.

    Raises:
        ConnectionFailed: A variable names an invalid proxy.
    """
    settings = _settings()
    found = {scheme: url for scheme in ("http", "https", "all") if (url := settings.get(scheme))}
    exempt = _exempt(settings) if found else ()
    if "*" in exempt:
        found = {}
    for scheme, url in found.items():
        found[scheme] = url if "://" in url else f"http://{url}"
        fault = proxy_fault(found[scheme], engine)
        if fault is not None:
            reason = f"could not connect: invalid proxy settings in the environment: {scheme.upper()}_PROXY {fault}"
            raise ConnectionFailed(reason, sent=False, permanent=True)
    return EnvironmentProxies(found, exempt)


def named_proxy() -> str | None:
    """Return the name of a variable that names a proxy, `None` if none does."""
    settings = _settings()
    named = [f"{scheme.upper()}_PROXY" for scheme in ("https", "http", "all") if settings.get(scheme)]
    return named[0] if named and "*" not in _exempt(settings) else None


def _exempt(settings: dict[str, str]) -> tuple[str, ...]:
    """Return the entries of `NO_PROXY`, which commas or blanks separate, as in curl."""
    return tuple(settings.get("no", "").replace(",", " ").lower().split())


def _settings() -> dict[str, str]:
    if sys.platform not in {"darwin", "win32"} and not any(name.lower().endswith("_proxy") and value for name, value in os.environ.items()):
        return {}  # without the import, which takes milliseconds
    from urllib.request import getproxies

    return getproxies()


def _matches(entry: str, scheme: str, host: str, port: int) -> bool:
    """Return whether an entry of `NO_PROXY` exempts an origin: a name with its subdomains, an address or a network, perhaps with a port."""
    only, separator, rest = entry.rpartition("://")
    if separator and only not in {"all", scheme}:
        return False
    name, _, number = rest.rpartition(":")
    if number.isdigit() and (name.endswith("]") or ":" not in name) and name:
        if number.lstrip("0") != str(port):
            return False
        rest = name
    rest = rest.replace("[", "").replace("]", "").rstrip(".")
    host = host.rstrip(".")
    try:
        network = ipaddress.ip_network(rest, strict=False)
    except ValueError:
        # As in httpx: with a dot in front only the subdomains.
        bare = rest.lstrip("*")
        return host.endswith(bare if bare.startswith(".") else f".{bare}") or (host == bare and bool(bare))
    try:
        return ipaddress.ip_address(host) in network
    except ValueError:
        return False


def proxy_fault(url: object, engine: str | None) -> str | None:
    """Return why `url` is not the URL of a proxy. The text quotes nothing of it, since it may hold a password."""
    from ._engine import load_engine

    http = load_engine(engine).http
    if not isinstance(url, str):
        return f"must be a string, not {type(url).__name__}"
    try:
        parsed = http.URL(url)
    except (http.InvalidURL, ValueError):  # ValueError if it cannot be encoded
        return "is not a URL"
    if parsed.scheme not in _SCHEMES:
        return f"must begin with one of {', '.join(f'{scheme}://' for scheme in _SCHEMES)}"
    if not parsed.host or "%" in parsed.host or (parsed.port is not None and not 0 < parsed.port <= HIGHEST_PORT):
        return "must name a host, and a port from 1 to 65535"
    if parsed.scheme.startswith("socks") and find_spec("socksio") is None:
        return "is a SOCKS proxy, which requires the package socksio: pip install 'httpx[socks]'"
    return None
