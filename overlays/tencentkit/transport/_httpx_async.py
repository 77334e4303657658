"""`HttpxTransport` for event loops."""

from __future__ import annotations

import asyncio
import ssl
from contextlib import suppress

from .._concurrency.per_loop import PerLoop
from .._deadline import least
from .._redaction import bare
from ..errors import TimedOut
from ._error_mapping import protocol_errors, translated
from ._options import checked
from ._pool_async import LoopConnections
from ._pool_state import closed
from ._pool_state_async import LoopPool
from ._pool_sync import Answer
from ._request_body import SentBody
from ._response_body import Body
from ._reuse_check import ConnectionState, alone, leftover_async, retire
from ._types import HttpRequest, HttpResponse


class AsyncHttpxTransport:
    """`HttpxTransport` for event loops; each has connections of its own. A call that is cancelled closes its connection.

    Args:
        trust: As for `HttpxTransport`.
        proxy: As for `HttpxTransport`.
        trust_env: As for `HttpxTransport`.

    Raises:
        RequestInvalid: As for `HttpxTransport`.
    """

    def __init__(self, *, trust: ssl.SSLContext | None = None, proxy: str | None = None, trust_env: bool = True) -> None:
        options = checked(trust, proxy, trust_env=trust_env)
        self._pools = PerLoop(lambda: LoopPool(LoopConnections(options)))
        self._closed = False

    async def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        """See `AsyncTransport.send`."""
        if self._closed:
            raise closed()
        body, pool = SentBody(request), self._pools.here()
        try:
            async with asyncio.timeout(budget), pool.place(least(timeout, request.connect)):
                return await self._exchange(pool.connections, request, timeout, body)
        except TimeoutError:
            raise TimedOut("no answer within the call's deadline", sent=body.begun) from None
        except protocol_errors() as error:
            raise translated(error, sent=body.begun) from bare(error)
        except BaseException as error:  # noqa: BLE001 - as for threads
            raise bare(error)  # noqa: B904

    async def _exchange(self, connections: LoopConnections, request: HttpRequest, timeout: float | None, sent: SentBody) -> HttpResponse:
        response = await connections.send(request, timeout, sent)
        try:
            body = Body(response.status_code, response.headers)
            async for chunk in response.stream:  # type: ignore[union-attr]
                body.feed(chunk)
            found = leftover_async(response)
            if isinstance(response, Answer):
                response.clean = found is ConnectionState.NONE
            elif found is not ConnectionState.NONE and not retire(response):
                await response.extensions["network_stream"].aclose()
            return alone(body, found)
        finally:
            await response.aclose()

    async def aclose(self) -> None:
        """Close every connection, for good; where other tasks' exchanges are under way, the last of them does it.

        The connections of other event loops are closed there.
        """
        self._closed = True
        here = asyncio.get_running_loop()
        self._pools.forget_parent()
        for loop, pool in list(self._pools.items()):
            if loop is here:
                await pool.close()
            else:
                with suppress(RuntimeError):  # it has ended: what it held is the collector's
                    loop.call_soon_threadsafe(pool.close_later)
        self._pools.clear()
