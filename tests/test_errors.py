"""Error classes: codes, texts, attributes, pickling."""

from __future__ import annotations

import copy
import json
import pickle
import sys
import traceback
from collections.abc import Callable
from typing import Any

import pytest

from tencentkit import errors
from tencentkit._pipeline.envelope import error_class
from tencentkit.errors import ApiError, ResponseMalformed, TencentkitError
from tencentkit_api.scf.actions import ACTIONS

Make = Callable[..., Any]


@pytest.mark.parametrize("code", sorted({code for action in ACTIONS for code in action.errors}))
def test_class_of_documented_codes(code: str) -> None:
    """Each documented code is raised as the class named by its first segment."""
    assert error_class(code).__name__ == code.partition(".")[0]
    assert getattr(errors, code.partition(".")[0]) is error_class(code)


def _every_error() -> list[TencentkitError]:
    """Return one error of each class."""
    api = [
        kind(code=f"{kind.__name__}.X", message="m", request_id="r", action="A", region="ap", retry_after=1.0)
        for kind in (getattr(errors, name) for name in errors.__all__)
        if issubclass(kind, ApiError) and kind is not ApiError
    ]
    return [
        *api,
        ApiError(code="New", message="m"),
        errors.RequestInvalid("argument", "rule"),
        errors.CredentialsMissing("m"),
        errors.CredentialsExpired("m"),
        errors.ConnectionFailed("m", sent=True),
        errors.TimedOut("m", sent=False),
        errors.DeadlineExceeded("m", deadline=1, elapsed=2, spent={"network": 2}, wait=0),
        ResponseMalformed("m", status_code=502),
        errors.ListingStalled("m"),
        errors.ThrottleUnavailable("m", store="RedisStore('redis://h')"),
        errors.WaiterFailed("W", "rule", {"a": 1}),
        errors.WaiterTimeout("W", 5, None),
    ]


@pytest.mark.parametrize(
    ("failure", "settings", "text"),
    [
        (errors.TimedOut("no answer in time (ReadTimeout)", sent=True), {}, "no answer in time (ReadTimeout); timeout 15 s"),
        (errors.TimedOut("no answer in time", sent=True), {"timeout": 0.5}, "no answer in time; timeout 0.5 s"),
        (errors.TimedOut("no answer in time", sent=True), {"timeout": None}, "no answer in time"),
        (errors.ConnectionFailed("no connection: refused", sent=False), {}, "no connection: refused"),
        (ResponseMalformed("the answer is not JSON", status_code=502), {}, "the answer is not JSON"),
    ],
)
def test_network_error_names_the_call(stage: Make, failure: Any, settings: dict[str, Any], text: str) -> None:
    """The text contains action and region once; action, region and host are attributes that survive pickling."""
    with pytest.raises(type(failure)) as caught:
        stage(failure, **settings).list_events()
    error = pickle.loads(pickle.dumps(caught.value))
    assert str(error) == error.message == f"ListAsyncEvents in ap-guangzhou: {text}"
    assert (error.action, error.region, error.host) == ("ListAsyncEvents", "ap-guangzhou", "scf.tencentcloudapi.com")
    assert (error.attempts, error.retryable, error.maybe_executed) == (3, not getattr(failure, "permanent", False), False)


def test_error_outside_a_call() -> None:
    """Host and action are None when an error belongs to no call."""
    assert [errors.RequestInvalid("a", "b").host, errors.ConnectionFailed("m", sent=True).action] == [None, None]


def changed(error: TencentkitError) -> TencentkitError:
    """Return the error with other facts than those of its constructor."""
    error.attempts, error.action, error.region, error.host = 2, "GetFunction", "ap-guangzhou", "scf.tencentcloudapi.com"
    error.retryable, error.maybe_executed = not error.retryable, not error.maybe_executed
    error.cursor, error.client_token = "c", "t-1"
    return error


ERRORS = [changed(error) for error in _every_error()]


def celery(error: BaseException) -> BaseException:
    """Return the error after Celery's JSON serializer: `Backend.prepare_exception`, `ensure_serializable` and `exception_to_python`."""

    def serializable(item: Any) -> Any:
        try:
            json.dumps(item)
        except TypeError:
            return repr(item)
        return item

    kind = type(error)
    stored = json.dumps(
        {"exc_type": kind.__qualname__, "exc_message": [serializable(item) for item in error.args], "exc_module": kind.__module__}
    )
    loaded = json.loads(stored)
    found: Any = sys.modules[loaded["exc_module"]]
    for name in loaded["exc_type"].split("."):
        found = getattr(found, name)
    rebuilt: BaseException = found(*loaded["exc_message"])
    return rebuilt


class NoFunction(errors.ResourceNotFound):
    """A user's subclass without a constructor of its own."""


class Noted(ApiError):
    """A user's subclass that passes its arguments on."""

    def __init__(self, *arguments: Any, note: str = "none", **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.note = note


class OwnArguments(TencentkitError):
    """A user's subclass with arguments of its own."""

    def __init__(self, function: str, limit: int) -> None:
        super().__init__(f"{function} exceeds {limit}")
        self.function = function


def named(error: TencentkitError) -> str:
    return type(error).__name__


@pytest.mark.parametrize("error", ERRORS, ids=named)
def test_pickle(error: TencentkitError) -> None:
    """Class, text and all attributes survive pickling and copying."""
    for other in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert (type(other), str(other), vars(other), other.args) == (type(error), str(error), vars(error), error.args)


@pytest.mark.parametrize("error", ERRORS, ids=named)
def test_rebuild_from_args(error: TencentkitError) -> None:
    """`type(error)(*error.args)` has the same text and attributes, also from `args` that JSON has stored."""
    rebuilt = type(error)(*error.args)
    assert (str(rebuilt), vars(rebuilt), rebuilt.args) == (str(error), vars(error), error.args)
    stored = json.loads(json.dumps(error.args))
    assert vars(type(error)(*stored)) == vars(error)


@pytest.mark.parametrize("error", ERRORS, ids=named)
def test_celery_with_json(error: TencentkitError) -> None:
    """Celery's JSON serializer rebuilds every error."""
    rebuilt = celery(error)
    assert isinstance(rebuilt, TencentkitError)
    assert (type(rebuilt), str(rebuilt), rebuilt.to_dict()) == (type(error), str(error), error.to_dict())


@pytest.mark.parametrize("error", ERRORS, ids=named)
def test_to_dict(error: TencentkitError) -> None:
    """`to_dict` has class, text and all facts, ready for JSON."""
    content = json.loads(json.dumps(error.to_dict()))
    assert content == error.to_dict()
    assert (content["type"], content["text"]) == (type(error).__name__, str(error))
    attributes = vars(error).keys() - {"result", "message"}
    assert {name: content[name] for name in attributes} == {name: getattr(error, name) for name in attributes}


def test_result_is_content() -> None:
    """`to_dict` omits a waiter's last response; `args` has it, and Celery stores its repr."""
    error = errors.WaiterFailed("W", "rule", object(), {"function_name": "f"})
    assert "result" not in error.to_dict()
    assert type(error)(*error.args).result is error.result
    rebuilt = celery(error)
    assert isinstance(rebuilt, errors.WaiterFailed)
    assert (str(rebuilt), rebuilt.subject, rebuilt.result) == (str(error), error.subject, repr(error.result))


def test_positional_arguments() -> None:
    """The arguments of `ApiError` have the order of its contract."""
    error = errors.ResourceNotFound("ResourceNotFound.Function", "no", "r-1", "GetFunction", "ap-guangzhou", 400, 2, 1.5)
    assert error.args[:8] == ("ResourceNotFound.Function", "no", "r-1", "GetFunction", "ap-guangzhou", 400, 2, 1.5)
    assert str(error) == "ResourceNotFound.Function: no (GetFunction in ap-guangzhou, request id r-1)"
    assert repr(error) == f"ResourceNotFound({str(error)!r})"
    assert errors.RequestInvalid("timeout", "must be above 0").args[:2] == ("timeout", "must be above 0")


@pytest.mark.parametrize(
    "error", [NoFunction("ResourceNotFound.X", "m", "r"), Noted("X.Y", "m", attempts=2), OwnArguments("f", 5)], ids=named
)
def test_subclass_of_a_user(error: TencentkitError) -> None:
    """A subclass can be rebuilt, too: with all facts, or with the arguments of its own constructor."""
    for other in (celery(error), pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert (type(other), str(other), vars(other)) == (type(error), str(error), vars(error))


def test_args_can_be_set() -> None:
    """Setting `args` is the same as a rebuild."""
    error = ApiError("A.B", "m")
    error.args = ("C.D", "n", "r-2")
    assert (error.code, error.message, error.request_id) == ("C.D", "n", "r-2")


def test_facts_of_later_versions() -> None:
    """Unknown facts, and facts that a queue stored as text, are ignored."""
    assert errors.ListingStalled("m", {"attempts": 2, "color": "red"}).attempts == 2
    assert errors.ListingStalled("m", "{'attempts': 2}").attempts == 0  # type: ignore[arg-type]


def test_errors_in_a_group() -> None:
    """Errors work with groups, causes and tracebacks as all exceptions do."""
    try:
        raise ExceptionGroup("two", [errors.TimedOut("late", sent=True), ApiError("A.B", "m")]) from ConnectionError("first")
    except* ApiError as caught:
        [inner] = caught.exceptions
        assert isinstance(inner, ApiError)
        assert inner.code == "A.B"
        assert "ApiError: A.B: m" in "".join(traceback.format_exception(caught))
    except* errors.TimedOut as late:
        assert isinstance(late.__cause__, ConnectionError)


def test_facts_outside_a_call() -> None:
    """An error that no call has annotated has the facts of one request that writes."""
    for error, facts in (
        (errors.ConnectionFailed("m", sent=False), (True, False)),
        (errors.ConnectionFailed("m", sent=False, permanent=True), (False, False)),
        (errors.TimedOut("m", sent=True), (False, True)),
        (ResponseMalformed("m", 429), (True, False)),
        (ResponseMalformed("m", 502), (False, True)),
        (errors.ThrottleUnavailable("m", "s"), (True, False)),
        (errors.CredentialsExpired("m"), (False, False)),
        (errors.RequestLimitExceeded("RequestLimitExceeded", "m"), (True, False)),
        (errors.ResourceNotFound("ResourceNotFound", "m"), (False, False)),
        (errors.LimitExceeded("LimitExceeded", "m"), (False, False)),
        (errors.InternalError("InternalError", "m"), (False, True)),
        (errors.WaiterTimeout("W", 5, None), (True, False)),
        (errors.WaiterFailed("W", "rule", None), (False, False)),
        (errors.ListingStalled("m"), (False, False)),
    ):
        assert (error.retryable, error.maybe_executed) == facts, repr(error)


def test_all_is_complete() -> None:
    """`errors.__all__` is sorted and names every class."""
    assert errors.__all__ == sorted(errors.__all__)
    kinds = {type(error).__name__ for error in _every_error()} | {"TencentkitError"}
    assert set(errors.__all__) == kinds
