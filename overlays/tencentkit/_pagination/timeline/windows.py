"""The stretches of time that a listing is read in: the whole, the chapter at hand, and what of it is asked for."""

from __future__ import annotations

from tencentkit_api.action import Timeline

from ..time_window import TimestampFormat, Window


class TimeWindows:
    """The windows of one listing.

    Args:
        time: The action's timeline.
        own: The interval that the caller gave.
        descending: Whether the newest comes first.
    """

    def __init__(self, time: Timeline, own: Window | None, *, descending: bool) -> None:
        self._moments = TimestampFormat(time.format)
        self._reach = time.reach
        self._own = own
        self._descending = descending
        self.window = own
        """What is asked for."""
        self.chapter = own
        """What is counted together."""
        self.narrowed = False
        """Whether less than the chapter is asked for."""

    def close(self, newest: str) -> None:
        """Keep out what begins after the newest item."""
        own, end = self._own, self._moments.after(newest)
        start = self._moments.before(newest, self._reach) if own is None else own.start
        self.window = self.chapter = Window(start, end if own is None else min(end, own.end))

    def resume(self, time: str, window: Window | None) -> None:
        """Go on behind the time at which another listing stood, in its window."""
        whole = window or self._own or Window(self._moments.before(time, self._reach), self._moments.after(time))
        self.chapter = whole
        self.window = self.chapter = self.rest(time)

    def rest(self, time: str) -> Window | None:
        """What of the chapter lies behind a moment, its second included."""
        if self.chapter is None:
            return self.window
        if self._descending:
            return Window(self.chapter.start, min(self.chapter.end, self._moments.after(time)))
        return Window(max(self.chapter.start, self._moments.second(time)), self.chapter.end)

    def holds(self, time: str) -> bool:
        """Whether a moment is in the chapter at hand."""
        if self.chapter is None:
            return True
        second = self._moments.second(time)
        return second < self.chapter.end if self._descending else second >= self.chapter.start

    def narrow(self, time: str) -> None:
        """Ask for the rest only, and count it with the chapter all the same."""
        rest = self.rest(time)
        self.narrowed = self.narrowed or rest != self.window
        self.window = rest

    def split(self, time: str) -> Window | None:
        """Make the rest a chapter of its own.

        Returns:
            What the chapter before it has more; `None` where the rest is all that is asked for already.
        """
        rest, chapter = self.rest(time), self.chapter
        if rest is None or rest == self.window or chapter is None:
            return None
        self.window = self.chapter = rest
        self.narrowed = False
        return Window(rest.end, chapter.end) if self._descending else Window(chapter.start, rest.start)
