from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tencentkit.testing import Call, FakeScf, ManualClock
from tencentkit.testing._service import dispatch as _service
from tencentkit.testing._service.schema_check import SchemaViolation

Ask = Callable[..., Any]


def test_every_request_is_logged(fake: FakeScf, ask: Ask, clock: ManualClock) -> None:
    """What was asked, when and where, what came of it; nothing else."""
    ask("ListAsyncEvents", {"FunctionName": "helloworld", "Limit": 1}, host="127.0.0.1:80", x_tc_region="ap-shanghai")
    clock.advance(1.5)
    ask("GetAsyncEventStatus", {"InvokeRequestId": "x"})
    ask("ListAsyncEvents", b"no JSON", service="cvm")
    first, second, third = fake.calls
    assert first == Call(
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


def test_the_log_is_a_copy(fake: FakeScf, ask: Ask) -> None:
    """A test may keep it, and change it."""
    ask()
    fake.calls.clear()
    assert len(fake.calls) == 1


def test_the_logged_request_id_is_the_answered_one(fake: FakeScf, sign: Any) -> None:
    """So an error that a program reports can be found in the log."""
    signed = sign()
    response = fake.handle("POST", signed.headers, signed.body)
    assert json.loads(response.body)["Response"]["RequestId"] == fake.calls[0].request_id
    assert len(fake.calls[0].request_id) == 36


def test_the_same_seed_gives_the_same_ids(clock: ManualClock) -> None:
    """Ids of events depend on the seed and on their order, not on the requests in between."""

    def ids(seed: int, requests: int) -> list[str]:
        fake = FakeScf(clock=clock, seed=seed)
        fake.add_function("helloworld")
        for _ in range(requests):
            fake.handle("POST", {}, b"")
        return [fake.start_event("helloworld") for _ in range(3)]

    assert ids(1, requests=0) == ids(1, requests=5)
    assert not set(ids(1, requests=0)) & set(ids(2, requests=0))
    assert len(set(ids(1, requests=0))) == 3


def test_many_threads_lose_nothing(clock: ManualClock, sign: Any) -> None:
    """Requests, events and the log stay whole when threads share a fake."""
    fake = FakeScf(clock=clock, rate_limits={"ListAsyncEvents": None})
    fake.add_function("helloworld")
    signed = sign()

    def work(_: int) -> None:
        fake.start_event("helloworld")
        fake.handle("POST", signed.headers, signed.body)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(200)))
    assert len({call.request_id for call in fake.calls}) == 200
    final = json.loads(fake.handle("POST", signed.headers, signed.body).body)["Response"]
    assert final["TotalCount"] == 200


def test_only_the_rate_limit_refuses_threads(fake: FakeScf, sign: Any) -> None:
    """Of many requests at one instant exactly the published number passes."""
    signed = sign()
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: fake.handle("POST", signed.headers, signed.body), range(100)))
    codes = [call.code for call in fake.calls]
    assert (codes.count(None), codes.count("RequestLimitExceeded")) == (20, 80)


@pytest.mark.parametrize(
    "result",
    [{"TotalCount": 0}, {"TotalCount": "0", "EventList": []}, {"TotalCount": 0, "EventList": [], "More": 1}],
)
def test_a_bug_of_the_fake_is_no_answer(result: dict[str, Any], ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer that breaks the schemas raises where a test can see it."""
    monkeypatch.setattr(_service, "ACTIONS", {"ListAsyncEvents": lambda *_: result})
    with pytest.raises(SchemaViolation, match="ListAsyncEvents"):
        ask()
