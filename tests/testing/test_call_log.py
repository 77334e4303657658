from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from tencentkit.testing import FakeScf, ManualClock, RecordedCall
from tencentkit.transport import HttpResponse

Call = Callable[..., Any]


def test_recorded_fields(fake: FakeScf, call: Call, clock: ManualClock) -> None:
    """The log contains request, time, host and outcome, and nothing else."""
    call("ListAsyncEvents", {"FunctionName": "helloworld", "Limit": 1}, host="127.0.0.1:80", x_tc_region="ap-shanghai")
    clock.advance(1.5)
    call("GetAsyncEventStatus", {"InvokeRequestId": "x"})
    call("ListAsyncEvents", b"no JSON", service="cvm")
    first, second, third = fake.calls
    assert first == RecordedCall(
        action="ListAsyncEvents",
        version="2018-04-16",
        region="ap-shanghai",
        host="127.0.0.1",
        parameters={"FunctionName": "helloworld", "Limit": 1},
        request_id=first.request_id,
        code=None,
        arrived_at=1551113065.0,
        executed=True,
    )
    assert (second.code, second.executed, second.arrived_at) == ("ResourceNotFound.AsyncEvent", False, 1551113066.5)
    assert (third.code, third.executed) == ("AuthFailure.InvalidAuthorization", False)
    assert third.parameters is None


def test_log_is_a_copy(fake: FakeScf, call: Call) -> None:
    """A test may keep and change the list."""
    call()
    fake.calls.clear()
    assert len(fake.calls) == 1


def test_request_id_matches_response(fake: FakeScf, sign: Any) -> None:
    """The request id of an error can be found in the log."""
    signed = sign()
    response = fake.handle("POST", signed.headers, signed.body)
    assert json.loads(response.body)["Response"]["RequestId"] == fake.calls[0].request_id
    assert len(fake.calls[0].request_id) == 36


def test_bounded_log(sign: Any) -> None:
    """The log discards the oldest calls and counts all."""
    fake = FakeScf(clock=sign.clock, keep_calls=2, rate_limits={"ListAsyncEvents": None})
    for _ in range(5):
        signed = sign()
        response = fake.handle("POST", signed.headers, signed.body)
        assert isinstance(response, HttpResponse)
    assert len(fake.calls) == 2
    assert fake.calls_since(4) == (fake.calls[1:], 5)
    assert fake.calls_since(0) == (fake.calls, 5)
    assert fake.calls_since(5) == ([], 5)
