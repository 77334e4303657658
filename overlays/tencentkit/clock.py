"""Clocks: the client's source of time and sleep, which tests can replace."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Protocol

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

    def time(self) -> float:
        """See `Clock.time`; libraries that freeze time change it."""
        return time.time()

    if TYPE_CHECKING:

        def monotonic(self) -> float:
            """See `Clock.monotonic`. freezegun does not stop it, so that each wait ends."""
            raise NotImplementedError
    else:
        # Not a method: a call reads the clock eight times.
        monotonic = staticmethod(monotonic)

    def sleep(self, seconds: float) -> None:
        """See `Clock.sleep`."""
        time.sleep(seconds)

    async def sleep_async(self, seconds: float) -> None:
        """See `Clock.sleep_async`."""
        from . import _timers  # it loads asyncio, which programs without an event loop do not need

        await _timers.sleep(seconds)
