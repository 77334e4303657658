"""Concurrency limit of a transport in one event loop."""

from __future__ import annotations

import asyncio

from . import _pool_state
from ._pool_state import pool_timed_out


class AsyncConcurrencyLimit:
    """Limit of `MAX_IN_FLIGHT` exchanges in one event loop."""

    def __init__(self) -> None:
        self._free = asyncio.Semaphore(_pool_state.MAX_IN_FLIGHT)

    async def acquire(self, timeout: float | None) -> None:
        """Acquire a slot within `timeout` seconds.

        Raises:
            TimedOut: No slot became free in time.
        """
        if not self._free.locked():
            await self._free.acquire()  # without a wait
            return
        try:
            async with asyncio.timeout(timeout):
                await self._free.acquire()
        except TimeoutError:
            raise pool_timed_out() from None

    def release(self) -> None:
        """Release a slot."""
        self._free.release()
