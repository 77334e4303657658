"""httpx's engine as the transport.

What is done differently from `httpx.Client.post`, and why: docs/design/call.md, "Transport".
"""

from __future__ import annotations

import os
import ssl
import threading

from .._concurrency.fork_safety import renewed_after_fork
from .._deadline import least
from .._redaction import bare
from ._backend_sync import bounded, check_budget, clamped
from ._error_mapping import protocol_errors, translated
from ._options import checked
from ._pool_state import ConcurrencyLimit, closed
from ._pool_sync import Answer, Connections
from ._request_body import SentBody
from ._response_body import Body
from ._reuse_check import ConnectionState, alone, leftover, retire
from ._types import HttpRequest, HttpResponse


class HttpxTransport:
    """`Transport` on httpcore, httpx's engine, with a bound on the total time and on the size of the answer.

    Which proxy serves an address, httpx says. While somebody stands in for httpx or its engine, as VCR and respx do, requests go
    through it.

    Args:
        trust: Which certificates to trust; the usual authorities (or `SSL_CERT_FILE`, `SSL_CERT_DIR`) where it is not given.
        proxy: Address of a proxy for every request; else `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`, as for httpx.
        trust_env: Whether to look at these variables.

    Raises:
        RequestInvalid: `trust` is no `ssl.SSLContext`, or `proxy` no address of a proxy.
    """

    def __init__(self, *, trust: ssl.SSLContext | None = None, proxy: str | None = None, trust_env: bool = True) -> None:
        self._options = checked(trust, proxy, trust_env=trust_env)
        self._connections: Connections | None = None
        self._places = ConcurrencyLimit()
        self._under_way: set[object] = set()
        self._closed = False
        self._process = os.getpid()
        self._lock = threading.Lock()
        renewed_after_fork(self)

    def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        """See `Transport.send`."""
        body = SentBody(request)
        try:
            with bounded(budget):
                return self._begun(request, timeout, body)
        except protocol_errors() as error:
            raise translated(error, sent=body.begun) from bare(error)
        except BaseException as error:  # noqa: BLE001 - interrupts and cancellation are raised on as they are
            # Without the frames below: their variables hold headers, and the answer's bytes.
            raise bare(error)  # noqa: B904 - it is the same error

    def _begun(self, request: HttpRequest, timeout: float | None, body: SentBody) -> HttpResponse:
        exchange = object()
        try:
            connections = self._open(exchange)
            self._places.enter(lambda: clamped(least(timeout, request.connect)))
            try:
                if self._closed:
                    raise closed()
                return self._exchange(connections, request, timeout, body)
            finally:
                self._places.leave()
        finally:
            self._under_way.discard(exchange)  # one step in C, which no interrupt divides
            self._end()

    def _exchange(self, connections: Connections, request: HttpRequest, timeout: float | None, sent: SentBody) -> HttpResponse:
        response = connections.send(request, timeout, sent)
        try:
            body = Body(response.status_code, response.headers)
            # The raw stream: httpx's own decoding has no bound on what a small answer may swell to.
            for chunk in response.stream:  # type: ignore[union-attr]
                body.feed(chunk)
                check_budget()
            found = leftover(response)
            if isinstance(response, Answer):
                response.clean = found is ConnectionState.NONE
            elif found is not ConnectionState.NONE and not retire(response):
                response.extensions["network_stream"].close()
            return alone(body, found)
        finally:
            response.close()

    def close(self) -> None:
        """Close every connection, for good; where other threads' exchanges are under way, the last of them does it."""
        with self._lock:
            self._closed = True
        self._end()

    def renew_after_fork(self) -> None:
        """See `Renewable`: the parent's connections are left alone, since closing them here would end them there."""
        self._lock = threading.Lock()
        self._places = ConcurrencyLimit()
        self._under_way = set()

    def _open(self, exchange: object) -> Connections:
        with self._lock:
            if self._closed:
                raise closed()
            self._under_way.add(exchange)
            if self._connections is None or self._process != os.getpid():
                self._connections = Connections(self._options)
                self._process = os.getpid()
            return self._connections

    def _end(self) -> None:
        with self._lock:
            if not self._closed or self._under_way:
                return
            connections, self._connections = self._connections, None
        if connections is not None and self._process == os.getpid():
            connections.close()
