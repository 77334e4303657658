from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tencentkit.testing import FakeScf, ManualClock
from tencentkit_api.scf.actions import ACTIONS

Call = Callable[..., Any]
Parse = Callable[..., Any]


def rejected(result: Any) -> bool:
    return bool(result == "RequestLimitExceeded")


LIMITED = [row for row in ACTIONS if row.rate_limit is not None]


@pytest.mark.parametrize("row", LIMITED, ids=[row.name for row in LIMITED])
def test_published_limits(row: Any, call: Call, clock: ManualClock) -> None:
    """The first N requests of a second pass, the next fails, and one second later a request passes again."""
    parameters = {"InvokeRequestId": "x"} if row.name == "GetAsyncEventStatus" else None
    for _ in range(row.rate_limit):
        assert not rejected(call(row.name, parameters))
    clock.advance(0.999)
    assert rejected(call(row.name, parameters))
    clock.advance(0.001)
    assert not rejected(call(row.name, parameters))


def test_sliding_window(clock: ManualClock, sign: Any, parse: Parse) -> None:
    """The limit applies to any second, not to the second of the wall clock."""
    fake = FakeScf(clock=clock, rate_limits={"ListAsyncEvents": 2})
    fake.add_function("helloworld")

    def call() -> bool:
        signed = sign()
        return rejected(parse(fake.handle("POST", signed.headers, signed.body)))

    clock.advance(0.6)
    assert not call()
    clock.advance(0.3)
    assert not call()
    clock.advance(0.3)
    assert call()
    clock.advance(0.4)
    assert not call()
    assert call()


def test_rejected_requests_are_not_counted(call: Call, clock: ManualClock) -> None:
    """Repeated rejected requests do not extend the wait."""
    for _ in range(20):
        call()
    for _ in range(50):
        assert rejected(call())
    clock.advance(1)
    assert [rejected(call()) for _ in range(21)] == [False] * 20 + [True]


def test_buckets(clock: ManualClock, sign: Any, parse: Parse) -> None:
    """The bucket is account, host and action; region and port are not part of it."""
    fake = FakeScf(
        clock=clock,
        credentials={"AKIDone": "k1", "AKIDtwo": "k2"},
        rate_limits={"ListAsyncEvents": 1, "GetAsyncEventStatus": 1},
    )
    fake.add_function("helloworld")

    def call(action: str = "ListAsyncEvents", parameters: Any = None, **more: Any) -> bool:
        more.setdefault("credentials", ("AKIDone", "k1", None))
        signed = sign(action, parameters, **more)
        return rejected(parse(fake.handle("POST", signed.headers, signed.body)))

    assert not call()
    assert call()
    assert call(x_tc_region="ap-shanghai")
    assert call(host="scf.tencentcloudapi.com:443")
    assert not call(host="scf.intl.tencentcloudapi.com")
    assert not call(credentials=("AKIDtwo", "k2", None))
    assert not call("GetAsyncEventStatus", {"InvokeRequestId": "x"})


def test_no_limit(clock: ManualClock, sign: Any, parse: Parse) -> None:
    """`None` removes the limit."""
    fake = FakeScf(clock=clock, rate_limits={"ListAsyncEvents": None})
    fake.add_function("helloworld")
    signed = sign()
    assert not any(rejected(parse(fake.handle("POST", signed.headers, signed.body))) for _ in range(100))


def test_invalid_requests(call: Call) -> None:
    """A wrong signature is not counted; wrong parameters are."""
    for _ in range(30):
        assert call(service="cvm") == "AuthFailure.InvalidAuthorization"
    for _ in range(19):
        assert call("ListAsyncEvents", {"FunctionName": "missing"}) == "ResourceNotFound.Function"
    assert not rejected(call())
    assert rejected(call())


def test_error_message(fake: FakeScf, call: Call, sign: Any) -> None:
    """The message contains the number of requests and the limit."""
    for _ in range(20):
        call()
    signed = sign()
    error = json.loads(fake.handle("POST", signed.headers, signed.body).body)["Response"]["Error"]
    assert error["Code"] == "RequestLimitExceeded"
    assert "`21`" in error["Message"]
    assert "`20`" in error["Message"]


def test_injected_rate_limit_error(fake: FakeScf, call: Call) -> None:
    """An injected rate limit error is not counted."""
    fake.fail_next(code="RequestLimitExceeded", times=5)
    assert all(rejected(call()) for _ in range(5))
    assert [rejected(call()) for _ in range(21)] == [False] * 20 + [True]
