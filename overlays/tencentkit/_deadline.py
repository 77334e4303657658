"""Deadline of a call, a listing or a wait, with the time spent by purpose."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar
from types import MethodType
from typing import Any, Literal

from .clock import Clock
from .errors import DeadlineExceeded

Purpose = Literal["credentials", "throttle", "network", "retry"]

_enclosing: ContextVar[Deadline | None] = ContextVar("tencentkit_enclosing_deadline", default=None)


class TimeRecorder:
    """Context manager that records the time of its block; faster than a generator, since each call enters one or two."""

    __slots__ = ("_clock", "_deadline", "_purpose", "_started")

    def __init__(self, deadline: Deadline, purpose: Purpose, clock: Clock) -> None:
        self._deadline = deadline
        self._purpose: Purpose = purpose
        self._clock = clock

    def __enter__(self) -> None:
        self._started = self._clock.monotonic()

    def __exit__(self, *_: object) -> None:
        self._deadline.record(self._purpose, self._clock.monotonic() - self._started)


class Deadline:
    """Deadline from the start of a call, or of a listing or a wait, which consist of many calls.

    Args:
        seconds: Seconds in total; `None` for no limit.
        clock: Clock of the deadline.
    """

    def __init__(self, seconds: float | None, clock: Clock) -> None:
        self.seconds = seconds
        self._clock = clock
        self._started = clock.monotonic()
        self._slept = 0.0
        self.spent: dict[str, float] = {"credentials": 0.0, "throttle": 0.0, "network": 0.0, "retry": 0.0}
        """Seconds by purpose. Overlapping calls of a listing add up to more than the elapsed time."""
        self._lock = threading.Lock()
        self._parent = _enclosing.get()
        if self._parent is not None:
            # Nested calls, as of a provider that assumes a role, run within time that this call records itself.
            _enclosing.set(None)

    def spending(self, purpose: Purpose) -> TimeRecorder:
        """Return a context manager that records the time of its block."""
        return TimeRecorder(self, purpose, self._clock)

    def record(self, purpose: Purpose, seconds: float) -> None:
        """Add to the spent time, here and in the enclosing deadline."""
        with self._lock:  # prefetched pages end in several threads at once
            self.spent[purpose] += seconds
        if self._parent is not None:
            self._parent.record(purpose, seconds)

    @contextmanager
    def include_calls(self) -> Generator[None]:
        """Add the time of the calls in the `with` block to this deadline, too."""
        before = _enclosing.set(self)
        try:
            yield
        finally:
            _enclosing.reset(before)

    def elapsed(self) -> float:
        """Return the seconds since the start."""
        elapsed = self._clock.monotonic() - self._started
        return max(self._slept, elapsed)

    def slept(self, seconds: float) -> None:
        """Count a sleep, so that a clock which stands still cannot make the call endless."""
        self._slept += seconds

    def left(self) -> float | None:
        """Return the remaining seconds, at least 0; `None` for no limit."""
        if self.seconds is None:
            return None
        left = self.seconds - self.elapsed()
        return left if left > 0 else 0.0

    def allows(self, wait: float) -> bool:
        """Return whether time remains after a wait of `wait` seconds."""
        left = self.left()
        return left is None or wait < left

    def error(self, doing: str, *, wait: float = 0.0) -> DeadlineExceeded:
        """Return the error for a call that exceeded its deadline, or would after `wait` seconds."""
        seconds, elapsed = self.seconds or 0.0, self.elapsed()
        spent = ", ".join(f"{purpose} {used:.3g} s" for purpose, used in self.spent.items() if used)
        return DeadlineExceeded(
            f"{doing}: {elapsed:.3g} s of the {seconds:g} s deadline used" + (f" ({spent})" if spent else ""),
            deadline=seconds,
            elapsed=elapsed,
            spent=dict(self.spent),
            wait=wait,
        )


def with_deadline(method: Callable[..., Any], seconds: float | None) -> Callable[..., Any]:
    """Return the method of a view of its client with this deadline."""
    client: Any = getattr(method, "__self__", None)
    function = getattr(method, "__func__", None)
    if function is None or not hasattr(client, "with_options"):
        return method  # a mock in place of the method: it belongs to no client
    # Not by its name, which may mean an override of the method.
    return MethodType(function, client.with_options(deadline=seconds))


def shorter_limit(one: float | None, other: float | None) -> float | None:
    """Return the smaller of two time limits; `None` is no limit."""
    if one is None or other is None:
        return other if one is None else one
    return min(one, other)
