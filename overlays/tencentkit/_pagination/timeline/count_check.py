"""Side requests, and count checks: compare the number of listed items with the service's count, and re-read windows that differ."""

from __future__ import annotations

from collections import deque
from typing import Any, NamedTuple

from ..strategy import COUNT, REREAD, Completeness, PageRequest
from ..time_window import Window

_MAX_ROUNDS = 3


class SideRequest(NamedTuple):
    """Call beside the pages, such as a count; a new generation does not make it stale."""

    kind: str
    window: Window | None
    offset: int = 0
    rows: int = 1


class SideRequests:
    """Queue of side requests: pending and in flight."""

    def __init__(self) -> None:
        self._pending: deque[SideRequest] = deque()
        self._in_flight: list[tuple[PageRequest, SideRequest]] = []

    @property
    def in_flight(self) -> bool:
        """Whether any side request is in flight."""
        return bool(self._in_flight)

    def add(self, side_request: SideRequest | None) -> None:
        """Append a side request, if there is one."""
        if side_request is not None:
            self._pending.append(side_request)

    def pop(self) -> SideRequest | None:
        """Return the next pending side request."""
        return self._pending.popleft() if self._pending else None

    def sent(self, request: PageRequest, side_request: SideRequest) -> PageRequest:
        """Record that `side_request` is in flight as `request`."""
        self._in_flight.append((request, side_request))
        return request

    def done(self, request: PageRequest) -> None:
        """Record that the response arrived."""
        self._in_flight = [one for one in self._in_flight if one[0] is not request]

    def discard_pending(self) -> None:
        """Requeue the side requests in flight: their responses will not be processed."""
        self._pending.extendleft(side_request for _, side_request in reversed(self._in_flight))
        self._in_flight.clear()


class CountChecks:
    """Windows that were read, until the service's count of each is confirmed.

    Args:
        key: Attribute that identifies an item.
        page: Rows per page of a re-read.
        completeness: Collects doubts.
    """

    def __init__(self, key: str, page: int, completeness: Completeness) -> None:
        self._key = key
        self._page = page
        self._completeness = completeness
        self._open: list[_WindowCount] = []

    def __len__(self) -> int:
        return len(self._open)

    @property
    def rereading(self) -> bool:
        """Whether a window is being re-read."""
        return any(check.rereading for check in self._open)

    def add(self, window: Window | None, keys: set[str]) -> SideRequest:
        """Return the request that counts a window. `keys` are those seen in it; a re-read adds the missed ones."""
        self._open.append(_WindowCount(window, keys))
        return SideRequest(COUNT, window)

    def accept_count(self, request: PageRequest, total: int | None) -> SideRequest | None:
        """Process a count; return the first request of a re-read, if the count is higher than the seen keys."""
        check = self._check(request)
        # A lower count is fine: items expire.
        check.rereading = total is not None and len(check.keys) < total
        if not check.rereading:
            self._open.remove(check)
            return None
        return self._next(check)

    def accept_reread(self, request: PageRequest, rows: list[Any], total: int | None) -> tuple[list[Any], SideRequest | None]:
        """Process a page of a re-read; return the rows that were missed before, and the next request."""
        check = self._check(request)
        missed = [row for row in rows if check.is_new(getattr(row, self._key, None))]
        check.found += len(missed)
        check.pages += 1
        check.offset += len(rows)
        if missed:
            self._completeness.changed = True
        # A service that returns the same rows at every offset would never reach its total.
        if rows and total is not None and check.offset < total and check.pages <= 3 + len(check.keys) // len(rows):
            return missed, self._next(check)
        if total is None or len(check.keys) >= total:
            self._open.remove(check)
            return missed, None
        if not check.found or check.rounds >= _MAX_ROUNDS:
            self.give_up(request)
            return missed, None
        check.rounds += 1
        check.pages = check.found = check.offset = 0
        return missed, self._next(check)

    def give_up(self, request: PageRequest) -> None:
        """Stop the check of this window and record a doubt."""
        self._completeness.add_doubt("the service counts more items than it lists")
        self._open.remove(self._check(request))

    def _check(self, request: PageRequest) -> _WindowCount:
        return next(check for check in self._open if check.window == request.window)

    def _next(self, check: _WindowCount) -> SideRequest:
        return SideRequest(REREAD, check.window, check.offset, self._page)


class _WindowCount:
    def __init__(self, window: Window | None, keys: set[str]) -> None:
        self.window = window
        self.keys = keys
        self.rereading = False
        self.rounds = 1
        self.pages = self.found = self.offset = 0

    def is_new(self, key: object) -> bool:
        if not isinstance(key, str) or key in self.keys:
            return False
        self.keys.add(key)
        return True
