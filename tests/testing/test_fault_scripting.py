from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tencentkit.errors import ConnectionFailed
from tencentkit.testing import FakeScf, ManualClock

Call = Callable[..., Any]
STATUS = ("GetAsyncEventStatus", {"InvokeRequestId": "x"})


def test_number_of_failures(fake: FakeScf, call: Call) -> None:
    """A failure of one action does not affect the others."""
    fake.fail_next("GetAsyncEventStatus", code="InternalError", message="Broken.", times=2)
    assert call()["TotalCount"] == 0
    assert call(*STATUS) == "InternalError"
    assert call(*STATUS) == "InternalError"
    assert call(*STATUS) == "ResourceNotFound.AsyncEvent"


def test_failure_of_any_action(fake: FakeScf, call: Call) -> None:
    """`fail_next(code=…)` applies to any action."""
    fake.fail_next(code="ServiceUnavailable")
    assert call() == "ServiceUnavailable"
    assert call()["TotalCount"] == 0


def test_order_of_faults(fake: FakeScf, call: Call) -> None:
    """Faults are injected in the order in which the test adds them."""
    fake.fail_next(code="InternalError.A")
    fake.fail_next("GetAsyncEventStatus", code="InternalError.B")
    fake.reply_next(body=b'{"Response": {"RequestId": "r", "Canned": 1}}')
    fake.fail_next(code="InternalError.C")
    assert call() == "InternalError.A"
    assert call() == {"Canned": 1}
    assert call(*STATUS) == "InternalError.B"
    assert call(*STATUS) == "InternalError.C"


def test_failure_message(fake: FakeScf, sign: Any) -> None:
    """Code and message are in the usual envelope."""
    fake.fail_next(code="InternalError", message="Broken.")
    signed = sign()
    envelope = json.loads(fake.handle("POST", signed.headers, signed.body).body)["Response"]
    assert envelope["Error"] == {"Code": "InternalError", "Message": "Broken."}


def test_canned_reply(fake: FakeScf, sign: Any) -> None:
    """Status, headers and bytes are sent unchanged; content type and date have defaults."""
    signed = sign()
    fake.reply_next(body=b"<html>", status=502, headers={"Content-Type": "text/html", "Retry-After": "2"})
    response = fake.handle("POST", signed.headers, signed.body)
    assert (response.status, response.body) == (502, b"<html>")
    assert response.headers == {
        "content-type": "text/html",
        "retry-after": "2",
        "date": "Mon, 25 Feb 2019 16:44:25 GMT",
    }


def test_canned_reply_to_unknown_action(fake: FakeScf, call: Call) -> None:
    """A program that calls an unknown action can be tested."""
    fake.reply_next("ListNewThings", body=b'{"Response": {"RequestId": "r", "TotalCount": 0}}')
    assert call("ListNewThings", {}) == {"TotalCount": 0}
    assert call("ListNewThings", {}) == "InvalidAction"


@pytest.mark.parametrize("name", ["Content-Length", "transfer-encoding", "connection"])
def test_framing_headers_are_rejected(name: str, fake: FakeScf) -> None:
    """A header that would contradict the body raises `ValueError`."""
    with pytest.raises(ValueError, match=name.lower()):
        fake.reply_next(body=b"", headers={name: "1"})


def test_dropped_connection(fake: FakeScf, call: Call) -> None:
    """The call log records whether the action ran; the caller cannot know."""
    fake.drop_next()
    fake.drop_next("ListAsyncEvents", executed=True)
    for _ in range(2):
        with pytest.raises(ConnectionFailed) as caught:
            call()
        assert caught.value.sent
    assert call()["TotalCount"] == 0
    assert [call.executed for call in fake.calls] == [False, True, True]
    assert [call.code for call in fake.calls] == [None, None, None]


def test_dropped_error_response(fake: FakeScf, call: Call) -> None:
    """An action that fails has not run, and its error response is not sent."""
    fake.drop_next("GetAsyncEventStatus", executed=True)
    with pytest.raises(ConnectionFailed):
        call(*STATUS)
    assert not fake.calls[0].executed
    assert fake.calls[0].code is None


def test_delay_combines_with_outcome(fake: FakeScf, sign: Any) -> None:
    """A delay and an outcome are separate faults."""
    fake.delay_next(2, times=3)
    fake.delay_next(5, action="GetAsyncEventStatus")
    fake.fail_next(code="InternalError")
    fake.drop_next()
    signed = sign()
    responses = [fake.answer("POST", signed.headers, signed.body) for _ in range(4)]
    assert [each.delay for each in responses] == [2, 2, 2, 0]
    bodies = [each.response.body if each.response else None for each in responses]
    assert b"InternalError" in (bodies[0] or b"")
    assert bodies[1] is None
    assert b"TotalCount" in (bodies[2] or b"")
    assert [fault.delay for fault in fake.pending_faults] == [5]


def test_fault_needs_valid_request(fake: FakeScf, call: Call) -> None:
    """A request with a wrong signature does not consume a fault."""
    fake.fail_next(code="InternalError")
    assert call(service="cvm") == "AuthFailure.InvalidAuthorization"
    assert len(fake.pending_faults) == 1
    assert call() == "InternalError"
    assert fake.pending_faults == []


def test_clock_offset(fake: FakeScf, call: Call, sign: Any) -> None:
    """With an offset, the server rejects a correct timestamp and its `Date` header is wrong."""
    fake.clock_offset = 600
    signed = sign()
    response = fake.handle("POST", signed.headers, signed.body)
    assert b"AuthFailure.SignatureExpire" in response.body
    assert response.headers["date"] == "Mon, 25 Feb 2019 16:54:25 GMT"
    assert call(timestamp=1551113065 + 600)["TotalCount"] == 0


@pytest.fixture
def empty_fake() -> FakeScf:
    """A fake without a function."""
    return FakeScf(clock=ManualClock())


SCRIPTS: dict[str, Callable[[FakeScf, str], None]] = {
    "by name": lambda fake, action: fake.break_next("throttled", action),
    "by code": lambda fake, action: fake.fail_next(action, code="InternalError"),
    "dropped": lambda fake, action: fake.drop_next(action),
    "late": lambda fake, action: fake.delay_next(1, action=action),
}


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=SCRIPTS)
def test_action_names(empty_fake: FakeScf, script: Callable[[FakeScf, str], None]) -> None:
    """The client method and the wire name are one action; an unknown name raises `ValueError`."""
    script(empty_fake, "list_async_events")
    script(empty_fake, "ListAsyncEvents")
    assert [fault.action for fault in empty_fake.pending_faults] == ["ListAsyncEvents"] * 2
    with pytest.raises(ValueError, match=r"there is no action 'ListAsyncEvent'; did you mean ListAsyncEvents\?"):
        script(empty_fake, "ListAsyncEvent")
    assert len(empty_fake.pending_faults) == 2


def test_reply_to_unknown_action(empty_fake: FakeScf) -> None:
    """An unknown action keeps its name; a known one has both names."""
    empty_fake.reply_next("SomeNewAction", body=b"{}")
    empty_fake.reply_next("list_async_events", body=b"{}")
    assert [fault.action for fault in empty_fake.pending_faults] == ["SomeNewAction", "ListAsyncEvents"]
