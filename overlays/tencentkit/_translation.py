"""Errors of httpx, and of httpcore below it, as ours."""

from __future__ import annotations

import ssl

import httpcore
import httpx

from .errors import ConnectionFailed, TencentkitError, TimedOut

PROTOCOL_ERRORS = (
    httpx.HTTPError,
    httpx.InvalidURL,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.ProxyError,
    httpcore.TimeoutException,
    httpcore.UnsupportedProtocol,
)
"""What they raise for an exchange."""
_NO_CONNECTION_IN_TIME = (httpx.ConnectTimeout, httpx.PoolTimeout, httpcore.ConnectTimeout, httpcore.PoolTimeout)
_NO_CONNECTION = (httpx.ConnectError, httpx.ProxyError, httpcore.ConnectError, httpcore.ProxyError)
_NO_PROTOCOL = (httpx.UnsupportedProtocol, httpcore.UnsupportedProtocol)


def translated(error: Exception) -> TencentkitError:
    """The error of httpx, or of httpcore below it, as ours, with what is known of whether the request left."""
    if isinstance(error, _NO_CONNECTION_IN_TIME):
        return TimedOut(f"no connection in time ({_kind(error)})", sent=False)
    if isinstance(error, (*_NO_CONNECTION, *_NO_PROTOCOL)):
        permanent = isinstance(error, _NO_PROTOCOL) or _certificate_fault(error)
        return ConnectionFailed(f"no connection: {error or _kind(error)}", sent=False, permanent=permanent)
    if isinstance(error, httpx.TimeoutException | httpcore.TimeoutException):
        return TimedOut(f"no answer in time ({_kind(error)})", sent=True)
    if isinstance(error, httpx.InvalidURL):
        return ConnectionFailed(f"base_url: {error}", sent=False, permanent=True)
    return ConnectionFailed(f"the connection broke: {error or _kind(error)}", sent=True)


def _kind(error: Exception) -> str:
    return type(error).__name__


def _certificate_fault(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False
