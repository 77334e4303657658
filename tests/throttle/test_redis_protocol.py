"""Redis protocol with real servers: clock steps, stopped servers, and requests that arrive too late."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from typing import cast

import pytest

from tencentkit.throttle import _redis_protocol
from tencentkit.throttle._limits import CLOCK_MARGIN, BucketLimit
from tencentkit.throttle._redis_store import RedisStore
from tencentkit.throttle._sliding_window import ARRIVAL_TIMEOUT, MAX_TRANSIT
from tencentkit.throttle._store import StoreFault, StoreReply, StoreRequest
from tests.throttle.redis_server import RedisServer

pytestmark = pytest.mark.timeout(300)  # for a busy machine
LIMIT = BucketLimit(20, gap=0.0)
KEY = "tencentkit:throttle:b"
Apply = Callable[[StoreRequest], StoreReply]


@pytest.fixture
def store(redis_server: RedisServer) -> Iterator[RedisStore]:
    made = RedisStore(redis_server.url)
    yield made
    made.close()


@pytest.fixture(params=["sync", "async"])
def apply(request: pytest.FixtureRequest, store: RedisStore) -> Iterator[Apply]:
    """Return `apply` of the store, in a thread or in an event loop."""
    if request.param == "sync":
        yield lambda request: store.apply("b", request)
    else:
        with asyncio.Runner() as runner:
            yield lambda request: runner.run(store.apply_async("b", request))
            runner.run(store.aclose())


def store_request(ticket: int, now: float | None = None, limit: BucketLimit = LIMIT) -> StoreRequest:
    return StoreRequest(ticket, time.monotonic() if now is None else now, limit, 0.0, (), used_recently=ticket > 1)


def apply_until_reply(apply: Apply, ticket: int) -> StoreReply:
    """Repeat the request until the reply, on a busy machine."""
    while True:
        try:
            return apply(store_request(ticket))
        except StoreFault:
            continue


def test_frozen_server_times_out(redis_server: RedisServer, apply: Apply) -> None:
    """Open connections without a reply raise `StoreFault`; after the thaw the next request gets its reply."""
    apply_until_reply(apply, 1)
    redis_server.freeze()
    for ticket in (2, 3):
        with pytest.raises(StoreFault, match="RedisStore"):
            apply(store_request(ticket))
    redis_server.thaw()
    assert apply_until_reply(apply, 0).allowed == 20


def test_late_request_changes_nothing(redis_server: RedisServer, apply: Apply, store: RedisStore) -> None:
    """The process gave up after 0.1 s, and the server receives the request later: no slot is used, the bucket time stays."""
    apply_until_reply(apply, 1111111)
    redis_server.freeze()
    for ticket in range(2222222, 2222227):
        with pytest.raises(StoreFault):
            apply(store_request(ticket))
    redis_server.thaw()
    apply_until_reply(apply, 4444444)
    state = redis_server.command("GET", KEY)
    assert b"1111111" in state
    assert b"2222222" not in state  # at least 0.5 s old
    assert b"4444444" in state
    assert offset(store) == 0


def offset(store: RedisStore) -> float:
    """Return the offset from server time to bucket time."""
    return float(cast("bytes", store._client.eval("return tostring(cmsgpack.unpack(redis.call('GET', KEYS[1])).offset)", 1, KEY)))


@pytest.mark.parametrize("seconds", [3600.0, -3600.0, 1.0])
def test_clock_step_is_compensated(apply: Apply, store: RedisStore, seconds: float) -> None:
    """A process that knows the expected time repeats its request, and the bucket time continues."""
    apply_until_reply(apply, 1)
    least, most, at = cast("tuple[float, float, float]", store._clock._ahead)
    # As if the server clock had been set; on a busy machine only the first of several requests sees the step.
    store._clock._ahead = (least - seconds, most - seconds, at)
    bucket_time, when = store._clock._bucket_times["b"]
    store._clock._bucket_times["b"] = (bucket_time - seconds, when)
    apply_until_reply(apply, 2)
    assert offset(store) == pytest.approx(-seconds, abs=0.45)  # the duration of a request on a busy machine


@pytest.mark.usefixtures("patient")
def test_clock_step_changes_no_wait(apply: Apply, store: RedisStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both slots of the limit are used, so the third request waits out their period, whatever the server clock says."""
    limit, bounds = BucketLimit(2, gap=0.0), [None, None, (0.0, 1.0), None]
    monkeypatch.setattr(_redis_protocol.ServerClock, "bounds", lambda *_: bounds.pop(0))
    assert [apply(store_request(ticket, 100.0, limit)).wait for ticket in (1, 2)] == [0, 0]
    bucket_time, _ = store._clock._bucket_times["b"]
    assert 0.5 < apply(store_request(3, 100.3, limit)).wait <= 3.6
    assert store._clock._bucket_times["b"][0] == pytest.approx(bucket_time + 0.3, abs=1e-3)
    assert not bounds  # the request was sent once more


def test_fastest_reply_bounds_server_clock() -> None:
    """Slow replies neither narrow nor widen the estimate; after a clock step it starts again."""
    clock = _redis_protocol.ServerClock()
    assert clock.bounds(0.0) is None
    clock.observe(1000.5, 0.0, 1.0)
    clock.observe(1010.25, 10.0, 10.5)
    clock.observe(1020.9, 20.0, 21.0)
    least, most = cast("tuple[float, float]", clock.bounds(20.0))
    assert least == pytest.approx(1019.9 - 0.05, abs=0.02)
    assert most == pytest.approx(1020.25 + 0.3, abs=0.02)
    clock.reset(5.0, 30.0, 30.0)
    assert clock.bounds(30.0) == (pytest.approx(4.95), pytest.approx(5.3))


def test_script_repeats_constants() -> None:
    """throttle.lua contains these numbers as literals: change both."""
    assert (CLOCK_MARGIN, ARRIVAL_TIMEOUT, MAX_TRANSIT) == (0.010, 2.5, 1.0)
