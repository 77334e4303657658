"""Errors of httpcore, and of httpx above it, as ours."""

from __future__ import annotations

import ssl
import sys

import httpcore

from ..errors import ConnectionFailed, TencentkitError, TimedOut


def protocol_errors() -> tuple[type[Exception], ...]:
    """What they raise for an exchange."""
    return _named("NetworkError", "ProtocolError", "ProxyError", "TimeoutException", "UnsupportedProtocol", "HTTPError", "InvalidURL")


def translated(error: Exception, *, sent: bool) -> TencentkitError:
    """One of these as ours.

    Args:
        error: It.
        sent: Whether some of the body may have left: without it the service cannot have done anything. What stands in for httpx
            may not look at the body; its errors say it by their kind.
    """
    sent = sent or not type(error).__module__.startswith("httpcore")
    kind = type(error).__name__
    if isinstance(error, _named("ConnectTimeout", "PoolTimeout")):
        return TimedOut(f"no connection in time ({kind})", sent=False)
    if isinstance(error, _named("ConnectError", "ProxyError", "UnsupportedProtocol")):
        permanent = isinstance(error, _named("UnsupportedProtocol")) or _certificate_fault(error)
        return ConnectionFailed(f"no connection: {error or kind}", sent=False, permanent=permanent)
    if isinstance(error, _named("TimeoutException")):
        return TimedOut(f"no answer in time ({kind})" if sent else f"no connection in time ({kind})", sent=sent)
    if isinstance(error, _named("InvalidURL")):
        return ConnectionFailed(f"base_url: {error}", sent=False, permanent=True)
    return ConnectionFailed(f"the connection broke: {error or kind}", sent=sent)


def _named(*names: str) -> tuple[type[Exception], ...]:
    """The classes of these names, httpcore's and, where it is loaded, httpx's, which has names of its own beside the same."""
    homes = [home for home in (httpcore, sys.modules.get("httpx")) if home is not None]
    return tuple(getattr(home, name) for name in names for home in homes if hasattr(home, name))


def _certificate_fault(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False
