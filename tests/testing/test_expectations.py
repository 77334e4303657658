from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tencentkit.testing import FakeScf

Call = Callable[..., Any]


def test_called(fake: FakeScf, call: Call) -> None:
    """A failed assertion lists the calls; a successful one returns the matching calls."""
    call()
    call("GetAsyncEventStatus", {"InvokeRequestId": "x"})
    [call] = fake.expect.called("ListAsyncEvents", times=1)
    assert call.parameters == {"FunctionName": "helloworld"}
    fake.expect.limits_kept()
    with pytest.raises(AssertionError, match=r"(?s)1 calls got an error response; the calls were:.*ResourceNotFound.AsyncEvent"):
        fake.expect.nothing_refused()
    with pytest.raises(AssertionError, match="expected 2 calls of ListAsyncEvents, found 1"):
        fake.expect.called("list_async_events", times=2)
    with pytest.raises(AssertionError, match=r"expected 0 calls of ListAsyncEvents with .*, found 1"):
        fake.expect.not_called("list_async_events", function_name="helloworld")
    with pytest.raises(ValueError, match="there is no action 'lists'"):
        fake.expect.called("lists")


def test_mistyped_parameter(fake: FakeScf, call: Call) -> None:
    """An unknown parameter raises `ValueError`, so `not_called` cannot pass by a typo."""
    call()
    with pytest.raises(ValueError, match=r"^ListAsyncEvents has no parameter 'function_nam'; did you mean function_name\?$"):
        fake.expect.not_called("list_async_events", function_nam="helloworld")
    with pytest.raises(ValueError, match="has no parameter 'xyz'; its parameters are function_name, "):
        fake.expect.called("ListAsyncEvents", xyz=1)
    fake.expect.called("ListAsyncEvents", FunctionName="helloworld")


def test_long_messages(fake: FakeScf, call: Call) -> None:
    """Messages show the last calls and the number of earlier ones."""
    for _ in range(20):
        call()
    fake.expect.called("ListAsyncEvents", times=20)
    with pytest.raises(AssertionError, match="there were no calls"):
        FakeScf().expect.called("ListAsyncEvents")
    call("GetAsyncEventStatus", {"InvokeRequestId": "y" * 500})
    with pytest.raises(AssertionError, match=r"… 1 earlier") as caught:
        fake.expect.nothing_refused()
    assert "y" * 200 not in str(caught.value)
