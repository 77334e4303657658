"""Certificates for servers on loopback."""

from __future__ import annotations

import ssl

import trustme


def tls_server(ca: trustme.CA, name: str) -> ssl.SSLContext:
    """Return the TLS context of a server whose certificate is for `name`."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ca.issue_cert(name).configure_cert(context)
    return context


def trusting(ca: trustme.CA) -> ssl.SSLContext:
    """Return the TLS context of a client that trusts `ca`."""
    context = ssl.create_default_context()
    ca.configure_trust(context)
    return context
