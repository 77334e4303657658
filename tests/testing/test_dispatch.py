from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tencentkit.testing import FakeScf, ManualClock
from tencentkit.testing._service import scf_actions
from tencentkit.testing._service.schema_check import SchemaViolation

Call = Callable[..., Any]


def test_seed_determines_ids(clock: ManualClock) -> None:
    """Ids of events depend on the seed and their order, not on the requests."""

    def ids(seed: int, requests: int) -> list[str]:
        fake = FakeScf(clock=clock, seed=seed)
        fake.add_function("helloworld")
        for _ in range(requests):
            fake.handle("POST", {}, b"")
        return [fake.start_event("helloworld") for _ in range(3)]

    assert ids(1, requests=0) == ids(1, requests=5)
    assert not set(ids(1, requests=0)) & set(ids(2, requests=0))
    assert len(set(ids(1, requests=0))) == 3


def test_threads(clock: ManualClock, sign: Any) -> None:
    """Threads that share a fake lose no request, event or record."""
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


def test_rate_limit_across_threads(fake: FakeScf, sign: Any) -> None:
    """Of many concurrent requests exactly the published limit passes."""
    signed = sign()
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: fake.handle("POST", signed.headers, signed.body), range(100)))
    codes = [call.code for call in fake.calls]
    assert (codes.count(None), codes.count("RequestLimitExceeded")) == (20, 80)


@pytest.mark.parametrize(
    "result",
    [{"TotalCount": 0}, {"TotalCount": "0", "EventList": []}, {"TotalCount": 0, "EventList": [], "More": 1}],
)
def test_invalid_response_raises(result: dict[str, Any], call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """A response that does not match the schema raises in the test."""
    monkeypatch.setattr(scf_actions, "ACTIONS", {"ListAsyncEvents": lambda *_: result})
    with pytest.raises(SchemaViolation, match="ListAsyncEvents"):
        call()
