"""Own HTTP/1.1 transport for event loops; see `sync_transport`."""

from __future__ import annotations

import sys
import time

from ..._redaction import without_tracebacks
from .._connections_async import AsyncPooledTransport, LoopConnections
from .._limits import WaitLimits
from .._origin import Origin
from .._stream_async import AsyncStream, connect_async
from .._stream_sync import StreamState
from .._types import HttpRequest, HttpResponse
from .arguments import LeanArguments
from .request_writer import prepared
from .response_parser import ResponseParser


class AsyncLeanConnection:
    """Connection to one origin in one event loop."""

    def __init__(self, stream: AsyncStream) -> None:
        self.created = self.idle_since = time.monotonic()
        self.expires = float("inf")
        self.close = stream.close
        self._stream = stream

    def is_stale(self) -> bool:
        """See `Connection`."""
        return self._stream.state() is not StreamState.CLEAN

    async def exchange(self, data: bytes, request: HttpRequest, parser: ResponseParser, limits: WaitLimits) -> HttpResponse:
        """Send `data` and return the response; see `LeanConnection.exchange`."""
        stream = self._stream
        stream.limits = limits
        limits.sent = True
        await stream.write(data)
        if request.written is not None:
            request.written()
        while not parser.feed(await stream.read()):
            pass
        if stream.incomplete is not None or stream.is_closed():
            parser.reusable = False
        return parser.response()


class AsyncLeanTransport(LeanArguments, AsyncPooledTransport[LoopConnections[AsyncLeanConnection]]):
    """`LeanTransport` for event loops, with the same arguments. Each loop has its own connections.

    A cancelled call closes its connection.
    """

    def _new_state(self) -> LoopConnections[AsyncLeanConnection]:
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

    async def _exchange(
        self, state: LoopConnections[AsyncLeanConnection], origin: Origin, request: HttpRequest, data: bytes, limits: WaitLimits
    ) -> HttpResponse:
        key = origin[:3]
        reused = state.idle.acquire(key, read_only=request.read_only)
        connection = reused or await self._connect(origin, limits)
        parser = ResponseParser(request.method)
        try:
            response = await connection.exchange(data, request, parser, limits)
        except BaseException as error:
            connection.close()
            if reused is not None and isinstance(error, Exception):
                state.idle.discard_older(key, reused)
            raise
        if parser.reusable:
            state.idle.release(key, connection, response.headers)
        else:
            connection.close()
        return response

    async def _connect(self, origin: Origin, limits: WaitLimits) -> AsyncLeanConnection:
        context = self._settings.tls_context() if origin.tls else None
        stream = await connect_async(origin.host, origin.port, limits)
        return AsyncLeanConnection(stream if context is None else await stream.start_tls(context, origin.host))
