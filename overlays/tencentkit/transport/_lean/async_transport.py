"""Own HTTP/1.1 transport for event loops; see `sync_transport`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ..._redaction import without_tracebacks
from .._connections_async import AsyncPooledTransport, LoopConnections
from .._limits import WaitLimits
from .._origin import Origin
from .._stream_async import AsyncSocketStream, connect_async
from .._types import AsyncResponseStream, HttpRequest, HttpResponse
from .arguments import LeanArguments
from .request_writer import prepared
from .response_parser import ResponseParser

if TYPE_CHECKING:
    from .async_response_stream import AsyncLeanResponseStream


class AsyncLeanTransport(LeanArguments, AsyncPooledTransport[LoopConnections[AsyncSocketStream]]):
    """`LeanTransport` for event loops, with the same arguments. Each loop has its own connections.

    A cancelled call closes its connection.
    """

    def _new_state(self) -> LoopConnections[AsyncSocketStream]:
        return LoopConnections(self._limits)

    async def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        """Send `request` and return the response; see `AsyncTransport.send`."""
        handled = sys.exception()
        limits = WaitLimits(timeout, budget, request.connect)
        try:
            origin, data = prepared(request)
            state = self._state()
            await state.acquire(limits)
            try:
                return await self._exchange(state, origin, request, data, limits)  # each of its waits ends with the budget
            finally:
                state.release()
        except BaseException as error:  # noqa: BLE001 - re-raises cancellation
            raise without_tracebacks(error, handled)  # noqa: B904 - it is the same error

    async def open(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> AsyncResponseStream:
        """Send `request` and return its response with status and headers; see `HttpxTransport.open`."""
        handled = sys.exception()
        limits = WaitLimits(timeout, budget, request.connect)
        try:
            origin, data = prepared(request)
            state = self._state()
            await state.acquire(limits)
            try:
                return await self._begin(state, origin, request, data, limits)
            except BaseException:
                state.release()
                raise
        except BaseException as error:  # noqa: BLE001 - as in `send`
            raise without_tracebacks(error, handled)  # noqa: B904

    async def _begin(
        self, state: LoopConnections[AsyncSocketStream], origin: Origin, request: HttpRequest, data: bytes, limits: WaitLimits
    ) -> AsyncLeanResponseStream:
        from .async_response_stream import AsyncLeanResponseStream

        key = origin[:3]
        reused = state.idle.acquire(key, read_only=request.read_only)
        stream = reused or await self._connect(origin, limits)
        stream.limits = limits
        try:
            limits.sent = True
            await stream.write(data)
            if request.written is not None:
                request.written()
            response = AsyncLeanResponseStream(stream, state.idle, key, request.method, state.release)
            try:
                await response.read_head()
            except BaseException:
                response.disown()
                raise
        except BaseException as error:
            stream.close()
            if reused is not None and isinstance(error, Exception):
                state.idle.discard_older(key, reused)
            raise
        return response

    async def _exchange(
        self, state: LoopConnections[AsyncSocketStream], origin: Origin, request: HttpRequest, data: bytes, limits: WaitLimits
    ) -> HttpResponse:
        key = origin[:3]
        reused = state.idle.acquire(key, read_only=request.read_only)
        stream = reused or await self._connect(origin, limits)
        stream.limits = limits
        parser = ResponseParser(request.method)
        try:
            limits.sent = True
            await stream.write(data)
            if request.written is not None:
                request.written()
            while not parser.feed(await stream.read()):
                pass
            response = parser.response()
        except BaseException as error:
            stream.close()
            if reused is not None and isinstance(error, Exception):
                state.idle.discard_older(key, reused)
            raise
        if parser.reusable and stream.incomplete is None and not stream.is_closed():
            state.idle.release(key, stream, response.headers)
        else:
            stream.close()
        return response

    async def _connect(self, origin: Origin, limits: WaitLimits) -> AsyncSocketStream:
        context = self._settings.tls_context() if origin.tls else None
        stream = await connect_async(origin.host, origin.port, limits)
        if context is not None:
            await stream.start_tls(context, origin.host)
        return stream
