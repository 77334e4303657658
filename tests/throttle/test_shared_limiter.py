"""SharedLimiter over a real Redis or Valkey: one limit for all processes, and the fair share while the store is unavailable."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from tencentkit.throttle._limits import BucketLimit
from tencentkit.throttle._local_limiter import BucketSlot
from tencentkit.throttle._redis_store import RedisStore
from tencentkit.throttle._store import StoreRequest
from tests.throttle.fleet import Fleet, FleetProcess
from tests.throttle.redis_server import RedisServer
from tests.throttle.simulation import busiest_second

Make = Callable[..., Fleet]
pytestmark = [pytest.mark.usefixtures("patient"), pytest.mark.timeout(300)]  # thousands of requests on a busy machine


def test_four_processes_keep_one_limit(fleet: Make) -> None:
    """Together they send at most twenty requests in any second and use most of the limit; each gets its share."""
    one = fleet()
    one.run(12)
    assert busiest_second(one.sent()) == 20
    assert len(one.sent()) >= 200  # a round takes 1.2 s on a clock that ticks each 0.2 s
    parts = [len(process.sent) for process in one.processes]
    assert max(parts) <= 3.5 * min(parts)


def test_threads_fall_back_to_fair_share(any_redis: RedisServer) -> None:
    """Each of eight threads tries the silent store once: one slot of the fair share was used, four are free, four threads wait."""
    one = Fleet([RedisStore(any_redis.url)])
    process: FleetProcess = one.processes[0]
    assert process.limiter.acquire(BucketSlot()) == 0
    one.silence()
    waits: list[float] = []
    threads = [threading.Thread(target=lambda: waits.append(process.limiter.acquire(BucketSlot()))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(waits)[:4] == [0.0] * 4
    assert sorted(waits)[4] > 0
    assert process.store.failed <= 8
    one.close()


def test_local_requests_are_reported_later(any_redis: RedisServer) -> None:
    """Three requests were sent without the store, so that many fewer slots are left for the peers."""
    one = Fleet([RedisStore(any_redis.url)])
    process = one.processes[0]
    assert process.limiter.acquire(BucketSlot()) == 0
    one.silence()
    assert [process.limiter.acquire(BucketSlot()) for _ in range(3)] == [0.0] * 3
    one.silence(silent=False)
    one.clock.advance(0.5)
    process.throttle._breaker._probe_at = 0.0
    process.limiter.acquire(BucketSlot())
    reply = process.store.apply(
        process.limiter.name, StoreRequest(0, one.clock.monotonic(), BucketLimit(20, gap=0.0), 0.0, (), used_recently=True)
    )
    assert reply.left <= 16
    one.close()


@pytest.mark.parametrize("fault", ["kill", "silence"])
def test_store_silent_from_start_pauses_first(any_redis: RedisServer, fault: str) -> None:
    """Peers may be using the whole limit: one second of pause first. A server that refuses connections is unavailable for all: no pause."""
    one = Fleet([RedisStore(any_redis.url)])
    one.fail(any_redis, fault)
    waits = [one.processes[0].limiter.acquire(BucketSlot()) for _ in range(5)]
    assert all(wait == 0 for wait in waits) if fault == "kill" else all(1.0 < wait < 1.1 for wait in waits)
    one.close()


def test_missing_peer_keeps_its_share(any_redis: RedisServer) -> None:
    """One of four is silent although its waiter is due: the others use fifteen slots, and twenty when it is back."""
    one = Fleet([RedisStore(any_redis.url) for _ in range(4)])
    for store in one._stores[1:]:
        store._clock = one._stores[0]._clock  # type: ignore[attr-defined]
    one.run(3)
    one.processes[3].store.silent = True
    since = one.clock.monotonic() + 0.8  # it is missing from a quarter of a second after its waiter is due
    one.run(5)
    others = [at for process in one.processes[:3] for at in process.sent]
    assert busiest_second([at for at in others if at > since]) == 15
    assert busiest_second(one.sent()) == 20
    one.processes[3].store.silent = False
    one.run(14)
    since = one.clock.monotonic() - 3
    assert busiest_second(one.sent()) == busiest_second(one.sent(since)) == 20
    one.close()
