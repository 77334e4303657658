"""Where the next page of a listing begins, how large it is, and what is on its way."""

from __future__ import annotations

from typing import NamedTuple

from tencentkit_api.action import Paging

_OVERLAP = 2
_CHAPTER = 10_000
"""Rows that are counted together, where no cap on the offset asks for fewer."""


class RowRange(NamedTuple):
    """Which rows to ask for."""

    offset: int
    """In the window."""
    rows: int
    overlap: int
    """How many of them were read before, if nothing has changed."""


class PagePlan:
    """Positions of rows: the first one of the window that was asked for last is at `origin`.

    Args:
        paging: The action's row.
        size: New rows that a page is to give.
        offset: How many rows to skip at the start.
    """

    def __init__(self, paging: Paging, size: int, offset: int) -> None:
        self._size = size
        self._maximum = paging.maximum
        self.cap = paging.cap or _CHAPTER
        """How far an offset may reach."""
        self.origin = 0
        self.base = offset
        """Behind the last row that was read."""
        self.next = offset
        """Behind the last row that was asked for."""
        self.flying = 0
        """Pages on their way."""
        self.expected = 0
        """New rows on their way."""
        self.overlap = 0
        self.end: int | None = None
        """Where the service says that the rows end."""
        self.low = False
        """Whether its count was lower than what came."""
        self.alone = False
        """Whether nothing is to be asked for ahead."""
        self.loose = False
        """Whether pages are cut off before their first new row, so that none can be joined."""

    def fresh(self, wanted: int | None) -> int:
        """New rows to ask for next; 0: nothing before an answer."""
        if wanted is not None and wanted <= self.expected:
            return 0
        if self.flying and (self.alone or self.low or (self.end is not None and self.next >= self.end)):
            return 0
        return self._size if wanted is None else min(self._size, wanted - self.expected)

    def cut(self, fresh: int) -> RowRange:
        """The page that gives so many new rows, and as many of those before as join it."""
        offset = self.next - self.origin
        overlap = 0 if self.loose else min(self.overlap, offset)
        return RowRange(offset - overlap, max(fresh, min(self._maximum, fresh + overlap)), overlap)

    def send(self, cut: RowRange) -> None:
        """Note that it was asked for."""
        self.flying += 1
        self.next = self.origin + cut.offset + cut.rows
        self.expected += cut.rows - cut.overlap

    def land(self, count: int, overlap: int) -> None:
        """Note that an answer came."""
        self.flying = max(0, self.flying - 1)
        self.expected = max(0, self.expected - (count - overlap))

    def join(self, ties: int) -> None:
        """After a page: go back to a row before all that share the last one's time, which may change places."""
        needed = min(max(_OVERLAP, ties + 1), max(1, self._maximum // 2))
        self.overlap = max(needed, self.overlap - 1)

    def widen(self) -> None:
        """After a page that was not joined: overlap by more, one page at a time, until one is."""
        self.overlap = min(max(_OVERLAP, self.overlap * 2), max(1, self._size // 2))
        self.alone = True

    def restart(self) -> None:
        """Begin with the first row of a new window."""
        self.loose = False
        self.origin = self.base = 0
        self.end = None
        self.rewind()

    def movable(self, ties: int) -> bool:
        """Whether a new window can begin while pages are on their way: they must leave room for a chapter."""
        return not (self.alone or self.loose or self.low) and ties + self.next - self.base <= self.cap // 2

    def move(self, ties: int) -> None:
        """Count from a new window's first row on, of which `ties` rows were read."""
        self.origin = self.base - ties

    def rewind(self) -> None:
        """Forget what is on its way."""
        self.next = self.base
        self.flying = self.expected = 0
