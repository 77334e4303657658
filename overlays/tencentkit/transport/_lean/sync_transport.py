"""A transport of our own for threads: HTTP/1.1 on a socket, with what a call needs and nothing else.

Why, and what it leaves to httpx: docs/design/performance.md.
"""

from __future__ import annotations

import ssl
import threading

from ..._concurrency.fork_safety import renewed_after_fork
from ..._redaction import bare
from .._interception import left_to_httpx, recorded
from .._pool_state import ConcurrencyLimit, IdleConnections, closed
from .._tls import authorities, checked_trust
from .._types import HttpRequest, HttpResponse, Transport
from .connection import Bounds, Connection
from .request_writer import Origin, origin, request_bytes
from .response_parser import ResponseParser


class LeanTransport:
    """`Transport` on sockets of our own: a fraction of what httpx costs, with the same bounds and the same errors.

    Behind a proxy of the environment, and while somebody stands in for httpx or its engine, as VCR and respx do, requests go through
    `HttpxTransport`.

    Args:
        trust: Which certificates to trust; the usual authorities (or `SSL_CERT_FILE`, `SSL_CERT_DIR`) where it is not given.

    Raises:
        RequestInvalid: `trust` is no `ssl.SSLContext`.
    """

    def __init__(self, *, trust: ssl.SSLContext | None = None) -> None:
        self._trust = checked_trust(trust)
        self._left: bool | None = None
        self._origins: dict[str, Origin | None] = {}
        self._idle: IdleConnections[Connection] = IdleConnections()
        self._places = ConcurrencyLimit()
        self._httpx: Transport | None = None
        self._closed = False
        self._lock = threading.Lock()
        renewed_after_fork(self)

    def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        """See `Transport.send`."""
        if self._closed:
            raise closed()
        where = self._origin(request.url)
        data = None if where is None or recorded(is_async=False) else request_bytes(request, where.target)
        if where is None or data is None:
            return self._fallback().send(request, timeout=timeout, budget=budget)
        try:
            return self._exchange(where, request, data, Bounds(timeout, budget, request.connect))
        except BaseException as error:  # noqa: BLE001 - interrupts are raised on as they are
            # Without the frames below: their variables hold headers, and the answer's bytes.
            raise bare(error)  # noqa: B904 - it is the same error

    def _exchange(self, where: Origin, request: HttpRequest, data: bytes, bounds: Bounds) -> HttpResponse:
        self._places.enter(bounds.wait)
        try:
            there = where[:3]
            line = self._idle.take(there)
            while line is not None and line.stale():
                line.close()
                line = self._idle.take(there)
            if line is None:
                line = Connection(where, self._trusted, bounds)
            reading = ResponseParser(request.method)
            try:
                response = line.exchange(data, reading, request.written, bounds)
            except BaseException:
                line.close()
                raise
            if not reading.reusable:
                line.close()
                return response
            for gone in self._idle.keep(there, line):
                gone.close()
            if self._closed:
                self._close_idle()
            return response
        finally:
            self._places.leave()

    def close(self) -> None:
        """Close every connection, for good; those that are in use close when their answer is there."""
        self._closed = True
        self._close_idle()
        if self._httpx is not None:
            self._httpx.close()

    def renew_after_fork(self) -> None:
        """See `Renewable`: the parent goes on with its connections; here only their files are closed."""
        self._lock = threading.Lock()
        self._places = ConcurrencyLimit()
        self._close_idle()

    def _close_idle(self) -> None:
        for line in self._idle.take_all():
            line.close()

    def _origin(self, url: str) -> Origin | None:
        if self._left is None:
            self._left = left_to_httpx()
        if self._left:
            return None
        if url not in self._origins:
            if len(self._origins) > 64:
                self._origins.clear()
            self._origins[url] = origin(url)
        return self._origins[url]

    def _trusted(self) -> ssl.SSLContext:
        return self._trust or authorities()

    def _fallback(self) -> Transport:
        with self._lock:
            if self._httpx is None:
                from .._httpx_sync import HttpxTransport

                self._httpx = HttpxTransport(trust=self._trust)
            return self._httpx
