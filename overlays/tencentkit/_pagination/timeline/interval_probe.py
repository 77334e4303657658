"""Interval probe: learn whether the service reads interval bounds as it writes times, since the documentation names no time zone."""

from __future__ import annotations

from typing import Any

from ..time_window import TimestampFormat, Window

_MAX_PROBES = 3


class IntervalProbe:
    """Probe that an interval contains the items whose times, as written, lie within its bounds.

    It takes two calls: the newest item, and the items in that item's second. A service that reads the bounds in another time zone
    does not list the item there.

    Args:
        timestamps: The format of the items' times.
    """

    def __init__(self, timestamps: TimestampFormat) -> None:
        self.confirmed = False
        """Whether intervals are reliable, or no item is left that could be missed."""
        self.active = False
        """Whether a response is pending."""
        self._timestamps = timestamps
        self._probes = 0
        self._newest: str | None = None

    def start(self) -> bool:
        """Start a probe; return whether one is worthwhile."""
        self.active = not self.confirmed and self._probes < _MAX_PROBES
        self._probes += 1
        return self.active

    @property
    def window(self) -> Window | None:
        """Window of the next call; `None`: without a window."""
        return None if self._newest is None else Window(self._timestamps.truncate(self._newest), self._timestamps.next_second(self._newest))

    def accept(self, times: list[Any]) -> None:
        """Process the items' times of either response."""
        valid = bool(times) and self._timestamps.is_valid(times[0])
        if self._newest is not None:
            # If the item has vanished meanwhile, the probe is inconclusive.
            self.confirmed = valid and self._timestamps.truncate(times[0]) == self._timestamps.truncate(self._newest)
            self._newest, self.active = None, False
        elif valid:
            self._newest = times[0]
        else:
            self.confirmed, self.active = not times, False
