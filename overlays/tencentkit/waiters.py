"""Polling an action until what it shows is final."""

from __future__ import annotations

import inspect
import logging
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractContextManager
from typing import Any

from tencentkit_api.action import Acceptor, Waiter

from ._deadline import Deadline
from ._validation.objects import refuse_async
from .clock import Clock
from .errors import ApiError, DeadlineExceeded, TencentkitError, WaiterFailed, WaiterTimeout
from .retry import Cause, cause_of

_LOG = logging.getLogger("tencentkit")
_JITTER = 0.5
_LAST = 0.25
"""Part of an interval that is left for the last poll."""
_GRAIN = 0.001


class Polling:
    """The decisions of one wait.

    Args:
        waiter: Its rules.
        timeout: Seconds in all.
        clock: What they count by.
        random: Numbers from 0 up to 1, for the jitter of the pauses.
        on_progress: Called with each response; in an event loop it may be async.
        read_only: Whether the action that is polled only reads.
        subject: What is waited for: the arguments that say so.
    """

    def __init__(
        self,
        waiter: Waiter,
        timeout: float,
        clock: Clock,
        random: Callable[[], float],
        on_progress: Callable[[Any], object] | None = None,
        *,
        read_only: bool,
        subject: Mapping[str, Any] | None = None,
    ) -> None:
        self._subject = subject
        self._waiter = waiter
        self._on_progress = on_progress
        self._timeout = timeout
        self._random = random
        self._read_only = read_only
        self._deadline = Deadline(timeout, clock)
        self._last: Any = None
        self.failure: TencentkitError | None = None
        """Of the last poll, if that failed."""

    def left(self) -> float:
        """Seconds that the next poll may take.

        Raises:
            WaiterTimeout: None are left.
        """
        left = self._deadline.left()
        if not left:
            raise self.timed_out()
        return left

    def booking(self) -> AbstractContextManager[None]:
        """Within it a poll is made, and its time is booked on the wait."""
        return self._deadline.over()

    def pause(self) -> float:
        """Seconds until the next poll: spread, so that many waits do not poll in step, and so that one is made just before the end.

        Raises:
            WaiterTimeout: There is no time for another poll.
        """
        room = self._waiter.interval * _LAST
        left = (self._deadline.left() or 0.0) - room
        if left <= _GRAIN:
            raise self.timed_out()
        return min(self._waiter.interval * (1 - _JITTER / 2 + _JITTER * self._random()), left)

    def progress(self, result: Any) -> object:
        """A poll gave `result`: tell who asked to be told, and hand back the answer."""
        self._last, self.failure = result, None
        return None if self._on_progress is None else self._on_progress(result)

    def ended(self, result: Any) -> bool:
        """Whether `result` is what was awaited.

        Raises:
            WaiterFailed: It is final, and another.
        """
        for acceptor in self._waiter.acceptors:
            if not acceptor.path:
                continue
            value = _at(result, acceptor.path)
            if value in acceptor.values:
                return self._conclude(acceptor, f"{'.'.join(acceptor.path)} is {value}")
        return False

    def bears(self, error: TencentkitError) -> bool:
        """Whether polling goes on after `error`: it means that it is too early, or is one that passes.

        A poll that failed for good, after the client's own retries, has changed nothing; the wait has more time than one call.

        Raises:
            WaiterFailed: It means that what is awaited will not come.
        """
        if isinstance(error, ApiError):
            code = error.code.lower()
            for acceptor in self._waiter.acceptors:
                expected = (acceptor.error or "").lower()
                if expected and (code == expected or code.startswith(f"{expected}.")):
                    self._conclude(acceptor, f"error {error.code}")
                    return True
        if cause_of(error, read_only=self._read_only) not in {Cause.TRANSIENT, Cause.THROTTLED}:
            return False
        self.failure = error
        _LOG.warning("tencentkit: a poll of %s failed (%s); polling goes on", self._waiter.name, type(error).__name__)
        return True

    def _conclude(self, acceptor: Acceptor, rule: str) -> bool:
        if acceptor.state == "failure":
            raise WaiterFailed(self._waiter.name, rule, self._last, self._subject)
        return acceptor.state == "success"

    def timed_out(self) -> WaiterTimeout:
        """The error for a wait whose time is up."""
        error = WaiterTimeout(self._waiter.name, self._timeout, self._last, dict(self._deadline.spent), self._subject)
        error.__cause__ = self.failure
        return error


def wait(polling: Polling, method: Callable[..., Any], arguments: Mapping[str, Any], clock: Clock) -> Any:
    """Poll `method` in this thread until the wait has ended."""
    while True:
        left = polling.left()
        try:
            with polling.booking():
                result = method(**arguments, deadline=left)
        except DeadlineExceeded as error:
            raise polling.timed_out() from polling.failure or error
        except TencentkitError as error:
            if not polling.bears(error):
                raise
        else:
            answer = polling.progress(result)
            if inspect.isawaitable(answer):
                refuse_async(answer, "on_progress")
            if polling.ended(result):
                return result
        clock.sleep(polling.pause())


async def wait_async(polling: Polling, method: Callable[..., Awaitable[Any]], arguments: Mapping[str, Any], clock: Clock) -> Any:
    """Poll `method` in this task until the wait has ended."""
    while True:
        left = polling.left()
        try:
            with polling.booking():
                result = await method(**arguments, deadline=left)
        except DeadlineExceeded as error:
            raise polling.timed_out() from polling.failure or error
        except TencentkitError as error:
            if not polling.bears(error):
                raise
        else:
            answer = polling.progress(result)
            if inspect.isawaitable(answer):
                await answer
            if polling.ended(result):
                return result
        await clock.sleep_async(polling.pause())


def _at(value: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        value = getattr(value, name, None)
    return value
