"""`Connections` for event loops."""

from __future__ import annotations

import asyncio
import ssl
from functools import partial
from typing import TYPE_CHECKING, Any

import httpcore

from ._backend_async import Backend, connect_our_way
from ._interception import recorded
from ._pool_state import IDLE
from ._pool_sync import Answer, Routes

if TYPE_CHECKING:
    import httpx

    from ._request_body import SentBody
    from ._types import HttpRequest


class LoopAnswer(Answer):
    """`Answer` for event loops."""

    __slots__ = ()

    async def aclose(self) -> None:
        """Give the connection back, or close it where it cannot be used again."""
        gone = [self._connection]
        try:
            await self.stream.aclose()
            gone = self._done_with()
        finally:
            await _close(gone)


class LoopConnections(Routes):
    """Connections of one event loop."""

    async def send(self, request: HttpRequest, timeout: float | None, body: SentBody) -> LoopAnswer | httpx.Response:
        """`Connections.send` for an event loop; `response.aclose` must be called."""
        if recorded(is_async=True):
            return await self._recorded(request, timeout, body)
        route = self._route(request.url)
        connection = self._idle.take(route.there)
        while connection is not None and connection.has_expired():
            await _close([connection])
            connection = self._idle.take(route.there)
        if connection is None:
            connection = route.new()
        try:
            response = await connection.handle_async_request(route.request(request, timeout, body))
            return LoopAnswer(response, connection, partial(self._idle.keep, route.there))
        except BaseException:
            await _close([connection])
            raise

    async def aclose(self) -> None:
        """Close them all."""
        await _close(self._idle.take_all())
        if self._client is not None:
            await self._client.aclose()

    async def _recorded(self, request: HttpRequest, timeout: float | None, body: SentBody) -> httpx.Response:
        from ._httpx_bridge import prepared, transport_for

        transport = transport_for(self._opened(), request.url)
        response: httpx.Response = await transport.handle_async_request(prepared(request, timeout, body))
        return response

    def _new_client(self) -> httpx.AsyncClient:
        import httpx

        client = self._options.opened(httpx.AsyncClient)
        connect_our_way(client)
        return client

    def _connection(self, there: httpcore.Origin, trust: ssl.SSLContext | None) -> httpcore.AsyncHTTPConnection:
        network: Any = httpcore.AnyIOBackend()  # to pyright it is the class that stands there for who has no anyio
        return httpcore.AsyncHTTPConnection(there, trust, IDLE, network_backend=Backend(network))


async def _close(connections: list[Any]) -> None:
    """Close them all, to the end, even where who asks for it is cancelled meanwhile."""
    if connections:
        await asyncio.shield(asyncio.gather(*(connection.aclose() for connection in connections)))
