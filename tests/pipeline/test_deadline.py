"""Deadline of a call: one limit for all waits and attempts."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Any

import pytest

from tencentkit.errors import DeadlineExceeded, TimedOut
from tencentkit.testing import ManualClock
from tencentkit.transport import HttpRequest, HttpResponse

Make = Callable[..., Any]


def slow(clock: ManualClock, seconds: float) -> Callable[[HttpRequest], HttpResponse]:
    """Return a response function that times out after `seconds`."""

    def respond(_: HttpRequest) -> HttpResponse:
        clock.advance(seconds)
        raise TimedOut("slow", sent=True)

    return respond


def test_deadline_covers_all_attempts(stage: Make) -> None:
    """Two slow attempts and a wait use up the deadline; the error splits the time into network and retry."""
    clock = ManualClock()
    made = stage(slow(clock, 4), slow(clock, 2), deadline=6.025, clock=clock)
    with pytest.raises(DeadlineExceeded) as caught:
        made.list_events()
    error = caught.value
    assert error.spent == {"credentials": 0.0, "throttle": 0.0, "network": pytest.approx(6), "retry": pytest.approx(0.025)}
    assert (error.attempts, error.deadline, error.retryable, error.maybe_executed) == (2, 6.025, True, False)
    assert isinstance(error.__cause__, TimedOut)
    assert made.network.bounds[1] == (pytest.approx(2), pytest.approx(2))


def test_write_may_be_executed(stage: Make) -> None:
    """After a write was sent, the error is not safe to retry."""
    clock = ManualClock()
    with pytest.raises(DeadlineExceeded) as caught:
        stage(slow(clock, 5), deadline=5, clock=clock).write()
    assert (caught.value.maybe_executed, caught.value.retryable) == (True, False)


def test_error_can_be_pickled(stage: Make) -> None:
    """The unpickled error has the same text and attributes."""
    clock = ManualClock()
    with pytest.raises(DeadlineExceeded) as caught:
        stage(slow(clock, 5), deadline=5, clock=clock).write()
    arrived = pickle.loads(pickle.dumps(caught.value))
    assert (str(arrived), vars(arrived)) == (str(caught.value), vars(caught.value))
