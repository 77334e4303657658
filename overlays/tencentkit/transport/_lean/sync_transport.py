"""Own HTTP/1.1 transport for threads, on sockets; it implements only what a call needs.

Reasons, and which requests use httpx instead: docs/design/performance.md.
"""

from __future__ import annotations

import ssl
import sys
import threading

from ..._concurrency.fork_safety import register_fork_reset
from ..._redaction import without_tracebacks
from .._interception import is_intercepted
from .._options import may_need_proxy
from .._origin import Origin, parse_origin
from .._pool_state import ConcurrencyLimit, IdleConnections, client_closed
from .._tls import check_trust, default_tls_context
from .._types import HttpRequest, HttpResponse, Transport
from .connection import LeanConnection, WaitLimits
from .request_writer import request_bytes
from .response_parser import ResponseParser


class LeanTransport:
    """`Transport` on our own sockets: a fraction of the cost of httpx, with the same limits and errors.

    Requests go through `HttpxTransport` if the environment names a proxy, or while a mock such as VCR or respx patches httpx or httpcore.

    Args:
        trust: TLS context with the trusted certificates. Default: certifi's authorities, or those of `SSL_CERT_FILE` or `SSL_CERT_DIR`.

    Raises:
        RequestInvalid: `trust` is not an `ssl.SSLContext`.
    """

    def __init__(self, *, trust: ssl.SSLContext | None = None) -> None:
        self._trust = check_trust(trust)
        self._may_need_proxy: bool | None = None
        self._idle: IdleConnections[LeanConnection] = IdleConnections()
        self._limit = ConcurrencyLimit()
        self._httpx: Transport | None = None
        self._closed = False
        self._lock = threading.Lock()
        register_fork_reset(self)

    def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        """Send `request` and return the response; see `Transport.send`."""
        handled = sys.exception()
        if self._closed:
            raise client_closed()
        origin = self._origin(request.url)
        data = None if origin is None or is_intercepted(is_async=False) else request_bytes(request, origin.target)
        if origin is None or data is None:
            return self._httpx_transport().send(request, timeout=timeout, budget=budget)
        try:
            return self._exchange(origin, request, data, WaitLimits(timeout, budget, request.connect))
        except BaseException as error:  # noqa: BLE001 - re-raises interrupts
            # The variables of the frames below hold headers and the bytes of the response.
            raise without_tracebacks(error, handled)  # noqa: B904 - it is the same error

    def _exchange(self, origin: Origin, request: HttpRequest, data: bytes, limits: WaitLimits) -> HttpResponse:
        self._limit.acquire(limits.timeout)
        try:
            key = origin[:3]
            connection = self._idle.pop(key)
            while connection is not None and connection.stale():
                connection.close()
                connection = self._idle.pop(key)
            if connection is None:
                connection = LeanConnection(origin, self._tls_context, limits)
            parser = ResponseParser(request.method)
            try:
                response = connection.exchange(data, parser, request.written, limits)
            except BaseException:
                connection.close()
                raise
            if not parser.reusable:
                connection.close()
                return response
            for surplus in self._idle.add(key, connection):
                surplus.close()
            if self._closed:
                self._close_idle()
            return response
        finally:
            self._limit.release()

    def close(self) -> None:
        """Close every connection permanently. A connection in use closes after its response."""
        self._closed = True
        self._close_idle()
        if self._httpx is not None:
            self._httpx.close()

    def reset_after_fork(self) -> None:
        """Reset the lock in a child and close its file descriptors. The parent's connections stay usable."""
        self._lock = threading.Lock()
        self._limit = ConcurrencyLimit()
        self._close_idle()

    def _close_idle(self) -> None:
        for connection in self._idle.pop_all():
            connection.close()

    def _origin(self, url: str) -> Origin | None:
        if self._may_need_proxy is None:
            self._may_need_proxy = may_need_proxy()
        return None if self._may_need_proxy else parse_origin(url)

    def _tls_context(self) -> ssl.SSLContext:
        return self._trust or default_tls_context()

    def _httpx_transport(self) -> Transport:
        with self._lock:
            if self._httpx is None:
                from .._httpx_sync import HttpxTransport

                self._httpx = HttpxTransport(trust=self._trust)
            return self._httpx
