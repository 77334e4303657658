"""Own HTTP/1.1 transport for event loops, on `asyncio.Protocol`; it implements only what a call needs."""

from __future__ import annotations

import asyncio
import ssl
import sys
import time
from collections.abc import Callable

from ..._redaction import without_tracebacks
from .._connections import keep_alive_seconds
from .._connections_async import AsyncPooledTransport, LoopConnections
from .._limits import WaitLimits
from .._origin import Origin
from .._settings import check_connections, check_trust
from .._stream_async import AsyncStreamBase, connect_async
from .._tls import default_tls_context
from .._types import HttpRequest, HttpResponse
from .request_writer import check_direct, prepared
from .response_parser import ResponseParser


class AsyncLeanConnection(AsyncStreamBase):
    """Connection to one origin in one event loop."""

    def __init__(self, limits: WaitLimits) -> None:
        super().__init__(limits)
        self.created = self.idle_since = time.monotonic()
        self.expires = float("inf")
        self._parser: ResponseParser | None = None
        self._response: asyncio.Future[HttpResponse] | None = None
        self._written: Callable[[], None] | None = None
        self._last_active = 0.0
        self._unsent = 0
        self._timer: asyncio.TimerHandle | None = None

    def data_received(self, data: bytes) -> None:
        """See `asyncio.Protocol`."""
        self._last_active = asyncio.get_running_loop().time()
        self._feed(data)

    def eof_received(self) -> None:
        """See `asyncio.Protocol`."""
        self._feed(b"")
        self._ended = True

    def connection_lost(self, exc: Exception | None) -> None:
        """See `asyncio.Protocol`."""
        self._ended = True
        if exc is not None and (rest := self._last_data()):
            self._feed(rest)
        if self._response is not None and not self._response.done():
            if exc is None:
                self._feed(b"")
            if not self._response.done():
                failure = self.limits.failed(exc or ConnectionResetError())
                failure.__cause__ = exc
                self._response.set_exception(failure)

    def resume_writing(self) -> None:
        """See `asyncio.Protocol`."""
        if self._written is not None:
            written, self._written = self._written, None
            written()

    def _feed(self, data: bytes) -> None:
        if self._parser is None or self._response is None or self._response.done():
            self._ended = self._ended or bool(data)  # unexpected data: no request is pending
            return
        try:
            if self._parser.feed(data):
                self._response.set_result(self._parser.response())
        except Exception as error:  # noqa: BLE001 - the caller raises it
            self._response.set_exception(error)

    def is_stale(self) -> bool:
        """Return whether the server closed the connection, or sent data without a request."""
        return self.is_closed() or self.is_readable()

    async def exchange(self, data: bytes, parser: ResponseParser, written: Callable[[], None] | None, limits: WaitLimits) -> HttpResponse:
        """Send `data` and return the response.

        Raises:
            ConnectionFailed, TimedOut, ResponseMalformed: See `Transport.send`.
        """
        assert self._transport is not None  # noqa: S101 - it is connected
        loop = asyncio.get_running_loop()
        response: asyncio.Future[HttpResponse] = loop.create_future()
        self._response = response
        self.limits = limits
        self._parser, self._written, self._last_active = parser, written, loop.time()
        limits.sent = True
        self._transport.write(data)
        self._unsent = self._transport.get_write_buffer_size()
        if not self._unsent:
            self.resume_writing()
        timeout = limits.timeout()
        self._timer = None if timeout is None else loop.call_later(timeout, self._check_timeout, timeout)
        try:
            result = await response
            if self._ended or self._transport.get_write_buffer_size():
                parser.reusable = False
            return result
        finally:
            if self._timer is not None:
                self._timer.cancel()
            self._parser = self._response = self._written = self._timer = None

    def _check_timeout(self, timeout: float) -> None:
        """End the wait if no data has arrived or left for `timeout` seconds."""
        loop = asyncio.get_running_loop()
        unsent = 0 if self._transport is None else self._transport.get_write_buffer_size()
        if unsent < self._unsent:
            self._unsent, self._last_active = unsent, loop.time()
        left = self._last_active + timeout - loop.time()
        if left > 0:
            self._timer = loop.call_later(left, self._check_timeout, timeout)
        elif self._response is not None and not self._response.done():
            self._response.set_exception(self.limits.timed_out())


class AsyncLeanTransport(AsyncPooledTransport[LoopConnections[AsyncLeanConnection]]):
    """`LeanTransport` for event loops; each loop has its own connections. A cancelled call closes its connection.

    Args:
        trust: As for `LeanTransport`.
        trust_env: As for `LeanTransport`.
        max_connections: As for `HttpxTransport`, in each event loop.
        max_idle: As for `HttpxTransport`, in each event loop.
        idle_timeout: As for `HttpxTransport`.
        max_age: As for `HttpxTransport`.

    Raises:
        RequestInvalid: As for `LeanTransport`.
    """

    def __init__(
        self,
        *,
        trust: ssl.SSLContext | None = None,
        trust_env: bool = True,
        max_connections: int = 100,
        max_idle: int | None = None,
        idle_timeout: float | None = 60.0,
        max_age: float | None = None,
    ) -> None:
        self._trust = check_trust(trust)
        self._trust_env = trust_env
        check_direct(type(self).__name__, "AsyncHttpxTransport", trust_env=trust_env)
        settings = check_connections(max_connections, max_idle, idle_timeout, max_age)
        super().__init__(lambda: LoopConnections(settings))

    async def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        """Send `request` and return the response; see `AsyncTransport.send`."""
        handled = sys.exception()
        limits = WaitLimits(timeout, budget, request.connect)
        try:
            origin, data = prepared(request)
            state = self._loops.current()
            await self._acquire(state, limits)
            try:
                if budget is None:
                    return await self._exchange(state, origin, request, data, limits)
                async with asyncio.timeout(limits.budget()):
                    return await self._exchange(state, origin, request, data, limits)
            finally:
                state.release()
        except TimeoutError:
            raise limits.timed_out() from None
        except BaseException as error:  # noqa: BLE001 - re-raises cancellation
            raise without_tracebacks(error, handled)  # noqa: B904 - it is the same error

    async def _exchange(
        self, state: LoopConnections[AsyncLeanConnection], origin: Origin, request: HttpRequest, data: bytes, limits: WaitLimits
    ) -> HttpResponse:
        key = origin[:3]
        reused = state.idle.acquire(key, read_only=request.read_only)
        connection = reused or await self._connect(origin, limits)
        parser = ResponseParser(request.method)
        try:
            response = await connection.exchange(data, parser, request.written, limits)
        except BaseException as error:
            connection.close()
            if reused is not None and (isinstance(error, Exception) or limits.expired()):
                state.idle.discard_older(key, reused)
            raise
        if parser.reusable:
            state.idle.release(key, connection, keep_alive=keep_alive_seconds(response.headers.get("keep-alive")))
        else:
            connection.close()
        return response

    async def _connect(self, origin: Origin, limits: WaitLimits) -> AsyncLeanConnection:
        trust = (self._trust or default_tls_context(trust_env=self._trust_env)) if origin.tls else None
        connection = await connect_async(AsyncLeanConnection, origin.host, origin.port, limits)
        if trust is not None:
            await connection.start_tls(trust, origin.host)
        return connection
