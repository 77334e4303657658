"""Time at a real Redis: a clock that is set, a server that stood still, and a question that came too late."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tencentkit import _redis_question
from tencentkit._redis_store import RedisStore
from tencentkit._slot_log import Rules
from tencentkit._stores import Reply, StoreFault, Turn
from tests.throttle.redis_server import RedisServer

RULES = Rules(20, gap=0.0)
KEY = "tencentkit:throttle:b"
Ask = Callable[[Turn], Reply]


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


def turn(ticket: int, now: float | None = None, rules: Rules = RULES) -> Turn:
    return Turn(ticket, time.monotonic() if now is None else now, rules, 0.0, (), known=ticket > 1)


def persistently(ask: Ask, ticket: int) -> Reply:
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
    for ticket in (2222222, 3333333):
        with pytest.raises(StoreFault):
            ask(turn(ticket))
    redis_server.thaw()
    persistently(ask, 4444444)
    state = redis_server.command("GET", KEY)
    assert b"1111111" in state
    assert b"2222222" not in state  # it was at least 0.2 s old
    assert b"4444444" in state
    assert store._client.eval("return tostring(cmsgpack.unpack(redis.call('GET', KEYS[1])).offset)", 1, KEY) == b"0"


@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize("seconds", [3600.0, -3600.0, 0.2])
def test_a_servers_clock_that_is_set_makes_no_burst(ask: Ask, store: RedisStore, monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """The log's time follows its callers' clocks: after a step they are asked once more, and wait as long as before."""
    monkeypatch.setattr(_redis_question, "_TOLERANCE", 0.15)
    rules = Rules(2, gap=0.0)
    assert [ask(turn(ticket, 100.0, rules)).wait for ticket in (1, 2)] == [0, 0]
    # As if the server's clock had been set: its log is that much further, while this process's clock says 0.3 s.
    moved: Any = store._client.eval(
        f"local log = cmsgpack.unpack(redis.call('GET', KEYS[1])); log.offset = log.offset + {seconds};"
        "redis.call('SET', KEYS[1], cmsgpack.pack(log)); return 'OK'", 1, KEY,
    )  # fmt: skip
    assert moved == b"OK"
    waits = ask(turn(3, 100.3, rules)).wait
    assert 0.5 < waits <= 2.3


@pytest.mark.usefixtures("patient")
def test_a_step_of_the_servers_clock_costs_one_more_round_trip(
    ask: Ask, store: RedisStore, redis_server: RedisServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The script says that the time is not what was thought; asked with what it says, it answers."""
    expected: list[float | None] = [None, 1e9, None]

    def scripts() -> int:
        [line] = [line for line in redis_server.command("INFO", "commandstats").split(b"\r\n") if line.startswith(b"cmdstat_evalsha:")]
        return int(line.split(b"calls=")[1].split(b",")[0])

    monkeypatch.setattr(_redis_question, "_TOLERANCE", 50.0)
    monkeypatch.setattr(_redis_question.ServerClock, "server", lambda *_: expected.pop(0))
    ask(turn(1))
    before = scripts()
    assert ask(turn(2)).wait == 0
    assert scripts() - before == 2
