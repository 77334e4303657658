"""Default transport for threads, on httpcore, the engine of httpx.

Differences from `httpx.Client.post`, with reasons: docs/design/call.md, "Transport".
"""

from __future__ import annotations

import os
import ssl
import sys
import threading

from .._concurrency.fork_safety import register_fork_reset
from .._deadline import shorter_limit
from .._redaction import without_tracebacks
from ._backend_sync import check_budget, clamp_timeout, time_budget
from ._bodies import RequestBody, ResponseBody
from ._error_mapping import exchange_errors, map_error
from ._open_response import ConnectionState, OpenResponse, close_after_response, complete_response, connection_state
from ._options import check_options
from ._pool_state import ConcurrencyLimit, client_closed
from ._pool_sync import ConnectionPool
from ._types import HttpRequest, HttpResponse


class HttpxTransport:
    """`Transport` on httpcore, the engine of httpx, with limits for the total time and for the size of a response.

    httpx decides which proxy applies. While a mock such as VCR or respx patches httpx or httpcore, requests go through the mock.

    Args:
        trust: TLS context with the trusted certificates. Default: certifi's authorities, or those of `SSL_CERT_FILE` or `SSL_CERT_DIR`.
        proxy: URL of a proxy for every request. Default: `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`, as in httpx.
        trust_env: Use these environment variables.

    Raises:
        RequestInvalid: `trust` is not an `ssl.SSLContext`, or `proxy` is not the URL of a proxy.
    """

    def __init__(self, *, trust: ssl.SSLContext | None = None, proxy: str | None = None, trust_env: bool = True) -> None:
        self._options = check_options(trust, proxy, trust_env=trust_env)
        self._pool: ConnectionPool | None = None
        self._limit = ConcurrencyLimit()
        self._in_flight: set[object] = set()
        self._closed = False
        self._process = os.getpid()
        self._lock = threading.Lock()
        register_fork_reset(self)

    def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        """Send `request` and return the response; see `Transport.send`."""
        handled = sys.exception()
        body = RequestBody(request)
        try:
            with time_budget(budget):
                return self._limited_exchange(request, timeout, body)
        except exchange_errors() as error:
            raise map_error(error, sent=body.started) from without_tracebacks(error, handled)
        except BaseException as error:  # noqa: BLE001 - re-raises interrupts and cancellation
            # The variables of the frames below hold headers and the bytes of the response.
            raise without_tracebacks(error, handled)  # noqa: B904 - it is the same error

    def _limited_exchange(self, request: HttpRequest, timeout: float | None, body: RequestBody) -> HttpResponse:
        exchange = object()
        try:
            pool = self._begin(exchange)
            self._limit.acquire(lambda: clamp_timeout(shorter_limit(timeout, request.connect)))
            try:
                if self._closed:
                    raise client_closed()
                return self._exchange(pool, request, timeout, body)
            finally:
                self._limit.release()
        finally:
            self._in_flight.discard(exchange)  # one step in C: an interrupt cannot divide it
            self._close_if_done()

    def _exchange(self, pool: ConnectionPool, request: HttpRequest, timeout: float | None, request_body: RequestBody) -> HttpResponse:
        response = pool.send(request, timeout, request_body)
        try:
            body = ResponseBody(response.status_code, response.headers)
            # The raw stream: httpx decompresses without a limit.
            for chunk in response.stream:  # type: ignore[union-attr]
                body.feed(chunk)
                check_budget()
            state = connection_state(response)
            if isinstance(response, OpenResponse):
                response.reusable = state is ConnectionState.CLEAN
            elif state is not ConnectionState.CLEAN and not close_after_response(response):
                response.extensions["network_stream"].close()
            return complete_response(body, state)
        finally:
            response.close()

    def close(self) -> None:
        """Close every connection permanently. If exchanges of other threads are in flight, the last of them closes."""
        with self._lock:
            self._closed = True
        self._close_if_done()

    def reset_after_fork(self) -> None:
        """Reset the locks in a child. It leaves the parent's connections alone: closing them here would end them there."""
        self._lock = threading.Lock()
        self._limit = ConcurrencyLimit()
        self._in_flight = set()

    def _begin(self, exchange: object) -> ConnectionPool:
        with self._lock:
            if self._closed:
                raise client_closed()
            self._in_flight.add(exchange)
            if self._pool is None or self._process != os.getpid():
                self._pool = ConnectionPool(self._options)
                self._process = os.getpid()
            return self._pool

    def _close_if_done(self) -> None:
        with self._lock:
            if not self._closed or self._in_flight:
                return
            pool, self._pool = self._pool, None
        if pool is not None and self._process == os.getpid():
            pool.close()
