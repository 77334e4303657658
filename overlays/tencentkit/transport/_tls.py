"""Whose certificates are trusted."""

from __future__ import annotations

import os
import ssl
from typing import Any

from ..errors import ConnectionFailed, RequestInvalid

_contexts: dict[tuple[str | None, str | None], ssl.SSLContext] = {}


def authorities(*, trust_env: bool = True) -> ssl.SSLContext:
    """One TLS context for the process, which trusts what httpx's would: to build one costs some 50 ms.

    Args:
        trust_env: Whether to look at `SSL_CERT_FILE` and `SSL_CERT_DIR`.

    Raises:
        ConnectionFailed: One of them names what cannot be read.
    """
    named = (os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")) if trust_env else (None, None)
    context = _contexts.get(named)
    if context is None:
        try:
            context = _contexts[named] = _made(*named)
        except OSError as error:  # that no certificate is in a file is an OSError, too
            variable = "SSL_CERT_FILE" if named[0] else "SSL_CERT_DIR"
            reason = f"no connection, because of the environment: {variable} names no file of certificates that can be read"
            raise ConnectionFailed(f"{reason} ({type(error).__name__})", sent=False, permanent=True) from error
    return context


def _made(file: str | None, folder: str | None) -> ssl.SSLContext:
    if file:
        context = ssl.create_default_context(cafile=file)
    elif folder:
        context = ssl.create_default_context(capath=folder)
    else:
        import certifi

        context = ssl.create_default_context(cafile=certifi.where())
    context.set_alpn_protocols(["http/1.1"])
    return context


def checked_trust(trust: Any) -> ssl.SSLContext | None:
    """`trust`, if TLS can be had with it.

    Raises:
        RequestInvalid: It cannot.
    """
    if trust is not None and not isinstance(trust, ssl.SSLContext):
        raise RequestInvalid("trust", f"must be an ssl.SSLContext, not {type(trust).__name__}")
    return trust
