"""The total time of one call, and where it went."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import Literal, get_args

from .clock import Clock
from .errors import DeadlineExceeded

Purpose = Literal["credentials", "throttle", "network", "retry"]


class Deadline:
    """Counts down from the start of a call.

    Args:
        seconds: The total; `None` for no bound.
        clock: What it counts by.
    """

    def __init__(self, seconds: float | None, clock: Clock) -> None:
        self.seconds = seconds
        self._clock = clock
        self._started = clock.monotonic()
        self.spent: dict[str, float] = dict.fromkeys(get_args(Purpose), 0.0)

    @contextmanager
    def spending(self, purpose: Purpose) -> Generator[None]:
        """Book the time inside the `with` block."""
        started = self._clock.monotonic()
        try:
            yield
        finally:
            self.spent[purpose] += self._clock.monotonic() - started

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
