"""Waiters: poll an action until its response is final."""

from __future__ import annotations

import inspect
import logging
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractContextManager
from typing import Any, NamedTuple

from tencentkit_api.action import Acceptor, Waiter

from ._conditions import Test
from ._deadline import Deadline, with_deadline
from ._validation.objects import refuse_async
from .clock import Clock
from .errors import ApiError, DeadlineExceeded, TencentkitError, WaiterFailed, WaiterTimeout

_LOG = logging.getLogger("tencentkit")
_JITTER = 0.5
_LAST_POLL = 0.25
"""Part of an interval before the timeout at which the last poll is made."""
_MIN_PAUSE = 0.001


class Pauses(NamedTuple):
    """Seconds between two polls: the first pause, its growth at each poll, and the longest pause."""

    interval: float
    backoff: float = 1.0
    longest: float = float("inf")

    def after(self, polls: int) -> float:
        """Return the pause after this number of polls."""
        seconds = self.interval
        for _ in range(polls - 1):
            if seconds >= self.longest or self.backoff == 1:
                break
            seconds = min(seconds * self.backoff, max(self.longest, self.interval))
        return seconds


class Polling:
    """Decisions of one wait.

    Args:
        waiter: Its rules.
        timeout: Seconds of the whole wait.
        clock: Clock of the timeout.
        random: Returns random numbers from 0 up to 1, for the jitter of the pauses.
        on_progress: Called with each response; in an event loop it may be async.
        facts: Action, region and host of the polls, for the errors.
        subject: Arguments that identify what is polled.
        deadline: Seconds of a single poll, at most what remains of the wait; `None` for no limit.
        success: Test of the expected state, beside the rules.
        failure: Test of a failure state, beside the rules; checked first.
        pauses: Seconds between two polls (default: the interval of the rules).
    """

    def __init__(
        self,
        waiter: Waiter,
        timeout: float,
        clock: Clock,
        random: Callable[[], float],
        on_progress: Callable[[Any], object] | None = None,
        *,
        facts: Mapping[str, Any],
        subject: Mapping[str, Any] | None = None,
        deadline: float | None = None,
        success: Test | None = None,
        failure: Test | None = None,
        pauses: Pauses | None = None,
    ) -> None:
        self._success = success
        self._failure = failure
        self._pauses = Pauses(waiter.interval) if pauses is None else pauses
        self._polls = 0
        self._subject = subject
        self._context = facts
        self._waiter = waiter
        self._on_progress = on_progress
        self._timeout = timeout
        self._random = random
        self._poll_deadline = deadline
        self._poll_is_shorter = False
        self._deadline = Deadline(timeout, clock)
        self._last: Any = None
        self._attempts = 0
        self.failure: TencentkitError | None = None
        """Error of the last poll, if it failed."""

    def start_poll(self, method: Callable[..., Any]) -> Callable[..., Any]:
        """Return `method` with the seconds that remain for the next poll.

        Raises:
            WaiterTimeout: No time remains.
        """
        remaining = self._deadline.left()
        if not remaining:
            raise self.timed_out()
        limit = self._poll_deadline
        self._poll_is_shorter = limit is not None and limit < remaining
        return with_deadline(method, limit if self._poll_is_shorter else remaining)

    def record_time(self) -> AbstractContextManager[None]:
        """Record the time of a poll on the deadline of the wait."""
        return self._deadline.include_calls()

    def pause(self) -> float:
        """Return the seconds until the next poll: with jitter, and so that the last poll comes just before the timeout.

        Raises:
            WaiterTimeout: No time remains for another poll.
        """
        self._polls += 1
        interval = self._pauses.after(self._polls)
        remaining = (self._deadline.left() or 0.0) - interval * _LAST_POLL
        if remaining <= _MIN_PAUSE:
            raise self.timed_out()
        seconds = min(interval * (1 - _JITTER / 2 + _JITTER * self._random()), remaining)
        self._deadline.slept(seconds)
        return seconds

    def report_progress(self, response: Any) -> object:
        """Call `on_progress` with a response; return its result."""
        self._last, self.failure = response, None
        attempts = getattr(getattr(response, "meta", None), "attempts", 0)
        self._attempts += attempts if isinstance(attempts, int) else 0  # the response of a mock may be anything
        return None if self._on_progress is None else self._on_progress(response)

    def is_finished(self, response: Any) -> bool:
        """Return whether the response has the expected state.

        Raises:
            WaiterFailed: It has another final state.
        """
        for acceptor in self._waiter.acceptors:
            if not acceptor.path:
                continue
            value = _attribute(response, acceptor.path)
            if value in acceptor.values:
                return self._conclude(acceptor, f"{'.'.join(acceptor.path)} is {value}")
        rule = None if self._failure is None else self._failure.matched(response)
        if rule is not None:
            raise WaiterFailed(self._waiter.name, rule, self._last, self._subject, self._facts())
        return self._success is not None and self._success.matched(response) is not None

    def tolerates(self, error: TencentkitError) -> bool:
        """Return whether polling continues after `error`: a rule says "retry", or the error is retryable.

        A failed poll has changed nothing, and the wait has more time than the client's own retries.

        Raises:
            WaiterFailed: A rule says "failure".
            WaiterTimeout: The poll used all the time of the wait.
        """
        self._attempts += error.attempts
        if isinstance(error, DeadlineExceeded) and not self._poll_is_shorter:
            raise self.timed_out() from self.failure or error
        if isinstance(error, ApiError):
            code = error.code.lower()
            for acceptor in self._waiter.acceptors:
                expected = (acceptor.error or "").lower()
                if expected and (code == expected or code.startswith(f"{expected}.")):
                    self._conclude(acceptor, f"error {error.code}")
                    return True
        if not error.retryable:
            return False
        self.failure = error
        _LOG.warning("tencentkit: a poll of %s failed (%s); polling continues", self._waiter.name, type(error).__name__)
        return True

    def _conclude(self, acceptor: Acceptor, rule: str) -> bool:
        if acceptor.state == "failure":
            raise WaiterFailed(self._waiter.name, rule, self._last, self._subject, self._facts())
        return acceptor.state == "success"

    def _facts(self) -> dict[str, Any]:
        return {"attempts": self._attempts, **self._context}

    def timed_out(self) -> WaiterTimeout:
        """Return the error of a wait that timed out."""
        error = WaiterTimeout(self._waiter.name, self._timeout, self._last, dict(self._deadline.spent), self._subject, self._facts())
        error.__cause__ = self.failure
        return error


def wait(polling: Polling, method: Callable[..., Any], arguments: Mapping[str, Any], clock: Clock) -> Any:
    """Poll `method` in this thread until the wait ends."""
    while True:
        poll = polling.start_poll(method)
        try:
            with polling.record_time():
                response = poll(**arguments)
        except TencentkitError as error:
            if not polling.tolerates(error):
                raise
        else:
            result = polling.report_progress(response)
            if inspect.isawaitable(result):
                refuse_async(result, "on_progress")
            if polling.is_finished(response):
                return response
        clock.sleep(polling.pause())


async def wait_async(polling: Polling, method: Callable[..., Awaitable[Any]], arguments: Mapping[str, Any], clock: Clock) -> Any:
    """Poll `method` in this task until the wait ends."""
    while True:
        poll = polling.start_poll(method)
        try:
            with polling.record_time():
                response = await poll(**arguments)
        except TencentkitError as error:
            if not polling.tolerates(error):
                raise
        else:
            result = polling.report_progress(response)
            if inspect.isawaitable(result):
                await result
            if polling.is_finished(response):
                return response
        await clock.sleep_async(polling.pause())


def _attribute(value: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        value = getattr(value, name, None)
    return value
