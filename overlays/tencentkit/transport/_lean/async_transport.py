"""Own HTTP/1.1 transport for event loops, on `asyncio.Protocol`; it implements only what a call needs."""

from __future__ import annotations

import asyncio
import select
import ssl
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, cast

from ..._concurrency.per_loop import PerLoop
from ..._deadline import shorter_limit
from ..._redaction import without_tracebacks
from ...errors import ConnectionFailed, TimedOut
from .._dns import resolve_async
from .._interception import is_intercepted
from .._options import may_need_proxy
from .._origin import Origin, parse_origin
from .._pool_state import IDLE_SECONDS, IdleConnections, client_closed
from .._pool_state_async import AsyncConcurrencyLimit
from .._tls import check_trust, default_tls_context
from .._types import HttpRequest, HttpResponse
from .request_writer import request_bytes
from .response_parser import ResponseParser, connection_lost

if TYPE_CHECKING:
    from .._httpx_async import AsyncHttpxTransport


class AsyncLeanConnection(asyncio.Protocol):
    """Connection to one origin in one event loop."""

    def __init__(self) -> None:
        self._transport: asyncio.Transport | None = None
        self._parser: ResponseParser | None = None
        self._response: asyncio.Future[HttpResponse] | None = None
        self._written: Callable[[], None] | None = None
        self._ended = False
        self._last_active = 0.0
        self._timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """See `asyncio.Protocol`."""
        self._transport = cast("asyncio.Transport", transport)
        # With this limit asyncio calls `resume_writing` once the kernel has all data.
        self._transport.set_write_buffer_limits(0)

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
        if self._response is not None and not self._response.done():
            if exc is None:
                self._feed(b"")
            if not self._response.done():
                failure = connection_lost(str(exc) or type(exc).__name__)
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

    def stale(self) -> bool:
        """Return whether the connection has expired, was closed by the server, or holds unexpected data."""
        expired = asyncio.get_running_loop().time() - self._last_active >= IDLE_SECONDS
        if expired or self._ended or self._transport is None or self._transport.is_closing():
            return True
        poll = select.poll()
        poll.register(self._transport.get_extra_info("socket").fileno(), select.POLLIN)
        return bool(poll.poll(0))

    async def exchange(
        self, data: bytes, parser: ResponseParser, written: Callable[[], None] | None, timeout: float | None
    ) -> HttpResponse:
        """Send `data` and return the response; `timeout` limits each wait for more of it.

        Raises:
            ConnectionFailed, TimedOut, ResponseMalformed: See `Transport.send`.
        """
        assert self._transport is not None  # noqa: S101 - it is connected
        loop = asyncio.get_running_loop()
        response: asyncio.Future[HttpResponse] = loop.create_future()
        self._response = response
        self._parser, self._written, self._last_active = parser, written, loop.time()
        self._transport.write(data)
        if not self._transport.get_write_buffer_size():
            self.resume_writing()
        self._timer = None if timeout is None else loop.call_later(timeout, self._check_timeout, timeout)
        try:
            return await response
        finally:
            if self._timer is not None:
                self._timer.cancel()
            self._parser = self._response = self._written = self._timer = None

    def _check_timeout(self, timeout: float) -> None:
        """End the wait if no data has arrived for `timeout` seconds."""
        loop = asyncio.get_running_loop()
        left = self._last_active + timeout - loop.time()
        if left > 0:
            self._timer = loop.call_later(left, self._check_timeout, timeout)
        elif self._response is not None and not self._response.done():
            self._response.set_exception(TimedOut("timed out waiting for the response", sent=True))

    def close(self) -> None:
        """Close the connection at once."""
        self._ended = True
        if self._transport is not None:
            with suppress(RuntimeError):  # its event loop has ended
                self._transport.abort()


class _LoopState:
    """Connections and concurrency limit of one event loop."""

    def __init__(self) -> None:
        self.idle: IdleConnections[AsyncLeanConnection] = IdleConnections()
        self.limit = AsyncConcurrencyLimit()

    def close(self) -> None:
        for connection in self.idle.pop_all():
            connection.close()


class AsyncLeanTransport:
    """`LeanTransport` for event loops; each loop has its own connections. A cancelled call closes its connection.

    Args:
        trust: As for `LeanTransport`.

    Raises:
        RequestInvalid: As for `LeanTransport`.
    """

    def __init__(self, *, trust: ssl.SSLContext | None = None) -> None:
        self._trust = check_trust(trust)
        self._may_need_proxy: bool | None = None
        self._loops = PerLoop(_LoopState)
        self._httpx: AsyncHttpxTransport | None = None
        self._closed = False

    async def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        """Send `request` and return the response; see `AsyncTransport.send`."""
        handled = sys.exception()
        if self._closed:
            raise client_closed()
        origin = self._origin(request.url)
        data = None if origin is None or is_intercepted(is_async=True) else request_bytes(request, origin.target)
        if origin is None or data is None:
            return await self._httpx_transport().send(request, timeout=timeout, budget=budget)
        sent = [False]
        try:
            if budget is None:
                return await self._exchange(origin, request, data, timeout, sent)
            async with asyncio.timeout(budget):
                return await self._exchange(origin, request, data, timeout, sent)
        except TimeoutError:
            raise TimedOut("timed out: no response within the call's deadline", sent=sent[0]) from None
        except BaseException as error:  # noqa: BLE001 - re-raises cancellation
            raise without_tracebacks(error, handled)  # noqa: B904 - it is the same error

    async def _exchange(self, origin: Origin, request: HttpRequest, data: bytes, timeout: float | None, sent: list[bool]) -> HttpResponse:
        state = self._loops.current()
        before_sending = shorter_limit(timeout, request.connect)
        await state.limit.acquire(before_sending)
        try:
            key = origin[:3]
            connection = state.idle.pop(key)
            while connection is not None and connection.stale():
                connection.close()
                connection = state.idle.pop(key)
            if connection is None:
                connection = await self._connect(origin, before_sending)
            sent[0] = True
            parser = ResponseParser(request.method)
            try:
                response = await connection.exchange(data, parser, request.written, timeout)
            except BaseException:
                connection.close()
                raise
            if not parser.reusable or self._closed:
                connection.close()
            else:
                for surplus in state.idle.add(key, connection):
                    surplus.close()
            return response
        finally:
            state.limit.release()

    async def _connect(self, origin: Origin, timeout: float | None) -> AsyncLeanConnection:
        trust = (self._trust or default_tls_context()) if origin.tls else None
        try:
            async with asyncio.timeout(timeout):
                addresses = await resolve_async(origin.host, origin.port, timeout)
                return await _connect_first(addresses, origin, trust)
        except TimeoutError as error:
            raise TimedOut("connecting timed out", sent=False) from error
        except OSError as error:
            permanent = isinstance(error, ssl.SSLCertVerificationError)
            raise ConnectionFailed(f"could not connect: {error}", sent=False, permanent=permanent) from error

    async def aclose(self) -> None:
        """Close the connections of all event loops permanently. A connection in use closes after its response."""
        self._closed = True
        self._loops.clear_after_fork()
        here = self._loops.pop(asyncio.get_running_loop(), None)
        if here is not None:
            here.close()
            await asyncio.sleep(0)  # asyncio closes the sockets in its next iteration
        for loop, other in list(self._loops.items()):
            with suppress(RuntimeError):  # that loop has ended: the garbage collector closes its connections
                loop.call_soon_threadsafe(other.close)
        self._loops.clear()
        if self._httpx is not None:
            await self._httpx.aclose()

    def _origin(self, url: str) -> Origin | None:
        if self._may_need_proxy is None:
            self._may_need_proxy = may_need_proxy()
        return None if self._may_need_proxy else parse_origin(url)

    def _httpx_transport(self) -> AsyncHttpxTransport:
        if self._httpx is None:
            from .._httpx_async import AsyncHttpxTransport

            self._httpx = AsyncHttpxTransport(trust=self._trust)
        return self._httpx


async def _connect_first(addresses: tuple[str, ...], origin: Origin, trust: ssl.SSLContext | None) -> AsyncLeanConnection:
    """Try the addresses in turn; return the first connection."""
    loop = asyncio.get_running_loop()
    server_name = None if trust is None else origin.host
    failure: OSError = OSError("the DNS lookup returned no address")
    for address in addresses:
        try:
            _, connection = await loop.create_connection(AsyncLeanConnection, address, origin.port, ssl=trust, server_hostname=server_name)
        except ssl.SSLCertVerificationError:
            raise
        except OSError as error:
            failure = error
        else:
            return connection
    raise failure
