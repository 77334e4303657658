"""Mapping of the errors of httpcore and httpx to ours."""

from __future__ import annotations

import ssl
import sys

import httpcore

from ..errors import ConnectionFailed, TencentkitError, TimedOut

_PREFIXES = (
    # classes, prefix of the message, never sent, permanent
    (("UnsupportedProtocol",), "could not connect", True, True),
    (("ConnectError", "ProxyError"), "could not connect", True, False),
    (("InvalidURL",), "base_url", True, True),
    (("ProtocolError",), "HTTP protocol error", False, False),
    (("NetworkError",), "connection reset or closed", False, False),
)


def exchange_errors() -> tuple[type[Exception], ...]:
    """Return the classes of errors that an exchange may raise."""
    return _classes("NetworkError", "ProtocolError", "ProxyError", "TimeoutException", "UnsupportedProtocol", "HTTPError", "InvalidURL")


def map_error(error: Exception, *, sent: bool) -> TencentkitError:
    """Return our error for `error`.

    Args:
        error: One of `exchange_errors()`.
        sent: Whether some of the body may have left. A mock of httpx may not read the body, so for its errors the class decides.
    """
    sent = sent or not type(error).__module__.startswith("httpcore")
    kind = type(error).__name__
    if isinstance(error, _classes("TimeoutException")):
        sent = sent and not isinstance(error, _classes("ConnectTimeout", "PoolTimeout"))
        return TimedOut(f"timed out waiting for the response ({kind})" if sent else f"connecting timed out ({kind})", sent=sent)
    for names, prefix, never_sent, permanent in _PREFIXES:
        if isinstance(error, _classes(*names)):
            lasting = permanent or (never_sent and _is_certificate_error(error))
            return ConnectionFailed(f"{prefix}: {error or kind}", sent=sent and not never_sent, permanent=lasting)
    return ConnectionFailed(f"the exchange failed: {error or kind}", sent=sent)


def _classes(*names: str) -> tuple[type[Exception], ...]:
    """Return the classes of these names in httpcore and, if it is loaded, in httpx."""
    modules = [module for module in (httpcore, sys.modules.get("httpx")) if module is not None]
    return tuple(getattr(module, name) for name in names for module in modules if hasattr(module, name))


def _is_certificate_error(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False
