"""No write is ever executed twice: counted at the service, over ten thousand random sequences of faults."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest

from tencentkit import Credentials, Retry
from tencentkit.errors import ConnectionFailed, ResponseMalformed, TencentkitError, TimedOut
from tencentkit.testing import FakeScf, ManualClock
from tencentkit.transport import HttpRequest, HttpResponse
from tests.scripted import refusal, result

SEQUENCES = 10_000
BEFORE = (
    ConnectionFailed("refused", sent=False),
    TimedOut("no connection", sent=False),
    refusal("RequestLimitExceeded"),
    HttpResponse(429, {}, b"<html>"),
    refusal("AuthFailure.TokenFailure"),
)
"""Faults before the write runs."""
UNKNOWN = (
    ConnectionFailed("reset", sent=True),
    TimedOut("no answer", sent=True),
    ResponseMalformed("cut off", status_code=200),
    HttpResponse(502, {}, b"<html>"),
    HttpResponse(200, {}, b'{"Response": {"Tot'),
    HttpResponse(503, {"retry-after": "1"}, b""),
    refusal("InternalError"),
    refusal("ServiceUnavailable"),
)
"""Faults of which nobody can tell whether it ran: each comes after it ran, and without that it did."""


class Ledger:
    """A service behind the fake's door that executes writes and counts them by their id; faults by a seeded chance."""

    def __init__(self, fake: FakeScf, chance: random.Random) -> None:
        self.fake = fake
        self.chance = chance
        self.executed: Counter[str] = Counter()
        self.requests = 0

    def answer(self, request: HttpRequest) -> HttpResponse:
        self.requests += 1
        headers: Mapping[str, str] = {name.lower(): value for name, value in request.headers}
        # The fake checks form, signature, clock and token; it does not know the action, which is how a good request ends there.
        door = self.fake.answer("POST", headers, request.body).response
        assert door is not None
        if b"InvalidAction" not in door.body:
            return door
        draw = self.chance.random()
        if draw < 0.35:
            return given(self.chance.choice(BEFORE))
        ran = draw < 0.85
        if ran:
            self.executed[headers["x-id"]] += 1
        return result() if draw < 0.6 else given(self.chance.choice(UNKNOWN))

    def send(self, request: HttpRequest, **_: Any) -> HttpResponse:
        return self.answer(request)

    def close(self) -> None:
        pass


class AsyncLedger(Ledger):
    async def send(self, request: HttpRequest, **_: Any) -> HttpResponse:  # type: ignore[override]
        return self.answer(request)

    async def aclose(self) -> None:
        pass


def given(fault: TencentkitError | HttpResponse) -> HttpResponse:
    if isinstance(fault, TencentkitError):
        import copy

        raise copy.copy(fault)
    return fault


@pytest.mark.timeout(180)
def test_no_write_is_executed_twice(kind: Any) -> None:
    """A result means that it ran once; an error that says `retry_safe` means that it did not run; and never does it run twice."""
    clock = ManualClock()
    chance = random.Random("writes")
    fake = FakeScf(clock=clock, credentials={"id": "key"}, tokens={"id": "token"}, keep_calls=1)
    ledger = kind.pick(Ledger, AsyncLedger)(fake, chance)
    client = kind.client(
        transport=ledger,
        clock=clock,
        rng=chance.random,
        credentials=Credentials("id", "key", "token"),
        throttle=None,
        retry=Retry(attempts=4, quota=10**9),
    )
    outcomes: Counter[str] = Counter()

    def write(number: int) -> str:
        try:
            return "result" if client.call("Write", {"N": number}, headers={"X-Id": str(number)}) is not None else "none"
        except TencentkitError as error:
            return "safe" if error.retry_safe else type(error).__name__

    async def write_async(number: int) -> str:
        try:
            return "result" if await client.call("Write", {"N": number}, headers={"X-Id": str(number)}) is not None else "none"
        except TencentkitError as error:
            return "safe" if error.retry_safe else type(error).__name__

    async def all_async(numbers: range) -> list[str]:
        return [await write_async(number) for number in numbers]

    half = range(SEQUENCES // 2) if kind.is_async else range(SEQUENCES // 2, SEQUENCES)  # both kinds together are all of them
    for start in half[::500]:
        # The clock is wrong now and then, and the token is refused by the fake itself.
        fake.clock_offset = chance.choice([0.0, 0.0, 600.0, -600.0])
        part = range(start, start + 500)
        ends = kind.run(all_async(part)) if kind.is_async else [write(number) for number in part]
        for number, end in zip(part, ends, strict=True):
            ran = ledger.executed[str(number)]
            assert ran <= 1, f"sequence {number}: executed {ran} times"
            assert end != "result" or ran == 1
            assert end != "safe" or ran == 0
            outcomes[end] += 1
    # The sequences are worth something: many ends, and more requests than writes.
    assert outcomes["result"] > 1000
    assert outcomes["safe"] > 100
    assert len(outcomes) > 5
    assert ledger.requests > len(half) * 1.2
