"""Sliding window on a simulated network: it keeps the limit, at nearly full use, and no caller starves."""

from __future__ import annotations

import sys
from math import inf
from types import FrameType
from typing import Any

import pytest

from tencentkit.throttle._limits import UNLIMITED, BucketLimit
from tencentkit.throttle._sliding_window import ARRIVAL_TIMEOUT, SlidingWindow
from tests.throttle.simulation import Simulation, busiest_second, uniform

LIMIT = BucketLimit(20)


@pytest.mark.parametrize("callers", [1, 16, 200])
@pytest.mark.parametrize(("jitter", "use"), [(0.0, 0.97), (0.04, 0.955), (0.1, 0.93), (0.2, 0.88)])
def test_limit_holds_with_any_jitter(callers: int, jitter: float, use: float) -> None:
    """The service refuses nothing, and the unused part of the limit is the mean jitter."""
    for seed in (1, 2):
        result = Simulation(callers=callers, transit=uniform(jitter), seed=seed).run(30)
        assert (busiest_second(result.arrivals), result.refusals) == (min(20, busiest_second(result.arrivals)), 0)
        if callers > 1:  # one caller that waits for each response cannot use the limit
            assert result.use() >= use


def test_cold_connections_cause_no_burst() -> None:
    """Sixty handshakes of up to 0.4 s put at most 20 arrivals into a second, with or without reports of writes."""
    for reports_writes in (True, False):
        result = Simulation(callers=60, connect=uniform(0.4), cold=60, transit=uniform(0.03), reports_writes=reports_writes).run(10)
        assert (busiest_second(result.arrivals), result.refusals) == (20, 0)


@pytest.mark.parametrize("callers", [16, 200])
@pytest.mark.parametrize("length", [0.3, 0.7, 1.0])
def test_stalls_cause_no_burst(callers: int, length: float) -> None:
    """After a stall of the event loop, interpreter or process, no saved-up requests exceed the limit."""
    stalls = tuple((start, start + length) for start in (2.005, 5.11, 8.019, 11.4))
    result = Simulation(callers=callers, transit=uniform(0.04), stalls=stalls).run(20)
    assert (busiest_second(result.arrivals), result.refusals) == (20, 0)


def test_no_caller_starves() -> None:
    """No caller waits longer than (callers / 20) x 1.1 + one window, and no two of 16 differ by more than 3.5 to 1."""
    assert Simulation(callers=200, transit=uniform(0.04)).run(40).longest <= 200 / 20 * 1.1 + 1.05
    calls = Simulation(callers=16, transit=uniform(0.04)).run(20).calls
    assert max(calls.values()) <= 3.5 * min(calls.values())


def test_reports_of_writes_bound_slow_responses() -> None:
    """Responses after 0.1 to 2.1 s still use most of the limit: the bound by the time of writing tightens."""
    result = Simulation(callers=60, transit=uniform(0.02), work=uniform(2.1, 0.1)).run(240)
    assert result.refusals == 0
    assert result.use() > 0.8
    assert result.window.max_transit == pytest.approx(0.05)
    assert Simulation(callers=60, work=uniform(2.1, 0.1), reports_writes=False).run(60).use() < 0.65  # the benefit of the reports


@pytest.mark.parametrize("served", [5, 10, 15])
def test_learns_a_lower_limit(served: int) -> None:
    """The service accepts fewer than published: a few refusals at first, then hardly any, and most of its limit is used."""
    result = Simulation(callers=40, served=served, transit=uniform(0.02)).run(120)
    assert result.refusals <= 60
    late = Simulation(callers=40, served=served, transit=uniform(0.02)).run(120)
    refused_late = [at for at in late.arrivals if at > 20 and at not in set(late.accepted)]
    assert len(refused_late) <= 12
    assert result.use(served) >= 0.85


def test_learned_limit_recovers_slowly() -> None:
    """After one burst of another program the learned limit rises step by step, to the full limit within three minutes."""
    window, now = SlidingWindow(), 0.0
    for ticket in range(1, 21):
        window.acquire(ticket, now + ticket, LIMIT)
        window.mark_completed(ticket, now + ticket, LIMIT)
    window.acquire(99, 30.0, LIMIT)
    window.mark_refused(99, 30.0, LIMIT, 0.0)
    allowed = [window.learned.allowed(LIMIT, 30.0 + second) for second in range(180)]
    assert allowed[0] == allowed[29] == 10
    assert allowed == sorted(allowed)
    assert allowed[-1] == 20


def test_refusal_pauses_and_widens_window() -> None:
    """A refusal pauses for 1 s plus jitter; a series of refusals increases the maximum transit time once."""
    window = SlidingWindow()
    for ticket in range(5):
        window.acquire(ticket, ticket * 0.01, LIMIT)
    for ticket in (3, 4):
        window.mark_refused(ticket, 0.1, LIMIT, 0.2)
    assert window.acquire(7, 0.2, LIMIT) == pytest.approx(1.1)
    assert window.max_transit == pytest.approx(1.025)


def test_unknown_limit_is_learned() -> None:
    """An action without a published limit starts unthrottled and learns its limit from refusals."""
    window, free = SlidingWindow(), BucketLimit(UNLIMITED, gap=0.0)
    assert not any(window.acquire(ticket, 0.0, free) for ticket in range(500))
    result = Simulation(callers=40, limit=UNLIMITED, transit=uniform(0.02)).run(60)
    assert result.refusals <= 60
    assert 10 <= result.window.learned.requests <= 30
    assert result.use() >= 0.8


def test_burst_gets_the_whole_limit() -> None:
    """Twenty of a hundred requests are sent within 0.2 s, one gap apart; the next follow a period later."""
    window = SlidingWindow()
    planned = sorted(window.acquire(ticket, 0.0, LIMIT) for ticket in range(100))
    assert planned[:20] == [pytest.approx(0.01 * number) for number in range(20)]
    assert planned[20] == pytest.approx(1.01)
    assert busiest_second(planned) == 20


def test_first_come_first_served() -> None:
    """A later request gets a later time."""
    window = SlidingWindow()
    planned = [at + window.acquire(ticket, at, BucketLimit(2)) for ticket, at in enumerate((0.0, 0.1, 0.2, 0.3, 0.4))]
    assert planned == sorted(planned)


def test_released_positions_are_free_at_once() -> None:
    """A hundred released positions delay the next request by at most one window, whether all or only the first gave up."""
    for remaining in (0, 50):
        window = SlidingWindow()
        for ticket in range(120 + remaining):
            window.acquire(ticket, 0.0, LIMIT)
        for ticket in range(20, 120):
            window.release(ticket)
        assert window.acquire(999, 0.5, LIMIT) <= 1.05


def test_lost_waiters_expire() -> None:
    """Eight lost waiters leave the other slots free after a quarter of a second, and all slots later."""
    window = SlidingWindow()
    for ticket in range(28):
        window.acquire(ticket, 0.0, LIMIT)
    for ticket in range(20):
        window.acquire(ticket, 0.2 + ticket * 0.011, LIMIT)
        window.mark_completed(ticket, 0.2 + ticket * 0.011, LIMIT)
    sent = 0
    for ticket in range(100, 120):
        now = 2.0 + (ticket - 100) * 0.011
        sent += not window.acquire(ticket, now, LIMIT)
    later = [window.acquire(ticket, 2.5 + ticket * 0.001, LIMIT) for ticket in range(100, 120)]
    assert sent + sum(1 for wait in later if wait < 0.3) >= 20
    for ticket in list(window.in_flight):
        window.mark_completed(ticket, 3.0, LIMIT)
    assert window.acquire(500, 40.0, LIMIT) == 0
    assert not window.queue


def test_raised_limit_reaches_all_waiters() -> None:
    """Ten requests wait at a limit of one, and try again when it is twenty: all of them are sent, in order."""
    window = SlidingWindow()
    assert [window.acquire(ticket, 0.0, BucketLimit(1)) for ticket in range(11)][-1] > 10
    window.mark_completed(0, 0.0, BucketLimit(1))
    assert [window.acquire(ticket, 1.2 + 0.011 * ticket, LIMIT) for ticket in range(1, 11)] == [0.0] * 10


def test_late_waiters_keep_the_limit() -> None:
    """Forty waiters are overdue and twenty requests in flight: new requests wait."""
    window = SlidingWindow()
    for ticket in range(60):
        window.acquire(ticket, 0.0, LIMIT)
    sent = sum(1 for ticket in range(60) if not window.acquire(ticket, 4.0 + ticket * 0.011, LIMIT))
    sent += sum(1 for ticket in range(100, 140) if not window.acquire(ticket, 4.7 + ticket * 0.0001, LIMIT))
    assert sent == 20


def test_abandoned_request_expires() -> None:
    """Its response never comes."""
    window, one = SlidingWindow(), BucketLimit(1)
    assert window.acquire(1, 0.0, one) == 0
    window.mark_abandoned(1, 0.0, one)
    assert window.acquire(2, ARRIVAL_TIMEOUT + one.period - 0.01, one) > 0
    assert window.acquire(2, ARRIVAL_TIMEOUT + one.period + 0.01, one) == 0


def test_memory_stays_bounded() -> None:
    """After hours of use a bucket keeps its last seconds, and the waiters that never came back for 15 s."""
    window = SlidingWindow()
    for step in range(20_000):
        window.acquire(step, step * 0.06, LIMIT)
        if step % 2:
            window.mark_completed(step, step * 0.06 + 0.01, LIMIT)
        else:
            window.mark_written(step, step * 0.06, LIMIT)
    assert window.counted() <= 60
    assert len(window.queue._planned) <= 17 * 15
    assert len(window._expiries) <= 60


def _lines(limit: int, waiting: int) -> int:
    """Return how many lines of Python 200 requests execute, from their first attempt to their response or cancellation."""
    window, bucket = SlidingWindow(), BucketLimit(limit, gap=1e-5)
    for ticket in range(limit + waiting):
        window.in_flight[ticket] = (0.0, inf)
        window.queue.record(0.0, bucket)
        if ticket >= limit:
            del window.in_flight[ticket]
            window.acquire(ticket, 0.0, bucket)
    executed = 0

    def count(frame: FrameType, event: str, _: object) -> Any:
        nonlocal executed
        executed += event == "line"
        return count

    sys.settrace(count)
    try:
        for number in range(200):
            now = 0.5 + number * 1e-4
            window.acquire(10**6 + number, now, bucket)
            if number % 2:
                window.release(10**6 + number)
            if number < limit:
                window.mark_written(number, now, bucket)
                window.mark_completed(number, now, bucket)
            window.expire(now, bucket, 0.0)
    finally:
        sys.settrace(None)
    return executed


def test_cost_is_independent_of_limit() -> None:
    """A request executes as much code at a limit of 10,000 as at 200, and with 5,000 waiting as with none."""
    least = min(_lines(200, 0), _lines(10_000, 0))
    assert max(_lines(limit, waiting) for limit in (200, 10_000) for waiting in (0, 1, 5_000)) <= 1.5 * least


@pytest.mark.parametrize("limit", [100, 1000, 3000])
def test_high_limit_is_used(limit: int) -> None:
    """Late wake-ups of a millisecond do not add up: the plan, not the last request, decides when the next one is due."""
    result = Simulation(callers=limit // 2, transit=uniform(0.01), limit=limit, served=limit).run(4)
    assert busiest_second(result.arrivals) <= limit
    assert result.use(limit) >= 0.9
