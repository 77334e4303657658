"""Clocks: the client's source of time and sleep, which tests can replace."""

from __future__ import annotations

import time
from typing import Protocol

__all__ = ["Clock", "SystemClock"]


class Clock(Protocol):
    """A source of time and sleep."""

    def time(self) -> float:
        """Return Unix seconds (UTC), for timestamps."""
        ...

    def monotonic(self) -> float:
        """Return seconds that never jump, for waits and deadlines."""
        ...

    def sleep(self, seconds: float) -> None:
        """Block the thread."""
        ...

    async def sleep_async(self, seconds: float) -> None:
        """Suspend the task."""
        ...


class SystemClock:
    """The system's clock."""

    # Looked up at each call, so that libraries which freeze time work.
    def time(self) -> float:
        """See `Clock.time`."""
        return time.time()

    def monotonic(self) -> float:
        """See `Clock.monotonic`."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """See `Clock.sleep`."""
        time.sleep(seconds)

    async def sleep_async(self, seconds: float) -> None:
        """See `Clock.sleep_async`."""
        import asyncio  # programs without an event loop do not need it

        await asyncio.sleep(seconds)
