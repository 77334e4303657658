"""What carries a signed request to the service and its answer back.

The client needs no more than `send`. `HttpxTransport` and `AsyncHttpxTransport` are the default; a fake can stand in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol


class HttpRequest(NamedTuple):
    """A signed request, ready to be sent byte for byte."""

    url: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    method: str = "POST"
    """POST for every action; a machine's metadata is asked for by GET."""
    written: Callable[[], None] | None = None
    """To be called when its last byte is written, by a transport that knows: the throttle then need not wait for slow answers."""

    steady: int = 0
    """How many of the headers, from the first on, are the same in every request for the action: a transport may prepare them once."""

    connect: float | None = None
    """Seconds that a wait before the request is sent may take, where that is less than `timeout`: an answer may be long in coming."""

    def __repr__(self) -> str:
        # Headers and body hold what must not stand in a log or a traceback.
        return f"HttpRequest(url={self.url!r}, {len(self.headers)} headers, {len(self.body)} bytes)"


class HttpResponse(NamedTuple):
    """An answer, its body decoded of any content encoding."""

    status: int
    headers: Mapping[str, str]
    """Names in lower case."""
    body: bytes

    def __repr__(self) -> str:
        return f"HttpResponse(status={self.status}, {len(self.headers)} headers, {len(self.body)} bytes)"


class Transport(Protocol):
    """Sends one request and reads one answer; safe to use from several threads at once."""

    def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        """Send `request`.

        Args:
            request: What to send, unchanged.
            timeout: Seconds that each connect, read and write may take; `None` for no bound.
            budget: Seconds that all of it may take; `None` for no bound.

        Raises:
            ConnectionFailed, TimedOut, ResponseMalformed: with `sent` saying whether the request may have reached the service.
        """
        ...

    def close(self) -> None:
        """Close every connection. It may be called more than once, and while others send."""
        ...


class AsyncTransport(Protocol):
    """`Transport` for an event loop."""

    async def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        """Send `request`; see `Transport.send`."""
        ...

    async def aclose(self) -> None:
        """Close every connection. It may be called more than once, and while others send."""
        ...
