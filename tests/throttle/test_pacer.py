"""The slot log: never more than the limit in any second, first come first served, nothing lost."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from tencentkit._pacer import Pacer


def pacer(limit: int = 20) -> Pacer:
    return Pacer(limit, window=1.05, gap=0.010)


def most_in_a_second(times: list[float]) -> int:
    ordered = sorted(times)
    return max(sum(1 for other in ordered if start <= other < start + 1.0) for start in ordered)


def test_a_burst_gets_the_limit_at_once_and_the_rest_a_window_later() -> None:
    """Twenty of a hundred go within the first window, each gap apart; there is no second burst at its edge."""
    log = pacer()
    slots = [log.reserve(0.0) for _ in range(100)]
    assert sum(1 for slot in slots if slot < 1.05) == 20
    assert all(later - earlier >= 0.010 - 1e-9 for earlier, later in pairwise(slots))
    assert most_in_a_second(slots) == 20


def test_the_long_run_rate_is_the_limit_over_the_window() -> None:
    """Ten thousand waiters are served at 20 in 1.05 s."""
    log = pacer()
    slots = [log.reserve(0.0) for _ in range(10_000)]
    assert 10_000 / slots[-1] == pytest.approx(20 / 1.05, rel=0.01)


@pytest.mark.parametrize("seed", range(8))
def test_no_second_holds_more_than_the_limit_whatever_comes(seed: int) -> None:
    """Random arrivals, late wake-ups, stalls and cancellations never put 21 sends into a second."""
    draw = random.Random(seed)
    log = pacer()
    now = 0.0
    waiting: list[float] = []
    sent: list[float] = []
    for _ in range(1500):
        now += draw.choice([0.0, 0.0, 0.001, 0.02, 0.3]) if draw.random() > 0.002 else 3.0
        if draw.random() < 0.6:
            waiting.append(log.reserve(now))
        if waiting and draw.random() < 0.05:
            log.give_back(waiting.pop(draw.randrange(len(waiting))))
        for slot in sorted(waiting):
            if log.wait(slot, now) == 0.0:
                waiting.remove(slot)
                sent.append(now)
    assert len(sent) > 250
    assert most_in_a_second(sent) <= 20


def test_first_come_first_served() -> None:
    """A later caller gets a later slot."""
    log = pacer(2)
    slots = [log.reserve(at) for at in (0.0, 0.1, 0.2, 0.3, 2.0)]
    assert slots == sorted(slots)


def test_a_cancelled_slot_goes_to_the_next_caller() -> None:
    """After a hundred waiters gave up, the next one waits no longer than one window."""
    log = pacer()
    slots = [log.reserve(0.0) for _ in range(120)]
    for slot in slots[20:]:
        log.give_back(slot)
    assert log.reserve(0.5) <= 1.05 + 1e-9


def test_a_late_waiter_moves_the_others_along() -> None:
    """When the whole process stood still, what comes after keeps its distance."""
    log = pacer()
    slots = [log.reserve(0.0) for _ in range(60)]
    for slot in slots[:20]:
        assert log.wait(slot, slot) == 0.0
    now, sent = 5.0, []
    for slot in slots[20:]:
        while wait := log.wait(slot, now):
            now += wait
        sent.append(now)
    assert most_in_a_second(sent) == 20


def test_waiting_is_told_until_the_slot_has_come() -> None:
    """`wait` tells the seconds that are left, then 0."""
    log = pacer(1)
    assert log.wait(log.reserve(0.0), 0.0) == 0.0
    slot = log.reserve(0.0)
    assert log.wait(slot, 0.0) == pytest.approx(1.05)
    assert log.wait(slot, 1.0) == pytest.approx(0.05)
    assert log.wait(slot, 1.0500001) == 0.0


def test_memory_stays_bounded_in_a_long_run() -> None:
    """A bucket that is used for hours keeps no more than a few windows of slots."""
    log = pacer()
    for step in range(20_000):
        log.reserve(step * 0.06)
    assert len(log._slots) <= 3 * 20
