from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest

from tencentkit.errors import ApiError
from tencentkit.testing import FakeScf, ManualClock

Call = Callable[..., Any]


@pytest.fixture
def empty_fake() -> FakeScf:
    """A fake without a function."""
    return FakeScf(clock=ManualClock())


def states(fake: FakeScf) -> dict[str, str]:
    return {event.invoke_request_id: event.status for event in fake.events()}


def test_seeded_events(empty_fake: FakeScf) -> None:
    """Each method adds an event in its state and returns the id."""
    hello = empty_fake.function("helloworld", namespace="prod", versions=("2", "1"))
    running = hello.running(ends_in=30, ago=5)
    ids = [running, hello.finished(ago=60, took=2), hello.failed(version="1"), hello.aborted(), *hello.many(3, every=10)]
    assert hello.ids == ids
    assert list(states(empty_fake).values()) == ["RUNNING", "FINISHED", "FAILED", "ABORTED", *["FINISHED"] * 3]
    assert [event.qualifier for event in empty_fake.events()[:3]] == ["2", "2", "1"]
    assert {event.namespace for event in empty_fake.events()} == {"prod"}
    empty_fake.travel(30)
    assert states(empty_fake)[running] == "FINISHED"


def test_many(empty_fake: FakeScf) -> None:
    """The events end in order, the last one `ago` seconds ago."""
    empty_fake.function("helloworld").many(3, every=10, took=2, ago=1)
    ends = [event.end_time for event in empty_fake.events()]
    assert ends == ["2019-02-26 00:44:04.000", "2019-02-26 00:44:14.000", "2019-02-26 00:44:24.000"]


WRONG_SEEDS: dict[str, Callable[[Any], Any]] = {
    "ended before it ran": lambda hello: hello.running(ends_in=0),
    "ends at NaN": lambda hello: hello.running(ends_in=math.nan),
    "ends at infinity": lambda hello: hello.running(ends_in=math.inf),
    "began later": lambda hello: hello.running(ago=-1),
    "ends later": lambda hello: hello.finished(ago=-1),
    "took NaN": lambda hello: hello.finished(took=math.nan),
    "no such version": lambda hello: hello.finished(version="7"),
    "none": lambda hello: hello.many(0),
    "no number": lambda hello: hello.many(count=True),
    "backwards": lambda hello: hello.many(2, every=-1),
}


@pytest.mark.parametrize("seed", WRONG_SEEDS.values(), ids=WRONG_SEEDS)
def test_invalid_seed(seed: Callable[[Any], Any], empty_fake: FakeScf) -> None:
    """An invalid argument raises `ValueError` and adds nothing."""
    hello = empty_fake.function("helloworld")
    with pytest.raises(ValueError, match=r"\w"):
        seed(hello)
    assert empty_fake.events() == []


def test_travel(empty_fake: FakeScf) -> None:
    """Signatures, rate limits and the date of the fake are unaffected."""
    event = empty_fake.function("helloworld").running(ends_in=3600)
    before = empty_fake.now()
    empty_fake.travel(3600)
    with empty_fake.client(throttle=None) as scf:
        assert scf.get_async_event_status(invoke_request_id=event).result.status == "FINISHED"
        empty_fake.travel(4 * 24 * 3600)
        with pytest.raises(ApiError, match="ResourceNotFound"):
            scf.get_async_event_status(invoke_request_id=event)
    assert empty_fake.now() == before
    for wrong in (-1, math.nan, math.inf):
        with pytest.raises(ValueError, match="seconds must be finite"):
            empty_fake.travel(wrong)


WRONG_ARGUMENTS: dict[str, tuple[Callable[[], Any], type[Exception]]] = {
    "one host": (lambda: FakeScf(hosts="scf.example"), TypeError),
    "limit of 0": (lambda: FakeScf(rate_limits={"ListAsyncEvents": 0}), ValueError),
    "limit below": (lambda: FakeScf(rate_limits={"ListAsyncEvents": -1}), ValueError),
    "text as a body": (lambda: FakeScf().reply_next(body="text"), TypeError),  # type: ignore[arg-type]
    "interim response": (lambda: FakeScf().reply_next(body=b"{}", status=100), ValueError),
    "body where none can be": (lambda: FakeScf().reply_next(body=b"{}", status=204), ValueError),
    "no status": (lambda: FakeScf().reply_next(body=b"{}", status=99), ValueError),
    "times that is no number": (lambda: FakeScf().fail_next(code="InternalError", times=True), ValueError),
    "delay without an end": (lambda: FakeScf().delay_next(math.inf), ValueError),
}


@pytest.mark.parametrize(("wrong", "error"), WRONG_ARGUMENTS.values(), ids=WRONG_ARGUMENTS)
def test_invalid_arguments(wrong: Callable[[], Any], error: type[Exception]) -> None:
    """Invalid arguments raise when the test passes them."""
    with pytest.raises(error):
        wrong()


def test_infinite_run(fake: FakeScf) -> None:
    """`None` means no end; infinity and NaN are invalid."""
    for seconds in (math.inf, math.nan, -1):
        with pytest.raises(ValueError, match="runs_for must be finite"):
            fake.start_event("helloworld", runs_for=seconds)


def test_watch(fake: FakeScf, call: Call) -> None:
    """The watcher runs after each call and change, and may call the fake."""
    heard: list[int] = []
    stop = fake.watch(lambda: heard.append(len(fake.calls) + 10 * len(fake.events())))
    fake.start_event("helloworld")
    call()
    stop()
    call()
    assert heard == [10, 11]
