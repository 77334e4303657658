"""What is sent again, when, and how often."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tencentkit import Retry
from tencentkit.errors import (
    AuthFailure,
    ConnectionFailed,
    InternalError,
    InvalidParameterValue,
    RequestInvalid,
    RequestLimitExceeded,
    ResponseMalformed,
    TencentkitError,
    TimedOut,
)
from tencentkit.retry import Cause
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
        (refusal("ResourceUnavailable.Function"), True, False),
        (refusal("ResourceUnavailable.InsufficientBalance"), False, False),
        (refusal("RequestLimitExceeded"), True, True),
        (refusal("RequestLimitExceeded.UinLimitExceeded"), True, True),
        (refusal("LimitExceeded.Offset"), False, False),
        (refusal("InvalidParameterValue.Limit"), False, False),
        (refusal("AuthFailure.SignatureFailure"), False, False),
        (ConnectionFailed("certificate", sent=False, permanent=True), False, False),
        (ResponseMalformed("redirect", status_code=302, permanent=True), False, False),
    ],
    ids=str,
)
def test_only_what_cannot_do_harm_is_sent_again(stage: Make, failure: Any, read_again: bool, write_again: bool) -> None:
    """A read is repeated after what may pass; a write only when it cannot have run."""
    for again, call in ((read_again, "list_events"), (write_again, "write")):
        made = stage(failure, result(TotalCount=0, EventList=[]))
        try:
            outcome = getattr(made, call)()
        except TencentkitError:
            outcome = None
        assert len(made.network.requests) == (2 if again else 1)
        assert (outcome is not None) == again


def test_the_success_is_returned_with_the_count_of_attempts(stage: Make) -> None:
    """Two failures and a success give the success, after three requests and two waits."""
    made = stage(HTML, NOT_SENT, result(TotalCount=7, EventList=[]))
    page = made.list_events()
    assert (page.total_count, page.meta.attempts) == (7, 3)
    assert made.clock.sleeps == [pytest.approx(0.025), pytest.approx(0.05)]


def test_a_refusal_for_the_rate_waits_longer(stage: Make) -> None:
    """After RequestLimitExceeded the base of the wait is one second, and its bucket pauses for a second and an eighth in all."""
    made = stage(refusal("RequestLimitExceeded"), result())
    made.write()
    assert made.clock.sleeps == [pytest.approx(0.5), pytest.approx(0.625)]


def test_three_attempts_then_the_last_error_and_no_wait_after_it(stage: Make) -> None:
    """The last of three failures is raised at once, with the number of attempts on it."""
    made = stage(refusal("InternalError", "first"), refusal("InternalError", "second"), refusal("InternalError", "third"))
    with pytest.raises(InternalError) as caught:
        made.list_events()
    assert (caught.value.message, caught.value.attempts) == ("third", 3)
    assert len(made.clock.sleeps) == 2


def test_retry_none_sends_once(stage: Make) -> None:
    """`retry=None` turns retrying off."""
    made = stage(NOT_SENT, result(), retry=None)
    with pytest.raises(ConnectionFailed):
        made.list_events()
    assert len(made.network.requests) == 1


def test_each_attempt_is_signed_anew(stage: Make) -> None:
    """The second attempt carries its own timestamp and signature."""
    made = stage(refusal("RequestLimitExceeded"), result(), retry=Retry(throttled_base=40))
    made.write()
    first, second = made.network.headers(0), made.network.headers(1)
    assert int(second["x-tc-timestamp"]) - int(first["x-tc-timestamp"]) == 10
    assert first["authorization"] != second["authorization"]


def test_the_hint_of_the_service_is_believed_within_reason() -> None:
    """`Retry-After` lengthens the wait, by 5 s at most, and never shortens it."""
    policy = Retry()
    assert policy.delay(Cause.TRANSIENT, 1, random=1.0, hint=None) == 0.05
    assert policy.delay(Cause.TRANSIENT, 1, random=1.0, hint=3.0) == 3.0
    assert policy.delay(Cause.TRANSIENT, 1, random=1.0, hint=600.0) == pytest.approx(5.05)
    assert policy.delay(Cause.THROTTLED, 1, random=1.0, hint=0.0) == 1.0


def test_the_wait_doubles_up_to_its_cap_and_is_fully_random() -> None:
    """Full jitter: from 0 up to base times two to the attempt, 20 s at most."""
    policy = Retry(attempts=100)
    assert [policy.delay(Cause.TRANSIENT, n, random=1.0, hint=None) for n in (1, 2, 3, 20, 5000)] == [0.05, 0.1, 0.2, 20, 20]
    assert policy.delay(Cause.TRANSIENT, 3, random=0.0, hint=None) == 0.0


def test_a_service_that_is_down_is_soon_asked_once_a_call(stage: Make) -> None:
    """500 tokens pay for 35 retries of a dead service; after that each call is one request."""
    made = stage(HTML, deadline=None, throttle=None)
    for _ in range(100):
        with pytest.raises(ResponseMalformed):
            made.list_events()
    assert len(made.network.requests) == 100 + 35


def test_a_retry_that_would_outlast_the_deadline_is_not_tried(stage: Make) -> None:
    """The error itself is raised when there is no time to try again."""
    made = stage(refusal("RequestLimitExceeded"), deadline=0.4)
    with pytest.raises(RequestLimitExceeded):
        made.list_events()
    assert made.clock.sleeps == []


def test_errors_say_whether_trying_again_is_safe(stage: Make) -> None:
    """A read is always safe to repeat; a write only when it cannot have run."""
    for call, safe in (("list_events", True), ("write", False)):
        for failure in (ConnectionFailed("reset", sent=True), refusal("InternalError"), HTML):
            with pytest.raises(TencentkitError) as caught:
                getattr(stage(failure, retry=None), call)()
            assert caught.value.retry_safe is safe
    with pytest.raises(InvalidParameterValue) as refused:
        stage(refusal("InvalidParameterValue.Limit")).write()
    assert refused.value.retry_safe is True


def test_clock_skew_is_corrected_once_and_remembered(stage: Make) -> None:
    """SignatureExpire moves our timestamps by the Date header; the next call is right from the start."""
    made = stage(refusal("AuthFailure.SignatureExpire", date="Mon, 25 Feb 2019 16:54:25 GMT"), result())
    assert made.write().meta.attempts == 2
    stamps = [int(made.network.headers(index)["x-tc-timestamp"]) for index in (0, 1)]
    assert stamps[1] - stamps[0] == 10 * 60
    made.write()
    assert int(made.network.headers()["x-tc-timestamp"]) >= stamps[1]
    assert len(made.network.requests) == 3


def test_correcting_the_clock_uses_up_no_attempt(stage: Make) -> None:
    """After the correction all three attempts are still there."""
    expired = refusal("AuthFailure.SignatureExpire", date="Mon, 25 Feb 2019 16:54:25 GMT")
    assert stage(expired, NOT_SENT, NOT_SENT, result()).write().meta.attempts == 4


@pytest.mark.parametrize("headers", [{}, {"date": "yesterday"}, {"date": "Mon, 25 Feb 2019 16:44:25 GMT"}], ids=str)
def test_a_skew_that_cannot_be_corrected_is_raised(stage: Make, headers: dict[str, str]) -> None:
    """Without a usable Date, or with a clock that is right, SignatureExpire is the caller's to see, once."""
    made = stage(refusal("AuthFailure.SignatureExpire", **headers))
    with pytest.raises(AuthFailure):
        made.write()
    assert len(made.network.requests) == 1


def test_a_service_that_always_says_expired_is_asked_twice(stage: Make) -> None:
    """One correction a call, no loop."""
    made = stage(refusal("AuthFailure.SignatureExpire", date="Mon, 25 Feb 2019 16:54:25 GMT"))
    with pytest.raises(AuthFailure):
        made.write()
    assert len(made.network.requests) == 2


@pytest.mark.parametrize("name", ["attempts", "base", "throttled_base", "cap", "quota"])
@pytest.mark.parametrize("value", [-1, float("nan"), float("inf"), "3", None, True], ids=str)
def test_a_policy_out_of_range_is_refused(name: str, value: Any) -> None:
    """A policy that makes no sense cannot be made; the error names the number."""
    with pytest.raises(RequestInvalid) as caught:
        Retry(**{name: value})
    assert caught.value.argument == name


def test_no_attempt_at_all_is_refused() -> None:
    """Nothing would ever be sent."""
    with pytest.raises(RequestInvalid, match="attempts: must be at least 1"):
        Retry(attempts=0)
