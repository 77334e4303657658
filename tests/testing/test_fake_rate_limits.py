from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tencentkit.testing import FakeScf, ManualClock
from tencentkit_api.scf.actions import ACTIONS

Ask = Callable[..., Any]
Read = Callable[..., Any]


def refused(answer: Any) -> bool:
    return bool(answer == "RequestLimitExceeded")


LIMITED = [row for row in ACTIONS if row.rate_limit is not None]


@pytest.mark.parametrize("row", LIMITED, ids=[row.name for row in LIMITED])
def test_the_published_number_of_requests_passes_in_a_second(row: Any, ask: Ask, clock: ManualClock) -> None:
    """The first N of a second pass, the next is refused, and a second after the first one passes again."""
    parameters = {"InvokeRequestId": "x"} if row.name == "GetAsyncEventStatus" else None
    for _ in range(row.rate_limit):
        assert not refused(ask(row.name, parameters))
    clock.advance(0.999)
    assert refused(ask(row.name, parameters))
    clock.advance(0.001)
    assert not refused(ask(row.name, parameters))


def test_the_second_slides(clock: ManualClock, sign: Any, read: Read) -> None:
    """What counts is any second, not the one of the wall clock."""
    fake = FakeScf(clock=clock, rate_limits={"ListAsyncEvents": 2})
    fake.add_function("helloworld")

    def ask() -> bool:
        signed = sign()
        return refused(read(fake.handle("POST", signed.headers, signed.body)))

    clock.advance(0.6)
    assert not ask()
    clock.advance(0.3)
    assert not ask()
    clock.advance(0.3)
    assert ask()
    clock.advance(0.4)
    assert not ask()
    assert ask()


def test_a_refused_request_does_not_count(ask: Ask, clock: ManualClock) -> None:
    """Asking again and again does not keep the door closed."""
    for _ in range(20):
        ask()
    for _ in range(50):
        assert refused(ask())
    clock.advance(1)
    assert [refused(ask()) for _ in range(21)] == [False] * 20 + [True]


def test_accounts_hosts_and_actions_are_counted_apart_and_regions_together(clock: ManualClock, sign: Any, read: Read) -> None:
    """The bucket is account, host and action; the region header and the port are not part of it."""
    fake = FakeScf(
        clock=clock,
        credentials={"AKIDone": "k1", "AKIDtwo": "k2"},
        rate_limits={"ListAsyncEvents": 1, "GetAsyncEventStatus": 1},
    )
    fake.add_function("helloworld")

    def ask(action: str = "ListAsyncEvents", parameters: Any = None, **more: Any) -> bool:
        more.setdefault("credentials", ("AKIDone", "k1", None))
        signed = sign(action, parameters, **more)
        return refused(read(fake.handle("POST", signed.headers, signed.body)))

    assert not ask()
    assert ask()
    assert ask(x_tc_region="ap-shanghai")
    assert ask(host="scf.tencentcloudapi.com:443")
    assert not ask(host="scf.intl.tencentcloudapi.com")
    assert not ask(credentials=("AKIDtwo", "k2", None))
    assert not ask("GetAsyncEventStatus", {"InvokeRequestId": "x"})


def test_a_limit_can_be_lifted(clock: ManualClock, sign: Any, read: Read) -> None:
    """`None` lets everything through."""
    fake = FakeScf(clock=clock, rate_limits={"ListAsyncEvents": None})
    fake.add_function("helloworld")
    signed = sign()
    assert not any(refused(read(fake.handle("POST", signed.headers, signed.body))) for _ in range(100))


def test_a_wrong_request_does_not_count(ask: Ask) -> None:
    """What is refused for its signature never came to the counter; what is refused for its parameters did."""
    for _ in range(30):
        assert ask(service="cvm") == "AuthFailure.InvalidAuthorization"
    for _ in range(19):
        assert ask("ListAsyncEvents", {"FunctionName": "nobody"}) == "ResourceNotFound.Function"
    assert not refused(ask())
    assert refused(ask())


def test_the_refusal_tells_the_numbers(fake: FakeScf, ask: Ask, sign: Any) -> None:
    """The message carries how many came and how many may."""
    for _ in range(20):
        ask()
    signed = sign()
    error = json.loads(fake.handle("POST", signed.headers, signed.body).body)["Response"]["Error"]
    assert error["Code"] == "RequestLimitExceeded"
    assert "`21`" in error["Message"]
    assert "`20`" in error["Message"]


def test_a_scripted_refusal_for_the_rate_does_not_count_either(fake: FakeScf, ask: Ask) -> None:
    """The service would not have counted it."""
    fake.fail_next(code="RequestLimitExceeded", times=5)
    assert all(refused(ask()) for _ in range(5))
    assert [refused(ask()) for _ in range(21)] == [False] * 20 + [True]
