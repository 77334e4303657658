"""Time at a real Redis: a clock that is set, a server that stood still, and a question that came too late."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from typing import cast

import pytest

from tencentkit.throttle import _redis_protocol as _redis_question
from tencentkit.throttle._redis_store import RedisStore
from tencentkit.throttle._sliding_window import Rules
from tencentkit.throttle._store import StoreFault, StoreReply, StoreRequest
from tests.throttle.redis_server import RedisServer

pytestmark = pytest.mark.timeout(300)  # a machine however busy
RULES = Rules(20, gap=0.0)
KEY = "tencentkit:throttle:b"
Ask = Callable[[StoreRequest], StoreReply]


@pytest.fixture
def store(redis_server: RedisServer) -> Iterator[RedisStore]:
    made = RedisStore(redis_server.url)
    yield made
    made.close()


@pytest.fixture(params=["sync", "async"])
def ask(request: pytest.FixtureRequest, store: RedisStore) -> Iterator[Ask]:
    """Asks the store in a thread or in an event loop."""
    if request.param == "sync":
        yield lambda turn: store.turn("b", turn)
    else:
        with asyncio.Runner() as runner:
            yield lambda turn: runner.run(store.turn_async("b", turn))
            runner.run(store.aclose())


def turn(ticket: int, now: float | None = None, rules: Rules = RULES) -> StoreRequest:
    return StoreRequest(ticket, time.monotonic() if now is None else now, rules, 0.0, (), known=ticket > 1)


def persistently(ask: Ask, ticket: int) -> StoreReply:
    """However busy this machine is: a server that runs answers at last."""
    while True:
        try:
            return ask(turn(ticket))
        except StoreFault:
            continue


def test_a_frozen_server_is_a_fault_and_then_answers_again(redis_server: RedisServer, ask: Ask) -> None:
    """It holds its connections and says nothing: `StoreFault`; the next question after that finds it."""
    persistently(ask, 1)
    redis_server.freeze()
    for ticket in (2, 3):
        with pytest.raises(StoreFault, match="RedisStore"):
            ask(turn(ticket))
    redis_server.thaw()
    assert persistently(ask, 0).allowed == 20


def test_a_question_that_the_server_finds_when_nobody_waits_any_more_changes_nothing(
    redis_server: RedisServer, ask: Ask, store: RedisStore
) -> None:
    """Given up after 0.1 s, found by the server later: no slot is taken, and the log's time is not set back."""
    persistently(ask, 1111111)
    redis_server.freeze()
    for ticket in range(2222222, 2222227):
        with pytest.raises(StoreFault):
            ask(turn(ticket))
    redis_server.thaw()
    persistently(ask, 4444444)
    state = redis_server.command("GET", KEY)
    assert b"1111111" in state
    assert b"2222222" not in state  # at least 0.5 s old
    assert b"4444444" in state
    assert offset(store) == 0


def offset(store: RedisStore) -> float:
    """By how much the log's time is off the server's."""
    return float(cast("bytes", store._client.eval("return tostring(cmsgpack.unpack(redis.call('GET', KEYS[1])).offset)", 1, KEY)))


@pytest.mark.parametrize("seconds", [3600.0, -3600.0, 1.0])
def test_a_servers_clock_that_is_set_moves_the_log_back_to_where_it_was(ask: Ask, store: RedisStore, seconds: float) -> None:
    """Who knew what time it was asks twice, and the log's time goes on as if nothing had happened."""
    persistently(ask, 1)
    least, most, at = cast("tuple[float, float, float]", store._clock._ahead)
    # As if its clock had been another one before; who asks again and again on a busy machine knows only the first time.
    store._clock._ahead = (least - seconds, most - seconds, at)
    there, when = store._clock._logs["b"]
    store._clock._logs["b"] = (there - seconds, when)
    persistently(ask, 2)
    assert offset(store) == pytest.approx(-seconds, abs=0.45)  # to what a question may take, on a machine however busy


@pytest.mark.usefixtures("patient")
def test_after_a_step_of_the_servers_clock_a_call_waits_as_long_as_before(
    ask: Ask, store: RedisStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the server's clock says: two of two have gone, so the third waits until their second is over."""
    rules, bounds = Rules(2, gap=0.0), [None, None, (0.0, 1.0), None]
    monkeypatch.setattr(_redis_question.ServerClock, "bounds", lambda *_: bounds.pop(0))
    assert [ask(turn(ticket, 100.0, rules)).wait for ticket in (1, 2)] == [0, 0]
    there, _ = store._clock._logs["b"]
    assert 0.5 < ask(turn(3, 100.3, rules)).wait <= 3.6
    assert store._clock._logs["b"][0] == pytest.approx(there + 0.3, abs=1e-3)
    assert not bounds  # it was asked once more


def test_the_servers_clock_is_known_to_the_fastest_answer() -> None:
    """Slow answers tell little, and take nothing back; a clock that was set is learned anew."""
    clock = _redis_question.ServerClock()
    assert clock.bounds(0.0) is None
    clock.learn(1000.5, 0.0, 1.0)
    clock.learn(1010.25, 10.0, 10.5)
    clock.learn(1020.9, 20.0, 21.0)
    least, most = cast("tuple[float, float]", clock.bounds(20.0))
    assert least == pytest.approx(1019.9 - 0.05, abs=0.02)
    assert most == pytest.approx(1020.25 + 0.3, abs=0.02)
    clock.set(5.0, 30.0, 30.0)
    assert clock.bounds(30.0) == (pytest.approx(4.95), pytest.approx(5.3))
