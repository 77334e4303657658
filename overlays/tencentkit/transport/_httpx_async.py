"""Default transport for event loops; see `_httpx_sync`."""

from __future__ import annotations

import asyncio
import ssl
import sys
from contextlib import suppress

from .._concurrency.per_loop import PerLoop
from .._deadline import shorter_limit
from .._redaction import without_tracebacks
from ..errors import TimedOut
from ._bodies import RequestBody, ResponseBody
from ._error_mapping import exchange_errors, map_error
from ._open_response import ConnectionState, OpenResponse, close_after_response, complete_response, connection_state_async
from ._options import check_options
from ._pool_async import AsyncConnectionPool, LoopPool
from ._pool_state import client_closed
from ._types import HttpRequest, HttpResponse


class AsyncHttpxTransport:
    """`HttpxTransport` for event loops; each loop has its own connections. A cancelled call closes its connection.

    Args:
        trust: As for `HttpxTransport`.
        proxy: As for `HttpxTransport`.
        trust_env: As for `HttpxTransport`.

    Raises:
        RequestInvalid: As for `HttpxTransport`.
    """

    def __init__(self, *, trust: ssl.SSLContext | None = None, proxy: str | None = None, trust_env: bool = True) -> None:
        options = check_options(trust, proxy, trust_env=trust_env)
        self._pools = PerLoop(lambda: LoopPool(AsyncConnectionPool(options)))
        self._closed = False

    async def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        """Send `request` and return the response; see `AsyncTransport.send`."""
        handled = sys.exception()
        if self._closed:
            raise client_closed()
        body, pool = RequestBody(request), self._pools.current()
        try:
            async with asyncio.timeout(budget), pool.slot(shorter_limit(timeout, request.connect)):
                return await self._exchange(pool.connections, request, timeout, body)
        except TimeoutError:
            raise TimedOut("timed out: no response within the call's deadline", sent=body.started) from None
        except exchange_errors() as error:
            raise map_error(error, sent=body.started) from without_tracebacks(error, handled)
        except BaseException as error:  # noqa: BLE001 - as in `HttpxTransport`
            raise without_tracebacks(error, handled)  # noqa: B904

    async def _exchange(
        self, pool: AsyncConnectionPool, request: HttpRequest, timeout: float | None, request_body: RequestBody
    ) -> HttpResponse:
        response = await pool.send(request, timeout, request_body)
        try:
            body = ResponseBody(response.status_code, response.headers)
            async for chunk in response.stream:  # type: ignore[union-attr]
                body.feed(chunk)
            state = connection_state_async(response)
            if isinstance(response, OpenResponse):
                response.reusable = state is ConnectionState.CLEAN
            elif state is not ConnectionState.CLEAN and not close_after_response(response):
                await response.extensions["network_stream"].aclose()
            return complete_response(body, state)
        finally:
            await response.aclose()

    async def aclose(self) -> None:
        """Close every connection permanently. If exchanges of other tasks are in flight, the last of them closes.

        Each event loop closes its own connections.
        """
        self._closed = True
        here = asyncio.get_running_loop()
        self._pools.clear_after_fork()
        for loop, pool in list(self._pools.items()):
            if loop is here:
                await pool.close()
            else:
                with suppress(RuntimeError):  # that loop has ended: the garbage collector closes its connections
                    loop.call_soon_threadsafe(pool.close_later)
        self._pools.clear()
