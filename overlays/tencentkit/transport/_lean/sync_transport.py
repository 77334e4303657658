"""Own HTTP/1.1 transport for threads, on sockets; it implements only what a call needs: docs/design/performance.md."""

from __future__ import annotations

import ssl
import sys
import time
from collections.abc import Callable

from ..._redaction import without_tracebacks
from .._connections import Connections, PooledTransport, keep_alive_seconds
from .._limits import WaitLimits
from .._origin import Origin
from .._settings import check_connections, check_trust
from .._stream_sync import Stream, StreamState, connect
from .._tls import default_tls_context
from .._types import HttpRequest, HttpResponse
from .request_writer import check_direct, prepared
from .response_parser import ResponseParser


class LeanConnection:
    """Connection to one origin.

    Args:
        origin: The origin.
        trust: Returns the TLS context.
        limits: Limits for connecting.

    Raises:
        ConnectionFailed: The lookup, the connection or the TLS handshake failed.
        TimedOut: Connecting exceeded a limit.
    """

    def __init__(self, origin: Origin, trust: Callable[[], ssl.SSLContext], limits: WaitLimits) -> None:
        self.created = self.idle_since = time.monotonic()
        self.expires = float("inf")
        context = trust() if origin.tls else None
        self._stream: Stream = connect(origin.host, origin.port, limits)
        if context is not None:
            self._stream.start_tls(context, origin.host)
        self.close = self._stream.close

    def is_stale(self) -> bool:
        """Return whether the server closed the connection, or sent data without a request."""
        return self._stream.state() is not StreamState.CLEAN

    def exchange(self, data: bytes, parser: ResponseParser, written: Callable[[], None] | None, limits: WaitLimits) -> HttpResponse:
        """Send `data` and return the response.

        Raises:
            ConnectionFailed, TimedOut, ResponseMalformed: See `Transport.send`.
        """
        stream = self._stream
        stream.limits = limits
        limits.sent = True
        stream.write(data)
        if written is not None:
            written()
        while not parser.feed(stream.read()):
            pass
        if stream.incomplete is not None:
            parser.reusable = False
        return parser.response()


class LeanTransport(PooledTransport[Connections[LeanConnection]]):
    """`Transport` on our own sockets: a fraction of the cost of httpx, with the same limits and errors.

    It supports neither proxies nor mocks and recorders of httpx: for those, use `HttpxTransport`.

    Args:
        trust: TLS context with the trusted certificates. Default: certifi's authorities, or those of `SSL_CERT_FILE` or `SSL_CERT_DIR`.
        trust_env: Use these variables, and raise an error if the environment names a proxy.
        max_connections: As for `HttpxTransport`.
        max_idle: As for `HttpxTransport`.
        idle_timeout: As for `HttpxTransport`.
        max_age: As for `HttpxTransport`.

    Raises:
        RequestInvalid: An argument is invalid, or the environment names a proxy.
    """

    def __init__(
        self,
        *,
        trust: ssl.SSLContext | None = None,
        trust_env: bool = True,
        max_connections: int = 100,
        max_idle: int | None = None,
        idle_timeout: float | None = 60.0,
        max_age: float | None = None,
    ) -> None:
        self._trust = check_trust(trust)
        self._trust_env = trust_env
        check_direct(type(self).__name__, "HttpxTransport", trust_env=trust_env)
        settings = check_connections(max_connections, max_idle, idle_timeout, max_age)
        super().__init__(lambda: Connections(settings))

    def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        """Send `request` and return the response; see `Transport.send`."""
        handled = sys.exception()
        state = self._state()
        limits = WaitLimits(timeout, budget, request.connect)
        try:
            origin, data = prepared(request)
            self._acquire(state, limits)
            try:
                return self._exchange(state, origin, request, data, limits)
            finally:
                state.release()
        except BaseException as error:  # noqa: BLE001 - re-raises interrupts
            # The variables of the frames below hold headers and the bytes of the response.
            raise without_tracebacks(error, handled)  # noqa: B904 - it is the same error

    def _exchange(
        self, state: Connections[LeanConnection], origin: Origin, request: HttpRequest, data: bytes, limits: WaitLimits
    ) -> HttpResponse:
        key = origin[:3]
        reused = state.idle.acquire(key, read_only=request.read_only)
        connection = reused or LeanConnection(origin, self._tls_context, limits)
        parser = ResponseParser(request.method)
        try:
            response = connection.exchange(data, parser, request.written, limits)
        except BaseException as error:
            connection.close()
            if reused is not None and isinstance(error, Exception):
                state.idle.discard_older(key, reused)
            raise
        if parser.reusable:
            state.idle.release(key, connection, keep_alive=keep_alive_seconds(response.headers.get("keep-alive")))
        else:
            connection.close()
        return response

    def _tls_context(self) -> ssl.SSLContext:
        return self._trust or default_tls_context(trust_env=self._trust_env)
