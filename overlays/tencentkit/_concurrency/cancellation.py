"""Ending the waits of a thread from another one: what `asyncio` has in cancellation."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import TypeVar

from ..clock import Clock, SystemClock

_Result = TypeVar("_Result")
_local = threading.local()


class WaitCancelled(BaseException):
    """Nobody waits for this call any more. It passes through a call like an interrupt, so that the slot is given back."""


@contextmanager
def stoppable(signal: threading.Event) -> Generator[None]:
    """Let `signal` end the waits of this thread."""
    _local.signal = signal
    try:
        yield
    finally:
        _local.signal = None


def run_stoppable(signal: threading.Event, work: Callable[[], _Result]) -> _Result:
    """Do `work` in this thread until `signal` ends its waits.

    Raises:
        Stopped: It did.
    """
    if signal.is_set():
        raise WaitCancelled
    with stoppable(signal):
        return work()


def interruptible_sleep(clock: Clock, seconds: float) -> None:
    """Sleep by `clock`; an event ends the sleep early where this thread is stoppable.

    Raises:
        Stopped: It did.
    """
    signal: threading.Event | None = getattr(_local, "signal", None)
    if signal is None:
        clock.sleep(seconds)
        return
    # A clock of the user's own knows its waits alone; it is asked before and after.
    if isinstance(clock, SystemClock):
        signal.wait(seconds)
    elif not signal.is_set():
        clock.sleep(seconds)
    if signal.is_set():
        raise WaitCancelled
