"""A fixed sample of `python -m bench pages-simulation`: events start, end and expire while a listing runs."""

from __future__ import annotations

from typing import Any

import pytest

from bench.pages_simulation import closed, on_loop, plain


@pytest.mark.parametrize("first", range(0, 120, 30))
def test_the_closed_window_misses_and_doubles_nothing(first: int) -> None:
    """In no run is an event missed that was there from the first answer to the last, and none comes twice."""
    for seed in range(first, first + 30):
        outcome = closed(seed)
        assert (outcome.missed, outcome.doubled) == (0, 0), seed


@pytest.mark.parametrize("way", [closed, on_loop], ids=["threads", "event loop"])
@pytest.mark.parametrize("prefetch", [1, 4])
def test_neither_with_pages_ahead(way: Any, prefetch: int) -> None:
    """Pages that were asked for ahead are joined like any, in whatever order they are answered; the seed draws it."""
    for seed in range(3020, 3045):
        outcome = way(seed, prefetch=prefetch)
        assert (outcome.missed, outcome.doubled) == (0, 0), seed


def test_a_seed_gives_one_outcome() -> None:
    """Pages ahead, too: what fails here fails again."""
    for way in (closed, on_loop):
        assert way(3036, prefetch=4) == way(3036, prefetch=4)


def test_the_plain_walk_does_both() -> None:
    """What the usual loop over offsets makes of the same worlds: the simulation is no easy one."""
    outcomes = [plain(seed) for seed in range(50)]
    assert sum(outcome.missed > 0 for outcome in outcomes) > 3
    assert sum(outcome.doubled > 0 for outcome in outcomes) > 15
