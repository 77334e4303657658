"""Places for connections: the one that was used last is used next, and who finds none waits in line."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Hashable, Iterator
from functools import partial
from queue import Empty, SimpleQueue
from typing import Generic, TypeVar

from ..errors import ConnectionFailed, TimedOut

MOST = 100
"""Exchanges of one transport at a time."""
KEPT = 20
"""Connections of one origin that are kept when nobody uses them."""
IDLE = 5.0
"""Seconds that one is kept."""
_LOOK_EVERY = 1.0
"""Seconds after which it is looked at again which have been kept for too long."""
LONGEST_WAIT = 1e6
"""Seconds that a lock of Python's is waited for at most: some systems take no more."""

_Connection = TypeVar("_Connection")


class IdleConnections(Generic[_Connection]):
    """Connections that nobody uses, by where they lead, the latest last. Its methods are steps for threads; it closes nothing itself."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, deque[tuple[float, _Connection]]] = {}
        self._looked = time.monotonic()

    def take(self, there: Hashable) -> _Connection | None:
        """The one that was used last; whether it is still good, it knows itself."""
        kept = self._kept.get(there)
        return _popped(kept.pop) if kept else None

    def keep(self, there: Hashable, connection: _Connection) -> list[_Connection]:
        """Keep a connection for who comes next; returns those that must go for it, or were kept for too long, wherever they lead."""
        now = time.monotonic()
        kept = self._kept.get(there)
        if kept is None:
            kept = self._kept.setdefault(there, deque())
        kept.append((now, connection))
        gone: list[_Connection | None] = [_popped(kept.popleft)] if len(kept) > KEPT else []
        if now - self._looked >= _LOOK_EVERY:
            self._looked = now
            for others in list(self._kept.values()):
                too_old = _too_old(others, now)
                gone.extend(too_old)
        return [one for one in gone if one is not None]

    def take_all(self) -> list[_Connection]:
        """All of them, to be closed."""
        return [one for kept in list(self._kept.values()) for one in iter(partial(_popped, kept.pop), None)]

    def __len__(self) -> int:
        return sum(map(len, list(self._kept.values())))


def _popped(pop: Callable[[], tuple[float, _Connection]]) -> _Connection | None:
    try:
        return pop()[1]
    except IndexError:  # another thread took it
        return None


def _too_old(kept: deque[tuple[float, _Connection]], now: float) -> Iterator[_Connection | None]:
    """Those that have been kept for too long."""
    while kept:
        try:
            since, _ = kept[0]
        except IndexError:
            return
        if now - since < IDLE:
            return
        yield _popped(kept.popleft)


class ConcurrencyLimit:
    """Counts exchanges under way: `MOST` at a time. A queue, since that is one step in C where a semaphore is twelve in Python."""

    def __init__(self) -> None:
        self._free: SimpleQueue[None] = SimpleQueue()
        for _ in range(MOST):
            self._free.put(None)
        # One step in C: an interrupt comes before it or after it, but never in between.
        self.leave: Callable[[], None] = partial(self._free.put, None)
        """Give a place back."""

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


def all_in_use() -> TimedOut:
    """The error of who waited for a place in vain."""
    return TimedOut("no connection in time: all are in use", sent=False)


def closed() -> ConnectionFailed:
    """The error of who comes after the end."""
    return ConnectionFailed("the client is closed", sent=False, permanent=True)
