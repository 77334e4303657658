"""A bucket in memory: one for threads and loops, safe over forks, and what it tells of itself."""

from __future__ import annotations

import asyncio
import os
import threading

import pytest

from tencentkit.testing import ManualClock
from tencentkit.throttle._local_limiter import Lead, LocalLimiter, Slot
from tencentkit.throttle._sliding_window import PATIENCE, Rules
from tests.throttle.simulation import busiest_second


def test_threads_and_two_event_loops_share_one_bucket() -> None:
    """Sixteen threads and two loops that ask as fast as they can get twenty slots, and no more until one is answered."""
    clock = ManualClock()
    pacer = LocalLimiter(Rules(20, gap=0.0), clock)
    went: list[Slot] = []

    def run() -> None:
        for _ in range(20):
            slot = Slot()
            if pacer.ask(slot) == 0:
                went.append(slot)
            else:
                pacer.leave(slot)

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
    assert len(went) == 20
    for slot in went:
        pacer.answered(slot)
    clock.advance(1.02)
    run()
    assert len(went) == 40


def test_one_caller_after_another_keeps_the_limit() -> None:
    """A hundred calls in a row on a clock that moves only by their waits."""
    clock, went = ManualClock(), []
    pacer = LocalLimiter(Rules(20), clock)
    for _ in range(100):
        slot = Slot()
        while wait := pacer.ask(slot):
            clock.sleep(wait)
        went.append(clock.monotonic())
        pacer.answered(slot)
    assert busiest_second(went) == 20
    assert pacer.tally.waits == 99
    assert pacer.tally.waited == pytest.approx(went[-1] - went[0])


def test_the_lead_is_half_the_fastest_answer() -> None:
    """It takes a hundred answers, grows slowly, at most to 50 ms, and falls at once."""
    lead = Lead()
    for _ in range(100):
        lead.learn(0.4)
    assert lead.seconds == 0
    lead.learn(0.4)
    assert lead.seconds == pytest.approx(0.0005)
    for _ in range(200):
        lead.learn(0.4)
    assert lead.seconds == pytest.approx(0.05)
    lead.learn(0.02)
    assert lead.seconds == pytest.approx(0.01)


def test_a_request_that_is_not_written_counts_until_it_is_given_up() -> None:
    """A loop that stands still for a minute between going and writing lets nobody else past; abandoned, it counts for a while."""
    clock = ManualClock()
    pacer = LocalLimiter(Rules(1), clock)
    first, second = Slot(), Slot()
    assert pacer.ask(first) == 0
    clock.advance(60)
    assert pacer.ask(second) > 0
    pacer.abandoned(first)
    clock.advance(PATIENCE + 1)
    assert pacer.ask(second) > 0
    clock.advance(0.1)
    assert pacer.ask(second) == 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")  # Python 3.12: threads and fork
def test_a_forked_child_waits_for_none_of_its_parents_answers_for_ever() -> None:
    """They will come in the parent alone."""
    from tencentkit import Throttle
    from tencentkit.throttle import BucketKey

    clock = ManualClock()
    pacer = Throttle().bucket(BucketKey("a", "h", "A"), 1, clock)
    pacer.ask(Slot())
    child = os.fork()
    if not child:
        clock.advance(PATIENCE + 1.1)
        os._exit(int(pacer.ask(Slot()) != 0))
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")  # Python 3.12: threads and fork
def test_a_child_forked_while_a_thread_holds_the_lock_is_not_stuck() -> None:
    """Its locks are new, in the bucket and in the throttle."""
    from tencentkit import Throttle
    from tencentkit.throttle import BucketKey

    throttle = Throttle()
    clock = ManualClock()
    pacer = throttle.bucket(BucketKey("a", "h", "A"), 20, clock)
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with pacer._lock, throttle._lock[0]:
            held.set()
            done.wait()

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait()
    child = os.fork()
    if not child:
        other = throttle.bucket(BucketKey("a", "h", "B"), 20, clock)
        os._exit(int(pacer.ask(Slot()) + other.ask(Slot()) != 0))
    status = os.waitpid(child, 0)[1]
    done.set()
    thread.join()
    assert os.waitstatus_to_exitcode(status) == 0
