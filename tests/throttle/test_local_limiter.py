"""LocalLimiter: one bucket for threads and event loops, safe in forked children; its transit estimate and counters."""

from __future__ import annotations

import asyncio
import os
import threading

import pytest

from tencentkit.testing import ManualClock
from tencentkit.throttle._limits import BucketLimit
from tencentkit.throttle._local_limiter import BucketSlot, LocalLimiter, TransitEstimate
from tencentkit.throttle._sliding_window import ARRIVAL_TIMEOUT
from tests.throttle.simulation import busiest_second


def test_threads_and_loops_share_one_bucket() -> None:
    """Sixteen threads and two event loops get twenty slots, and no more until a request completes."""
    clock = ManualClock()
    limiter = LocalLimiter(BucketLimit(20, gap=0.0), clock)
    sent: list[BucketSlot] = []

    def run() -> None:
        for _ in range(20):
            slot = BucketSlot()
            if limiter.acquire(slot) == 0:
                sent.append(slot)
            else:
                limiter.release(slot)

    async def main() -> None:
        async def task() -> None:
            run()
            await asyncio.sleep(0)

        await asyncio.gather(*(task() for _ in range(8)))

    threads = [threading.Thread(target=run) for _ in range(16)]
    threads += [threading.Thread(target=lambda: asyncio.run(main())) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(sent) == 20
    for slot in sent:
        limiter.mark_completed(slot)
    clock.advance(1.02)
    run()
    assert len(sent) == 40


def test_consecutive_calls_keep_the_limit() -> None:
    """A hundred calls in a row on a clock that advances only by their waits."""
    clock, sent = ManualClock(), []
    limiter = LocalLimiter(BucketLimit(20), clock)
    for _ in range(100):
        slot = BucketSlot()
        while wait := limiter.acquire(slot):
            clock.sleep(wait)
        sent.append(clock.monotonic())
        limiter.mark_completed(slot)
    assert busiest_second(sent) == 20
    assert limiter.counters.waits == 99
    assert limiter.counters.waited == pytest.approx(sent[-1] - sent[0])


def test_transit_estimate_is_half_fastest_response() -> None:
    """The estimate needs a hundred responses, grows slowly to 50 ms at most, and falls at once."""
    estimate = TransitEstimate()
    for _ in range(100):
        estimate.observe(0.4)
    assert estimate.seconds == 0
    estimate.observe(0.4)
    assert estimate.seconds == pytest.approx(0.0005)
    for _ in range(200):
        estimate.observe(0.4)
    assert estimate.seconds == pytest.approx(0.05)
    estimate.observe(0.02)
    assert estimate.seconds == pytest.approx(0.01)


def test_unwritten_request_counts_until_abandoned() -> None:
    """An event loop that stalls for a minute before writing admits no other request; abandoned, the request expires."""
    clock = ManualClock()
    limiter = LocalLimiter(BucketLimit(1), clock)
    first, second = BucketSlot(), BucketSlot()
    assert limiter.acquire(first) == 0
    clock.advance(60)
    assert limiter.acquire(second) > 0
    limiter.mark_abandoned(first)
    clock.advance(ARRIVAL_TIMEOUT + 1)
    assert limiter.acquire(second) > 0
    clock.advance(0.1)
    assert limiter.acquire(second) == 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")  # Python 3.12: threads and fork
def test_forked_child_abandons_parents_requests() -> None:
    """Their responses arrive in the parent only."""
    from tencentkit import Throttle
    from tencentkit.throttle import BucketKey

    clock = ManualClock()
    limiter = Throttle().limiter(BucketKey("a", "h", "A"), 1, clock)
    limiter.acquire(BucketSlot())
    child = os.fork()
    if not child:
        clock.advance(ARRIVAL_TIMEOUT + 1.1)
        os._exit(int(limiter.acquire(BucketSlot()) != 0))
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")  # Python 3.12: threads and fork
def test_fork_with_held_locks_avoids_deadlock() -> None:
    """The child replaces the locks of the bucket and of the throttle."""
    from tencentkit import Throttle
    from tencentkit.throttle import BucketKey

    throttle = Throttle()
    clock = ManualClock()
    limiter = throttle.limiter(BucketKey("a", "h", "A"), 20, clock)
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with limiter._lock, throttle._lock[0]:
            held.set()
            done.wait()

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait()
    child = os.fork()
    if not child:
        other = throttle.limiter(BucketKey("a", "h", "B"), 20, clock)
        os._exit(int(limiter.acquire(BucketSlot()) + other.acquire(BucketSlot()) != 0))
    status = os.waitpid(child, 0)[1]
    done.set()
    thread.join()
    assert os.waitstatus_to_exitcode(status) == 0


def test_forked_child_forgets_waiters() -> None:
    """The parent's waiting calls do not exist in the child: a call there does not line up behind them."""
    clock = ManualClock()
    limiter = LocalLimiter(BucketLimit(20), clock)
    for _ in range(1000):
        limiter.acquire(BucketSlot())
    limiter.reset_after_fork()
    clock.advance(ARRIVAL_TIMEOUT + 1.1)
    assert limiter.acquire(BucketSlot()) == 0
    assert limiter.snapshot().waiting == 0
