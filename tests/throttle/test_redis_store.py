"""RedisStore with real Redis and Valkey servers: round trips, lost data, forks, secrets, and the Lua script against Python."""

from __future__ import annotations

import os
import random
import threading
from collections.abc import Callable
from typing import Any

import pytest

from tencentkit import Throttle
from tencentkit.throttle._limits import BucketLimit
from tencentkit.throttle._local_limiter import BucketSlot
from tencentkit.throttle._redis_store import RedisStore
from tencentkit.throttle._store import StoreRequest, UsageReport, apply_request
from tencentkit.throttle._store_window import StoreWindow
from tests.throttle.fleet import KEY, Fleet
from tests.throttle.redis_server import RedisServer
from tests.throttle.simulation import busiest_second

Make = Callable[..., Fleet]
pytestmark = [pytest.mark.usefixtures("patient"), pytest.mark.timeout(300)]  # thousands of requests on a busy machine


def test_acquire_is_one_round_trip(fleet: Make, any_redis: RedisServer) -> None:
    """Without a wait the server counts one command for each call; usage reports go with it."""

    def commands() -> int:
        lines = any_redis.command("INFO", "commandstats").split(b"\r\n")
        own = [line for line in lines if line.startswith(b"cmdstat_") and not line.startswith((b"cmdstat_info", b"cmdstat_client"))]
        # Commands of the script inside the server are no round trips.
        inside = (b"cmdstat_time:", b"cmdstat_get:", b"cmdstat_set:")
        return sum(int(line.split(b"calls=")[1].split(b",")[0]) for line in own if not line.startswith(inside))

    one = fleet(1)
    process = one.processes[0]
    process.act()  # the first call loads the script
    process.waiting.clear()
    process.sent.clear()
    process.store.replies, before = 0, commands()
    for _ in range(10):
        process.waiting[BucketSlot()] = 0.0
        process.act()
        process.waiting.clear()
    assert (len(process.sent), process.store.replies, commands() - before) == (10, 10, 10)


def test_flush_causes_no_burst(fleet: Make, any_redis: RedisServer) -> None:
    """Keys and scripts are lost during a run: one pause, never 21 requests in a second, and no failed call."""
    one = fleet()
    one.run(5)
    any_redis.flush()
    one.run(5)
    any_redis.flush()
    one.run(5)
    assert busiest_second(one.sent()) == 20
    assert len(one.sent()) >= 200
    assert not any(process.store.failed for process in one.processes)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")  # Python 3.12: threads and fork
def test_forked_child_has_own_connections(any_redis: RedisServer) -> None:
    """All locks of the parent are held during the fork; parent and child share the limit."""
    one = Fleet([RedisStore(any_redis.url)])
    limiter = one.processes[0].limiter
    store: Any = one.processes[0].store.store
    assert [limiter.acquire(BucketSlot()) for _ in range(5)] == [0.0] * 5
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with limiter._lock, limiter.local._lock, one.processes[0].throttle._lock[0], limiter._breaker._lock:
            for _ in range(8):
                store._queue.semaphore.acquire()
            held.set()
            done.wait()
            for _ in range(8):
                store._queue.semaphore.release()

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait()
    child = os.fork()
    if not child:
        os._exit(sum(1 for _ in range(10) if limiter.acquire(BucketSlot()) == 0))
    status = os.waitpid(child, 0)[1]
    done.set()
    thread.join()
    assert os.waitstatus_to_exitcode(status) == 10
    assert sum(1 for _ in range(10) if limiter.acquire(BucketSlot()) == 0) == 5
    one.close()


@pytest.mark.parametrize("seed", range(4))
def test_script_matches_the_store_window(redis_server: RedisServer, seed: int) -> None:
    """Five hundred random requests get the same waits and numbers from Lua and from Python."""
    draw, store, window = random.Random(seed), RedisStore(redis_server.url), StoreWindow()
    limit, clock, tickets = BucketLimit(draw.choice((3, 20)), gap=draw.choice((0.0, 0.01))), 1000.0, [0]
    for number in range(1, 500):
        clock += draw.choice((0.0, 0.0, 0.2, 0.4)) if draw.random() > 0.02 else 6.0
        reports = tuple(
            UsageReport(
                draw.choices(("acquired", "written", "completed", "released", "refused", "pause"), (1, 5, 9, 2, 0.1, 0.05))[0],  # type: ignore[arg-type]
                draw.choice(tickets[-30:]), clock - draw.choice((0.0, 0.1, 0.5)), draw.choice((0.0, 0.05)),
            )
            for _ in range(draw.randrange(3))
        )  # fmt: skip
        ticket = draw.choice((number, number, draw.choice(tickets[-20:])))
        tickets.append(number)
        min_transit, peer, fair_share = draw.choice((0.0, 0.02)), draw.choice((0, 1, 2, 3)), limit.requests // 4 + 1
        request = StoreRequest(ticket, clock, limit, min_transit, reports, used_recently=number > 1, peer=peer, fair_share=fair_share)
        reply = store.apply("b", request)
        bucket_time = store._clock._bucket_times["b"][0]  # so that both use the same time
        moved = tuple(report._replace(at=bucket_time - (clock - report.at)) for report in reports)
        expected = apply_request(window, request._replace(now=bucket_time, reports=moved), state_lost=False)
        assert reply.wait == pytest.approx(expected.wait, abs=1e-3), number
        assert reply[1:4] == expected[1:4], number
        assert reply.window == pytest.approx(expected.window, abs=1e-4)
    store.close()


def test_password_and_account_are_hidden(any_redis: RedisServer) -> None:
    """The name of the store has no password, and no key has the secret id."""
    assert "hunter2" not in repr(RedisStore("rediss://user:hunter2@cache.example:6380/1"))
    assert repr(RedisStore("rediss://user:hunter2@cache.example:6380/1")) == "RedisStore('rediss://cache.example:6380')"
    store = RedisStore(any_redis.url)
    limiter: Any = Throttle(store=store).limiter(KEY._replace(account="AKIDcanary0000000001"), 20, Fleet([]).clock)
    limiter.acquire(BucketSlot())
    assert b"host:Action" in any_redis.command("KEYS", "*")
    assert b"canary" not in any_redis.command("KEYS", "*")
    store.close()
