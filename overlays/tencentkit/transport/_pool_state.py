"""Idle connections (last in, first out) and the concurrency limit of a transport."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Hashable, Iterator
from functools import partial
from queue import Empty, SimpleQueue
from typing import Generic, TypeVar

from ..errors import ConnectionFailed, TimedOut

MAX_IN_FLIGHT = 100
"""Concurrent exchanges of one transport."""
MAX_IDLE = 20
"""Idle connections of one origin."""
IDLE_SECONDS = 5.0
"""Seconds after which an idle connection expires."""
_EXPIRY_INTERVAL = 1.0
"""Seconds between two searches for expired connections."""
_LONGEST_WAIT = 1e6
"""Longest timeout of a lock in Python: some systems accept no more."""

_Connection = TypeVar("_Connection")


class IdleConnections(Generic[_Connection]):
    """Idle connections by origin, the latest last. Several threads may use it. It closes nothing itself."""

    def __init__(self) -> None:
        self._by_key: dict[Hashable, deque[tuple[float, _Connection]]] = {}
        self._last_expiry = time.monotonic()

    def pop(self, key: Hashable) -> _Connection | None:
        """Remove and return the latest connection of `key`. The caller checks whether it is usable."""
        idle = self._by_key.get(key)
        return _popped(idle.pop) if idle else None

    def add(self, key: Hashable, connection: _Connection) -> list[_Connection]:
        """Add a connection; return those to close, which are surplus or expired, of any key."""
        now = time.monotonic()
        idle = self._by_key.get(key)
        if idle is None:
            idle = self._by_key.setdefault(key, deque())
        idle.append((now, connection))
        to_close: list[_Connection | None] = [_popped(idle.popleft)] if len(idle) > MAX_IDLE else []
        if now - self._last_expiry >= _EXPIRY_INTERVAL:
            self._last_expiry = now
            for others in list(self._by_key.values()):
                expired = _expired(others, now)
                to_close.extend(expired)
        return [each for each in to_close if each is not None]

    def pop_all(self) -> list[_Connection]:
        """Remove and return all connections."""
        return [each for idle in list(self._by_key.values()) for each in iter(partial(_popped, idle.pop), None)]

    def __len__(self) -> int:
        return sum(map(len, list(self._by_key.values())))


def _popped(pop: Callable[[], tuple[float, _Connection]]) -> _Connection | None:
    try:
        return pop()[1]
    except IndexError:  # another thread removed it
        return None


def _expired(idle: deque[tuple[float, _Connection]], now: float) -> Iterator[_Connection | None]:
    """Remove the expired connections."""
    while idle:
        try:
            since, _ = idle[0]
        except IndexError:
            return
        if now - since < IDLE_SECONDS:
            return
        yield _popped(idle.popleft)


class ConcurrencyLimit:
    """Limit of `MAX_IN_FLIGHT` exchanges. It uses a queue, since that is one step in C and a semaphore is twelve in Python."""

    def __init__(self) -> None:
        self._free: SimpleQueue[None] = SimpleQueue()
        for _ in range(MAX_IN_FLIGHT):
            self._free.put(None)
        # One step in C: an interrupt cannot divide it.
        self.release: Callable[[], None] = partial(self._free.put, None)
        """Release a slot."""

    def acquire(self, timeout: Callable[[], float | None]) -> None:
        """Acquire a slot.

        Args:
            timeout: Called before a wait: seconds that it may take; `None` for no limit.

        Raises:
            TimedOut: No slot became free in time.
        """
        try:
            self._free.get(block=False)
        except Empty:
            seconds = timeout()
            try:
                self._free.get(timeout=None if seconds is None else min(seconds, _LONGEST_WAIT))
            except Empty:
                raise pool_timed_out() from None


def pool_timed_out() -> TimedOut:
    """Return the error for a wait at the concurrency limit."""
    return TimedOut(f"timed out waiting for a free connection: all {MAX_IN_FLIGHT} are in use", sent=False)


def client_closed() -> ConnectionFailed:
    """Return the error for a request after `close`."""
    return ConnectionFailed("the client is closed", sent=False, permanent=True)
