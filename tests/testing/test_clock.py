from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from tencentkit.clock import Clock
from tencentkit.testing import ManualClock


def test_clock_stands_still() -> None:
    """Wall and monotonic time move only by `advance`, and together."""
    clock = ManualClock(5)
    seam: Clock = clock
    wall, monotonic = clock.time(), clock.monotonic()
    assert (clock.time(), clock.monotonic()) == (wall, monotonic) == (5, monotonic)
    assert wall != monotonic
    clock.advance(2.5)
    assert (seam.time(), seam.monotonic()) == (wall + 2.5, monotonic + 2.5)


def test_sleeps_advance_the_clock() -> None:
    """A sleep advances the clock and is recorded; `advance` is not."""
    clock = ManualClock(0)
    clock.sleep(1)
    asyncio.run(clock.sleep_async(2))
    clock.advance(4)
    assert clock.time() == 7
    assert clock.sleeps == [1, 2]


async def test_sleep_yields_to_tasks() -> None:
    """An asynchronous sleep lets other tasks run."""
    clock = ManualClock()
    seen: list[str] = []

    async def other() -> None:
        seen.append("other")

    task = asyncio.create_task(other())
    await clock.sleep_async(0)
    seen.append("waiter")
    await task
    assert seen == ["other", "waiter"]


@pytest.mark.parametrize("seconds", [-1, float("nan")])
def test_negative_seconds(seconds: float) -> None:
    """A negative number or NaN raises `ValueError` and changes nothing."""
    clock = ManualClock(0)
    with pytest.raises(ValueError, match="must not be negative"):
        clock.advance(seconds)
    with pytest.raises(ValueError, match="must not be negative"):
        clock.sleep(seconds)
    assert clock.time() == 0
    assert clock.sleeps == []


def test_sleeps_of_threads() -> None:
    """The sleeps of all threads are recorded."""
    clock = ManualClock(0)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(clock.sleep, [1] * 400))
    assert clock.time() == 400
    assert len(clock.sleeps) == 400
