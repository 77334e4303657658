from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from tencentkit.clock import Clock
from tencentkit.testing import ManualClock


def test_the_clock_stands_still_until_it_is_moved() -> None:
    """Neither of its times moves by itself, and both move together."""
    clock = ManualClock(5)
    seam: Clock = clock
    wall, monotonic = clock.time(), clock.monotonic()
    assert (clock.time(), clock.monotonic()) == (wall, monotonic) == (5, monotonic)
    assert wall != monotonic
    clock.advance(2.5)
    assert (seam.time(), seam.monotonic()) == (wall + 2.5, monotonic + 2.5)


def test_a_wait_takes_no_time_and_is_noted() -> None:
    """A wait moves the clock by its length, in a thread and in a task, and only waits are noted."""
    clock = ManualClock(0)
    clock.sleep(1)
    asyncio.run(clock.sleep_async(2))
    clock.advance(4)
    assert clock.time() == 7
    assert clock.sleeps == [1, 2]


async def test_a_wait_lets_other_tasks_run() -> None:
    """A task that waits gives way, so that a loop of waits cannot starve the others."""
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
def test_the_clock_never_goes_back(seconds: float) -> None:
    """A negative step is refused and changes nothing."""
    clock = ManualClock(0)
    with pytest.raises(ValueError, match="forward"):
        clock.advance(seconds)
    with pytest.raises(ValueError, match="forward"):
        clock.sleep(seconds)
    assert clock.time() == 0
    assert clock.sleeps == []


def test_threads_lose_no_wait() -> None:
    """Waits of many threads all count."""
    clock = ManualClock(0)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(clock.sleep, [1] * 400))
    assert clock.time() == 400
    assert len(clock.sleeps) == 400
