"""A clock that only moves when it is told to."""

from __future__ import annotations

import asyncio
import threading

# The instant of the vendor's own worked example of a signature: 2019-02-25 16:44:25 UTC.
_START = 1_551_113_065.0
# Far from zero and from the wall clock, so that a mix-up of the two shows.
_MONOTONIC_START = 1_000.0


class ManualClock:
    """A `tencentkit.clock.Clock` for tests: waits take no time, and time passes by waiting or by `advance`.

    A wait moves the clock by its whole length at once. Waits that would overlap in several threads or tasks therefore
    add up; where that matters, let one of them wait, or use `advance`.

    Args:
        now: Unix seconds to start at.
    """

    def __init__(self, now: float = _START) -> None:
        self._start = float(now)
        self._elapsed = 0.0
        self._sleeps: list[float] = []
        self._lock = threading.Lock()

    def time(self) -> float:
        """Unix seconds."""
        with self._lock:
            return self._start + self._elapsed

    def monotonic(self) -> float:
        """Seconds since an instant that means nothing."""
        with self._lock:
            return _MONOTONIC_START + self._elapsed

    def sleep(self, seconds: float) -> None:
        """Note the wait and move the clock by it.

        Raises:
            ValueError: `seconds` is negative.
        """
        self._move(seconds, noted=True)

    async def sleep_async(self, seconds: float) -> None:
        """Note the wait, move the clock by it and let other tasks run.

        Raises:
            ValueError: `seconds` is negative.
        """
        self._move(seconds, noted=True)
        await asyncio.sleep(0)

    def advance(self, seconds: float) -> None:
        """Move the clock by `seconds`, as time that passes without a wait.

        Raises:
            ValueError: `seconds` is negative.
        """
        self._move(seconds, noted=False)

    @property
    def sleeps(self) -> list[float]:
        """The waits so far, in seconds, oldest first."""
        with self._lock:
            return list(self._sleeps)

    def _move(self, seconds: float, *, noted: bool) -> None:
        if not seconds >= 0:  # NaN, too
            raise ValueError(f"a clock moves forward: {seconds!r} s")
        with self._lock:
            self._elapsed += seconds
            if noted:
                self._sleeps.append(seconds)

    def __repr__(self) -> str:
        return f"ManualClock({self.time()})"
