"""`ConcurrencyLimit` for event loops, and what belongs to one of them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from . import _pool_state as _pool
from ._pool_state import all_in_use, closed

if TYPE_CHECKING:
    from ._pool_async import LoopConnections


class AsyncConcurrencyLimit:
    """Counts exchanges under way: `_pool.MOST` at a time in one event loop."""

    def __init__(self) -> None:
        self._free = asyncio.Semaphore(_pool.MOST)

    async def enter(self, timeout: float | None) -> None:
        """Wait for a place, `timeout` seconds at most.

        Raises:
            TimedOut: There was none in that time.
        """
        if not self._free.locked():
            await self._free.acquire()  # at once
            return
        try:
            async with asyncio.timeout(timeout):
                await self._free.acquire()
        except TimeoutError:
            raise all_in_use() from None

    def leave(self) -> None:
        """Give it back."""
        self._free.release()


class LoopPool:
    """The connections of one event loop, and the queue for a place among them.

    Args:
        connections: They.
    """

    def __init__(self, connections: LoopConnections) -> None:
        self.connections = connections
        self.under_way = 0
        """Exchanges that have begun, those that wait for a place among them."""
        self._places = AsyncConcurrencyLimit()
        self._closing = False
        self._end: asyncio.Task[None] | None = None

    @asynccontextmanager
    async def place(self, timeout: float | None) -> AsyncGenerator[None]:
        """Have a place, after a wait of `timeout` seconds at most."""
        self.under_way += 1
        try:
            await self._places.enter(timeout)
            try:
                if self._closing:
                    raise closed()
                yield
            finally:
                self._places.leave()
        finally:
            self.under_way -= 1
            if self._closing and not self.under_way:
                await self.connections.aclose()

    async def close(self) -> None:
        """Close every connection; where exchanges are under way, the last of them does it."""
        self._closing = True
        if not self.under_way:
            await self.connections.aclose()

    def close_later(self) -> None:
        """`close`, for who cannot await it in this event loop."""
        self._end = asyncio.ensure_future(self.close())
