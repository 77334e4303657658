"""Connections that several clients share, for programs that create a client for each piece of work.

Why sharing is explicit: docs/design/shared-connections.md.
"""

from __future__ import annotations

import weakref
from typing import Self

from .._validation.objects import check_transport
from ..errors import ConnectionFailed
from ._types import HttpRequest, HttpResponse, Transport


class SharedConnections:
    """Connections that outlive clients: create it at the top of a module, and lend it to each client.

    A cloud function often creates a client for each event. Without sharing, each client pays for a handshake.

    Args:
        transport: Transport that owns the connections; default `HttpxTransport()`. Its trust, proxy and environment settings apply to
            every client.

    Raises:
        RequestInvalid: `transport` cannot send, or is async.
    """

    def __init__(self, transport: Transport | None = None) -> None:
        if transport is None:
            from ._httpx_sync import HttpxTransport

            transport = HttpxTransport()
        self._transport: Transport = check_transport(transport, is_async=False)
        # Also at exit, so that the interpreter finds no open socket.
        self._finalizer = weakref.finalize(self, self._transport.close)

    def lend(self) -> Transport:
        """Return a `transport` for one client. Closing that client leaves the connections open."""
        return _LentTransport(self)

    def close(self) -> None:
        """Close every connection permanently. Calls of open clients then fail with `ConnectionFailed`."""
        self._finalizer()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _LentTransport:
    """Transport of one client. Its reference keeps the connections open."""

    __slots__ = ("_closed", "_shared")

    def __init__(self, shared: SharedConnections) -> None:
        self._shared = shared
        self._closed = False

    def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        """Send `request` and return the response; see `Transport.send`."""
        if self._closed or not self._shared._finalizer.alive:  # noqa: SLF001 - one unit with SharedConnections
            closed = "client is" if self._closed else "shared connections are"
            raise ConnectionFailed(f"the {closed} closed", sent=False, permanent=True)
        return self._shared._transport.send(request, timeout=timeout, budget=budget)  # noqa: SLF001

    def close(self) -> None:
        """End the use by this client; see `Transport.close`."""
        self._closed = True
