"""How does the service read the bounds of an interval? No page names their zone; it is learned from the service where it matters."""

from __future__ import annotations

from typing import Any

from ..time_window import TimestampFormat, Window

_TRIES = 3


class IntervalProbe:
    """Whether an interval holds the items whose times, as they are written, are within its bounds.

    Two calls tell: the newest item there is, and what is in the second at which that began. A service that takes the bounds for
    times of another zone does not show it there.

    Args:
        moments: The arithmetic of the items' times.
    """

    def __init__(self, moments: TimestampFormat) -> None:
        self.known = False
        """Whether it does, or there is nothing left that could be missed."""
        self.learning = False
        """Whether an answer is awaited."""
        self._moments = moments
        self._tries = 0
        self._newest: str | None = None

    def begin(self) -> bool:
        """Start to learn; `False` where that was in vain before."""
        self.learning = not self.known and self._tries < _TRIES
        self._tries += 1
        return self.learning

    @property
    def window(self) -> Window | None:
        """The interval to ask for; `None`: without one."""
        return None if self._newest is None else Window(self._moments.second(self._newest), self._moments.after(self._newest))

    def take(self, times: list[Any]) -> None:
        """Take in the times of an answer to either call."""
        readable = bool(times) and self._moments.readable(times[0])
        if self._newest is not None:
            # Where the item has vanished meanwhile, nothing was learned.
            self.known = readable and self._moments.second(times[0]) == self._moments.second(self._newest)
            self._newest, self.learning = None, False
        elif readable:
            self._newest = times[0]
        else:
            self.known, self.learning = not times, False
