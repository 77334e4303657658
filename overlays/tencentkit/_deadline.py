"""The total time of one call, and where it went."""

from __future__ import annotations

import threading
from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Literal

from .clock import Clock
from .errors import DeadlineExceeded

Purpose = Literal["credentials", "throttle", "network", "retry"]

_whole: ContextVar[Deadline | None] = ContextVar("tencentkit_whole", default=None)


class Spending:
    """One stretch of time that is booked. A class and no generator: each call enters one or two."""

    __slots__ = ("_clock", "_deadline", "_purpose", "_started")

    def __init__(self, deadline: Deadline, purpose: Purpose, clock: Clock) -> None:
        self._deadline = deadline
        self._purpose: Purpose = purpose
        self._clock = clock

    def __enter__(self) -> None:
        self._started = self._clock.monotonic()

    def __exit__(self, *_: object) -> None:
        self._deadline.book(self._purpose, self._clock.monotonic() - self._started)


class Deadline:
    """Counts down from the start of a call, or of a listing or a wait, which are many calls.

    Args:
        seconds: The total; `None` for no bound.
        clock: What it counts by.
    """

    def __init__(self, seconds: float | None, clock: Clock) -> None:
        self.seconds = seconds
        self._clock = clock
        self._started = clock.monotonic()
        self.spent: dict[str, float] = {"credentials": 0.0, "throttle": 0.0, "network": 0.0, "retry": 0.0}
        """Seconds by purpose. Where calls of a listing overlap, their times add up to more than has passed."""
        self._lock = threading.Lock()
        self._part_of = _whole.get()
        if self._part_of is not None:
            # What this call has others do (a provider that asks for credentials) is in its own time already.
            _whole.set(None)

    def spending(self, purpose: Purpose) -> Spending:
        """Book the time inside the `with` block."""
        return Spending(self, purpose, self._clock)

    def book(self, purpose: Purpose, seconds: float) -> None:
        """Add to what was spent, here and in the whole that this is part of."""
        with self._lock:  # pages that threads fetch ahead end at the same time
            self.spent[purpose] += seconds
        if self._part_of is not None:
            self._part_of.book(purpose, seconds)

    @contextmanager
    def over(self) -> Generator[None]:
        """Within it a call is made whose time is booked here, too."""
        before = _whole.set(self)
        try:
            yield
        finally:
            _whole.reset(before)

    def elapsed(self) -> float:
        """Seconds since the start."""
        return self._clock.monotonic() - self._started

    def left(self) -> float | None:
        """Seconds that remain, 0 at least; `None` for no bound."""
        return None if self.seconds is None else max(0.0, self.seconds - self.elapsed())

    def allows(self, wait: float) -> bool:
        """Whether time would be left after waiting `wait` seconds."""
        left = self.left()
        return left is None or wait < left

    def error(self, doing: str, *, wait: float = 0.0, sent: bool) -> DeadlineExceeded:
        """The error for a call whose time is up, or would be after the wait that it needs."""
        seconds, elapsed = self.seconds or 0.0, self.elapsed()
        spent = ", ".join(f"{purpose} {used:.3g} s" for purpose, used in self.spent.items() if used)
        return DeadlineExceeded(
            f"{doing}: {elapsed:.3g} s of {seconds:g} s gone" + (f" ({spent})" if spent else ""),
            deadline=seconds,
            elapsed=elapsed,
            spent=dict(self.spent),
            wait=wait,
            sent=sent,
        )


def least(one: float | None, other: float | None) -> float | None:
    """The nearer of two bounds; `None` is no bound."""
    if one is None or other is None:
        return other if one is None else one
    return min(one, other)
