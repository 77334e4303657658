from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tencentkit.errors import ConnectionFailed
from tencentkit.testing import FakeScf

Ask = Callable[..., Any]
STATUS = ("GetAsyncEventStatus", {"InvokeRequestId": "x"})


def test_a_failure_comes_as_often_as_it_is_scripted(fake: FakeScf, ask: Ask) -> None:
    """It is for one action where one is named, and the others go on."""
    fake.fail_next("GetAsyncEventStatus", code="InternalError", message="Broken.", times=2)
    assert ask()["TotalCount"] == 0
    assert ask(*STATUS) == "InternalError"
    assert ask(*STATUS) == "InternalError"
    assert ask(*STATUS) == "ResourceNotFound.AsyncEvent"


def test_a_failure_without_an_action_meets_whatever_comes(fake: FakeScf, ask: Ask) -> None:
    """`fail_next(code=…)` is for any action."""
    fake.fail_next(code="ServiceUnavailable")
    assert ask() == "ServiceUnavailable"
    assert ask()["TotalCount"] == 0


def test_outcomes_come_in_the_order_of_the_script(fake: FakeScf, ask: Ask) -> None:
    """A script reads from top to bottom."""
    fake.fail_next(code="InternalError.A")
    fake.fail_next("GetAsyncEventStatus", code="InternalError.B")
    fake.reply_next(body=b'{"Response": {"RequestId": "r", "Canned": 1}}')
    fake.fail_next(code="InternalError.C")
    assert ask() == "InternalError.A"
    assert ask() == {"Canned": 1}
    assert ask(*STATUS) == "InternalError.B"
    assert ask(*STATUS) == "InternalError.C"


def test_a_failure_carries_its_message(fake: FakeScf, sign: Any) -> None:
    """Code and message stand in the usual envelope."""
    fake.fail_next(code="InternalError", message="Broken.")
    signed = sign()
    envelope = json.loads(fake.handle("POST", signed.headers, signed.body).body)["Response"]
    assert envelope["Error"] == {"Code": "InternalError", "Message": "Broken."}


def test_a_canned_reply_is_sent_as_it_is(fake: FakeScf, sign: Any) -> None:
    """Status, headers and bytes are the script's; type and date are filled in."""
    signed = sign()
    fake.reply_next(body=b"<html>", status=502, headers={"Content-Type": "text/html", "Retry-After": "2"})
    response = fake.handle("POST", signed.headers, signed.body)
    assert (response.status, response.body) == (502, b"<html>")
    assert response.headers == {
        "content-type": "text/html",
        "retry-after": "2",
        "date": "Mon, 25 Feb 2019 16:44:25 GMT",
    }


def test_a_canned_reply_serves_an_action_that_the_fake_does_not_know(fake: FakeScf, ask: Ask) -> None:
    """So a program that calls another action can be tested, too."""
    fake.reply_next("ListLayers", body=b'{"Response": {"RequestId": "r", "TotalCount": 0}}')
    assert ask("ListLayers", {}) == {"TotalCount": 0}
    assert ask("ListLayers", {}) == "InvalidAction"


@pytest.mark.parametrize("name", ["Content-Length", "transfer-encoding", "connection"])
def test_the_framing_of_a_reply_is_the_servers(name: str, fake: FakeScf) -> None:
    """A header that would contradict the body is refused in the script."""
    with pytest.raises(ValueError, match=name.lower()):
        fake.reply_next(body=b"", headers={name: "1"})


def test_a_dropped_request_gets_no_answer(fake: FakeScf, ask: Ask) -> None:
    """The call log says whether the action had run, which the caller cannot know."""
    fake.drop_next()
    fake.drop_next("ListAsyncEvents", executed=True)
    for _ in range(2):
        with pytest.raises(ConnectionFailed) as caught:
            ask()
        assert caught.value.sent
    assert ask()["TotalCount"] == 0
    assert [call.executed for call in fake.calls] == [False, True, True]
    assert [call.code for call in fake.calls] == [None, None, None]


def test_a_dropped_refusal_is_dropped_all_the_same(fake: FakeScf, ask: Ask) -> None:
    """An action that would refuse has not run, and its refusal is not answered either."""
    fake.drop_next("GetAsyncEventStatus", executed=True)
    with pytest.raises(ConnectionFailed):
        ask(*STATUS)
    assert not fake.calls[0].executed
    assert fake.calls[0].code is None


def test_a_delay_combines_with_any_outcome(fake: FakeScf, sign: Any) -> None:
    """How long an answer takes and what it is are two scripts."""
    fake.delay_next(2, times=3)
    fake.delay_next(5, action="GetAsyncEventStatus")
    fake.fail_next(code="InternalError")
    fake.drop_next()
    signed = sign()
    answers = [fake.answer("POST", signed.headers, signed.body) for _ in range(4)]
    assert [answer.delay for answer in answers] == [2, 2, 2, 0]
    bodies = [answer.response.body if answer.response else None for answer in answers]
    assert b"InternalError" in (bodies[0] or b"")
    assert bodies[1] is None
    assert b"TotalCount" in (bodies[2] or b"")
    assert [fault.delay for fault in fake.pending_faults] == [5]


def test_a_fault_waits_for_a_request_that_would_be_let_in(fake: FakeScf, ask: Ask) -> None:
    """A fault never hides a wrong signature, and is not used up by one; pending ones can be seen."""
    fake.fail_next(code="InternalError")
    assert ask(service="cvm") == "AuthFailure.InvalidAuthorization"
    assert len(fake.pending_faults) == 1
    assert ask() == "InternalError"
    assert fake.pending_faults == []


def test_the_servers_clock_can_be_wrong(fake: FakeScf, ask: Ask, sign: Any) -> None:
    """With an offset a right timestamp is refused, the header `Date` tells the server's time, and one by it is taken."""
    fake.clock_offset = 600
    signed = sign()
    response = fake.handle("POST", signed.headers, signed.body)
    assert b"AuthFailure.SignatureExpire" in response.body
    assert response.headers["date"] == "Mon, 25 Feb 2019 16:54:25 GMT"
    assert ask(timestamp=1551113065 + 600)["TotalCount"] == 0
