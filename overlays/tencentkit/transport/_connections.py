"""Idle connections (last in, first out), and the state of a transport for threads."""

from __future__ import annotations

import os
import sys
import time
import weakref
from collections import deque
from collections.abc import Callable, Hashable, Mapping
from functools import partial
from queue import Empty, SimpleQueue
from typing import Any, Generic, TypeVar

from .._monotonic import monotonic
from ..errors import ConnectionFailed, TimedOut
from ._limits import WaitLimits
from ._settings import ConnectionSettings

_EXPIRY_INTERVAL = 1.0
"""Seconds between two searches for expired connections."""
_CLOCK_JUMP = 2.0
"""Seconds. The wall clock moves so much against the monotonic clock only if it is set, or if the machine was suspended."""
_WRITE_IDLE = 5.0
"""Seconds. A request that must not run twice uses no connection that was idle for longer."""
_LONGEST_WAIT = 1e6
"""Longest timeout of a lock: some systems accept no more."""


class Connection:
    """Connection that `IdleConnections` can keep. Its times are those of the monotonic clock."""

    def __init__(self) -> None:
        self.created = self.idle_since = monotonic()
        self.expires = float("inf")

    def is_stale(self) -> bool:
        """Return whether the server closed the connection, or sent data without a request."""
        raise NotImplementedError

    def close(self) -> None:
        """Close the socket, without a wait."""
        raise NotImplementedError


_Connection = TypeVar("_Connection", bound=Connection)
_State = TypeVar("_State", bound="Connections[Any]")


class IdleConnections(Generic[_Connection]):
    """Idle connections by origin, the latest last. Several threads may use it.

    Args:
        settings: Limits of the connections.
    """

    def __init__(self, settings: ConnectionSettings) -> None:
        self.closed = False
        self.keeps = True
        """Whether connections become idle; otherwise each one closes after its response."""
        self._settings = settings
        self._by_key: dict[Hashable, deque[_Connection]] = {}
        self._last_expiry = monotonic()
        self._clock_offset = time.time() - self._last_expiry

    def acquire(self, key: Hashable, *, read_only: bool = True) -> _Connection | None:
        """Remove and return the latest connection of `key` that passes the reuse check; close those that do not."""
        now = monotonic()
        offset = time.time() - now
        if abs(offset - self._clock_offset) > _CLOCK_JUMP:
            # Servers and firewalls may have dropped the connections while this machine was suspended.
            self.close_idle()
        self._clock_offset = offset
        idle = self._by_key.get(key)
        while idle:
            try:
                connection = idle.pop()
            except IndexError:  # another thread removed it
                break
            if not read_only and now - connection.idle_since > _WRITE_IDLE:
                idle.append(connection)  # all others were idle for longer
                break
            if now < connection.expires and not connection.is_stale():
                return connection
            connection.close()
        return None

    def release(self, key: Hashable, connection: _Connection, headers: Mapping[str, str]) -> None:
        """Keep a connection, idle from now on, after its reuse check.

        Args:
            key: Origin of the connection.
            connection: The connection.
            headers: Headers of its last response, with names in lower case.
        """
        now = connection.idle_since = monotonic()
        connection.expires = now + self._settings.idle_timeout
        if "keep-alive" in headers:
            connection.expires = min(connection.expires, now + _keep_alive(headers["keep-alive"]))
        if self._settings.max_age is not None:
            connection.expires = min(connection.expires, connection.created + self._settings.max_age)
        idle = self._by_key.get(key)
        if idle is None:
            idle = self._by_key.setdefault(key, deque())
        idle.append(connection)
        if len(idle) > self._settings.max_idle:
            _close_oldest(idle, lambda _: len(idle) >= self._settings.max_idle)
        if now - self._last_expiry >= _EXPIRY_INTERVAL:
            self._last_expiry = now
            for others in list(self._by_key.values()):
                _close_oldest(others, lambda other: other.expires <= now)
        if not self.keeps:
            self.close_idle()

    def discard_older(self, key: Hashable, failed: _Connection) -> None:
        """Close all connections of `key` that were idle as long as the reused connection that `failed`: they died together."""
        _close_oldest(self._by_key.get(key, deque()), lambda other: other.idle_since <= failed.idle_since)

    def close(self) -> None:
        """Close all connections, and from now on each one as it becomes idle."""
        self.closed = True
        self.keeps = False
        self.close_idle()

    def close_idle(self) -> None:
        """Close all connections that are idle now."""
        for idle in list(self._by_key.values()):
            _close_oldest(idle, lambda _: True)


def _close_oldest(idle: deque[_Connection], closes: Callable[[_Connection], bool]) -> None:
    """Close the oldest connections, up to the first that stays."""
    while idle:
        try:
            connection = idle.popleft()
        except IndexError:  # another thread removed it
            return
        if not closes(connection):
            idle.appendleft(connection)
            return
        connection.close()


def _keep_alive(header: str) -> float:
    """Return the seconds for which a header `Keep-Alive` promises to keep a connection, less a margin for the way."""
    for part in header.lower().split(","):
        name, _, seconds = part.strip().partition("=")
        if name == "timeout" and seconds.isascii() and seconds.isdigit() and len(seconds) < 10:
            return max(int(seconds) * 0.5, int(seconds) - 1.0)
    return float("inf")


class Connections(Generic[_Connection]):
    """Idle connections and concurrency limit of one process, for threads.

    The limit uses a queue, since that is one step in C and a semaphore is twelve in Python.
    """

    def __init__(self, settings: ConnectionSettings) -> None:
        self.idle: IdleConnections[_Connection] = IdleConnections(settings)
        self.close = self.idle.close
        self._most = settings.max_connections
        self._free: SimpleQueue[None] = SimpleQueue()
        for _ in range(settings.max_connections):
            self._free.put(None)
        # One step in C: an interrupt cannot divide it.
        self.release: Callable[[], None] = partial(self._free.put, None)
        """Release a slot."""

    def acquire(self, limits: WaitLimits) -> None:
        """Acquire a slot. The wait ends with the budget of the exchange: a slow exchange of others is no fault of this one.

        Raises:
            ConnectionFailed: The transport is closed.
            TimedOut: No slot became free in time.
        """
        if self.idle.closed:
            raise client_closed()
        if sys.is_finalizing():
            raise ConnectionFailed("the interpreter is shutting down", sent=False, permanent=True)
        try:
            self._free.get(block=False)
        except Empty:
            self._wait_for_slot(limits)

    def _wait_for_slot(self, limits: WaitLimits) -> None:
        seconds = limits.budget()
        try:
            self._free.get(timeout=None if seconds is None else min(seconds, _LONGEST_WAIT))
        except Empty:
            raise no_free_connection(self._most) from None
        if self.idle.closed:
            self.release()
            raise client_closed()

    def slots_in_use(self) -> int:
        """Return the number of exchanges in flight."""
        return self._most - self._free.qsize()


def no_free_connection(most: int) -> TimedOut:
    """Return the error for a wait at the concurrency limit."""
    return TimedOut(f"timed out waiting for a free connection: all {most} are in use (max_connections)", sent=False)


def client_closed() -> ConnectionFailed:
    """Return the error for a request after `close`."""
    return ConnectionFailed("the client is closed", sent=False, permanent=True)


class PooledTransport(Generic[_State]):
    """State of a transport for threads. A server that forks in C runs no hook of Python, so each use compares process ids."""

    def __init__(self) -> None:
        self._states: dict[int, _State] = {}
        self._closed = False
        # Without it, the sockets of a client that is dropped without `close` would emit a ResourceWarning.
        weakref.finalize(self, _close_idle, self._states)

    def _new_state(self) -> _State:
        raise NotImplementedError

    def _state(self) -> _State:
        """Return the state of this process. The first call in a child closes its file descriptors of the parent's idle connections."""
        if self._closed:
            raise client_closed()
        process = os.getpid()
        return self._states.get(process) or self._new_process(process)

    def _new_process(self, process: int) -> _State:
        for other in [each for each in list(self._states) if each != process]:
            inherited = self._states.pop(other, None)
            if inherited is not None:
                inherited.close()
        state = self._states.setdefault(process, self._new_state())  # no lock: a thread of the parent might have held it
        if self._closed:
            state.close()
        return state

    def close(self) -> None:
        """Close every connection permanently. A connection in use closes after its response."""
        self._closed = True
        for state in list(self._states.values()):
            state.close()


def _close_idle(states: Mapping[int, Connections[Any]]) -> None:
    """Close the idle connections of a transport that is gone, or at exit. A handler of `atexit` may still make a call."""
    for state in list(states.values()):
        state.idle.keeps = False
        state.idle.close_idle()
