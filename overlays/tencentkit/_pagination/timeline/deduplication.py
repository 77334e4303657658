"""Which rows of a page are given: not those that were given before, nor what began after the listing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...errors import ListingStalled
from .read_position import ReadPosition
from .resume_point import ResumePoint


class Deduplicator:
    """Lets through each row once.

    Args:
        track: What was read; keys that come are added to its own.
        start: Where another listing stood, to go on from there.
    """

    def __init__(self, track: ReadPosition, start: ResumePoint | None) -> None:
        self._track = track
        self._start = start
        self.newest: str | None = None
        """The time of the newest item when the listing began; `None` where its window is that of another listing."""
        self._idle = 0

    def begin(self, time: str) -> None:
        """Note the newest item."""
        if self._start is None:
            self.newest = self.newest or time

    def began_later(self, time: Any) -> bool:
        """Whether an item began after the listing, and so does not belong to it."""
        return self.newest is not None and isinstance(time, str) and time > self.newest

    def pass_on(self, rows: list[Any], keys: list[str], times: list[str], holds: Callable[[str], bool]) -> tuple[list[Any], int]:
        """The rows to give, and how many were seen before.

        Args:
            rows: Of a page.
            keys: Their keys.
            times: Their times.
            holds: Whether a time is in the chapter whose keys are known; what is before it was given.
        """
        known, start = self._track.keys, self._start
        some_later = bool(times) and self.began_later(max(times))
        items = []
        repeated = 0
        for row, key, time in zip(rows, keys, times, strict=True):
            if key in known or not holds(time):
                repeated += 1
                continue
            known.add(key)
            if not (some_later and self.began_later(time)) and (start is None or not start.passed(key, time, self._track.ahead)):
                items.append(row)
        return items, repeated

    def watch(self, came: int, repeated: int, overlap: int) -> None:
        """Hold against the service that a page had nothing new.

        Raises:
            ListingStalled: For longer than what a new start has to read again.
        """
        self._idle = 0 if repeated < came or not came else self._idle + 1
        if self._idle > 2 + len(self._track.recent) // max(1, came - overlap):
            raise ListingStalled("the service gives the same items again and again")
