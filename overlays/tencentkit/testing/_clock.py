"""Clock that tests advance manually."""

from __future__ import annotations

import asyncio
import threading

# Time of the vendor's example signature: 2019-02-25 16:44:25 UTC.
_START = 1_551_113_065.0
# Unequal to zero and to the wall clock, so that code that confuses the two fails.
_MONOTONIC_START = 1_000.0


class ManualClock:
    """A `tencentkit.clock.Clock` for tests: sleeps return at once and advance the clock.

    A sleep advances the clock by its full length. Overlapping sleeps of several threads or tasks therefore add up; if that matters,
    let only one of them sleep, or use `advance`.

    Args:
        now: Initial time in Unix seconds.
    """

    def __init__(self, now: float = _START) -> None:
        self._start = float(now)
        self._elapsed = 0.0
        self._sleeps: list[float] = []
        self._lock = threading.Lock()

    def time(self) -> float:
        """Return Unix seconds."""
        with self._lock:
            return self._start + self._elapsed

    def monotonic(self) -> float:
        """Return seconds since an arbitrary instant."""
        with self._lock:
            return _MONOTONIC_START + self._elapsed

    def sleep(self, seconds: float) -> None:
        """Record the sleep and advance the clock by it.

        Raises:
            ValueError: `seconds` is negative.
        """
        self._advance(seconds, record=True)

    async def sleep_async(self, seconds: float) -> None:
        """Record the sleep, advance the clock by it and let other tasks run.

        Raises:
            ValueError: `seconds` is negative.
        """
        self._advance(seconds, record=True)
        await asyncio.sleep(0)

    def advance(self, seconds: float) -> None:
        """Advance the clock without recording a sleep.

        Raises:
            ValueError: `seconds` is negative.
        """
        self._advance(seconds, record=False)

    @property
    def sleeps(self) -> list[float]:
        """Lengths of the sleeps so far, in seconds, oldest first."""
        with self._lock:
            return list(self._sleeps)

    def _advance(self, seconds: float, *, record: bool) -> None:
        if not seconds >= 0:  # true for NaN
            raise ValueError(f"seconds must not be negative: {seconds!r}")
        with self._lock:
            self._elapsed += seconds
            if record:
                self._sleeps.append(seconds)

    def __repr__(self) -> str:
        return f"ManualClock({self.time()})"
