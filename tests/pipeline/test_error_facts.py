"""`retryable` and `maybe_executed`: the table of docs/design/errors.md, for one attempt and for several."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from tencentkit import Retry, Throttle
from tencentkit._pipeline.call import call_steps
from tencentkit._pipeline.call_state import CallRequest
from tencentkit._pipeline.steps import drive, drive_async
from tencentkit.credentials import Credentials
from tencentkit.errors import (
    ApiError,
    AuthFailure,
    ConnectionFailed,
    CredentialsMissing,
    DeadlineExceeded,
    ResponseMalformed,
    TencentkitError,
    TimedOut,
)
from tencentkit.hooks import Attempt, Hook
from tencentkit.testing import ManualClock
from tencentkit.transport import HttpRequest, HttpResponse
from tencentkit_api.action import Action
from tests.conftest import Stage
from tests.scripted import Answer, refusal, result

Make = Callable[..., Stage]
YES, NO = True, False
RESET = ConnectionFailed("reset", sent=True)
REFUSED = ConnectionFailed("refused", sent=False)
HTML = HttpResponse(502, {"content-type": "text/html"}, b"<html>")
READ, WRITE, IDEMPOTENT = "read", "write", "idempotent"


def call(stage: Stage, kind: str, **options: Any) -> Any:
    """Make a call of a kind; `idempotent` is a write that the caller declares repeatable."""
    client = stage.client
    name = "ListAsyncEvents" if kind == READ else "TerminateAsyncEvent"
    action = Action(name, "scf", "2018-04-16", None, read_only=kind == READ, region_required=False, regions=(), errors=())
    settings = {"timeout": 15.0, "deadline": 300.0, "headers": {}} | options
    request = CallRequest(action, b"{}", "ap-guangzhou", idempotent=kind == IDEMPOTENT, **settings)
    run = drive_async if client._is_async else drive
    return stage.run(run(call_steps(request, client._settings), client._transport))  # type: ignore[operator]


def failure_of(stage: Stage, kind: str, **options: Any) -> TencentkitError:
    """Return the error of a call."""
    with pytest.raises(TencentkitError) as caught:
        call(stage, kind, **options)
    return caught.value


class Row(NamedTuple):
    """An answer, and the facts of the error: retryable for a repeatable call, for a write, and maybe_executed of a write."""

    name: str
    answer: Answer
    repeatable: bool
    write: bool
    executed: bool


def code(name: str, repeatable: bool, write: bool, executed: bool) -> Row:
    return Row(name, refusal(name), repeatable, write, executed)


ROWS = [
    Row("refused", REFUSED, YES, YES, NO),
    Row("certificate", ConnectionFailed("certificate", sent=False, permanent=True), NO, NO, NO),
    Row("reset", RESET, YES, NO, YES),
    Row("connect timeout", TimedOut("connect", sent=False), YES, YES, NO),
    Row("read timeout", TimedOut("read", sent=True), YES, NO, YES),
    Row("bad gateway", HTML, YES, NO, YES),
    Row("status 429", HttpResponse(429, {}, b"<html>"), YES, YES, NO),
    Row("redirect", ResponseMalformed("redirect", status_code=302, permanent=True), NO, NO, YES),
    Row("unknown error of a transport", TencentkitError("other"), NO, NO, YES),
    code("RequestLimitExceeded", YES, YES, NO),
    code("RequestLimitExceeded.UinLimitExceeded", YES, YES, NO),
    code("LimitExceeded.RateLimitExceeded", YES, YES, NO),
    code("InternalError", YES, NO, YES),
    code("InternalError.DbError", YES, NO, YES),
    code("InternalServerError", YES, NO, YES),
    code("ServiceUnavailable", YES, NO, YES),
    code("ResourceUnavailable", YES, NO, YES),
    code("FailedOperation.InternalError", YES, NO, YES),
    code("ResourceUnavailable.InArrears", NO, NO, YES),
    code("FailedOperation", NO, NO, YES),
    code("ResourceInsufficient.Cpu", NO, NO, YES),
    code("NewFamily.Code", NO, NO, YES),
    code("ResourceNotFound.Function", NO, NO, NO),
    code("ResourceInUse", NO, NO, NO),
    code("LimitExceeded.Function", NO, NO, NO),
    code("UnsupportedOperation", NO, NO, NO),
    code("OperationDenied", NO, NO, NO),
    code("InvalidParameterValue.Limit", NO, NO, NO),
    code("MissingParameter", NO, NO, NO),
    code("InvalidAction", NO, NO, NO),
    code("AuthFailure.SecretIdNotFound", NO, NO, NO),
    code("AuthFailure.SignatureExpire", NO, NO, NO),
    code("AuthFailure.TokenFailure", NO, NO, NO),
    code("UnauthorizedOperation", NO, NO, NO),
]


@pytest.mark.parametrize("attempts", [1, 3])
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_facts_of_a_failure(stage: Make, row: Row, attempts: int) -> None:
    """The facts are the same after the only attempt and after the last one; the loop repeats exactly the retryable ones."""
    for kind in (READ, WRITE, IDEMPOTENT):
        made = stage(row.answer, throttle=None, retry=Retry(attempts=attempts))
        error = failure_of(made, kind)
        retryable = row.write if kind == WRITE else row.repeatable
        assert (error.retryable, error.maybe_executed) == (retryable, row.executed and kind != READ), kind
        assert error.attempts == len(made.network.requests) == (attempts if retryable else 1)


@pytest.mark.parametrize(
    ("answers", "way", "facts"),
    [
        ((RESET, refusal("ResourceNotFound")), IDEMPOTENT, (NO, YES, 2)),
        ((RESET, refusal("InvalidParameter")), READ, (NO, NO, 2)),
        ((RESET, REFUSED), IDEMPOTENT, (YES, YES, 3)),
        ((REFUSED, RESET), WRITE, (NO, YES, 2)),
        ((REFUSED, refusal("RequestLimitExceeded")), WRITE, (YES, NO, 3)),
        ((refusal("RequestLimitExceeded"), HTML), WRITE, (NO, YES, 2)),
        ((REFUSED, refusal("LimitExceeded")), WRITE, (NO, NO, 2)),
        ((HTML, refusal("RequestLimitExceeded")), IDEMPOTENT, (YES, YES, 3)),
    ],
    ids=str,
)
def test_earlier_attempts_count(stage: Make, answers: tuple[Answer, ...], way: str, facts: tuple[bool, bool, int]) -> None:
    """`maybe_executed` covers all attempts of the call."""
    error = failure_of(stage(*answers, throttle=None), way)
    assert (error.retryable, error.maybe_executed, error.attempts) == facts


@pytest.mark.parametrize(
    ("sent", "way", "facts"),
    [
        (True, WRITE, (NO, YES)),
        (True, IDEMPOTENT, (YES, YES)),
        (True, READ, (YES, NO)),
        (False, WRITE, (YES, NO)),
    ],
)
def test_facts_of_a_deadline(stage: Make, sent: bool, way: str, facts: tuple[bool, bool]) -> None:
    """A call may succeed with a new deadline, if its attempts allow the repetition."""
    clock = ManualClock()

    def slow(_: HttpRequest) -> HttpResponse:
        clock.advance(10)
        raise TimedOut("slow", sent=sent)

    error = failure_of(stage(slow, clock=clock), way, deadline=5.0)
    assert type(error) is DeadlineExceeded
    assert (error.retryable, error.maybe_executed, error.attempts) == (*facts, 1)


def test_deadline_before_sending(stage: Make) -> None:
    """A call whose deadline passed before the first request may be repeated."""
    made = stage(result())
    made.client._settings.throttle = Throttle(limits={"TerminateAsyncEvent": 1})
    call(made, WRITE)
    error = failure_of(made, WRITE, deadline=0.5)
    assert (type(error), error.retryable, error.maybe_executed, error.attempts) == (DeadlineExceeded, True, False, 0)


class FailingProvider:
    """Provider whose errors come in order, between valid credentials."""

    def __init__(self, *outcomes: TencentkitError | None) -> None:
        self.outcomes = list(outcomes)

    def get(self) -> Credentials:
        outcome = self.outcomes.pop(0) if self.outcomes else None
        if outcome is not None:
            raise copy.copy(outcome)
        return Credentials("id", "key")


@pytest.mark.parametrize(
    ("error", "retryable"),
    [
        (CredentialsMissing("no source"), NO),
        (CredentialsMissing("no response", transient=True), YES),
        (RESET, YES),
        (TimedOut("read", sent=True), YES),
        (AuthFailure("AuthFailure.SecretIdNotFound", "no"), NO),
    ],
    ids=str,
)
def test_provider_executes_nothing(stage: Make, error: TencentkitError, retryable: bool) -> None:
    """Requests of a credentials provider do not count as the call's; they may precede or follow the call's own."""
    made = stage(result(), throttle=None)
    made.client._settings.credentials = FailingProvider(error)
    caught = failure_of(made, WRITE)
    assert (caught.retryable, caught.maybe_executed, made.network.requests) == (retryable, False, [])
    made = stage(RESET, throttle=None)
    made.client._settings.credentials = FailingProvider(None, error)
    caught = failure_of(made, IDEMPOTENT)
    assert (caught.retryable, caught.maybe_executed, caught.attempts) == (retryable, True, 1)


@pytest.mark.parametrize(
    ("code", "way", "requests"),
    [
        ("ResourceInUse", READ, 3),
        ("ResourceInUse.Function", WRITE, 3),
        ("resourceinuse", IDEMPOTENT, 3),
        ("ResourceInUseX", READ, 1),
        ("FailedOperation.Busy", READ, 3),
        ("FailedOperation.Busy", IDEMPOTENT, 3),
        ("FailedOperation.Busy", WRITE, 1),
        ("FailedOperation", READ, 1),
    ],
)
def test_codes_of_the_policy(stage: Make, code: str, way: str, requests: int) -> None:
    """Added codes match themselves and their sub-codes; a write is repeated only after a refusal before its execution."""
    made = stage(refusal(code), throttle=None, retry=Retry(codes={"ResourceInUse", "FailedOperation.Busy"}))
    error = failure_of(made, way)
    assert len(made.network.requests) == requests
    assert error.retryable is (requests == 3)


def test_hooks_see_the_facts(stage: Make) -> None:
    """After each attempt its error has the facts by which the loop decides."""
    seen: list[tuple[Any, ...]] = []

    class Facts(Hook):
        def after_attempt(self, attempt: Attempt) -> None:
            error = attempt.error
            assert isinstance(error, TencentkitError)
            seen.append((error.retryable, error.maybe_executed, attempt.wait is not None))

    failure_of(stage(REFUSED, HTML, hooks=[Facts()], throttle=None), WRITE)
    assert seen == [(True, False, True), (False, True, False)]


def test_api_error_of_a_nested_call(stage: Make) -> None:
    """An `ApiError` keeps its code as its class decides, in any case of letters."""
    error = failure_of(stage(refusal("RESOURCENOTFOUND.x")), WRITE)
    assert isinstance(error, ApiError)
    assert (error.retryable, error.maybe_executed) == (False, False)


def act(made: Stage, method: Any) -> Any:
    """List or call for a function."""
    if method.__name__.startswith("list"):
        return made.listed(made.client.paginate(method, function_name="f"))
    return made.run(method(function_name="f"))


def test_errors_beyond_one_call(stage: Make) -> None:
    """Errors about a result, a listing or a wait name action, region and host like those of a single call."""
    rows = [{"InvokeRequestId": "x"}] * 50
    cases: list[tuple[str, str, Answer]] = [
        ("run_function", "Invoke", result(Result={"ErrMsg": "boom", "InvokeResult": 1})),
        ("run_function", "Invoke", result()),
        ("start_function", "Invoke", result()),
        ("wait_until_function_active", "GetFunction", result(Status="CreateFailed")),
        ("wait_until_function_active", "GetFunction", result(Status="Creating")),
        ("list_aliases", "ListAliases", result(Aliases=rows)),
        ("list_aliases", "ListAliases", ConnectionFailed("reset", sent=True)),
    ]
    for method, name, answer in cases:
        made = stage(answer, throttle=None).with_options(region="ap-beijing", retry=None)
        with pytest.raises(TencentkitError) as caught:
            act(made, getattr(made.client, method))
        error = caught.value
        assert (error.action, error.region, error.host) == (name, "ap-beijing", "scf.tencentcloudapi.com"), (name, type(error))
        assert error.to_dict()["region"] == "ap-beijing"


@pytest.mark.parametrize("cause", ["AuthFailure.SignatureExpire", "AuthFailure.TokenFailure"])
@pytest.mark.parametrize(("declared", "requests"), [(False, 2), (True, 3)])
def test_old_token_sends_nothing(stage: Make, cause: str, declared: bool, requests: int) -> None:
    """A first attempt that may have been executed is not repeated once its client token may have expired, whatever the retry is for."""
    clock = ManualClock()

    def later(_: HttpRequest) -> HttpResponse:
        clock.advance(250)
        return refusal(cause, date="Thu, 01 Jan 2032 00:00:00 GMT")

    made = stage(copy.copy(RESET), later, result(), clock=clock, throttle=None, credentials=Refreshing())
    client = made.client
    action = Action(
        "Buy", "scf", "2018-04-16", None, read_only=False, region_required=False, regions=(), errors=(), client_token="ClientToken"
    )
    request = CallRequest(action, b"{}", "r", timeout=None, deadline=None, headers={}, idempotent=declared)
    run = drive_async if client._is_async else drive
    try:
        made.run(run(call_steps(request, client._settings), client._transport))  # type: ignore[operator]
    except TencentkitError as error:
        assert not declared
        assert (error.retryable, error.maybe_executed, error.attempts) == (False, True, 2)
    assert len(made.network.requests) == requests


class Refreshing:
    """Provider whose token changes with each call."""

    def __init__(self) -> None:
        self.calls = 0

    def get(self) -> Credentials:
        self.calls += 1
        return Credentials("AKIDabcdefgh", "key-of-a-test", f"token-{self.calls}")
