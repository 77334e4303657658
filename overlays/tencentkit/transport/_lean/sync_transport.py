"""Own HTTP/1.1 transport for threads, on sockets; it implements only what a call needs: docs/design/performance.md."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ..._redaction import without_tracebacks
from .._connections import Connections, PooledTransport
from .._limits import WaitLimits
from .._origin import Origin
from .._stream_sync import SocketStream, connect
from .._types import HttpRequest, HttpResponse, ResponseStream
from .arguments import LeanArguments
from .request_writer import prepared
from .response_parser import ResponseParser

if TYPE_CHECKING:
    from .sync_response_stream import LeanResponseStream


class LeanTransport(LeanArguments, PooledTransport[Connections[SocketStream]]):
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

    def _new_state(self) -> Connections[SocketStream]:
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

    def open(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> ResponseStream:
        """Send `request` and return its response with status and headers; see `HttpxTransport.open`."""
        handled = sys.exception()
        limits = WaitLimits(timeout, budget, request.connect)
        try:
            origin, data = prepared(request)
            state = self._state()
            state.acquire(limits)
            try:
                return self._begin(state, origin, request, data, limits)
            except BaseException:
                state.release()
                raise
        except BaseException as error:  # noqa: BLE001 - as in `send`
            raise without_tracebacks(error, handled)  # noqa: B904

    def _begin(
        self, state: Connections[SocketStream], origin: Origin, request: HttpRequest, data: bytes, limits: WaitLimits
    ) -> LeanResponseStream:
        from .sync_response_stream import LeanResponseStream

        key = origin[:3]
        reused = state.idle.acquire(key, read_only=request.read_only)
        stream = reused or self._connect(origin, limits)
        stream.limits = limits
        try:
            limits.sent = True
            stream.write(data)
            if request.written is not None:
                request.written()
            response = LeanResponseStream(stream, state.idle, key, request.method, state.release)
            try:
                response.read_head()
            except BaseException:
                response.disown()
                raise
        except BaseException as error:
            stream.close()
            if reused is not None and isinstance(error, Exception):
                state.idle.discard_older(key, reused)
            raise
        return response

    def _exchange(
        self, state: Connections[SocketStream], origin: Origin, request: HttpRequest, data: bytes, limits: WaitLimits
    ) -> HttpResponse:
        key = origin[:3]
        reused = state.idle.acquire(key, read_only=request.read_only)
        stream = reused or self._connect(origin, limits)
        stream.limits = limits
        parser = ResponseParser(request.method)
        try:
            limits.sent = True
            stream.write(data)
            if request.written is not None:
                request.written()
            while not parser.feed(stream.read()):
                pass
            response = parser.response()
        except BaseException as error:
            stream.close()
            if reused is not None and isinstance(error, Exception):
                state.idle.discard_older(key, reused)
            raise
        if parser.reusable and stream.incomplete is None:
            state.idle.release(key, stream, response.headers)
        else:
            stream.close()
        return response

    def _connect(self, origin: Origin, limits: WaitLimits) -> SocketStream:
        context = self._settings.tls_context() if origin.tls else None
        stream = connect(origin.host, origin.port, limits)
        if context is not None:
            stream.start_tls(context, origin.host)
        return stream
