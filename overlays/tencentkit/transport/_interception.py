"""Which requests are left to httpx."""

from __future__ import annotations

import os
import select
import sys
from types import FunctionType


def left_to_httpx() -> bool:
    """Whether the environment may name a proxy (which one, and for whom not, is httpx's to say), or the system has no `poll`."""
    if not hasattr(select, "poll"):
        return True
    if sys.platform in {"darwin", "win32"}:
        from urllib.request import getproxies

        return bool(getproxies())
    return any(name.lower().endswith("_proxy") and value for name, value in os.environ.items())


_WATCHED = {
    False: (
        ("httpx", "HTTPTransport", "handle_request"),
        ("httpx", "Client", "_transport_for_url"),
        ("httpcore", "HTTPConnection", "handle_request"),
    ),
    True: (
        ("httpx", "AsyncHTTPTransport", "handle_async_request"),
        ("httpx", "AsyncClient", "_transport_for_url"),
        ("httpcore", "AsyncHTTPConnection", "handle_async_request"),
    ),
}
"""Where VCR and pytest-httpx, respx's mock of httpx, and its mock of httpcore stand in; by whether it is for event loops."""


def recorded(*, is_async: bool) -> bool:
    """Whether somebody stands in for httpx or its engine: then all requests must pass there, and httpx leads them there."""
    return any(_replaced(*where) for where in _WATCHED[is_async])


def _replaced(module_name: str, class_name: str, method_name: str) -> bool:
    module = sys.modules.get(module_name)
    if module is None:
        return False
    method = getattr(getattr(module, class_name, None), method_name, None)
    # By its code: what wraps a function takes over its name and module.
    return type(method) is not FunctionType or not method.__code__.co_filename.startswith(module.__path__[0])
