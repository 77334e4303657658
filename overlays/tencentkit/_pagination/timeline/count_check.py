"""Does the service count as many items as were listed? If it counts more, that window is read again, a few times."""

from __future__ import annotations

from typing import Any

from ..strategy import AGAIN, COUNT, Completeness, PageRequest
from ..time_window import Window
from .side_requests import SideRequest

_ROUNDS = 3


class CountChecks:
    """The windows that were read, until the service's count of each fits.

    Args:
        key: What names an item.
        page: Rows to ask for when a window is read again.
        verdict: Where to say what stays missing.
    """

    def __init__(self, key: str, page: int, verdict: Completeness) -> None:
        self._key = key
        self._page = page
        self._verdict = verdict
        self._open: list[_Recount] = []

    def __len__(self) -> int:
        return len(self._open)

    @property
    def reading(self) -> bool:
        """Whether a window is read again."""
        return any(one.reading for one in self._open)

    def add(self, window: Window | None, keys: set[str]) -> SideRequest:
        """Have a window counted, given the keys that were seen in it; those that are found late are added."""
        self._open.append(_Recount(window, keys))
        return SideRequest(COUNT, window)

    def counted(self, ask: PageRequest, total: int | None) -> SideRequest | None:
        """Take in a count; what to ask next, if it does not fit."""
        one = self._of(ask)
        # Fewer than were seen are fine: items vanish.
        one.reading = total is not None and len(one.keys) < total
        if not one.reading:
            self._open.remove(one)
            return None
        return self._next(one)

    def take(self, ask: PageRequest, rows: list[Any], total: int | None) -> tuple[list[Any], SideRequest | None]:
        """Take in a page that was read again: the rows that were missed before, and what to ask next."""
        one = self._of(ask)
        late = [row for row in rows if one.is_new(getattr(row, self._key, None))]
        one.found += len(late)
        one.pages += 1
        one.offset += len(rows)
        if late:
            self._verdict.changed = True
        # A service that gives the same rows at every offset would never reach its total.
        if rows and total is not None and one.offset < total and one.pages <= 3 + len(one.keys) // len(rows):
            return late, self._next(one)
        if total is None or len(one.keys) >= total:
            self._open.remove(one)
            return late, None
        if not one.found or one.rounds >= _ROUNDS:
            self.give_up(ask)
            return late, None
        one.rounds += 1
        one.pages = one.found = one.offset = 0
        return late, self._next(one)

    def give_up(self, ask: PageRequest) -> None:
        """Say that something is missing."""
        self._verdict.doubt("the service counts more items than it lists")
        self._open.remove(self._of(ask))

    def _of(self, ask: PageRequest) -> _Recount:
        return next(one for one in self._open if one.window == ask.window)

    def _next(self, one: _Recount) -> SideRequest:
        return SideRequest(AGAIN, one.window, one.offset, self._page)


class _Recount:
    def __init__(self, window: Window | None, keys: set[str]) -> None:
        self.window = window
        self.keys = keys
        self.reading = False
        self.rounds = 1
        self.pages = self.found = self.offset = 0

    def is_new(self, key: object) -> bool:
        if not isinstance(key, str) or key in self.keys:
            return False
        self.keys.add(key)
        return True
