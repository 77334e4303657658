"""Places for connections of one origin: the one that was used last is used next, and who finds none waits in line."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Generic, Protocol, TypeVar

from .errors import TimedOut

MOST = 100
"""Connections of one origin, as for the transports on httpx."""
KEPT = 20
"""Of these, how many are kept when nobody uses them."""
IDLE = 5.0
"""Seconds that one is kept."""
LONGEST_WAIT = 1e6
"""Seconds that a lock of Python's is waited for at most: some systems take no more."""


class Line(Protocol):
    """A connection."""

    idle_since: float

    def close(self) -> None:
        """Close it at once."""
        ...


_LineT = TypeVar("_LineT", bound=Line)


class Idle(Generic[_LineT]):
    """Connections that nobody uses, the latest last. Its methods are single steps for threads."""

    def __init__(self) -> None:
        self._lines: deque[_LineT] = deque()

    def take(self) -> _LineT | None:
        """The one that was used last; those that are too old are closed."""
        while self._lines:
            try:
                line = self._lines.pop()
            except IndexError:
                return None
            if time.monotonic() - line.idle_since < IDLE:
                return line
            line.close()
        return None

    def keep(self, line: _LineT) -> None:
        """Keep a connection for who comes next; the oldest goes where there are too many."""
        line.idle_since = time.monotonic()
        self._lines.append(line)
        if len(self._lines) > KEPT:
            try:
                oldest = self._lines.popleft()
            except IndexError:
                return
            oldest.close()

    def close(self) -> None:
        """Close them all."""
        while self._lines:
            try:
                self._lines.pop().close()
            except IndexError:
                return

    def __len__(self) -> int:
        return len(self._lines)


class Places:
    """Counts exchanges under way: `MOST` at a time. A queue, since that is one step in C where a semaphore is twelve in Python."""

    def __init__(self) -> None:
        self._free: SimpleQueue[None] = SimpleQueue()
        for _ in range(MOST):
            self._free.put(None)

    def enter(self, patience: Callable[[], float | None]) -> None:
        """Wait for a place.

        Args:
            patience: Seconds to wait at most, where one must; `None` for no bound.

        Raises:
            TimedOut: There was none in that time.
        """
        try:
            self._free.get(block=False)
        except Empty:
            timeout = patience()
            try:
                self._free.get(timeout=None if timeout is None else min(timeout, LONGEST_WAIT))
            except Empty:
                raise TimedOut("no connection in time: all are in use", sent=False) from None

    def leave(self) -> None:
        """Give it back."""
        self._free.put(None)
