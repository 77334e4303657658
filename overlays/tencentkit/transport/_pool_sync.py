"""Connection pool of our own on httpcore's connections: an exchange acquires a connection, and returns it if it is reusable.

A signed request needs nothing of httpx's client: no cookies, authentication, redirects or merged headers. httpcore's pool searches all
connections and waiters at each step, and loses a slot for ever if a call is cancelled at the wrong moment. httpcore still provides the
connections, TLS and HTTP/1.1; httpx decides which proxy applies. A mock such as VCR patches httpx, so its requests go through httpx.
Measurements and rejected alternatives: docs/design/connections.md.
"""

from __future__ import annotations

import ssl
import threading
from abc import abstractmethod
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import httpcore

from ._backend_sync import BoundedBackend, install_backend
from ._bodies import RequestBody, timeout_extension
from ._interception import is_intercepted
from ._open_response import OpenResponse
from ._options import TransportOptions
from ._origin import Origin, parse_origin
from ._pool_state import IDLE_SECONDS, IdleConnections
from ._types import HttpRequest

if TYPE_CHECKING:
    import httpx


_MAX_ROUTES = 64
"""Cached routes; a client uses one or two URLs."""


class Route(NamedTuple):
    """Route to a URL, direct or through a proxy."""

    url: httpcore.URL
    connect: Callable[[], Any]
    """Return a new connection, which connects at its first request."""
    key: tuple[object, ...]
    """Identifies interchangeable connections."""

    def request(self, request: HttpRequest, timeout: float | None, body: RequestBody) -> httpcore.Request:
        """Return `request` in the form of httpcore."""
        headers = [(name.encode("ascii"), value.encode("ascii")) for name, value in request.headers]
        extensions = {"timeout": timeout_extension(request, timeout)}
        return httpcore.Request(request.method, self.url, headers=headers, content=body, extensions=extensions)


class RoutedPool:
    """Part of a connection pool that threads and event loops have in common.

    Args:
        options: Options of the transport.
    """

    def __init__(self, options: TransportOptions) -> None:
        self._options = options
        self._routes: dict[str, Route] = {}
        self._idle: IdleConnections[Any] = IdleConnections()
        self._lock = threading.Lock()
        self._client: Any = None

    def _route(self, url: str) -> Route:
        """Return the route to `url`.

        Raises:
            ConnectionFailed: An environment variable is invalid.
        """
        route = self._routes.get(url)
        if route is None:
            origin = parse_origin(url) if self._options.is_direct() else None
            if len(self._routes) >= _MAX_ROUTES:
                self._routes.clear()
            route = self._routes[url] = self._httpx_route(url) if origin is None else self._direct_route(origin)
        return route

    def _direct_route(self, origin: Origin) -> Route:
        scheme = b"https" if origin.tls else b"http"
        url = httpcore.URL(scheme=scheme, host=origin.host.encode("ascii"), port=origin.port, target=origin.target.encode("ascii"))
        trust = self._options.tls_context() if origin.tls else None
        return Route(url, partial(self._connection, url.origin, trust), origin[:3])

    def _httpx_route(self, url: str) -> Route:
        from ._httpx_bridge import pool_for

        parsed, pool = pool_for(self._httpx_client(), url)
        return Route(parsed, partial(pool.create_connection, parsed.origin), (pool, parsed.scheme, parsed.host, parsed.port))

    def _httpx_client(self) -> Any:
        """Return the httpx client, which decides about proxies."""
        with self._lock:
            if self._client is None:
                self._client = self._new_client()
            return self._client

    @abstractmethod
    def _new_client(self) -> Any: ...

    @abstractmethod
    def _connection(self, origin: httpcore.Origin, trust: ssl.SSLContext | None) -> Any: ...


class ConnectionPool(RoutedPool):
    """Connection pool for threads."""

    def send(self, request: HttpRequest, timeout: float | None, body: RequestBody) -> OpenResponse | httpx.Response:
        """Send `request` with `body`; the caller must close the response."""
        if is_intercepted(is_async=False):
            return self._send_intercepted(request, timeout, body)
        route = self._route(request.url)
        connection = self._idle.pop(route.key)
        while connection is not None and connection.has_expired():
            connection.close()
            connection = self._idle.pop(route.key)
        if connection is None:
            connection = route.connect()
        try:
            response = connection.handle_request(route.request(request, timeout, body))
            return OpenResponse(response, connection, partial(self._idle.add, route.key))
        except BaseException:
            connection.close()
            raise

    def close(self) -> None:
        """Close all connections."""
        for connection in self._idle.pop_all():
            connection.close()
        if self._client is not None:
            self._client.close()

    def _send_intercepted(self, request: HttpRequest, timeout: float | None, body: RequestBody) -> httpx.Response:
        from ._httpx_bridge import httpx_request, transport_for

        transport = transport_for(self._httpx_client(), request.url)
        response: httpx.Response = transport.handle_request(httpx_request(request, timeout, body))
        return response

    def _new_client(self) -> httpx.Client:
        import httpx

        client = self._options.new_client(httpx.Client)
        install_backend(client)
        return client

    def _connection(self, origin: httpcore.Origin, trust: ssl.SSLContext | None) -> httpcore.HTTPConnection:
        return httpcore.HTTPConnection(origin, trust, IDLE_SECONDS, network_backend=BoundedBackend(httpcore.SyncBackend()))
