"""TLS contexts and the certificate authorities that they trust."""

from __future__ import annotations

import os
import ssl

from ..errors import ConnectionFailed

_contexts: dict[tuple[str | None, str | None], ssl.SSLContext] = {}


def default_tls_context(*, trust_env: bool = True) -> ssl.SSLContext:
    """Return the TLS context of the process. It trusts what httpx trusts; building one takes about 50 ms.

    Args:
        trust_env: Use `SSL_CERT_FILE` and `SSL_CERT_DIR`.

    Raises:
        ConnectionFailed: The file or folder that a variable names is unreadable.
    """
    paths = (os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")) if trust_env else (None, None)
    context = _contexts.get(paths)
    if context is None:
        try:
            context = _contexts[paths] = _load_context(*paths)
        except OSError as error:  # also for a file that holds no certificate
            variable = "SSL_CERT_FILE" if paths[0] else "SSL_CERT_DIR"
            reason = f"could not connect: the environment variable {variable} names no readable certificate file"
            raise ConnectionFailed(f"{reason} ({type(error).__name__})", sent=False, permanent=True) from error
    return context


def _load_context(file: str | None, folder: str | None) -> ssl.SSLContext:
    if file:
        context = ssl.create_default_context(cafile=file)
    elif folder:
        context = ssl.create_default_context(capath=folder)
    else:
        import certifi

        context = ssl.create_default_context(cafile=certifi.where())
    context.set_alpn_protocols(["http/1.1"])
    return context
