"""`Connections` for event loops."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._async_backend import connect_our_way
from ._connections import Answer, Routes
from ._lean_limits import recorded

if TYPE_CHECKING:
    import httpx

    from ._sent_body import SentBody
    from .transport import HttpRequest


class LoopConnections(Routes):
    """Connections of one event loop.

    Args:
        client: As for `Connections`.
    """

    _client: httpx.AsyncClient

    def __init__(self, client: httpx.AsyncClient) -> None:
        super().__init__(client)
        connect_our_way(client)

    async def send(self, request: HttpRequest, timeout: float | None, body: SentBody) -> Answer | httpx.Response:
        """`Connections.send` for an event loop; `response.aclose` must be called."""
        route = self._route(request.url)
        if recorded("handle_async_request"):
            response: httpx.Response = await route.transport.handle_async_request(route.prepared(request, timeout, body))
            return response
        connection = route.idle.take()
        while connection is not None and connection.has_expired():
            await connection.aclose()
            connection = route.idle.take()
        if connection is None:
            connection = route.new()
        try:
            return Answer(await connection.handle_async_request(route.bare(request, timeout, body)), connection, route.idle)
        except BaseException:
            await connection.aclose()
            raise

    async def aclose(self) -> None:
        """Close them all."""
        for route in list(self._routes.values()):
            for connection in route.idle.take_all():
                await connection.aclose()
        await self._client.aclose()
