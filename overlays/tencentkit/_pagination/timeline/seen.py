"""Seen rows: the read position with its keys, and deduplication."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tencentkit_api.action import Paging, Timeline

from ...errors import ListingStalled
from ..time_window import TimestampFormat
from .resume_point import ResumePoint


class UnorderedRows(Exception):
    """Rows have no time or key, or are not in the requested order. Paging by offset takes over."""


class ReadPosition:
    """Position of the last row that was read, and what the next page is compared with.

    Args:
        paging: The action's row of the paging table.
        time: Its timeline.
        descending: Whether the newest item comes first.
    """

    def __init__(self, paging: Paging, time: Timeline, *, descending: bool) -> None:
        self.timestamps = TimestampFormat(time.format)
        self._names = (paging.key or "", time.item)
        self._descending = descending
        self.boundary: str | None = None
        """Time of the last row."""
        self.recent: dict[str, str] = {}
        """Times by key of the rows in the last row's second; the next window begins with them."""
        self.keys: set[str] = set()
        """Keys that were seen in the current window."""

    @property
    def ties(self) -> int:
        """Number of rows that share the last row's time."""
        return sum(time == self.boundary for time in self.recent.values())

    def precedes(self, one: str, other: str) -> bool:
        """Return whether time `one` comes strictly before `other` in the listing."""
        return one > other if self._descending else one < other

    def parse(self, rows: list[Any]) -> tuple[list[str], list[str]]:
        """Return the keys and the times of the rows.

        Raises:
            UnorderedRows: A key or a time is missing, or the rows are out of order.
        """
        key_name, time_name = self._names
        keys: list[Any] = [getattr(row, key_name, None) for row in rows]
        times: list[Any] = [getattr(row, time_name, None) for row in rows]
        if not all(isinstance(value, str) for value in (*keys, *times)):
            raise UnorderedRows
        if times != sorted(times, reverse=self._descending):
            raise UnorderedRows
        if times and not (self.timestamps.is_valid(times[0]) and self.timestamps.is_valid(times[-1])):
            raise UnorderedRows
        return keys, times

    def connects(self, keys: list[str], times: list[str], *, at_start: bool) -> bool:
        """Return whether no item can be missing between the last row and these rows.

        Args:
            keys: Keys of the rows.
            times: Times of the rows.
            at_start: Whether the rows begin a window that starts in the last row's second. Such a window holds the last row,
                unless that has vanished.
        """
        if not times or self.boundary is None:
            return False
        if at_start:
            return not self.precedes(self.boundary, times[0])
        return self.precedes(times[0], self.boundary) or keys[0] in self.keys

    def advance(self, keys: list[str], times: list[str]) -> None:
        """Move to the last of these rows, unless all of them were read before."""
        if not times or (self.boundary is not None and self.precedes(times[-1], self.boundary)):
            return
        second = self.timestamps.truncate(times[-1])
        if self.boundary is None or self.timestamps.truncate(self.boundary) != second:
            self.recent = {}
        self.boundary = times[-1]
        for i in range(len(times) - 1, -1, -1):
            if self.timestamps.truncate(times[i]) != second:
                break
            self.recent[keys[i]] = times[i]

    def start_window(self) -> None:
        """Forget all keys except those in the last row's second."""
        self.keys = set(self.recent)


class Deduplicator:
    """Filter of a page: drops duplicates and items that started after the listing.

    Args:
        position: The read position; its keys are extended.
        start: Resume point of an earlier listing.
    """

    def __init__(self, position: ReadPosition, start: ResumePoint | None) -> None:
        self._position = position
        self._start = start
        self.newest: str | None = None
        """Time of the newest item when the listing began; `None` for a resumed listing, whose window is closed."""
        self._idle_pages = 0

    def set_newest(self, time: str) -> None:
        """Record the time of the newest item, unless it is known."""
        if self._start is None:
            self.newest = self.newest or time

    def is_later(self, time: Any) -> bool:
        """Return whether an item started after the listing."""
        return self.newest is not None and isinstance(time, str) and time > self.newest

    def filter(self, rows: list[Any], keys: list[str], times: list[str], in_window: Callable[[str], bool]) -> tuple[list[Any], int]:
        """Return the new rows of a page, and the number of rows that were seen before.

        Args:
            rows: Rows of the page.
            keys: Keys of the rows.
            times: Times of the rows.
            in_window: Returns whether a time is in the current window. Rows before it were delivered, and their keys forgotten.
        """
        known, start = self._position.keys, self._start
        some_later = bool(times) and self.is_later(max(times))
        items = []
        repeated = 0
        for row, key, time in zip(rows, keys, times, strict=True):
            if key in known or not in_window(time):
                repeated += 1
                continue
            known.add(key)
            if not (some_later and self.is_later(time)) and (start is None or not start.covers(key, time, self._position.precedes)):
                items.append(row)
        return items, repeated

    def check_progress(self, received: int, repeated: int, overlap: int) -> None:
        """Count pages without a new row.

        Raises:
            ListingStalled: There are more of them than a new window can cause.
        """
        self._idle_pages = 0 if repeated < received or not received else self._idle_pages + 1
        if self._idle_pages > 2 + len(self._position.recent) // max(1, received - overlap):
            raise ListingStalled("the service returns the same items repeatedly")
