"""Own HTTP/1.1 transport for threads, on sockets; it implements only what a call needs: docs/design/performance.md."""

from __future__ import annotations

import sys
import time

from ..._redaction import without_tracebacks
from .._connections import Connections, PooledTransport
from .._limits import WaitLimits
from .._origin import Origin
from .._stream_sync import Stream, StreamState, connect
from .._types import HttpRequest, HttpResponse
from .arguments import LeanArguments
from .request_writer import prepared
from .response_parser import ResponseParser


class LeanConnection:
    """Connection to one origin."""

    def __init__(self, stream: Stream) -> None:
        self.created = self.idle_since = time.monotonic()
        self.expires = float("inf")
        self.close = stream.close
        self._stream = stream

    def is_stale(self) -> bool:
        """See `Connection`."""
        return self._stream.state() is not StreamState.CLEAN

    def exchange(self, data: bytes, request: HttpRequest, parser: ResponseParser, limits: WaitLimits) -> HttpResponse:
        """Send `data` and return the response.

        Raises:
            ConnectionFailed, TimedOut, ResponseMalformed: See `Transport.send`.
        """
        stream = self._stream
        stream.limits = limits
        limits.sent = True
        stream.write(data)
        if request.written is not None:
            request.written()
        while not parser.feed(stream.read()):
            pass
        if stream.incomplete is not None:
            parser.reusable = False
        return parser.response()


class LeanTransport(LeanArguments, PooledTransport[Connections[LeanConnection]]):
    """`Transport` on our own sockets: a fraction of the cost of httpx, with the same limits and errors.

    It supports neither proxies, nor mocks and recorders of httpx: for those, use `HttpxTransport`.

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

    def _new_state(self) -> Connections[LeanConnection]:
        return Connections(self._limits)

    def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        """Send `request` and return the response; see `Transport.send`."""
        handled = sys.exception()
        limits = WaitLimits(timeout, budget, request.connect)
        try:
            origin, data = prepared(request)
            state = self._state()
            state.acquire(limits)
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
        connection = reused or self._connect(origin, limits)
        parser = ResponseParser(request.method)
        try:
            response = connection.exchange(data, request, parser, limits)
        except BaseException as error:
            connection.close()
            if reused is not None and isinstance(error, Exception):
                state.idle.discard_older(key, reused)
            raise
        if parser.reusable:
            state.idle.release(key, connection, response.headers)
        else:
            connection.close()
        return response

    def _connect(self, origin: Origin, limits: WaitLimits) -> LeanConnection:
        context = self._settings.tls_context() if origin.tls else None
        stream = connect(origin.host, origin.port, limits)
        return LeanConnection(stream if context is None else stream.start_tls(context, origin.host))
