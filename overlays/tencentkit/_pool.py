"""Places for connections of one origin: the one that was used last is used next, and who finds none waits in line."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Generic, TypeVar

from .errors import ConnectionFailed, TimedOut

MOST = 100
"""Exchanges of one transport at a time."""
KEPT = 20
"""Connections of one origin that are kept when nobody uses them."""
IDLE = 5.0
"""Seconds that one is kept."""
LONGEST_WAIT = 1e6
"""Seconds that a lock of Python's is waited for at most: some systems take no more."""

_Connection = TypeVar("_Connection")


class Idle(Generic[_Connection]):
    """Connections that nobody uses, the latest last. Its methods are single steps for threads; it closes nothing itself."""

    def __init__(self) -> None:
        self._kept: deque[tuple[float, _Connection]] = deque()

    def take(self) -> _Connection | None:
        """The one that was used last; whether it is still good, it knows itself."""
        try:
            return self._kept.pop()[1]
        except IndexError:
            return None

    def keep(self, connection: _Connection) -> list[_Connection]:
        """Keep a connection for who comes next; returns those that must go for it, or were kept for too long."""
        now = time.monotonic()
        self._kept.append((now, connection))
        gone: list[_Connection] = []
        while len(self._kept) > KEPT or (self._kept and now - self._kept[0][0] >= IDLE):
            try:
                gone.append(self._kept.popleft()[1])
            except IndexError:  # another thread took it
                break
        return gone

    def take_all(self) -> list[_Connection]:
        """All of them, to be closed."""
        found: list[_Connection] = []
        while (connection := self.take()) is not None:
            found.append(connection)
        return found

    def __len__(self) -> int:
        return len(self._kept)


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
                raise all_in_use() from None

    def leave(self) -> None:
        """Give it back."""
        self._free.put(None)


def all_in_use() -> TimedOut:
    """The error of who waited for a place in vain."""
    return TimedOut("no connection in time: all are in use", sent=False)


def closed() -> ConnectionFailed:
    """The error of who comes after the end."""
    return ConnectionFailed("the client is closed", sent=False, permanent=True)
