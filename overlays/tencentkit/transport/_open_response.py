"""Open responses of httpcore, and the reuse check: a connection must hold no data after a response.

The client would read such bytes as the response to the next request. It therefore discards the response and closes the connection.
httpx has no public access to most of this state. If an attribute has moved, the connection is not reused, and the reuse tests fail.
"""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any

from ..errors import ResponseMalformed
from ._types import HttpResponse

if TYPE_CHECKING:
    import httpcore
    import httpx

    from ._bodies import ResponseBody


class OpenResponse:
    """Status, headers and body stream of a response. The caller must close it.

    Attributes:
        status_code: HTTP status.
        headers: Names in lower case.
        stream: Chunks of the body as received.
        extensions: The extensions of httpcore's response.
        reusable: Whether the reuse check passed. Only then `close` returns the connection to the pool, so an exchange that fails
            earlier closes it.
    """

    __slots__ = ("_add_idle", "_connection", "extensions", "headers", "reusable", "status_code", "stream")

    def __init__(self, response: httpcore.Response, connection: Any, add_idle: Callable[[Any], list[Any]]) -> None:
        self.status_code = response.status
        self.headers = join_headers(response.headers)
        self.stream: Any = response.stream
        self.extensions: Mapping[str, Any] = response.extensions
        self.reusable = False
        self._connection = connection
        self._add_idle = add_idle

    def close(self) -> None:
        """Return the connection to the pool, or close it if it is not reusable."""
        to_close = [self._connection]
        try:
            self.stream.close()
            to_close = self._release()
        finally:
            for connection in to_close:
                connection.close()

    def _release(self) -> list[Any]:
        """Return the connection to the pool if it is reusable; return the connections to close."""
        return self._add_idle(self._connection) if self.reusable and self._connection.is_idle() else [self._connection]


def join_headers(headers: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Return the headers by name in lower case, repeated ones joined by commas."""
    joined: dict[str, str] = {}
    for raw_name, raw_value in headers:
        name, value = raw_name.decode("ascii").lower(), raw_value.decode("latin-1")
        joined[name] = f"{joined[name]}, {value}" if name in joined else value
    return joined


class ConnectionState(Enum):
    """State of a connection after a response."""

    CLEAN = "clean"
    """No data follows: the connection is reusable."""
    UNKNOWN = "unknown"
    """The server closed the connection, or its state is not readable: not reusable."""
    DIRTY = "dirty"
    """Unexpected data follows the response."""


def connection_state(response: OpenResponse | httpx.Response) -> ConnectionState:
    """Return the state of the connection after this thread has read `response`."""
    stream = response.extensions.get("network_stream")
    if stream is None:
        return ConnectionState.CLEAN  # a cassette has no connection
    try:
        tls = stream.get_extra_info("ssl_object")
        if _h11_state(response).trailing_data[0] or (tls is not None and tls.pending()):
            return ConnectionState.DIRTY
        if not stream.get_extra_info("is_readable"):
            return ConnectionState.CLEAN
        # Readable: more data, end of file, or a TLS record without data.
        return ConnectionState.DIRTY if stream.read(1, timeout=0) else ConnectionState.UNKNOWN
    except Exception:  # noqa: BLE001 - after any error the state is unknown
        return ConnectionState.UNKNOWN


def connection_state_async(response: OpenResponse | httpx.Response) -> ConnectionState:
    """Return the state of the connection after this event loop has read `response`. It awaits nothing."""
    stream = response.extensions.get("network_stream")
    if stream is None:
        return ConnectionState.CLEAN
    try:
        tls = stream.get_extra_info("ssl_object")
        if _h11_state(response).trailing_data[0] or (tls is not None and _has_decrypted_data(tls)):
            return ConnectionState.DIRTY
        # `_backend_async` wraps httpcore's stream.
        below = stream.inner._stream  # noqa: SLF001
        below = below if tls is None else below.transport_stream
        if below._protocol.read_queue:  # noqa: SLF001 - received by the event loop, but not read yet
            return ConnectionState.DIRTY
        # The event loop also reads in the background; if the socket is readable, the connection has ended.
        return ConnectionState.UNKNOWN if stream.get_extra_info("is_readable") else ConnectionState.CLEAN
    except Exception:  # noqa: BLE001 - as above
        return ConnectionState.UNKNOWN


def close_after_response(response: OpenResponse | httpx.Response) -> bool:
    """Mark the connection so that it closes with `response`; return false if the caller must close the socket instead.

    To close the socket of an idle connection is not enough. Another thread may acquire that connection at the same moment, and httpcore
    would read the data in its parser as the response to the next request.
    """
    try:
        _h11_state(response).send_failed()
    except AttributeError:
        return False
    return True


def complete_response(body: ResponseBody, state: ConnectionState) -> HttpResponse:
    """Return the response if no data followed it.

    Raises:
        ResponseMalformed: Data followed the response, or its body is truncated.
    """
    if state is ConnectionState.DIRTY:
        raise unexpected_data(body.status)
    return body.response()


def unexpected_data(status: int) -> ResponseMalformed:
    """Return the error for a response that other data follows."""
    message = "unexpected data after the response; the response was discarded and the connection closed"
    return ResponseMalformed(message, status_code=status)


def _h11_state(response: OpenResponse | httpx.Response) -> Any:
    # An intercepted response has a stream of httpx and one of httpcore's pool around the connection's stream.
    stream: Any = response.stream
    for name in ("_httpcore_stream", "_stream"):
        stream = getattr(stream, name, stream)
    return stream._connection._h11_state  # noqa: SLF001


def _has_decrypted_data(tls: ssl.SSLObject) -> bool:
    """Return whether the TLS buffer holds data. Raise at its end, which the caller treats as unknown."""
    try:
        if tls.read(1):
            return True
    except ssl.SSLWantReadError:
        return False
    raise EOFError
