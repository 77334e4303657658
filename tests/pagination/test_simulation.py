"""Fixed sample of `python -m bench pages-simulation`: events start, end and expire while a listing runs."""

from __future__ import annotations

from typing import Any

import pytest

from bench.pages_simulation import by_event_loop, by_offset, by_threads


@pytest.mark.parametrize("first", range(0, 120, 30))
def test_no_missed_or_duplicate_events(first: int) -> None:
    """No run misses an event that was listed from the first response to the last, and none comes twice."""
    for seed in range(first, first + 30):
        outcome = by_threads(seed)
        assert (outcome.missed, outcome.duplicates) == (0, 0), seed


@pytest.mark.parametrize("listing", [by_threads, by_event_loop], ids=["threads", "event loop"])
@pytest.mark.parametrize("prefetch", [1, 4])
def test_no_missed_or_duplicate_with_prefetch(listing: Any, prefetch: int) -> None:
    """Also with pages ahead, in whatever order the seed draws their responses."""
    for seed in range(3020, 3045):
        outcome = listing(seed, prefetch=prefetch)
        assert (outcome.missed, outcome.duplicates) == (0, 0), seed


def test_seed_is_reproducible() -> None:
    """Also with pages ahead: a failure here fails again."""
    for listing in (by_threads, by_event_loop):
        assert listing(3036, prefetch=4) == listing(3036, prefetch=4)


def test_plain_offsets_miss_and_duplicate() -> None:
    """The usual loop over offsets fails in the same worlds, so the simulation is hard enough."""
    outcomes = [by_offset(seed) for seed in range(50)]
    assert sum(outcome.missed > 0 for outcome in outcomes) > 3
    assert sum(outcome.duplicates > 0 for outcome in outcomes) > 15
