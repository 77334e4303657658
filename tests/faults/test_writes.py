"""Writes run at most once: counted at the service over ten thousand random sequences of faults."""

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
    TimedOut("no response", sent=True),
    ResponseMalformed("truncated", status_code=200),
    HttpResponse(502, {}, b"<html>"),
    HttpResponse(200, {}, b'{"Response": {"Tot'),
    HttpResponse(503, {"retry-after": "1"}, b""),
    refusal("InternalError"),
    refusal("ServiceUnavailable"),
)
"""Faults after which the client cannot know whether the write ran; each occurs in both cases."""


class CountingService:
    """Service behind the fake that runs writes, counts them by id and injects faults from a seeded generator."""

    def __init__(self, fake: FakeScf, rng: random.Random) -> None:
        self.fake = fake
        self.rng = rng
        self.executed: Counter[str] = Counter()
        self.requests = 0

    def respond(self, request: HttpRequest) -> HttpResponse:
        self.requests += 1
        headers: Mapping[str, str] = {name.lower(): value for name, value in request.headers}
        # The fake checks syntax, signature, clock and token. It rejects a valid request only for its unknown action.
        checked = self.fake.answer("POST", headers, request.body).response
        assert checked is not None
        if b"InvalidAction" not in checked.body:
            return checked
        draw = self.rng.random()
        if draw < 0.35:
            return raise_or_return(self.rng.choice(BEFORE))
        ran = draw < 0.85
        if ran:
            self.executed[headers["x-id"]] += 1
        return result() if draw < 0.6 else raise_or_return(self.rng.choice(UNKNOWN))

    def send(self, request: HttpRequest, **_: Any) -> HttpResponse:
        return self.respond(request)

    def close(self) -> None:
        pass


class AsyncCountingService(CountingService):
    async def send(self, request: HttpRequest, **_: Any) -> HttpResponse:  # type: ignore[override]
        return self.respond(request)

    async def aclose(self) -> None:
        pass


def raise_or_return(fault: TencentkitError | HttpResponse) -> HttpResponse:
    if isinstance(fault, TencentkitError):
        import copy

        raise copy.copy(fault)
    return fault


@pytest.mark.timeout(180)
def test_no_write_runs_twice(kind: Any) -> None:
    """A result means that the write ran once; an error without `maybe_executed` means that it did not run."""
    clock = ManualClock()
    rng = random.Random("writes")
    fake = FakeScf(clock=clock, credentials={"id": "key"}, tokens={"id": "token"}, keep_calls=1)
    service = kind.pick(CountingService, AsyncCountingService)(fake, rng)
    client = kind.client(
        transport=service,
        clock=clock,
        rng=rng.random,
        credentials=Credentials("id", "key", "token"),
        throttle=None,
        retry=Retry(attempts=4, quota=10**9),
    )
    outcomes: Counter[str] = Counter()

    def write(number: int) -> str:
        try:
            return "result" if client.with_options(headers={"X-Id": str(number)}).call("Write", {"N": number}) is not None else "none"
        except TencentkitError as error:
            return type(error).__name__ if error.maybe_executed else "safe"

    async def write_async(number: int) -> str:
        try:
            return "result" if await client.with_options(headers={"X-Id": str(number)}).call("Write", {"N": number}) is not None else "none"
        except TencentkitError as error:
            return type(error).__name__ if error.maybe_executed else "safe"

    async def all_async(numbers: range) -> list[str]:
        return [await write_async(number) for number in numbers]

    half = range(SEQUENCES // 2) if kind.is_async else range(SEQUENCES // 2, SEQUENCES)  # the two kinds share the sequences
    for start in half[::500]:
        # The clock is sometimes wrong; then the fake rejects the signature.
        fake.clock_offset = rng.choice([0.0, 0.0, 600.0, -600.0])
        part = range(start, start + 500)
        results = kind.run(all_async(part)) if kind.is_async else [write(number) for number in part]
        for number, end in zip(part, results, strict=True):
            ran = service.executed[str(number)]
            assert ran <= 1, f"sequence {number}: executed {ran} times"
            assert end != "result" or ran == 1
            assert end != "safe" or ran == 0
            outcomes[end] += 1
    # The sequences cover many outcomes, and retries.
    assert outcomes["result"] > 1000
    assert outcomes["safe"] > 100
    assert len(outcomes) > 5
    assert service.requests > len(half) * 1.2
