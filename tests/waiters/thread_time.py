"""Virtual clock for threads: one thread runs at a time, and when all wait, time jumps to the next wake-up."""

from __future__ import annotations

import threading
from collections.abc import Callable
from heapq import heappop, heappush


class ThreadTime:
    """`tencentkit.clock.Clock` on which overlapping waits of threads are deterministic."""

    def __init__(self) -> None:
        self._now = 1_000.0
        self._lock = threading.Lock()
        self._asleep: list[tuple[float, int, threading.Event]] = []
        self._waits = 0
        self._alive = 0

    def time(self) -> float:
        """Return the seconds since 1970."""
        return 1_551_113_065.0 + self._now

    def monotonic(self) -> float:
        """Return the seconds since the start."""
        return self._now

    def sleep(self, seconds: float) -> None:
        """Run the other threads until so much time has passed."""
        woken = threading.Event()
        with self._lock:
            self._waits += 1
            heappush(self._asleep, (self._now + seconds, self._waits, woken))
            self._wake()
        woken.wait()

    async def sleep_async(self, seconds: float) -> None:
        """Fail: there is no event loop."""
        raise AssertionError("no event loop here")

    def _wake(self) -> None:
        if self._asleep and len(self._asleep) == self._alive:
            at, _, woken = heappop(self._asleep)
            self._now = max(self._now, at)
            woken.set()

    def run(self, *works: Callable[[], object]) -> None:
        """Run each function in a thread of its own."""
        failures: list[BaseException] = []

        def thread(work: Callable[[], object]) -> None:
            self.sleep(0)
            try:
                work()
            except BaseException as error:  # noqa: BLE001 - raised below
                failures.append(error)
            with self._lock:
                self._alive -= 1
                self._wake()

        self._alive = len(works)
        threads = [threading.Thread(target=thread, args=(work,), daemon=True) for work in works]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
        if failures:
            raise failures[0]
