"""SharedLimiter on files and on a real Redis: one limit for all processes, with and without their store."""

from __future__ import annotations

import asyncio
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tencentkit.errors import ThrottleUnavailable
from tencentkit.throttle import FileStore, RedisStore
from tencentkit.throttle._local_limiter import BucketSlot
from tencentkit.throttle._store import StoreFault
from tests.throttle.process_fleet import KEY, ProcessFleet
from tests.throttle.redis_server import RedisServer
from tests.throttle.simulation import busiest_second

Make = Callable[..., ProcessFleet]
pytestmark = pytest.mark.timeout(300)  # thousands of requests on a busy machine
REFUSED = StoreFault("connection refused", delivered=False)
TIMED_OUT = StoreFault("timed out")


@pytest.fixture(params=["file", "redis", "redis async"])
def fleet(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Make]:
    """Return a function that creates a fleet of four processes on a store of each kind."""
    fleets: list[ProcessFleet] = []

    def make(number: int = 4, **settings: Any) -> ProcessFleet:
        stores: list[Any]
        if request.param == "file":
            stores = [FileStore(tmp_path, timeout=50) for _ in range(number)]
        else:
            server: RedisServer = request.getfixturevalue("any_redis")
            stores = [RedisStore(server.url, timeout=50, connect_timeout=50) for _ in range(number)]
        fleets.append(ProcessFleet(stores, is_async=request.param == "redis async", **settings))
        return fleets[-1]

    yield make
    for one in fleets:
        one.close()


def test_processes_keep_one_limit(fleet: Make) -> None:
    """Together they send at most twenty requests in any second, use most of the limit, and ask the store once a second."""
    one = fleet()
    one.run(18)
    since = one.clock.monotonic() - 10
    assert busiest_second(one.sent()) <= 20
    assert len(one.sent(since)) >= 160  # a clock that ticks each 50 ms costs a tenth
    parts = [sum(1 for at in process.sent if at >= since) for process in one.processes]
    assert max(parts) <= 1.5 * min(parts)
    assert all(process.store.requests <= 2 * 18 for process in one.processes)


@pytest.mark.parametrize("failure", [REFUSED, TIMED_OUT], ids=["refused", "timed out"])
def test_outage_never_opens_the_gate(fleet: Make, failure: StoreFault, caplog: pytest.LogCaptureFixture) -> None:
    """The store is away for 20 s: never more than the limit, no failed call, one warning and one event each way."""
    one = fleet()
    one.run(8)
    since = one.clock.monotonic()
    one.fail(failure)
    with caplog.at_level(logging.WARNING, "tencentkit"):
        one.run(20)
        assert one.processes[0].throttle.state()[0].store_failure == str(failure)
        one.fail(None)
        one.run(8)
    assert busiest_second(one.sent()) <= 20
    assert len(one.sent(since)) >= 28 * 20 * 0.5
    for process in one.processes:
        assert [event.kind for event in process.events] == ["store down", "store up"]
        assert process.refused == 0
        assert process.throttle.state()[0].store_failure == ""
    assert len(caplog.messages) == 8


def test_new_process_gets_permits_soon(fleet: Make) -> None:
    """Twenty calls, one after another, take about a second while no other process wants the limit; then renewals are rare again."""
    one = fleet(2)
    other, process = one.processes
    for _ in range(4):  # after three seconds a new table grants everything
        other.acquire(slot := BucketSlot())
        other.limiter.mark_completed(slot)
        one.clock.advance(1.5)
    started = one.clock.monotonic()
    for _ in range(20):
        slot = BucketSlot()
        while wait := process.acquire(slot):
            one.clock.advance(wait)
        process.limiter.mark_completed(slot)
    assert one.clock.monotonic() - started < 1.5
    assert process.store.requests <= 8
    one.run(10)
    assert process.store.requests <= 8 + 2 * 10


def test_store_leaves_time_for_request(fleet: Make) -> None:
    """A call waits for a frozen store for half of its time left at most: with a valid lease it still sends its request."""
    one = fleet(1)
    limiter, slot = one.processes[0].limiter, BucketSlot()
    limiter.acquire(slot, 0.4) if one.runner is None else one.runner.run(limiter.acquire_async(slot, 0.4))
    assert one.processes[0].store.budget == 0.2


def test_unreached_store_allows_fair_share(fleet: Make) -> None:
    """Four processes that never reached the store go by a quarter each, after some attempts."""
    one = fleet(processes=4)
    one.fail(REFUSED)
    one.run(12)
    assert busiest_second(one.sent()) <= 20
    assert len(one.sent(one.clock.monotonic() - 5)) >= 80


def test_fair_share_below_one(fleet: Make) -> None:
    """Forty processes that never reached the store send a request each in two seconds, not one in each second."""
    one = fleet(2, processes=40)
    one.fail(REFUSED)
    one.run(20)
    for process in one.processes:
        assert len(process.sent) >= 6
        assert min(later - earlier for earlier, later in pairwise(process.sent)) >= 2


def test_permanent_fault_raises_at_first_use(fleet: Make) -> None:
    """A wrong password is no outage: the call names it."""
    one = fleet(1)
    one.fail(StoreFault("invalid password", permanent=True, delivered=False))
    with pytest.raises(ThrottleUnavailable, match="invalid password") as caught:
        one.processes[0].acquire(BucketSlot())
    assert (caught.value.retryable, caught.value.attempts) == (True, 0)


def test_permanent_fault_raises_until_repaired(fleet: Make) -> None:
    """Every call raises, however often the store was tried, so ten processes with a wrong password send nothing."""
    one = fleet(1)
    process = one.processes[0]
    one.fail(StoreFault("invalid password", permanent=True, delivered=False))
    one.run(12)
    assert process.sent == []
    assert process.refused > 100
    assert process.store.requests <= 2 * 12
    one.fail(None)
    one.run(3)
    assert process.sent


def test_fail_mode_raises_after_lease(fleet: Make) -> None:
    """Calls use the lease to its end, then raise; the first call after the outage succeeds."""
    one = fleet(1, on_unavailable="fail")
    process = one.processes[0]
    one.run(6)
    one.fail(REFUSED)
    one.run(3)
    assert process.refused == 0
    one.run(5)
    assert process.refused > 0
    assert busiest_second(process.sent) <= 20
    with pytest.raises(ThrottleUnavailable, match="unavailable: connection refused"):
        process.acquire(BucketSlot())
    one.fail(None)
    one.run(6)
    assert process.sent[-1] > one.clock.monotonic() - 1


def test_closed_process_frees_its_permits(fleet: Make) -> None:
    """One process closes its throttle, and another gets its permits with its next renewal, not after a lease."""
    one = fleet(2)
    one.run(8)
    gone = one.processes.pop()
    one.clock.advance(1.1)
    for slot in gone.waiting:
        gone.limiter.release(slot)
    if one.runner is None:
        gone.throttle.close()
    else:
        one.runner.run(gone.throttle.aclose())
    one.run(4)
    assert one.processes[0].throttle.state()[0].permits == 20


def test_closed_throttle_renews_at_once(fleet: Make) -> None:
    """A client closes its throttle, and the next call of another client gets a new lease without waiting for a renewal."""
    one = fleet(1)
    process = one.processes[0]
    for _ in range(3):
        slot = BucketSlot()
        assert process.acquire(slot) == 0
        process.limiter.mark_completed(slot)
        process.throttle.close() if one.runner is None else one.runner.run(process.throttle.aclose())
        one.clock.advance(0.05)


def test_close_keeps_permits_in_use(fleet: Make) -> None:
    """The request of another client in flight keeps its permit; the end of the process gives back all others."""
    one = fleet(1)
    limiter = one.processes[0].limiter
    one.run(8)
    for slot in one.processes[0].waiting:
        limiter.release(slot)
    one.clock.advance(1.1)
    assert one.processes[0].acquire(BucketSlot()) == 0
    held, requests = limiter.lease.held, one.processes[0].store.requests
    one.processes[0].throttle.close() if one.runner is None else one.runner.run(one.processes[0].throttle.aclose())
    assert (limiter.lease.held, one.processes[0].store.requests) == (held, requests)
    if one.runner is None:
        one.processes[0].throttle.leave_store(at_exit=True)
        assert one.processes[0].store.requests == requests + 1


def test_close_waits_for_one_bucket(tmp_path: Path) -> None:
    """A frozen store delays the end of a process once, not once for each bucket."""
    one = ProcessFleet([FileStore(tmp_path, timeout=50)])
    process = one.processes[0]
    for number in range(10):
        limiter: Any = process.throttle.limiter(KEY._replace(action=f"Action{number}"), 20, one.clock)
        limiter.acquire(slot := BucketSlot())
        limiter.mark_completed(slot)
    requests = process.store.requests
    one.fail(TIMED_OUT)
    process.throttle.close()
    assert process.store.requests == requests + 1


def test_short_processes_use_the_limit(fleet: Make) -> None:
    """Processes of one call each, eight at a time, use most of the limit: each gives its permit back when it ends."""
    one = fleet(1)
    one.run(1)
    process, clock = one.processes[0], one.clock
    for slot in process.waiting:
        process.limiter.release(slot)
    process.throttle.close() if one.runner is None else one.runner.run(process.throttle.aclose())
    clock.advance(5.0)
    sent: list[float] = []
    short = [(process.limiter, BucketSlot(), 0.0) for _ in range(8)]
    started = clock.monotonic()
    while clock.monotonic() < started + 15:
        for number, (before, slot, due) in enumerate(short):
            if clock.monotonic() < due:
                continue
            limiter: Any = before if due else process.throttle._new_limiter(KEY, 20, clock)
            wait = limiter.acquire(slot) if one.runner is None else one.runner.run(limiter.acquire_async(slot))
            short[number] = (limiter, slot, clock.monotonic() + wait)
            if not wait:
                sent.append(clock.monotonic())
                limiter.mark_completed(slot)
                limiter.leave() if one.runner is None else one.runner.run(limiter.leave_async())
                short[number] = (limiter, BucketSlot(), 0.0)
        clock.advance(0.01)
    assert busiest_second(sent) <= 20
    assert len([at for at in sent if at >= started + 5]) >= 10 * 20 * 0.85


def test_threads_renew_once(tmp_path: Path) -> None:
    """Sixteen threads that start together send one request to the store, and share its permits."""
    one = ProcessFleet([FileStore(tmp_path, timeout=50)])
    process = one.processes[0]
    waits: list[float] = []
    threads = [threading.Thread(target=lambda: waits.append(process.limiter.acquire(BucketSlot()))) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert process.store.requests == 1
    assert len(waits) == 16


def test_cancelled_renewal_is_repeated(tmp_path: Path) -> None:
    """A task is cancelled while it waits for the store: another call renews, and nothing stays locked."""

    class SlowStore(FileStore):
        async def renew_async(self, *_: Any) -> Any:
            await asyncio.Event().wait()

    one = ProcessFleet([SlowStore(tmp_path, timeout=50)])
    limiter = one.processes[0].limiter

    async def main() -> None:
        task = asyncio.ensure_future(limiter.acquire_async(BucketSlot()))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(main())
    one.clock.advance(1.0)
    assert limiter.acquire(BucketSlot()) == 0


def test_cancelled_renewal_fails_no_sibling(tmp_path: Path) -> None:
    """With `on_unavailable="fail"`, a cancelled task says nothing about the store: other calls wait for the next renewal."""

    class SlowStore(FileStore):
        async def renew_async(self, *_: Any) -> Any:
            await asyncio.Event().wait()

    one = ProcessFleet([SlowStore(tmp_path, timeout=50)], on_unavailable="fail")
    limiter = one.processes[0].limiter

    async def main() -> None:
        task = asyncio.ensure_future(limiter.acquire_async(BucketSlot()))
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert await limiter.acquire_async(BucketSlot()) > 0

    asyncio.run(main())


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")  # Python 3.12: threads and fork
def test_forked_child_is_another_member(fleet: Make) -> None:
    """The child has its own lease: the permits of the parent are not doubled, whatever locks were held."""
    one = fleet(1)
    if one.runner is not None:
        pytest.skip("an event loop cannot be used after a fork")
    limiter = one.processes[0].limiter
    one.run(6)
    one.clock.advance(1.1)
    held = limiter.lease.held
    with limiter._lock, limiter.local._lock:
        child = os.fork()
    if not child:
        os._exit(int(sum(1 for _ in range(40) if limiter.acquire(BucketSlot()) == 0)))
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) + held <= 20


def test_warning_needs_no_logging_handler() -> None:
    """A program without logging sees the lost store on standard error, once."""
    program = (
        "import tencentkit._pipeline.call_state\n"
        "from tencentkit.throttle._store_health import StoreHealth\n"
        "health = StoreHealth('RedisStore', local_fallback=True, on_change=lambda reason: None)\n"
        "for _ in range(3): health.record_failure('connection refused', reached=False)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr.count("rate limit store RedisStore is unavailable (connection refused)") == 1
