"""Connection pool of our own for event loops; see `_pool_sync`."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

import httpcore

from ._backend_async import AsyncBackend, install_async_backend
from ._interception import is_intercepted
from ._open_response import OpenResponse
from ._pool_state import IDLE_SECONDS, client_closed
from ._pool_state_async import AsyncConcurrencyLimit
from ._pool_sync import RoutedPool

if TYPE_CHECKING:
    import httpx

    from ._bodies import RequestBody
    from ._types import HttpRequest


class AsyncOpenResponse(OpenResponse):
    """`OpenResponse` for event loops."""

    __slots__ = ()

    async def aclose(self) -> None:
        """Return the connection to the pool, or close it if it is not reusable."""
        to_close = [self._connection]
        try:
            await self.stream.aclose()
            to_close = self._release()
        finally:
            await _close(to_close)


class AsyncConnectionPool(RoutedPool):
    """Connection pool of one event loop."""

    async def send(self, request: HttpRequest, timeout: float | None, body: RequestBody) -> AsyncOpenResponse | httpx.Response:
        """Send `request` with `body`; the caller must close the response."""
        if is_intercepted(is_async=True):
            return await self._send_intercepted(request, timeout, body)
        route = self._route(request.url)
        connection = self._idle.pop(route.key)
        while connection is not None and connection.has_expired():
            await _close([connection])
            connection = self._idle.pop(route.key)
        if connection is None:
            connection = route.connect()
        try:
            response = await connection.handle_async_request(route.request(request, timeout, body))
            return AsyncOpenResponse(response, connection, partial(self._idle.add, route.key))
        except BaseException:
            await _close([connection])
            raise

    async def aclose(self) -> None:
        """Close all connections."""
        await _close(self._idle.pop_all())
        if self._client is not None:
            await self._client.aclose()

    async def _send_intercepted(self, request: HttpRequest, timeout: float | None, body: RequestBody) -> httpx.Response:
        from ._httpx_bridge import httpx_request, transport_for

        transport = transport_for(self._httpx_client(), request.url)
        response: httpx.Response = await transport.handle_async_request(httpx_request(request, timeout, body))
        return response

    def _new_client(self) -> httpx.AsyncClient:
        import httpx

        client = self._options.new_client(httpx.AsyncClient)
        install_async_backend(client)
        return client

    def _connection(self, origin: httpcore.Origin, trust: ssl.SSLContext | None) -> httpcore.AsyncHTTPConnection:
        network: Any = httpcore.AnyIOBackend()  # pyright sees the placeholder class for an environment without anyio
        return httpcore.AsyncHTTPConnection(origin, trust, IDLE_SECONDS, network_backend=AsyncBackend(network))


class LoopPool:
    """Connection pool of one event loop, with its concurrency limit.

    Args:
        connections: The pool.
    """

    def __init__(self, connections: AsyncConnectionPool) -> None:
        self.connections = connections
        self.in_flight = 0
        """Exchanges in flight, also those that wait for a slot."""
        self._limit = AsyncConcurrencyLimit()
        self._closing = False
        self._closing_task: asyncio.Task[None] | None = None

    @asynccontextmanager
    async def slot(self, timeout: float | None) -> AsyncGenerator[None]:
        """Hold a slot, acquired within `timeout` seconds."""
        self.in_flight += 1
        try:
            await self._limit.acquire(timeout)
            try:
                if self._closing:
                    raise client_closed()
                yield
            finally:
                self._limit.release()
        finally:
            self.in_flight -= 1
            if self._closing and not self.in_flight:
                await self.connections.aclose()

    async def close(self) -> None:
        """Close every connection. If exchanges are in flight, the last of them closes."""
        self._closing = True
        if not self.in_flight:
            await self.connections.aclose()

    def close_later(self) -> None:
        """Start `close` in this event loop, for a caller in another thread."""
        self._closing_task = asyncio.ensure_future(self.close())


async def _close(connections: list[Any]) -> None:
    """Close the connections completely, even if the caller is cancelled meanwhile."""
    if connections:
        await asyncio.shield(asyncio.gather(*(connection.aclose() for connection in connections)))
