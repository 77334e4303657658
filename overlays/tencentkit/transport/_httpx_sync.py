"""Default transport for threads, on httpx.

Differences from `httpx.Client.post`, with reasons: docs/design/call.md, "Transport".
"""

from __future__ import annotations

import sys

from .._redaction import without_tracebacks
from ._bodies import ResponseBody
from ._connections import Connections, PooledTransport
from ._engine_pool import PooledConnection
from ._httpx_requests import HttpxArguments, Routes, complete_response
from ._limits import WaitLimits
from ._settings import ConnectionSettings, TransportSettings
from ._types import HttpRequest, HttpResponse, ResponseStream


class _HttpxConnections(Connections[PooledConnection]):
    """Connections and clients of one process."""

    def __init__(self, settings: TransportSettings, limits: ConnectionSettings) -> None:
        super().__init__(limits)
        self.routes = Routes(settings, self.idle, is_async=False)


class HttpxTransport(HttpxArguments, PooledTransport[_HttpxConnections]):
    """`Transport` on httpx, with limits for the total time and for the size of a response, and a connection pool of its own.

    Every request passes `httpx.Client.send` and `httpx.HTTPTransport`, where mocks, recorders and tracing tools see it.

    Args:
        trust: TLS context with the trusted certificates. Default: certifi's authorities, or those of `SSL_CERT_FILE` or `SSL_CERT_DIR`.
        proxy: URL of a proxy for every request. Default: `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`.
        trust_env: Use these environment variables.
        engine: `"httpx"` or `"httpx2"`. Default: the environment variable `TENCENTKIT_HTTP_ENGINE`, else `"httpx"`.
        max_connections: Connections in use at once. Further requests wait, at most until their deadline.
        max_idle: Idle connections of one origin that are kept. Default: `max_connections`.
        idle_timeout: Seconds after which an idle connection closes; `None` for no limit. A header `Keep-Alive` may shorten it.
        max_age: Seconds after which a connection is not used again; `None` for no limit.

    Raises:
        RequestInvalid: An argument is invalid, or the engine is not installed.
    """

    def _new_state(self) -> _HttpxConnections:
        return _HttpxConnections(self._settings, self._limits)

    def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        """Send `request` and return the response; see `Transport.send`."""
        handled = sys.exception()
        limits = WaitLimits(timeout, budget, request.connect)
        state = self._state()
        engine = state.routes.engine
        try:
            state.acquire(limits)
            try:
                return self._exchange(state.routes, request, limits)
            finally:
                state.release()
        except engine.errors as error:
            raise engine.error(error, limits) from without_tracebacks(error, handled)
        except BaseException as error:  # noqa: BLE001 - re-raises interrupts and cancellation
            # The variables of the frames below hold headers and the bytes of the response.
            raise without_tracebacks(error, handled)  # noqa: B904 - it is the same error

    def open(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> ResponseStream:
        """Send `request` and return its response with status and headers; the body is read in parts.

        The arguments and errors are those of `send`; `timeout` and `budget` also limit the reads of the body.
        """
        from ._httpx_streams import HttpxResponseStream

        handled = sys.exception()
        limits = WaitLimits(timeout, budget, request.connect)
        limits.streams = True
        state = self._state()
        engine = state.routes.engine
        try:
            state.acquire(limits)
            try:
                client, prepared = state.routes.request(request, limits)
                response = client.send(prepared, stream=True)
                try:
                    return HttpxResponseStream(response, engine, limits, state.release)
                except BaseException:
                    response.close()
                    raise
            except BaseException:
                state.release()
                raise
        except engine.errors as error:
            raise engine.error(error, limits) from without_tracebacks(error, handled)
        except BaseException as error:  # noqa: BLE001 - as in `send`
            raise without_tracebacks(error, handled)  # noqa: B904

    def _exchange(self, routes: Routes, request: HttpRequest, limits: WaitLimits) -> HttpResponse:
        client, prepared = routes.request(request, limits)
        response = client.send(prepared, stream=True)
        try:
            complete = complete_response(response)
            if complete is not None:
                return complete
            body = ResponseBody(response.status_code, response.headers)
            # The raw stream: httpx decompresses without a limit.
            for chunk in response.stream:
                body.feed(chunk)
            return body.response()
        finally:
            response.close()
