"""State of a bucket in a store: clocks of several processes."""

from __future__ import annotations

from tencentkit.throttle._limits import BucketLimit
from tencentkit.throttle._sliding_window import ARRIVAL_TIMEOUT
from tencentkit.throttle._store_window import StoreWindow

LIMIT = BucketLimit(20)


def test_clock_step_back_delays_little() -> None:
    """Times in the future are moved to now."""
    window = StoreWindow()
    for ticket in range(40):
        window.acquire(ticket, 1000.0, LIMIT)
    for ticket in range(0, 20, 2):
        window.mark_completed(ticket, 1000.2, LIMIT)
    window.clamp_future_times(500.0)
    assert window.acquire(99, 500.0, LIMIT) <= ARRIVAL_TIMEOUT + LIMIT.period


def test_late_clock_reading_keeps_counts() -> None:
    """A process stalls between reading the clock and acquiring: later requests of others still count as long as before."""
    window = StoreWindow()
    for ticket in range(20):
        window.acquire(ticket, 10.0 + ticket * 0.011, LIMIT)
        window.mark_completed(ticket, 10.3, LIMIT)
    window.clamp_future_times(9.5)
    assert window.acquire(99, 9.5, LIMIT) > 0
    assert window.acquire(99, 11.2, LIMIT) > 0
    assert window.acquire(99, 11.32, LIMIT) == 0
