"""What a listing along the time of its items has read: how far, and which rows a page must meet to be joined to it."""

from __future__ import annotations

from typing import Any

from tencentkit_api.action import Paging, Timeline

from ..time_window import TimestampFormat


class Unordered(Exception):
    """The rows have no time or key, or do not come in the order that was asked for: a walk that needs no order takes over."""


class ReadPosition:
    """The rows that were read, as far as the next page needs them.

    Args:
        paging: The action's row.
        time: Its timeline.
        descending: Whether the newest comes first.
    """

    def __init__(self, paging: Paging, time: Timeline, *, descending: bool) -> None:
        self.moments = TimestampFormat(time.format)
        self._names = (paging.key or "", time.item)
        self._descending = descending
        self.boundary: str | None = None
        """Time of the last row."""
        self.recent: dict[str, str] = {}
        """Times by key of the rows of its second, which a new start reads again."""
        self.keys: set[str] = set()
        """Keys of this chapter."""

    @property
    def ties(self) -> int:
        """How many rows share the last one's time."""
        return sum(time == self.boundary for time in self.recent.values())

    def ahead(self, one: str, other: str) -> bool:
        """Whether `one` comes strictly before `other` in the listing."""
        return one > other if self._descending else one < other

    def read(self, rows: list[Any]) -> tuple[list[str], list[str]]:
        """Keys and times of the rows.

        Raises:
            Unordered: They cannot be followed.
        """
        key_name, time_name = self._names
        keys: list[Any] = [getattr(row, key_name, None) for row in rows]
        times: list[Any] = [getattr(row, time_name, None) for row in rows]
        if not all(isinstance(value, str) for value in (*keys, *times)):
            raise Unordered
        if times != sorted(times, reverse=self._descending):
            raise Unordered
        if times and not (self.moments.readable(times[0]) and self.moments.readable(times[-1])):
            raise Unordered
        return keys, times

    def meets(self, keys: list[str], times: list[str], *, at_start: bool) -> bool:
        """Whether nothing can be missing between what was read and these rows.

        Args:
            keys: Their keys.
            times: Their times.
            at_start: Whether they stand at the start of a window that begins in the last row's own second; it holds that row,
                unless it has vanished.
        """
        if not times or self.boundary is None:
            return False
        if at_start:
            return not self.ahead(self.boundary, times[0])
        return self.ahead(times[0], self.boundary) or keys[0] in self.keys

    def remember(self, keys: list[str], times: list[str]) -> None:
        """Move the boundary to the last row, unless all were read before."""
        if not times or (self.boundary is not None and self.ahead(times[-1], self.boundary)):
            return
        second = self.moments.second(times[-1])
        if self.boundary is None or self.moments.second(self.boundary) != second:
            self.recent = {}
        self.boundary = times[-1]
        for i in range(len(times) - 1, -1, -1):
            if self.moments.second(times[i]) != second:
                break
            self.recent[keys[i]] = times[i]

    def new_chapter(self) -> None:
        """Forget all but the last row's second."""
        self.keys = set(self.recent)
