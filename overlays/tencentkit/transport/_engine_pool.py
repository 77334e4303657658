"""Connection pool of our own behind the transports of httpx; the only module that uses private parts of httpx and httpcore.

Every request passes `httpx.Client.send` and `httpx.HTTPTransport`, and then this pool instead of httpcore's (docs/design/connections.md).
httpcore still provides connections, proxies and HTTP/1.1.

Private parts, the same in both engines: the pool of a transport, the network backend of a pool, the cookies of a client.
The reuse check needs the state of h11. If it moves, connections are not reused, and the tests of reuse fail.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

from ._bodies import MAXIMUM_BYTES, too_large, unexpected_data
from ._connections import Connection, IdleConnections
from ._engine import Engine
from ._limits import WaitLimits
from ._stream_sync import StreamState, connect

LIMITS = "tencentkit.limits"
"""Extension of a request with its `WaitLimits`."""


class PooledConnection(Connection):
    """Connection of httpcore, and the network backend that connects it.

    Args:
        limits: Limits of the first exchange.
    """

    def __init__(self, limits: WaitLimits) -> None:
        super().__init__()
        self.http: Any = None
        self.stream: Any = None
        self.limits = limits

    def connect_tcp(self, host: str, port: int, **_: Any) -> Any:
        """Connect; see `httpcore.NetworkBackend`."""
        self.stream = connect(host, port, self.limits)
        return self.stream

    def use(self, limits: WaitLimits) -> None:
        """Set the limits of the next exchange."""
        self.limits = limits
        if self.stream is not None:
            self.stream.limits = limits

    def is_stale(self) -> bool:
        """See `Connection`."""
        return self.stream is None or self.stream.is_stale()

    def close(self) -> None:
        """Close the socket."""
        if self.stream is not None:
            self.stream.close()


class AsyncPooledConnection(PooledConnection):
    """`PooledConnection` for event loops."""

    async def connect_tcp(self, host: str, port: int, **_: Any) -> Any:
        """Connect; see `httpcore.AsyncNetworkBackend`."""
        from ._stream_async import connect_async  # loads asyncio

        self.stream = await connect_async(host, port, self.limits)
        return self.stream


class _Exchange:
    """One request on one connection of a pool."""

    def __init__(self, pool: EnginePool, request: Any) -> None:
        self._idle = pool.idle
        limits: WaitLimits = request.extensions.get(LIMITS) or WaitLimits(None, None)
        limits.connected = True
        self._streams = limits.streams
        origin = request.url.origin
        self._key = (pool.inner, origin.scheme, origin.host, origin.port)
        reused = pool.idle.acquire(self._key, read_only=limits.read_only)
        self._reused = reused is not None
        self.connection = reused or pool.new_connection(origin, limits)
        self.connection.use(limits)
        if limits.streams:
            limits.abort = self.connection.close
        self._h11: Any = None
        self._stream: Any = None
        self._status = 0
        self._length = 0
        self._headers: dict[str, str] = {}
        self._done = self._ended = False

    def start_body(self, response: Any) -> None:
        """Wrap the body of `response`, except for a response of a mock, which no connection has received."""
        self._h11 = getattr(getattr(response.stream, "_connection", None), "_h11_state", None)
        if self.connection.stream is None:
            return
        self._stream, response.stream = response.stream, self
        self._status = response.status
        self._headers = {"keep-alive": value.decode("latin-1") for name, value in response.headers if name.lower() == b"keep-alive"}  # noqa: B035 - the last one counts

    def _count(self, chunk: bytes) -> None:
        self._length += len(chunk)
        if self._length > MAXIMUM_BYTES and not self._streams:
            raise too_large(self._status)

    def check_end(self) -> None:
        """Make the reuse check at the end of the body: a client would read further data as the response to the next request.

        Raises:
            ResponseMalformed: Unexpected data followed the response.
        """
        state = self.connection.stream.state()
        if self._h11 is None:
            state = StreamState.ENDED
        elif self._h11.trailing_data[0]:
            state = StreamState.DIRTY
        if state is StreamState.DIRTY:
            raise unexpected_data(self._status)
        self._done = state is StreamState.CLEAN

    def failed(self, error: BaseException) -> None:
        """Close the connection. If it was a reused one, others that were idle as long have failed with it."""
        self.connection.close()
        if self._reused and (isinstance(error, Exception) or self.connection.limits.budget() == 0):
            self._idle.discard_older(self._key, self.connection)

    def end(self) -> None:
        """Return the connection to the pool, or close it if it is not reusable. A second call must not touch it."""
        if self._ended:
            return
        self._ended = True
        if self._done and self.connection.http.is_idle():
            self._idle.release(self._key, self.connection, self._headers)
        else:
            self.connection.close()


class _SyncExchange(_Exchange):
    """`_Exchange` in a thread; it is also the stream of the response."""

    def __iter__(self) -> Iterator[bytes]:
        try:
            for chunk in self._stream:
                self._count(chunk)
                yield chunk
            self.check_end()
        except BaseException as error:
            self.failed(error)
            raise

    def close(self) -> None:
        """End the response."""
        try:
            self._stream.close()
        except BaseException:
            self._done = False  # an interrupt may leave h11 between two requests
            raise
        finally:
            self.end()


class _AsyncExchange(_Exchange):
    """`_Exchange` in an event loop."""

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for chunk in self._stream:
                self._count(chunk)
                yield chunk
            self.check_end()
        except BaseException as error:
            self.failed(error)
            raise

    async def aclose(self) -> None:
        """End the response."""
        try:
            await self._stream.aclose()
        except BaseException:
            self._done = False  # an interrupt may leave h11 between two requests
            raise
        finally:
            self.end()


class EnginePool:
    """Pool with the methods of httpcore's that httpx uses.

    Args:
        inner: Pool of httpcore, which creates the connections, perhaps through a proxy.
        engine: The engine.
        idle: Idle connections of the process or event loop.
    """

    def __init__(self, inner: Any, engine: Engine, idle: IdleConnections[Any]) -> None:
        self.inner = inner
        self.idle = idle
        self._is_async = isinstance(inner, engine.core.AsyncConnectionPool)

    def handle_request(self, request: Any) -> Any:
        """Send `request`; see `httpcore.ConnectionPool`."""
        exchange = _SyncExchange(self, request)
        try:
            response = exchange.connection.http.handle_request(request)
            exchange.start_body(response)
        except BaseException as error:
            exchange.failed(error)
            raise
        return response

    async def handle_async_request(self, request: Any) -> Any:
        """Send `request`; see `httpcore.AsyncConnectionPool`."""
        exchange = _AsyncExchange(self, request)
        try:
            response = await exchange.connection.http.handle_async_request(request)
            exchange.start_body(response)
        except BaseException as error:
            exchange.failed(error)
            raise
        return response

    def close(self) -> None:
        """Close nothing: `IdleConnections` closes the connections."""

    async def aclose(self) -> None:
        """See `close`."""

    def new_connection(self, origin: Any, limits: WaitLimits) -> PooledConnection:
        """Return a connection, which connects at its first request."""
        connection = AsyncPooledConnection(limits) if self._is_async else PooledConnection(limits)
        # A shallow copy, because other threads create connections at the same time.
        pool = object.__new__(type(self.inner))
        pool.__dict__ = self.inner.__dict__ | {"_network_backend": connection}
        connection.http = pool.create_connection(origin)
        return connection


def new_client(engine: Engine, idle: IdleConnections[Any], *, is_async: bool, proxy: Any, trust: Any) -> Any:
    """Return a client of httpx whose transports use `EnginePool`."""
    http = engine.http
    client: Any = (http.AsyncClient if is_async else http.Client)(verify=trust, proxy=proxy, trust_env=False, timeout=None)
    for transport in (client._transport, *client._mounts.values()):  # noqa: SLF001 - as the module says
        transport._pool = EnginePool(transport._pool, engine, idle)  # noqa: SLF001
    client._cookies = type("NoCookies", (http.Cookies,), {"extract_cookies": lambda *_: None})()  # noqa: SLF001
    return client
