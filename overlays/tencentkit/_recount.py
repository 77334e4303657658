"""Does the service count as many items as it listed? If it counts more, it is asked again, a few times."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._moments import Window
from ._walk import Ask, Verdict

if TYPE_CHECKING:
    from ._joined_walk import JoinedWalk

_ROUNDS = 3


class Recount:
    """One window that was read, and the keys that were seen in it.

    Args:
        window: The window.
        keys: The keys; those that are found late are added.
    """

    def __init__(self, window: Window | None, keys: set[str]) -> None:
        self.window = window
        self.offset = 0
        self.counting = False
        """Whether the service's count is still to come."""
        self.flying = False
        self.done = False
        self._keys = keys
        self._rounds = 1
        self._pages = 0
        self._found = 0

    def fits(self, total: int | None) -> bool:
        """Whether there is nothing to read again. Fewer than were seen are fine: items vanish."""
        self.counting = False
        return total is None or len(self._keys) >= total

    def ask(self, walk: JoinedWalk) -> Ask | None:
        """The next page to read again, one at a time."""
        if self.flying or self.done or self.counting:
            return None
        self.flying = True
        return walk.again(self)

    def take(self, rows: list[Any], key: str, total: int | None, verdict: Verdict) -> list[Any]:
        """The rows that were missed before."""
        self.flying = False
        keys = self._keys
        late = []
        for row in rows:
            value = getattr(row, key, None)
            if isinstance(value, str) and value not in keys:
                keys.add(value)
                late.append(row)
        self._found += len(late)
        self._pages += 1
        self.offset += len(rows)
        if late:
            verdict.changed = True
        # A service that gives the same rows at every offset would never reach its total.
        if not rows or total is None or self.offset >= total or self._pages > 3 + len(keys) // len(rows):
            self._conclude(total, verdict)
        return late

    def _conclude(self, total: int | None, verdict: Verdict) -> None:
        if total is None or len(self._keys) >= total:
            self.done = True
        elif not self._found or self._rounds >= _ROUNDS:
            verdict.doubt("the service counts more items than it lists")
            self.done = True
        else:
            self._rounds += 1
            self._pages = self._found = self.offset = 0
