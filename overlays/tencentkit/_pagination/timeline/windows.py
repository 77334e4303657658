"""Time windows of one listing: closed at the newest item, and split where an offset would become too high."""

from __future__ import annotations

from collections.abc import Callable

from tencentkit_api.action import Timeline

from ..time_window import Window
from .page_plan import PagePlan
from .seen import ReadPosition


class TimeWindows:
    """Windows of one listing: what the calls request, and what is counted as a unit.

    Args:
        time: The action's timeline.
        requested: The caller's own interval.
        position: The read position.
        plan: The page plan.
        descending: Whether the newest item comes first.
    """

    def __init__(self, time: Timeline, requested: Window | None, position: ReadPosition, plan: PagePlan, *, descending: bool) -> None:
        self._timestamps = position.timestamps
        self._reach = time.reach
        self._requested = requested
        self._position = position
        self._plan = plan
        self._descending = descending
        self.current = requested
        """Window of the next request."""
        self.counted = requested
        """Window whose rows are counted as a unit; the current one is all of it, or its remainder."""
        self.narrowed = False
        """Whether the current window is smaller than the counted one."""

    def close(self, newest: str) -> None:
        """Exclude items that start after the newest one."""
        requested, end = self._requested, self._timestamps.next_second(newest)
        start = self._timestamps.subtract(newest, self._reach) if requested is None else requested.start
        self.current = self.counted = Window(start, end if requested is None else min(end, requested.end))

    def resume(self, time: str, window: Window | None) -> None:
        """Continue at the time and in the window of a resume point."""
        timestamps = self._timestamps
        self.counted = window or self._requested or Window(timestamps.subtract(time, self._reach), timestamps.next_second(time))
        self.current = self.counted = self._remainder(time)

    def contains(self, time: str) -> bool:
        """Return whether a time is in the counted window."""
        if self.counted is None:
            return True
        second = self._timestamps.truncate(time)
        return second < self.counted.end if self._descending else second >= self.counted.start

    def restart(self, time: str) -> None:
        """Continue in the remainder of the window, from the second of `time` on; the rows still count with the whole."""
        remainder = self._remainder(time)
        self.narrowed = self.narrowed or remainder != self.current
        self.current = remainder
        self._plan.restart()

    def after_first_page(self, newest: str | None, *, skipped: bool) -> None:
        """Close the window after the first page.

        Args:
            newest: Time of the newest item, if it was unknown before.
            skipped: Whether the caller skipped rows at the start. Their number is unknown from now on, so that a new window begins.
        """
        if newest is not None:
            self.close(newest)
        boundary = self._position.boundary
        if skipped and boundary is not None:
            self._position.start_window()
            self._split(boundary)
            self.restart(boundary)
        self._plan.discard_pending()

    def start_next(self, count: Callable[[Window, set[str]], None]) -> bool:
        """Start a window with the remainder of the current one.

        Args:
            count: Checks the count of the window that was read, given the keys that were seen in it.

        Returns:
            Whether there is a smaller window.
        """
        position, plan = self._position, self._plan
        if position.boundary is None or (read := self._split(position.boundary)) is None:
            return False
        if read.start < read.end and not plan.undercounted:
            count(read, position.keys - position.recent.keys())
        position.start_window()
        if plan.in_flight:
            # Without a pause: the pages in flight keep the window in which they were requested.
            plan.rebase(len(position.recent))
        else:
            self.restart(position.boundary)
        return True

    def _remainder(self, time: str) -> Window | None:
        """Return the counted window from the second of `time` on."""
        if self.counted is None:
            return self.current
        if self._descending:
            return Window(self.counted.start, min(self.counted.end, self._timestamps.next_second(time)))
        return Window(max(self.counted.start, self._timestamps.truncate(time)), self.counted.end)

    def _split(self, time: str) -> Window | None:
        """Count the remainder as a window of its own; return the window before it, or `None` if there is no smaller remainder."""
        remainder, counted = self._remainder(time), self.counted
        if remainder is None or remainder == self.current or counted is None:
            return None
        self.current = self.counted = remainder
        self.narrowed = False
        return Window(remainder.end, counted.end) if self._descending else Window(counted.start, remainder.start)
