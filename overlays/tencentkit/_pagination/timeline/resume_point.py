"""Where a listing along the time of its items stands: after which item, in which window."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from typing import Any, NamedTuple, Self

from ..time_window import Window


class ResumePoint(NamedTuple):
    """After the items that were given up to a moment."""

    time: str | None
    """Time of the furthest item; `None` before the first."""
    ties: tuple[str, ...]
    """Digests of the keys of the items of exactly that time that were given."""
    window: Window | None
    """The window of the whole listing, once it is closed."""

    def after(self, items: list[Any], key: str, time: str, ahead: Callable[[str, str], bool]) -> Self:
        """The place after these items, too. One that came late does not lead back."""
        furthest, ties = self.time, list(self.ties)
        for item in items:
            at = getattr(item, time)
            if furthest is None or ahead(furthest, at):
                furthest, ties = at, [getattr(item, key)]
            elif at == furthest:
                ties.append(getattr(item, key))
        if furthest == self.time:
            known = len(self.ties)
            return self._replace(ties=(*self.ties, *map(digest, ties[known:])))
        return self._replace(time=furthest, ties=tuple(map(digest, ties)))

    def within(self, window: Window | None) -> Self:
        """The place in this window."""
        return self if window is None or window == self.window else self._replace(window=window)

    def passed(self, key: str, at: str, ahead: Callable[[str, str], bool]) -> bool:
        """Whether an item was given, or was left out, before this place."""
        return self.time is not None and (ahead(at, self.time) or (at == self.time and digest(key) in self.ties))

    def as_json(self) -> list[Any]:
        """For a cursor."""
        return ["t", self.time, list(self.ties), list(self.window) if self.window else None]


def digest(key: str) -> str:
    """A short stand-in for a key."""
    return base64.urlsafe_b64encode(hashlib.sha256(key.encode()).digest()[:6]).decode()
