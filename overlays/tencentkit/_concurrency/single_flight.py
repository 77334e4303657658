"""One fetch at a time, of credentials or of a host's addresses, for which any number of threads and tasks wait."""

from __future__ import annotations

import asyncio
import copy
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from contextvars import copy_context
from typing import Any, Generic, TypeVar

from ..errors import CredentialsMissing, TencentkitError, TimedOut
from .fork_safety import renewed_after_fork

_T = TypeVar("_T")


class InFlight(Generic[_T]):
    """A fetch under way. Whoever waits may give up; the fetch goes on for the others.

    Args:
        cargo: What is fetched, for the error of who gives up.
    """

    def __init__(self, cargo: str = "credentials") -> None:
        self._cargo = cargo
        self._landed: Future[_T] = Future()
        # Running from the start: a waiter that is cancelled must not cancel it.
        self._landed.set_running_or_notify_cancel()
        self._task: asyncio.Task[None] | None = None

    @classmethod
    def in_thread(cls, fetch: Callable[[], _T], cargo: str = "credentials") -> InFlight[_T]:
        """Fetch in a thread of its own: neither an event loop nor a deadline waits for a slow source."""
        flight = cls(cargo)
        context = copy_context()
        thread = threading.Thread(target=context.run, args=(flight._fly, fetch), name=f"tencentkit-{cargo}", daemon=True)
        try:
            thread.start()
        except RuntimeError:
            # No thread can be had, as while the interpreter ends: then at least the fetch itself.
            flight._fly(fetch)
        return flight

    @classmethod
    def in_task(cls, fetch: Callable[[], Coroutine[Any, Any, _T]]) -> InFlight[_T]:
        """Fetch in a task of the running event loop."""
        flight = cls()
        flight._task = asyncio.ensure_future(flight._fly_async(fetch))
        return flight

    @classmethod
    def ended(cls, value: _T) -> InFlight[_T]:
        """A flight that has brought `value` already."""
        flight = cls()
        flight._landed.set_result(value)
        return flight

    @property
    def landed(self) -> bool:
        """Whether it has ended."""
        return self._landed.done()

    def _fly(self, fetch: Callable[[], _T]) -> None:
        try:
            self._landed.set_result(fetch())
        except StopIteration as error:
            # No task can be given that one: it would end the waiters' own generators.
            self._landed.set_exception(RuntimeError(f"raised {type(error).__name__}"))
        except BaseException as error:  # noqa: BLE001 - it is the waiters' to see
            self._landed.set_exception(error)

    async def _fly_async(self, fetch: Callable[[], Coroutine[Any, Any, _T]]) -> None:
        try:
            self._landed.set_result(await fetch())
        except asyncio.CancelledError:
            self._landed.set_exception(CredentialsMissing("the event loop ended while credentials were fetched"))
            raise
        except BaseException as error:  # noqa: BLE001 - as above
            self._landed.set_exception(error)

    def wait(self, budget: float | None) -> _T:
        """Wait in this thread, for `budget` seconds at most.

        Raises:
            TimedOut: It is still under way.
        """
        try:
            return self._landed.result(budget)
        except BaseException as error:  # noqa: BLE001 - interrupts and cancellation are raised on as they are
            raise self._seen(error) from error.__cause__

    async def wait_async(self, budget: float | None) -> _T:
        """Wait in this task; see `wait`."""
        try:
            async with asyncio.timeout(budget):
                return await asyncio.wrap_future(self._landed)
        except BaseException as error:  # noqa: BLE001 - interrupts and cancellation are raised on as they are
            raise self._seen(error) from error.__cause__

    def _seen(self, error: BaseException) -> BaseException:
        if isinstance(error, TimeoutError) and not self.landed:
            return TimedOut(f"{self._cargo} did not come in time", sent=False)
        # To each waiter its own: what one of them adds to an error is not the others'.
        return copy.copy(error) if isinstance(error, TencentkitError) else error


class SingleFlight(Generic[_T]):
    """At most one flight at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._flight: InFlight[_T] | None = None
        renewed_after_fork(self)

    def join(self, start: Callable[[], InFlight[_T]]) -> InFlight[_T]:
        """The flight that is under way; a new one where there is none."""
        with self._lock:
            if self._flight is None or self._flight.landed:
                self._flight = start()
            return self._flight

    def renew_after_fork(self) -> None:
        """See `Renewable`."""
        self._lock = threading.Lock()
        self._flight = None
