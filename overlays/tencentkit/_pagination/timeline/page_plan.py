"""Page plan: offset and size of the next page, and the pages in flight."""

from __future__ import annotations

from typing import NamedTuple

from tencentkit_api.action import Paging

_MIN_OVERLAP = 2
_WINDOW_ROWS = 10_000
"""Rows per window, unless a cap on the offset asks for fewer."""


class RowRange(NamedTuple):
    """Rows to request."""

    offset: int
    """Offset in the window."""
    rows: int
    overlap: int
    """Rows that were read before, unless the list has changed."""


class PagePlan:
    """Row positions, counted from the first row of the listing; the current window's first row is at `origin`.

    Args:
        paging: The action's row of the paging table.
        size: New rows per page.
        offset: Rows to skip at the start.
    """

    def __init__(self, paging: Paging, size: int, offset: int) -> None:
        self._size = size
        self._maximum = paging.maximum
        self.generation = 0
        """See `PagingStrategy.generation`."""
        self.cap = paging.cap or _WINDOW_ROWS
        """Highest position in a window that a request may reach."""
        self.origin = 0
        self.base = offset
        """Position behind the last row that was read."""
        self.next = offset
        """Position behind the last row that was requested."""
        self.in_flight = 0
        """Pages in flight."""
        self.expected = 0
        """New rows in flight."""
        self.overlap = 0
        self.end: int | None = None
        """Position behind the last row, by the service's total."""
        self.undercounted = False
        """Whether the service's total was too low."""
        self.sequential = False
        """Whether only one page may be in flight."""
        self.truncating = False
        """Whether the service truncates pages before their first new row, so that pages cannot overlap."""

    def new_rows(self, remaining: int | None) -> int:
        """Return the number of new rows to request next; 0 until another response arrives."""
        if remaining is not None and remaining <= self.expected:
            return 0
        if self.in_flight and (self.sequential or self.undercounted or (self.end is not None and self.next >= self.end)):
            return 0
        return self._size if remaining is None else min(self._size, remaining - self.expected)

    def next_range(self, new_rows: int) -> RowRange:
        """Return the range of so many new rows and of the overlap before them."""
        offset = self.next - self.origin
        overlap = 0 if self.truncating else min(self.overlap, offset)
        return RowRange(offset - overlap, max(new_rows, min(self._maximum, new_rows + overlap)), overlap)

    def sent(self, rows: RowRange) -> None:
        """Record that a page was requested."""
        self.in_flight += 1
        self.next = self.origin + rows.offset + rows.rows
        self.expected += rows.rows - rows.overlap

    def received(self, rows: int, overlap: int) -> None:
        """Record that the response to a request of so many rows arrived."""
        self.in_flight = max(0, self.in_flight - 1)
        self.expected = max(0, self.expected - (rows - overlap))

    def set_overlap(self, ties: int) -> None:
        """Begin the next page before all `ties` rows that share the last row's time: their order may change."""
        needed = min(max(_MIN_OVERLAP, ties + 1), max(1, self._maximum // 2))
        self.overlap = max(needed, self.overlap - 1)

    def widen_overlap(self) -> None:
        """Double the overlap after a page that did not connect, and request one page at a time until one does."""
        self.overlap = min(max(_MIN_OVERLAP, self.overlap * 2), max(1, self._size // 2))
        self.sequential = True

    def restart(self) -> None:
        """Begin with the first row of a new window."""
        self.truncating = False
        self.origin = self.base = 0
        self.end = None
        self.discard_pending()

    def can_rebase(self, ties: int) -> bool:
        """Return whether a new window can begin while pages are in flight: they must leave room for its rows."""
        return not (self.sequential or self.truncating or self.undercounted) and ties + self.next - self.base <= self.cap // 2

    def rebase(self, ties: int) -> None:
        """Count offsets from the first row of a new window, of which `ties` rows were read."""
        self.origin = self.base - ties

    def discard_pending(self) -> None:
        """See `PagingStrategy.discard_pending`."""
        self.generation += 1
        self.next = self.base
        self.in_flight = self.expected = 0
