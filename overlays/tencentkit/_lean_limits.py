"""Whether the lean transports can carry requests here, or httpx must."""

from __future__ import annotations

import os
import select
import ssl
import sys
from types import FunctionType
from typing import Any

_contexts: dict[tuple[str | None, str | None], ssl.SSLContext] = {}


def left_to_httpx() -> bool:
    """Whether the environment may name a proxy (which one, and for whom not, is httpx's to say), or the system has no `poll`."""
    if not hasattr(select, "poll"):
        return True
    if sys.platform in {"darwin", "win32"}:
        from urllib.request import getproxies

        return bool(getproxies())
    return any(name.lower().endswith("_proxy") and value for name, value in os.environ.items())


def recorded(method: str) -> bool:
    """Whether somebody stands in for httpx's own transport, as VCR does: then all requests must pass there.

    Args:
        method: `handle_request` of `HTTPTransport`, or `handle_async_request` of `AsyncHTTPTransport`.
    """
    httpx = sys.modules.get("httpx")
    if httpx is None:
        return False
    transport: Any = getattr(httpx, "HTTPTransport" if method == "handle_request" else "AsyncHTTPTransport", None)
    found = getattr(transport, method, None)
    # By its code: what wraps a function takes over its name and module.
    return type(found) is not FunctionType or not found.__code__.co_filename.startswith(httpx.__path__[0])


def trusted() -> ssl.SSLContext:
    """One TLS context for the process, which trusts what httpx's would.

    Raises:
        OSError: `SSL_CERT_FILE` or `SSL_CERT_DIR` names what cannot be read.
    """
    named = (os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR"))
    context = _contexts.get(named)
    if context is None:
        if named[0]:
            context = ssl.create_default_context(cafile=named[0])
        elif named[1]:
            context = ssl.create_default_context(capath=named[1])
        else:
            import certifi

            context = ssl.create_default_context(cafile=certifi.where())
        context.set_alpn_protocols(["http/1.1"])
        _contexts[named] = context
    return context
