"""Demand of the members of a bucket, by priority class, and their max-min fair shares."""

from __future__ import annotations

from math import floor, log2
from typing import NamedTuple

PRIORITIES = 3
_FLOOR = 0.1
"""Part of the limit that each priority class keeps under pressure from higher ones."""
_TURN_LIMIT, _MAX_TURN, _LONG_TURN = 500.0, 2.0, 6.3


class Shares(NamedTuple):
    """Fair shares of one priority class.

    Attributes:
        base: Permits of each member that wants so many.
        turns: Permits above that, which rotate.
        turn: Seconds for which a member has one of those.
    """

    base: int
    turns: int
    turn: float


def level_of(want: int) -> int:
    """Return the histogram level of a demand: exact below 16, then four for each power of two."""
    return want if want < 16 else 16 + floor(log2(want / 16) * 4)


class Demand:
    """Histogram of the demands: members and sum by level, so that fair shares do not depend on the number of members."""

    def __init__(self) -> None:
        self._counts: list[dict[int, int]] = [{} for _ in range(PRIORITIES)]
        self._sums: list[dict[int, int]] = [{} for _ in range(PRIORITIES)]

    def add(self, want: int, priority: int) -> None:
        """Add a member that wants so many permits."""
        if want:
            level, counts, sums = level_of(want), self._counts[priority], self._sums[priority]
            counts[level], sums[level] = counts.get(level, 0) + 1, sums.get(level, 0) + want

    def remove(self, want: int, priority: int) -> None:
        """Remove a member that was added."""
        if want:
            level, counts, sums = level_of(want), self._counts[priority], self._sums[priority]
            counts[level], sums[level] = counts[level] - 1, sums[level] - want
            if not counts[level]:
                del counts[level], sums[level]

    def _capacity(self, priority: int, allowed: int) -> int:
        """Return the permits of one priority class: what higher classes leave, but at least its floor."""
        wants = [sum(sums.values()) for sums in self._sums]
        reserve = max(1, floor(allowed * _FLOOR))
        left = allowed
        for one in range(PRIORITIES):
            below = sum(min(wants[lower], reserve) for lower in range(one + 1, PRIORITIES))
            capacity = min(wants[one], max(left - below, 0))
            if one == priority:
                return capacity
            left -= capacity
        raise ValueError(priority)

    def fair_shares(self, priority: int, allowed: int) -> Shares:
        """Return the max-min fair shares of the members of a class."""
        left = self._capacity(priority, allowed)
        counts, sums = self._counts[priority], self._sums[priority]
        count = sum(counts.values())
        for level in sorted(counts):
            if sums[level] * count > left * counts[level]:
                base = left // count
                return Shares(base, left - base * count, _LONG_TURN if base else min(_MAX_TURN, allowed / _TURN_LIMIT))
            left -= sums[level]
            count -= counts[level]
        return Shares(allowed, 0, 0.0)

    def exceeds(self, allowed: int) -> bool:
        """Return whether the members want more than there is."""
        return sum(sum(sums.values()) for sums in self._sums) > allowed
