"""Error classes: codes, texts, attributes, pickling."""

from __future__ import annotations

import pickle
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


@pytest.mark.parametrize("error", _every_error(), ids=lambda error: type(error).__name__)
def test_pickle(error: TencentkitError) -> None:
    """Class, text and all attributes survive pickling."""
    error.cursor = "c"
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), str(copy), vars(copy)) == (type(error), str(error), vars(error))


def test_all_is_complete() -> None:
    """`errors.__all__` is sorted and names every class."""
    assert errors.__all__ == sorted(errors.__all__)
    kinds = {type(error).__name__ for error in _every_error()} | {"TencentkitError"}
    assert set(errors.__all__) == kinds
