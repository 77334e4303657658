"""Timers of event loops that also work if a library has stopped the clock of asyncio.

asyncio reads `time.monotonic`. freezegun replaces this function, and then no timer of the event loop expires.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from types import BuiltinFunctionType
from typing import Any, Protocol


class Timer(Protocol):
    """Timer that has started."""

    def cancel(self) -> None:
        """Stop the timer."""
        ...


def call_later(loop: asyncio.AbstractEventLoop, seconds: float, callback: Callable[..., object], *args: Any) -> Timer:
    """Call `callback` in the event loop after `seconds`."""
    if isinstance(time.monotonic, BuiltinFunctionType):
        return loop.call_later(seconds, callback, *args)
    timer = threading.Timer(max(0.0, min(seconds, threading.TIMEOUT_MAX)), _call_soon, (loop, callback, args))
    timer.daemon = True
    timer.start()
    return timer


def _call_soon(loop: asyncio.AbstractEventLoop, callback: Callable[..., object], args: tuple[Any, ...]) -> None:
    with suppress(RuntimeError):  # the event loop has ended
        loop.call_soon_threadsafe(callback, *args)


def timeout(seconds: float | None) -> Any:
    """Return an asynchronous context manager with the behavior of `asyncio.timeout`."""
    if seconds is None or isinstance(time.monotonic, BuiltinFunctionType):
        return asyncio.timeout(seconds)
    return _ThreadTimeout(seconds)


class _ThreadTimeout:
    """`asyncio.timeout` with a timer thread."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._inner = asyncio.timeout(None)
        self._ended = False

    async def __aenter__(self) -> asyncio.Timeout:
        entered = await self._inner.__aenter__()
        self._timer = call_later(asyncio.get_running_loop(), self._seconds, self._expire)
        return entered

    async def __aexit__(self, *raised: Any) -> None:  # noqa: PYI036 - passed on
        self._ended = True
        self._timer.cancel()
        await self._inner.__aexit__(*raised)

    def _expire(self) -> None:
        if not self._ended:
            self._inner.reschedule(float("-inf"))


async def sleep(seconds: float) -> None:
    """Suspend the task; see `asyncio.sleep`."""
    if seconds <= 0 or isinstance(time.monotonic, BuiltinFunctionType):
        await asyncio.sleep(seconds)
        return
    awake = asyncio.get_running_loop().create_future()
    timer = call_later(asyncio.get_running_loop(), seconds, _finish, awake)
    try:
        await awake
    finally:
        timer.cancel()


def _finish(future: asyncio.Future[None]) -> None:
    if not future.done():
        future.set_result(None)
