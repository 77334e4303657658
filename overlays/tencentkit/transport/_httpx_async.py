"""Default transport for event loops; see `_httpx_sync`."""

from __future__ import annotations

import sys

from .. import _timers
from .._redaction import without_tracebacks
from ._bodies import ResponseBody
from ._connections_async import AsyncPooledTransport, LoopConnections
from ._engine_pool import AsyncPooledConnection
from ._httpx_requests import HttpxArguments, Routes, complete_response
from ._limits import WaitLimits
from ._settings import ConnectionSettings, TransportSettings
from ._types import AsyncResponseStream, HttpRequest, HttpResponse


class _HttpxLoopConnections(LoopConnections[AsyncPooledConnection]):
    """Connections and clients of one event loop."""

    def __init__(self, settings: TransportSettings, limits: ConnectionSettings) -> None:
        super().__init__(limits)
        self.routes = Routes(settings, self.idle, is_async=True)


class AsyncHttpxTransport(HttpxArguments, AsyncPooledTransport[_HttpxLoopConnections]):
    """`HttpxTransport` for event loops, with the same arguments. Each loop has its own connections.

    A cancelled call closes its connection.
    """

    def _new_state(self) -> _HttpxLoopConnections:
        return _HttpxLoopConnections(self._settings, self._limits)

    async def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        """Send `request` and return the response; see `AsyncTransport.send`."""
        handled = sys.exception()
        limits = WaitLimits(timeout, budget, request.connect)
        state = self._state()
        engine = state.routes.engine
        try:
            await state.acquire(limits)
            try:
                async with _timers.timeout(limits.budget()):
                    return await self._exchange(state.routes, request, limits)
            finally:
                state.release()
        except TimeoutError:
            raise limits.timed_out() from None
        except engine.errors as error:
            raise engine.error(error, limits) from without_tracebacks(error, handled)
        except BaseException as error:  # noqa: BLE001 - as in `HttpxTransport`
            raise without_tracebacks(error, handled)  # noqa: B904

    async def open(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> AsyncResponseStream:
        """Send `request` and return its response with status and headers; see `HttpxTransport.open`."""
        from ._httpx_streams_async import AsyncHttpxResponseStream

        handled = sys.exception()
        limits = WaitLimits(timeout, budget, request.connect)
        limits.streams = True
        state = self._state()
        engine = state.routes.engine
        try:
            await state.acquire(limits)
            try:
                async with _timers.timeout(limits.budget()):
                    client, prepared = state.routes.request(request, limits)
                    response = await client.send(prepared, stream=True)
                    try:
                        return AsyncHttpxResponseStream(response, engine, limits, state.release)
                    except BaseException:
                        await response.aclose()
                        raise
            except BaseException:
                state.release()
                raise
        except TimeoutError:
            raise limits.timed_out() from None
        except engine.errors as error:
            raise engine.error(error, limits) from without_tracebacks(error, handled)
        except BaseException as error:  # noqa: BLE001 - as in `HttpxTransport`
            raise without_tracebacks(error, handled)  # noqa: B904

    async def _exchange(self, routes: Routes, request: HttpRequest, limits: WaitLimits) -> HttpResponse:
        client, prepared = routes.request(request, limits)
        response = await client.send(prepared, stream=True)
        try:
            complete = complete_response(response)
            if complete is not None:
                return complete
            body = ResponseBody(response.status_code, response.headers)
            async for chunk in response.stream:
                body.feed(chunk)
            return body.response()
        finally:
            await response.aclose()
