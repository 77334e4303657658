"""httpcore's connections without its pool: an exchange has one for itself, and gives it back when it is clean.

A request that is signed needs nothing of what httpx does around a transport: no cookie jar, no authentication, no redirects, no second
form of its headers. httpcore's pool looks through all connections and all who wait at each step, and loses a place for ever when a call
is cancelled at a bad moment. What stays is theirs: how connections are made, TLS, HTTP/1.1, and which proxy serves an address. Where
somebody stands in for a method of httpx's transports, as VCR does, requests take the way through that method.
Numbers, and what was rejected: docs/design/connections.md.
"""

from __future__ import annotations

import ssl
import threading
from abc import abstractmethod
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import httpcore

from ._backend_sync import BoundedBackend, bound_pools
from ._interception import recorded
from ._lean.request_writer import Origin, origin
from ._options import Options
from ._pool_state import IDLE, IdleConnections
from ._request_body import SentBody, timeouts
from ._types import HttpRequest

if TYPE_CHECKING:
    import httpx


_ROUTES = 64
"""Addresses that are remembered at most; a client asks one or two."""


class Answer:
    """The beginning of an answer; its stream gives the rest, and must be closed.

    Attributes:
        status_code: HTTP status.
        headers: Names in lower case.
        stream: The body as it comes.
        extensions: What httpcore tells beside.
        clean: Whether the connection was found to hold nothing else; only then it is used again, whatever ends the exchange before.
    """

    __slots__ = ("_connection", "_keep", "clean", "extensions", "headers", "status_code", "stream")

    def __init__(self, response: httpcore.Response, connection: Any, keep: Callable[[Any], list[Any]]) -> None:
        self.status_code = response.status
        self.headers = _joined(response.headers)
        self.stream: Any = response.stream
        self.extensions: Mapping[str, Any] = response.extensions
        self.clean = False
        self._connection = connection
        self._keep = keep

    def close(self) -> None:
        """Give the connection back, or close it where it cannot be used again."""
        gone = [self._connection]
        try:
            self.stream.close()
            gone = self._done_with()
        finally:
            for one in gone:
                one.close()

    def _done_with(self) -> list[Any]:
        """Give the connection back; returns those that must be closed."""
        return self._keep(self._connection) if self.clean and self._connection.is_idle() else [self._connection]


class Route(NamedTuple):
    """How an address is reached."""

    address: httpcore.URL
    new: Callable[[], Any]
    """Gives a connection that has yet to be made."""
    there: tuple[object, ...]
    """What connections have in common that may stand in for each other."""

    def request(self, request: HttpRequest, timeout: float | None, body: SentBody) -> httpcore.Request:
        """`request` for a connection."""
        headers = [(name.encode("ascii"), value.encode("ascii")) for name, value in request.headers]
        extensions = {"timeout": timeouts(request, timeout)}
        return httpcore.Request(request.method, self.address, headers=headers, content=body, extensions=extensions)


class Routes:
    """The ways to the addresses that a client asks, one or two of them.

    Args:
        options: What was asked for.
    """

    def __init__(self, options: Options) -> None:
        self._options = options
        self._routes: dict[str, Route] = {}
        self._idle: IdleConnections[Any] = IdleConnections()
        self._lock = threading.Lock()
        self._client: Any = None

    def _route(self, url: str) -> Route:
        """How to reach an address.

        Raises:
            ConnectionFailed: The environment is at fault.
        """
        route = self._routes.get(url)
        if route is None:
            there = origin(url) if self._options.straight() else None
            if len(self._routes) >= _ROUTES:
                self._routes.clear()
            route = self._routes[url] = self._by_httpx(url) if there is None else self._straight(there)
        return route

    def _straight(self, there: Origin) -> Route:
        scheme = b"https" if there.tls else b"http"
        address = httpcore.URL(scheme=scheme, host=there.host.encode("ascii"), port=there.port, target=there.target.encode("ascii"))
        trust = self._options.context() if there.tls else None
        return Route(address, partial(self._connection, address.origin, trust), there[:3])

    def _by_httpx(self, url: str) -> Route:
        from ._httpx_bridge import pool_for

        address, pool = pool_for(self._opened(), url)
        return Route(address, partial(pool.create_connection, address.origin), (pool, address.scheme, address.host, address.port))

    def _opened(self) -> Any:
        """The client of httpx, which knows proxies."""
        with self._lock:
            if self._client is None:
                self._client = self._new_client()
            return self._client

    @abstractmethod
    def _new_client(self) -> Any: ...

    @abstractmethod
    def _connection(self, there: httpcore.Origin, trust: ssl.SSLContext | None) -> Any: ...


class Connections(Routes):
    """Connections for threads."""

    def send(self, request: HttpRequest, timeout: float | None, body: SentBody) -> Answer | httpx.Response:
        """Send `request` with `body`; `response.close` must be called."""
        if recorded(is_async=False):
            return self._recorded(request, timeout, body)
        route = self._route(request.url)
        connection = self._idle.take(route.there)
        while connection is not None and connection.has_expired():
            connection.close()
            connection = self._idle.take(route.there)
        if connection is None:
            connection = route.new()
        try:
            response = connection.handle_request(route.request(request, timeout, body))
            return Answer(response, connection, partial(self._idle.keep, route.there))
        except BaseException:
            connection.close()
            raise

    def close(self) -> None:
        """Close them all."""
        for connection in self._idle.take_all():
            connection.close()
        if self._client is not None:
            self._client.close()

    def _recorded(self, request: HttpRequest, timeout: float | None, body: SentBody) -> httpx.Response:
        from ._httpx_bridge import prepared, transport_for

        response: httpx.Response = transport_for(self._opened(), request.url).handle_request(prepared(request, timeout, body))
        return response

    def _new_client(self) -> httpx.Client:
        import httpx

        client = self._options.opened(httpx.Client)
        bound_pools(client)
        return client

    def _connection(self, there: httpcore.Origin, trust: ssl.SSLContext | None) -> httpcore.HTTPConnection:
        return httpcore.HTTPConnection(there, trust, IDLE, network_backend=BoundedBackend(httpcore.SyncBackend()))


def _joined(headers: list[tuple[bytes, bytes]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for raw_name, raw_value in headers:
        name, value = raw_name.decode("ascii").lower(), raw_value.decode("latin-1")
        found[name] = f"{found[name]}, {value}" if name in found else value
    return found
