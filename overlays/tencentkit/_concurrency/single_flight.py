"""Single flight: concurrent callers share one in-progress fetch (credentials, DNS)."""

from __future__ import annotations

import copy
import sys
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from contextvars import copy_context
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .._redaction import without_locals
from ..errors import CredentialsMissing, TencentkitError, TimedOut
from .fork_safety import register_fork_reset

if TYPE_CHECKING:
    import asyncio  # methods import it, so that a synchronous program does not load it

_T = TypeVar("_T")


class InFlight(Generic[_T]):
    """Fetch in progress. A waiter that gives up does not cancel the fetch of the others.

    Args:
        subject: Name of the fetch in the errors of its waiters.
    """

    def __init__(self, subject: str) -> None:
        self._subject = subject
        self._result: Future[_T] = Future()
        # A running future cannot be cancelled, not even by a waiter.
        self._result.set_running_or_notify_cancel()
        self._task: asyncio.Task[None] | None = None

    @classmethod
    def in_thread(cls, fetch: Callable[[], _T], subject: str) -> InFlight[_T]:
        """Fetch in a new thread, so that a slow source blocks neither an event loop nor a deadline."""
        flight = cls(subject)
        context = copy_context()
        thread = threading.Thread(target=context.run, args=(flight._run, fetch), name=f"tencentkit-{subject}", daemon=True)
        try:
            thread.start()
        except RuntimeError:
            # No thread can start, as during interpreter shutdown: fetch in this thread.
            flight._run(fetch)
        return flight

    @classmethod
    def in_task(cls, fetch: Callable[[], Coroutine[Any, Any, _T]], subject: str) -> InFlight[_T]:
        """Fetch in a task of the running event loop."""
        import asyncio

        flight = cls(subject)
        flight._task = asyncio.ensure_future(flight._run_async(fetch))
        return flight

    @classmethod
    def completed(cls, value: _T, subject: str) -> InFlight[_T]:
        """Return a completed fetch of `value`."""
        flight = cls(subject)
        flight._result.set_result(value)
        return flight

    @property
    def done(self) -> bool:
        """Whether the fetch has ended."""
        return self._result.done()

    def _run(self, fetch: Callable[[], _T]) -> None:
        handled = sys.exception()  # the caller's, if no thread starts
        try:
            self._result.set_result(fetch())
        except StopIteration as error:
            # A task must not raise this one: it would end a waiter's generator.
            self._result.set_exception(RuntimeError(f"raised {type(error).__name__}"))
        except BaseException as error:  # noqa: BLE001 - the waiters raise it
            self._result.set_exception(without_locals(error, handled))

    async def _run_async(self, fetch: Callable[[], Coroutine[Any, Any, _T]]) -> None:
        import asyncio

        try:
            self._result.set_result(await fetch())
        except asyncio.CancelledError:
            self._result.set_exception(CredentialsMissing(f"the event loop ended before it fetched {self._subject}"))
            raise
        except BaseException as error:  # noqa: BLE001 - as above
            self._result.set_exception(without_locals(error))

    def wait(self, budget: float | None) -> _T:
        """Wait in this thread for the result.

        Raises:
            TimedOut: The fetch took longer than `budget` seconds.
        """
        try:
            error = self._result.exception(budget)  # not raised: raising a shared error would give it this waiter's context
        except TimeoutError:
            raise TimedOut(f"timed out waiting for {self._subject}", sent=False) from None
        if error is None:
            return self._result.result()
        raise self._for_waiter(error) from error.__cause__

    async def wait_async(self, budget: float | None) -> _T:
        """Wait in this task for the result; see `wait`."""
        import asyncio

        from .. import _timers

        try:
            async with _timers.timeout(budget):
                return await asyncio.wrap_future(self._result)
        except BaseException as error:  # noqa: BLE001 - re-raises interrupts and cancellation
            raise self._for_waiter(error) from error.__cause__

    def _for_waiter(self, error: BaseException) -> BaseException:
        if isinstance(error, TimeoutError) and not self.done:
            return TimedOut(f"timed out waiting for {self._subject}", sent=False)
        # A copy for each waiter: a call adds its own context to the error, and Python the exception that the waiter handles.
        if isinstance(error, TencentkitError):
            return copy.copy(error)
        if isinstance(error, OSError | UnicodeError):
            return copy.copy(error).with_traceback(error.__traceback__)
        return error


class SingleFlight(Generic[_T]):
    """At most one fetch in progress."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._flight: InFlight[_T] | None = None
        register_fork_reset(self)

    def join(self, start: Callable[[], InFlight[_T]]) -> InFlight[_T]:
        """Return the fetch in progress, or start one."""
        with self._lock:
            if self._flight is None or self._flight.done:
                self._flight = start()
            return self._flight

    def reset_after_fork(self) -> None:
        """Drop the parent's fetch and reset the lock."""
        self._lock = threading.Lock()
        self._flight = None
