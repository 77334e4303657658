"""Detection of patched methods of httpx and httpcore, so that requests pass through them."""

from __future__ import annotations

import sys
from types import FunctionType

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
"""Methods that VCR and pytest-httpx, respx's mock of httpx, and respx's mock of httpcore patch; the key is `is_async`."""


def is_intercepted(*, is_async: bool) -> bool:
    """Return whether a mock has patched httpx or httpcore. All requests must then go through httpx."""
    for module_name, class_name, method_name in _WATCHED[is_async]:
        module = sys.modules.get(module_name)
        if module is not None:
            method = getattr(getattr(module, class_name, None), method_name, None)
            # Compare the file of the code: a wrapper copies the name and the module.
            if type(method) is not FunctionType or not method.__code__.co_filename.startswith(module.__path__[0]):
                return True
    return False
