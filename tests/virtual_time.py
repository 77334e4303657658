"""Event loop on virtual time: when all tasks wait, time jumps to the next wake-up."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any, Self

_EPOCH = 1_551_113_065.0


class _Selector(selectors.DefaultSelector):
    """Advances time instead of waiting."""

    now = 1_000.0

    def select(self, timeout: float | None = None) -> Any:
        ready = super().select(0)
        if not ready and timeout:
            self.now += timeout
        return ready


class _Clock:
    """`tencentkit.clock.Clock` on the loop's time."""

    def __init__(self, selector: _Selector) -> None:
        self._selector = selector

    def time(self) -> float:
        return _EPOCH + self._selector.now

    def monotonic(self) -> float:
        return self._selector.now

    def sleep(self, seconds: float) -> None:
        raise AssertionError("nothing on this loop may block")

    async def sleep_async(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class VirtualLoop:
    """Runs coroutines on virtual time; overlapping waits overlap."""

    def __init__(self) -> None:
        selector = _Selector()
        self._loop = asyncio.SelectorEventLoop(selector)
        self._loop.time = lambda: selector.now  # type: ignore[method-assign]
        self._loop._clock_resolution = 1e-9  # type: ignore[attr-defined]
        self.clock = _Clock(selector)

    def run(self, coroutine: Coroutine[Any, Any, Any]) -> Any:
        return self._loop.run_until_complete(coroutine)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.close()
