"""Interface of a transport. The client needs `send` and `close`, so a fake can replace `HttpxTransport` and `AsyncHttpxTransport`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol

FINISH_SECONDS = 0.25
"""Seconds that the end of a response may take after its last event."""


class HttpRequest(NamedTuple):
    """A signed request. The transport sends its headers and body unchanged."""

    url: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    method: str = "POST"
    """POST for every action, GET for the metadata of an instance."""
    written: Callable[[], None] | None = None
    """Callback for the moment when the last byte is written, so that the throttle need not wait for a slow response. Optional to call."""

    steady: int = 0
    """Number of leading headers that are the same in every request for the action. A transport may serialize them once."""

    connect: float | None = None
    """Seconds that each wait before sending may take, if less than `timeout`: a slow response may need a long `timeout`."""

    read_only: bool = False
    """Whether the request may run twice. Any other uses no connection that was idle for seconds, since it may have died unnoticed."""

    def __repr__(self) -> str:
        # Headers and body hold secrets, which must not appear in a log or a traceback.
        return f"HttpRequest(url={self.url!r}, {len(self.headers)} headers, {len(self.body)} bytes)"


class HttpResponse(NamedTuple):
    """A complete response, its body without content encoding."""

    status: int
    headers: Mapping[str, str]
    """Names in lower case."""
    body: bytes

    def __repr__(self) -> str:
        return f"HttpResponse(status={self.status}, {len(self.headers)} headers, {len(self.body)} bytes)"


class ResponseStream(Protocol):
    """Response whose body arrives in parts; see `HttpxTransport.open`."""

    status: int
    headers: Mapping[str, str]
    """Names in lower case."""

    def read(self) -> bytes:
        """Return the next part of the body, without content encoding; `b""` at the end.

        Raises:
            ConnectionFailed, TimedOut, ResponseMalformed: The response ended early; the connection is closed.
        """
        ...

    def finish(self) -> None:
        """Read the rest within a moment, so that the connection can be used again, and end the exchange."""
        ...

    def close(self) -> None:
        """End the exchange. An incomplete response closes its connection. Callers may repeat it."""
        ...


class AsyncResponseStream(Protocol):
    """`ResponseStream` for event loops."""

    status: int
    headers: Mapping[str, str]

    async def read(self) -> bytes:
        """Return the next part of the body; see `ResponseStream.read`."""
        ...

    async def finish(self) -> None:
        """Read the rest, and end the exchange; see `ResponseStream.finish`."""
        ...

    async def aclose(self) -> None:
        """End the exchange; see `ResponseStream.close`."""
        ...


class Transport(Protocol):
    """Transport for threads; several threads may use it at once."""

    def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        """Send `request` and return the response.

        Args:
            request: The request, sent unchanged.
            timeout: Seconds that each connect, read and write may take; `None` for no limit.
            budget: Seconds that the whole exchange may take; `None` for no limit.

        Raises:
            ConnectionFailed, TimedOut, ResponseMalformed: `sent` tells whether the request may have reached the service.
        """
        ...

    def close(self) -> None:
        """Close every connection. Callers may repeat it, also while other threads send."""
        ...


class AsyncTransport(Protocol):
    """Transport for an event loop."""

    async def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        """Send `request` and return the response; see `Transport.send`."""
        ...

    async def aclose(self) -> None:
        """Close every connection. Callers may repeat it, also while other tasks send."""
        ...
