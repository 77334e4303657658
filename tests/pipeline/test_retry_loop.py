"""Retry loop: which errors are retried, when, and how often."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tencentkit import Retry
from tencentkit.errors import (
    AuthFailure,
    ConnectionFailed,
    InternalError,
    RequestLimitExceeded,
    ResponseMalformed,
    TencentkitError,
    TimedOut,
)
from tencentkit.transport import HttpResponse
from tests.scripted import refusal, result

Make = Callable[..., Any]


NOT_SENT = ConnectionFailed("refused", sent=False)


BROKEN = ConnectionFailed("reset", sent=True)


HTML = HttpResponse(502, {"content-type": "text/html"}, b"<html>")


@pytest.mark.parametrize(
    ("failure", "read_again", "write_again"),
    [
        (NOT_SENT, True, True),
        (TimedOut("connect", sent=False), True, True),
        (BROKEN, True, False),
        (TimedOut("read", sent=True), True, False),
        (HTML, True, False),
        (refusal("InternalError"), True, False),
        (refusal("InternalError.System"), True, False),
        (refusal("ServiceUnavailable"), True, False),
        (refusal("ResourceUnavailable"), True, False),
        (refusal("ResourceUnavailable.InsufficientBalance"), False, False),
        (refusal("ResourceUnavailable.InArrears"), False, False),
        (refusal("InternalServerError"), True, False),
        (refusal("SystemError"), True, False),
        (refusal("UnknownError"), True, False),
        (refusal("FailedOperation.ServerError"), True, False),
        (refusal("FailedOperation.RequestTimeout"), True, False),
        (refusal("FailedOperation.Unknown"), False, False),
        (refusal("FailedOperation"), False, False),
        (refusal("RequestLimitExceeded"), True, True),
        (refusal("RequestLimitExceeded.UinLimitExceeded"), True, True),
        (refusal("LimitExceeded.Offset"), False, False),
        (refusal("InvalidParameterValue.Limit"), False, False),
        (refusal("AuthFailure.SignatureFailure"), False, False),
        (ConnectionFailed("certificate", sent=False, permanent=True), False, False),
        (ResponseMalformed("redirect", status_code=302, permanent=True), False, False),
    ],
    ids=lambda value: value.body.decode() if isinstance(value, HttpResponse) else str(value),
)
def test_retryable_errors(stage: Make, failure: Any, read_again: bool, write_again: bool) -> None:
    """A read is repeated after a transient error; a write only if it cannot have been executed."""
    for again, call in ((read_again, "list_events"), (write_again, "write")):
        made = stage(failure, result(TotalCount=0, EventList=[]))
        try:
            outcome = getattr(made, call)()
        except TencentkitError:
            outcome = None
        assert len(made.network.requests) == (2 if again else 1)
        assert (outcome is not None) == again


def test_success_after_two_failures(stage: Make) -> None:
    """Two failures and a success give the success, after three requests and two waits."""
    made = stage(HTML, NOT_SENT, result(TotalCount=7, EventList=[]))
    page = made.list_events()
    assert (page.total_count, page.meta.attempts) == (7, 3)
    assert made.clock.sleeps == [pytest.approx(0.025), pytest.approx(0.05)]


def test_rate_limit_error_waits_longer(stage: Make) -> None:
    """After RequestLimitExceeded the base delay is one second, and the bucket pauses until 1.125 s have passed."""
    made = stage(refusal("RequestLimitExceeded"), result())
    made.write()
    assert made.clock.sleeps == [pytest.approx(0.5), pytest.approx(0.625)]


def test_last_error_is_raised(stage: Make) -> None:
    """The last of three failures is raised without another wait, with the number of attempts."""
    made = stage(refusal("InternalError", "first"), refusal("InternalError", "second"), refusal("InternalError", "third"))
    with pytest.raises(InternalError) as caught:
        made.list_events()
    assert (caught.value.message, caught.value.attempts) == ("third", 3)
    assert len(made.clock.sleeps) == 2


def test_retry_none_sends_once(stage: Make) -> None:
    """`retry=None` disables retries."""
    made = stage(NOT_SENT, result(), retry=None)
    with pytest.raises(ConnectionFailed):
        made.list_events()
    assert len(made.network.requests) == 1


def test_each_attempt_is_signed(stage: Make) -> None:
    """The second attempt has its own timestamp and signature."""
    made = stage(refusal("RequestLimitExceeded"), result(), retry=Retry(throttled_base=40))
    made.write()
    first, second = made.network.headers(0), made.network.headers(1)
    assert int(second["x-tc-timestamp"]) - int(first["x-tc-timestamp"]) == 10
    assert first["authorization"] != second["authorization"]


def test_quota_limits_retries(stage: Make) -> None:
    """The 500 tokens pay for 35 retries; after that each call sends one request."""
    made = stage(HTML, deadline=None, throttle=None)
    for _ in range(100):
        with pytest.raises(ResponseMalformed):
            made.list_events()
    assert len(made.network.requests) == 100 + 35


def test_no_retry_beyond_the_deadline(stage: Make) -> None:
    """The error itself is raised when the deadline leaves no time for the delay."""
    made = stage(refusal("RequestLimitExceeded"), deadline=0.4)
    with pytest.raises(RequestLimitExceeded):
        made.list_events()
    assert made.clock.sleeps == []


def test_clock_skew_is_corrected(stage: Make) -> None:
    """SignatureExpire corrects the timestamps by the Date header; the next call starts with the correction."""
    made = stage(refusal("AuthFailure.SignatureExpire", date="Mon, 25 Feb 2019 16:54:25 GMT"), result())
    assert made.write().meta.attempts == 2
    stamps = [int(made.network.headers(index)["x-tc-timestamp"]) for index in (0, 1)]
    assert stamps[1] - stamps[0] == 10 * 60
    made.write()
    assert int(made.network.headers()["x-tc-timestamp"]) >= stamps[1]
    assert len(made.network.requests) == 3


def test_clock_correction_is_no_attempt(stage: Make) -> None:
    """All three attempts remain after the correction."""
    expired = refusal("AuthFailure.SignatureExpire", date="Mon, 25 Feb 2019 16:54:25 GMT")
    assert stage(expired, NOT_SENT, NOT_SENT, result()).write().meta.attempts == 4


@pytest.mark.parametrize("headers", [{}, {"date": "yesterday"}, {"date": "Mon, 25 Feb 2019 16:44:25 GMT"}], ids=str)
def test_uncorrectable_clock_skew(stage: Make, headers: dict[str, str]) -> None:
    """Without a usable Date, or when the clock is right, SignatureExpire is raised after one request."""
    made = stage(refusal("AuthFailure.SignatureExpire", **headers))
    with pytest.raises(AuthFailure):
        made.write()
    assert len(made.network.requests) == 1


def test_one_clock_correction_per_call(stage: Make) -> None:
    """A second SignatureExpire is raised."""
    made = stage(refusal("AuthFailure.SignatureExpire", date="Mon, 25 Feb 2019 16:54:25 GMT"))
    with pytest.raises(AuthFailure):
        made.write()
    assert len(made.network.requests) == 2
