"""Connections of one event loop, and the state of a transport for event loops."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import suppress
from typing import Any, Generic, TypeVar

from .. import _timers
from .._concurrency.per_loop import PerLoop
from ._connections import Connection, IdleConnections, client_closed, no_free_connection
from ._limits import WaitLimits
from ._settings import ConnectionSettings

_Connection = TypeVar("_Connection", bound=Connection)
_State = TypeVar("_State", bound="LoopConnections[Any]")


class LoopConnections(Generic[_Connection]):
    """`Connections` of one event loop."""

    def __init__(self, settings: ConnectionSettings) -> None:
        self.idle: IdleConnections[_Connection] = IdleConnections(settings)
        # The event loop holds this generator weakly, and closes it at its end, before it stops closing sockets.
        self._loop_end = _close_at_loop_end(self.idle)
        with suppress(StopIteration):
            self._loop_end.asend(None).send(None)
        self._most = settings.max_connections
        self._free = asyncio.Semaphore(settings.max_connections)
        self.release: Callable[[], None] = self._free.release

    async def acquire(self, limits: WaitLimits) -> None:
        """Acquire a slot; see `Connections.acquire`."""
        if self._free.locked():
            try:
                async with _timers.timeout(limits.budget()):
                    await self._free.acquire()
            except TimeoutError:
                raise no_free_connection(self._most) from None
        else:
            await self._free.acquire()  # without a wait
        if self.idle.closed:
            self.release()
            raise client_closed()

    def close(self) -> None:
        """Close all idle connections, and from now on each one as it becomes idle."""
        self.idle.close()
        with suppress(StopIteration):
            self._loop_end.aclose().send(None)

    def slots_in_use(self) -> int:
        """Return the number of exchanges in flight."""
        return self._most - self._free._value  # noqa: SLF001 - for tests; asyncio has no public access


async def _close_at_loop_end(idle: IdleConnections[Any]) -> AsyncGenerator[None, None]:
    """Close the idle connections at `shutdown_asyncgens`, which `asyncio.run` calls: later their sockets would only be collected."""
    try:
        yield
    finally:
        idle.close_idle()


class AsyncPooledTransport(Generic[_State]):
    """State of a transport in each event loop."""

    def __init__(self) -> None:
        self._loops = PerLoop(self._new_state)
        self._closed = False

    def _new_state(self) -> _State:
        raise NotImplementedError

    def _state(self) -> _State:
        """Return the state of the running loop."""
        if self._closed:
            raise client_closed()
        return self._loops.current()

    async def aclose(self) -> None:
        """Close the connections of all event loops permanently. A connection in use closes after its response."""
        self._closed = True
        self._loops.clear_after_fork()
        here = self._loops.pop(asyncio.get_running_loop(), None)
        if here is not None:
            here.close()
            await asyncio.sleep(0)  # asyncio closes the sockets in its next iteration
        for loop, other in list(self._loops.items()):
            with suppress(RuntimeError):  # that loop has ended: the garbage collector closes its connections
                loop.call_soon_threadsafe(other.close)
        self._loops.clear()
