"""Whether the lean transports can carry requests here, or httpx must."""

from __future__ import annotations

import os
import select
import sys
from types import FunctionType
from typing import Any


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
