"""Polling an action until what it shows is final."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from tencentkit_api.action import Acceptor, Waiter

from ._deadline import Deadline
from .clock import Clock
from .errors import ApiError, DeadlineExceeded, WaiterFailed, WaiterTimeout

_JITTER = 0.5


class Polling:
    """The decisions of one wait.

    Args:
        waiter: Its rules.
        timeout: Seconds in all.
        clock: What they count by.
        random: Numbers from 0 up to 1, for the jitter of the pauses.
        on_progress: Called with each response.
    """

    def __init__(
        self,
        waiter: Waiter,
        timeout: float,
        clock: Clock,
        random: Callable[[], float],
        on_progress: Callable[[Any], object] | None = None,
    ) -> None:
        self._waiter = waiter
        self._on_progress = on_progress
        self._timeout = timeout
        self._random = random
        self._deadline = Deadline(timeout, clock)
        self._last: Any = None

    def left(self) -> float:
        """Seconds that the next poll may take.

        Raises:
            WaiterTimeout: None are left.
        """
        left = self._deadline.left()
        if not left:
            raise self.timed_out()
        return left

    def pause(self) -> float:
        """Seconds until the next poll: spread, so that many waits do not poll in step."""
        interval = self._waiter.interval * (1 - _JITTER / 2 + _JITTER * self._random())
        return min(interval, self._deadline.left() or 0.0)

    def ended(self, result: Any) -> bool:
        """Whether `result` is what was awaited.

        Raises:
            WaiterFailed: It is final, and another.
        """
        self._last = result
        if self._on_progress is not None:
            self._on_progress(result)
        for acceptor in self._waiter.acceptors:
            if not acceptor.path:
                continue
            value = _at(result, acceptor.path)
            if value in acceptor.values:
                return self._conclude(acceptor, f"{'.'.join(acceptor.path)} is {value}")
        return False

    def bears(self, error: ApiError) -> bool:
        """Whether `error` only means that it is too early.

        Raises:
            WaiterFailed: It means that what is awaited will not come.
        """
        code = error.code.lower()
        for acceptor in self._waiter.acceptors:
            expected = (acceptor.error or "").lower()
            if expected and (code == expected or code.startswith(f"{expected}.")):
                self._conclude(acceptor, f"error {error.code}")
                return True
        return False

    def _conclude(self, acceptor: Acceptor, rule: str) -> bool:
        if acceptor.state == "failure":
            raise WaiterFailed(self._waiter.name, rule, self._last)
        return acceptor.state == "success"

    def timed_out(self) -> WaiterTimeout:
        """The error for a wait whose time is up."""
        return WaiterTimeout(self._waiter.name, self._timeout, self._last)


def wait(polling: Polling, method: Callable[..., Any], arguments: Mapping[str, Any], clock: Clock) -> Any:
    """Poll `method` in this thread until the wait has ended."""
    while True:
        try:
            result = method(**arguments, deadline=polling.left())
            if polling.ended(result):
                return result
        except DeadlineExceeded as error:
            raise polling.timed_out() from error
        except ApiError as error:
            if not polling.bears(error):
                raise
        clock.sleep(polling.pause())


async def wait_async(polling: Polling, method: Callable[..., Awaitable[Any]], arguments: Mapping[str, Any], clock: Clock) -> Any:
    """Poll `method` in this task until the wait has ended."""
    while True:
        try:
            result = await method(**arguments, deadline=polling.left())
            if polling.ended(result):
                return result
        except DeadlineExceeded as error:
            raise polling.timed_out() from error
        except ApiError as error:
            if not polling.bears(error):
                raise
        await clock.sleep_async(polling.pause())


def _at(value: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        value = getattr(value, name, None)
    return value
