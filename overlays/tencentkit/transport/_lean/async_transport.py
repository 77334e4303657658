"""A transport of our own for event loops: asyncio's own protocols, with what a call needs and nothing else."""

from __future__ import annotations

import asyncio
import select
import ssl
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, cast

from ..._concurrency.per_loop import PerLoop
from ..._deadline import least
from ..._redaction import bare
from ...errors import ConnectionFailed, TimedOut
from .._dns import addresses_async
from .._interception import left_to_httpx, recorded
from .._pool_state import IDLE, IdleConnections, closed
from .._pool_state_async import AsyncConcurrencyLimit
from .._tls import authorities, checked_trust
from .._types import HttpRequest, HttpResponse
from .request_writer import Origin, origin, request_bytes
from .response_parser import ResponseParser, broken

if TYPE_CHECKING:
    from .._httpx_async import AsyncHttpxTransport


class LoopLine(asyncio.Protocol):
    """A connection of one origin, in one event loop."""

    def __init__(self) -> None:
        self._transport: asyncio.Transport | None = None
        self._reading: ResponseParser | None = None
        self._answer: asyncio.Future[HttpResponse] | None = None
        self._written: Callable[[], None] | None = None
        self._lost = False
        self._heard = 0.0
        self._timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """See `asyncio.Protocol`."""
        self._transport = cast("asyncio.Transport", transport)
        # So that `resume_writing` is told when all is with the kernel.
        self._transport.set_write_buffer_limits(0)

    def data_received(self, data: bytes) -> None:
        """See `asyncio.Protocol`."""
        self._heard = asyncio.get_running_loop().time()
        self._feed(data)

    def eof_received(self) -> None:
        """See `asyncio.Protocol`."""
        self._feed(b"")
        self._lost = True

    def connection_lost(self, exc: Exception | None) -> None:
        """See `asyncio.Protocol`."""
        self._lost = True
        if self._answer is not None and not self._answer.done():
            if exc is None:
                self._feed(b"")
            if not self._answer.done():
                failure = broken(str(exc) or type(exc).__name__)
                failure.__cause__ = exc
                self._answer.set_exception(failure)

    def resume_writing(self) -> None:
        """See `asyncio.Protocol`."""
        if self._written is not None:
            written, self._written = self._written, None
            written()

    def _feed(self, data: bytes) -> None:
        if self._reading is None or self._answer is None or self._answer.done():
            self._lost = self._lost or bool(data)  # it belongs to no request
            return
        try:
            if self._reading.feed(data):
                self._answer.set_result(self._reading.response())
        except Exception as error:  # noqa: BLE001 - whatever it is, the caller waits for it
            self._answer.set_exception(error)

    def stale(self) -> bool:
        """Whether it was left too long, or something came while nobody used it: its end, or bytes that belong to no request."""
        if asyncio.get_running_loop().time() - self._heard >= IDLE or self._lost or self._transport is None or self._transport.is_closing():
            return True
        poll = select.poll()
        poll.register(self._transport.get_extra_info("socket").fileno(), select.POLLIN)
        return bool(poll.poll(0))

    async def exchange(
        self, data: bytes, reading: ResponseParser, written: Callable[[], None] | None, timeout: float | None
    ) -> HttpResponse:
        """Send `data` and read the answer; `timeout` bounds each wait for more of it.

        Raises:
            ConnectionFailed, TimedOut, ResponseMalformed: See `Transport.send`.
        """
        assert self._transport is not None  # noqa: S101 - it is connected
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[HttpResponse] = loop.create_future()
        self._answer = answer
        self._reading, self._written, self._heard = reading, written, loop.time()
        self._transport.write(data)
        if not self._transport.get_write_buffer_size():
            self.resume_writing()
        self._timer = None if timeout is None else loop.call_later(timeout, self._look, timeout)
        try:
            return await answer
        finally:
            if self._timer is not None:
                self._timer.cancel()
            self._reading = self._answer = self._written = self._timer = None

    def _look(self, timeout: float) -> None:
        """End the wait for an answer if nothing of it came for so long."""
        loop = asyncio.get_running_loop()
        left = self._heard + timeout - loop.time()
        if left > 0:
            self._timer = loop.call_later(left, self._look, timeout)
        elif self._answer is not None and not self._answer.done():
            self._answer.set_exception(TimedOut("no answer in time", sent=True))

    def close(self) -> None:
        """Close it at once."""
        self._lost = True
        if self._transport is not None:
            with suppress(RuntimeError):  # its event loop has ended
                self._transport.abort()


class _Loop:
    """What belongs to one event loop."""

    def __init__(self) -> None:
        self.idle: IdleConnections[LoopLine] = IdleConnections()
        self.places = AsyncConcurrencyLimit()

    def close(self) -> None:
        for line in self.idle.take_all():
            line.close()


class AsyncLeanTransport:
    """`LeanTransport` for event loops; each has connections of its own. A call that is cancelled closes its connection.

    Args:
        trust: As for `LeanTransport`.

    Raises:
        RequestInvalid: As for `LeanTransport`.
    """

    def __init__(self, *, trust: ssl.SSLContext | None = None) -> None:
        self._trust = checked_trust(trust)
        self._left: bool | None = None
        self._origins: dict[str, Origin | None] = {}
        self._loops = PerLoop(_Loop)
        self._httpx: AsyncHttpxTransport | None = None
        self._closed = False

    async def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        """See `AsyncTransport.send`."""
        if self._closed:
            raise closed()
        where = self._origin(request.url)
        data = None if where is None or recorded(is_async=True) else request_bytes(request, where.target)
        if where is None or data is None:
            return await self._fallback().send(request, timeout=timeout, budget=budget)
        under_way = [False]
        try:
            if budget is None:
                return await self._exchange(where, request, data, timeout, under_way)
            async with asyncio.timeout(budget):
                return await self._exchange(where, request, data, timeout, under_way)
        except TimeoutError:
            raise TimedOut("no answer within the call's deadline", sent=under_way[0]) from None
        except BaseException as error:  # noqa: BLE001 - cancellation is raised on as it is
            raise bare(error)  # noqa: B904 - it is the same error

    async def _exchange(
        self, where: Origin, request: HttpRequest, data: bytes, timeout: float | None, under_way: list[bool]
    ) -> HttpResponse:
        here = self._loops.here()
        before = least(timeout, request.connect)
        await here.places.enter(before)
        try:
            there = where[:3]
            line = here.idle.take(there)
            while line is not None and line.stale():
                line.close()
                line = here.idle.take(there)
            if line is None:
                line = await self._connected(where, before)
            under_way[0] = True
            reading = ResponseParser(request.method)
            try:
                response = await line.exchange(data, reading, request.written, timeout)
            except BaseException:
                line.close()
                raise
            if not reading.reusable or self._closed:
                line.close()
            else:
                for gone in here.idle.keep(there, line):
                    gone.close()
            return response
        finally:
            here.places.leave()

    async def _connected(self, where: Origin, timeout: float | None) -> LoopLine:
        trust = (self._trust or authorities()) if where.tls else None
        try:
            async with asyncio.timeout(timeout):
                found = await addresses_async(where.host, where.port, timeout)
                return await _first(found, where, trust)
        except TimeoutError as error:
            raise TimedOut("no connection in time", sent=False) from error
        except ssl.SSLError as error:
            permanent = isinstance(error, ssl.SSLCertVerificationError)
            raise ConnectionFailed(f"no connection: {error}", sent=False, permanent=permanent) from error
        except OSError as error:
            raise ConnectionFailed(f"no connection: {error}", sent=False) from error

    async def aclose(self) -> None:
        """Close every connection of this event loop, for good; those that are in use close when their answer is there."""
        self._closed = True
        self._loops.forget_parent()
        here = self._loops.pop(asyncio.get_running_loop(), None)
        if here is not None:
            here.close()
            await asyncio.sleep(0)  # asyncio closes the files in its next turn
        for loop, other in list(self._loops.items()):
            with suppress(RuntimeError):  # it has ended: what it held is the collector's
                loop.call_soon_threadsafe(other.close)
        self._loops.clear()
        if self._httpx is not None:
            await self._httpx.aclose()

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

    def _fallback(self) -> AsyncHttpxTransport:
        if self._httpx is None:
            from .._httpx_async import AsyncHttpxTransport

            self._httpx = AsyncHttpxTransport(trust=self._trust)
        return self._httpx


async def _first(found: tuple[str, ...], where: Origin, trust: ssl.SSLContext | None) -> LoopLine:
    """A connection to one of the addresses, each tried a moment after the one before."""
    loop = asyncio.get_running_loop()
    name = None if trust is None else where.host
    failure: OSError = OSError("the host has no address")
    for address in found:
        try:
            _, line = await loop.create_connection(LoopLine, address, where.port, ssl=trust, server_hostname=name)
        except ssl.SSLCertVerificationError:
            raise
        except OSError as error:
            failure = error
        else:
            return line
    raise failure
