"""Resume point of a listing along the time of its items: the last item's time, and the time window."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from typing import Any, NamedTuple, Self

from ..cursor import BY_TIME
from ..time_window import Window


class ResumePoint(NamedTuple):
    """Point in a listing: behind the items that were delivered up to a time."""

    time: str | None
    """Time of the furthest item; `None` before the first."""
    ties: tuple[str, ...]
    """Digests of the keys of the delivered items of exactly that time."""
    window: Window | None
    """Window of the whole listing, once it is closed."""

    def after(self, items: list[Any], key: str, time: str, precedes: Callable[[str, str], bool]) -> Self:
        """Return the point behind these items. Late items do not move it back."""
        furthest, ties = self.time, list(self.ties)
        for item in items:
            at = getattr(item, time)
            if furthest is None or precedes(furthest, at):
                furthest, ties = at, [getattr(item, key)]
            elif at == furthest:
                ties.append(getattr(item, key))
        if furthest == self.time:
            known = len(self.ties)
            return self._replace(ties=(*self.ties, *map(_digest, ties[known:])))
        return self._replace(time=furthest, ties=tuple(map(_digest, ties)))

    def within(self, window: Window | None) -> Self:
        """Return the point in this window."""
        return self if window is None or window == self.window else self._replace(window=window)

    def covers(self, key: str, at: str, precedes: Callable[[str, str], bool]) -> bool:
        """Return whether an item lies before this point."""
        return self.time is not None and (precedes(at, self.time) or (at == self.time and _digest(key) in self.ties))

    def as_json(self) -> list[Any]:
        """Return the content of a cursor."""
        return [BY_TIME, self.time, list(self.ties), list(self.window) if self.window else None]


def _digest(key: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(key.encode()).digest()[:6]).decode()
