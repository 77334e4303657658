"""Cancellation of a thread's waits by another thread, like the cancellation of a task in asyncio."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from ..clock import Clock, SystemClock

_Result = TypeVar("_Result")
_local = threading.local()


class WaitCancelled(BaseException):
    """Cancellation of a call. Like an interrupt it is not an `Exception`, so that the call releases its slot and retries nothing."""


def run_cancellable(signal: threading.Event, work: Callable[[], _Result]) -> _Result:
    """Run `work` in this thread; `signal` cancels its waits.

    Raises:
        WaitCancelled: `signal` is set.
    """
    if signal.is_set():
        raise WaitCancelled
    _local.signal = signal
    try:
        return work()
    finally:
        _local.signal = None


def interruptible_sleep(clock: Clock, seconds: float) -> None:
    """Sleep by `clock`. Inside `run_cancellable` the signal ends the sleep.

    Raises:
        WaitCancelled: The signal is set.
    """
    signal: threading.Event | None = getattr(_local, "signal", None)
    if signal is None:
        clock.sleep(seconds)
        return
    # A custom clock waits by itself, so the signal is checked before and after.
    if isinstance(clock, SystemClock):
        signal.wait(seconds)
    elif not signal.is_set():
        clock.sleep(seconds)
    if signal.is_set():
        raise WaitCancelled
