"""httpx's connections without its clients and without httpcore's pool: an exchange has one for itself, and gives it back when it is clean.

A request that is signed needs nothing of what httpx does around a transport: no cookie jar, no authentication, no redirects, no second
form of its headers. httpcore's pool looks through all connections and all who wait at each step, and loses a place for ever when a call
is cancelled at a bad moment. What stays is theirs: which transport serves an address (proxies and `NO_PROXY` included), how
connections are made, TLS, HTTP/1.1. Where somebody stands in for a transport's method, as VCR does, requests take the way through that
method. Numbers, and what was rejected: docs/design/connections.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import httpcore
import httpx

from ._budget import bound_pools
from ._deadline import least
from ._lean_limits import recorded
from ._pool import Idle
from ._sent_body import SentBody
from .transport import HttpRequest


class Answer:
    """The beginning of an answer; its stream gives the rest, and must be closed.

    Attributes:
        status_code: HTTP status.
        headers: Names in lower case.
        stream: The body as it comes.
        extensions: What httpcore tells beside.
    """

    __slots__ = ("_connection", "_idle", "extensions", "headers", "status_code", "stream")

    def __init__(self, response: httpcore.Response, connection: Any, idle: Idle[Any]) -> None:
        self.status_code = response.status
        self.headers = _joined(response.headers)
        self.stream: Any = response.stream
        self.extensions: Mapping[str, Any] = response.extensions
        self._connection = connection
        self._idle = idle

    def close(self) -> None:
        """Give the connection back, or close it where it cannot be used again."""
        try:
            self.stream.close()
        finally:
            for one in self._done_with():
                one.close()

    async def aclose(self) -> None:
        """`close` for an event loop."""
        try:
            await self.stream.aclose()
        finally:
            for one in self._done_with():
                await one.aclose()

    def _done_with(self) -> list[Any]:
        """Give the connection back; returns those that must be closed."""
        return self._idle.keep(self._connection) if self._connection.is_idle() else [self._connection]


class _Route(NamedTuple):
    """How an address is reached."""

    url: httpx.URL
    transport: Any
    """httpx's, of its client; where a proxy is in between, that one's."""
    address: httpcore.URL
    idle: Idle[Any]

    def new(self) -> Any:
        """A connection that has yet to be made: what kind, httpcore's pools know best."""
        return self.transport._pool.create_connection(self.address.origin)  # noqa: SLF001 - httpx has no public way to it

    def bare(self, request: HttpRequest, timeout: float | None, body: SentBody) -> httpcore.Request:
        """`request` for a connection."""
        headers = [(name.encode("ascii"), value.encode("ascii")) for name, value in request.headers]
        timeouts = {"timeout": _timeouts(request, timeout)}
        return httpcore.Request(request.method, self.address, headers=headers, content=body, extensions=timeouts)

    def prepared(self, request: HttpRequest, timeout: float | None, body: SentBody) -> httpx.Request:
        """`request` for a transport of httpx, by hand, so that nothing is added and the very bytes are sent that were signed."""
        timeouts = {"timeout": _timeouts(request, timeout)}
        return httpx.Request(request.method, self.url, headers=request.headers, stream=body, extensions=timeouts)


class Routes:
    """The ways of one client of httpx; it asks one address or two."""

    def __init__(self, client: httpx.Client | httpx.AsyncClient) -> None:
        self._client = client
        self._routes: dict[str, _Route] = {}

    def _route(self, url: str) -> _Route:
        route = self._routes.get(url)
        if route is None:
            parsed = httpx.URL(url)
            # httpx has no public way to it; httpx<0.29 is required, as for the bound on the total time.
            transport = self._client._transport_for_url(parsed)  # noqa: SLF001
            address = httpcore.URL(scheme=parsed.raw_scheme, host=parsed.raw_host, port=parsed.port, target=parsed.raw_path)
            route = self._routes.setdefault(url, _Route(parsed, transport, address, Idle()))
        return route


class Connections(Routes):
    """Connections for threads.

    Args:
        client: Who knows where they lead; it is closed with them.
    """

    _client: httpx.Client

    def __init__(self, client: httpx.Client) -> None:
        super().__init__(client)
        bound_pools(client)

    def send(self, request: HttpRequest, timeout: float | None, body: SentBody) -> Answer | httpx.Response:
        """Send `request` with `body`; `response.close` must be called."""
        route = self._route(request.url)
        if recorded("handle_request"):
            response: httpx.Response = route.transport.handle_request(route.prepared(request, timeout, body))
            return response
        connection = route.idle.take()
        while connection is not None and connection.has_expired():
            connection.close()
            connection = route.idle.take()
        if connection is None:
            connection = route.new()
        try:
            return Answer(connection.handle_request(route.bare(request, timeout, body)), connection, route.idle)
        except BaseException:
            connection.close()
            raise

    def close(self) -> None:
        """Close them all."""
        for route in list(self._routes.values()):
            for connection in route.idle.take_all():
                connection.close()
        self._client.close()


def _timeouts(request: HttpRequest, timeout: float | None) -> dict[str, float | None]:
    before = least(timeout, request.connect)
    return {"connect": before, "read": timeout, "write": timeout, "pool": before}


def _joined(headers: list[tuple[bytes, bytes]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for raw_name, raw_value in headers:
        name, value = raw_name.decode("ascii").lower(), raw_value.decode("latin-1")
        found[name] = f"{found[name]}, {value}" if name in found else value
    return found
