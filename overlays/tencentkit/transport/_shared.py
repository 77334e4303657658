"""Connections that clients share and that outlive them, for programs that make a client for each piece of work.

Why this is an object of the user's, and not what every client does: docs/design/shared-connections.md.
"""

from __future__ import annotations

import weakref
from typing import Self

from .._validation.objects import check_transport
from ..errors import ConnectionFailed
from ._types import HttpRequest, HttpResponse, Transport


class SharedConnections:
    """Connections for clients that come and go: made once, at the top of a module, and lent to each client.

    To open a connection costs a handshake, and a client that is made for each piece of work, as functions in the cloud do, would pay it
    each time.

    Args:
        transport: Whose connections they are; `HttpxTransport()` where none is given. What it was told of trust, proxies and environment
            holds for every client.

    Raises:
        RequestInvalid: `transport` cannot send, or is async.
    """

    def __init__(self, transport: Transport | None = None) -> None:
        if transport is None:
            from ._httpx_sync import HttpxTransport

            transport = HttpxTransport()
        self._transport: Transport = check_transport(transport, is_async=False)
        # At the program's end, too, so that no socket is left to the interpreter.
        self._end = weakref.finalize(self, self._transport.close)

    def lend(self) -> Transport:
        """What to give to one client as its `transport`: closing that client ends its part alone, and leaves the connections open."""
        return _Lent(self)

    def close(self) -> None:
        """Close every connection, for good; calls of clients that are still open then end with `ConnectionFailed`."""
        self._end()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _Lent:
    """The part of one client; it keeps the connections from being closed as long as it lives."""

    __slots__ = ("_closed", "_shared")

    def __init__(self, shared: SharedConnections) -> None:
        self._shared = shared
        self._closed = False

    def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        """See `Transport.send`."""
        if self._closed or not self._shared._end.alive:  # noqa: SLF001 - they are one thing
            whose = "client is" if self._closed else "shared connections are"
            raise ConnectionFailed(f"the {whose} closed", sent=False, permanent=True)
        return self._shared._transport.send(request, timeout=timeout, budget=budget)  # noqa: SLF001

    def close(self) -> None:
        """See `Transport.close`."""
        self._closed = True
