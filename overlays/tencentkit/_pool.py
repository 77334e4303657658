"""The connections of one event loop, and the queue for a place among them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from .errors import ConnectionFailed, TimedOut

if TYPE_CHECKING:
    import httpx


class Pool:
    """The connections of one event loop, and the queue for a place among them.

    Args:
        client: Whose connections they are.
        places: How many there are.
    """

    def __init__(self, client: httpx.AsyncClient, places: int) -> None:
        self.client = client
        self.queued: set[asyncio.Task[Any] | None] = set()
        self._places = asyncio.Semaphore(places)
        self._under_way: set[object] = set()
        self._closing = False
        self._end: asyncio.Task[None] | None = None

    @asynccontextmanager
    async def place(self, timeout: float | None) -> AsyncGenerator[None]:
        """Have a place, after a wait of `timeout` seconds at most."""
        exchange = asyncio.current_task()
        self.queued.add(exchange)
        self._under_way.add(exchange)
        try:
            await self._acquired(timeout)
            try:
                if self._closing:
                    raise closed()
                yield
            finally:
                self._places.release()
        finally:
            self._under_way.discard(exchange)
            if self._closing and not self._under_way:
                await self.client.aclose()

    async def _acquired(self, timeout: float | None) -> None:
        try:
            async with asyncio.timeout(timeout):
                await self._places.acquire()
        except TimeoutError:
            raise TimedOut("no connection in time: all are in use", sent=False) from None
        finally:
            self.queued.discard(asyncio.current_task())

    async def close(self) -> None:
        """Close every connection; where exchanges are under way, the last of them does it."""
        self._closing = True
        if not self._under_way:
            await self.client.aclose()

    def close_later(self) -> None:
        """`close`, for who cannot await it in this event loop."""
        self._end = asyncio.ensure_future(self.close())


def closed() -> ConnectionFailed:
    """The error of who comes after the end."""
    return ConnectionFailed("the client is closed", sent=False, permanent=True)
