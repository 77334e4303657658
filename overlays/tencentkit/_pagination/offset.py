"""Paging strategies without a time order: by offset, page number or token."""

from __future__ import annotations

from typing import Any

from tencentkit_api.action import Paging

from ..errors import ApiError, ListingStalled
from .cursor import BY_OFFSET, BY_TOKEN
from .paths import value_at
from .strategy import Completeness, PageItems, PageRequest
from .time_window import Window

_MAX_REPEATS = 2
_MAX_KEYS = 20_000
_MAX_TOKENS = 100_000
_USUAL_SIZES = frozenset({10, 20, 50, 100, 200, 500, 1000})


def is_last(paging: Paging, page: Any) -> bool | None:
    """Return whether the flag of a page marks the last one; `None` without a flag."""
    flag = None if paging.more is None else value_at(page, paging.more)
    return bool(flag) is paging.last if isinstance(flag, int) else None


class OffsetPaging:
    """Paging by offset or by page number.

    Args:
        paging: The action's row of the paging table.
        completeness: Collects doubts.
        size: Rows per page.
        position: Rows to skip at the start.
        keys: Keys that were seen before, to drop duplicates; `None` keeps them.
        fixed: Arguments of every call.
        window: The time window among these arguments, for the cursor.
    """

    def __init__(
        self,
        paging: Paging,
        completeness: Completeness,
        *,
        size: int,
        position: int,
        keys: dict[str, None] | None = None,
        fixed: dict[str, Any] | None = None,
        window: Window | None = None,
    ) -> None:
        self.generation = 0
        self.ended = False
        self._paging = paging
        self._completeness = completeness
        self._size = size
        self._by_number = paging.style == "page"
        # A numbered page begins at a multiple of its size: the rows before the position are requested and dropped.
        self._skip = position % size if self._by_number else 0
        self._base = self._next = position - self._skip
        self._position = position
        self._keys = keys
        self._fixed = fixed or {}
        self._window = window
        self._total: int | None = None
        self._undercounted = False
        self._in_flight = 0
        self._expected = 0
        self._repeats = 0
        self._previous: list[Any] = []

    def next_request(self, remaining: int | None) -> PageRequest | None:
        """See `PagingStrategy.next_request`."""
        if self.ended or (remaining is not None and remaining <= self._expected):
            return None
        if self._in_flight and (self._undercounted or (self._total is not None and self._next >= self._total)):
            return None
        count = self._size
        if remaining is not None and not self._by_number:
            count = min(count, remaining - self._expected)
        offset = self._next
        position = self._paging.first + offset // self._size if self._by_number else offset
        self._next += count
        self._in_flight += 1
        self._expected += count
        arguments = self._fixed | {self._paging.offset: position, self._paging.limit: count}
        return PageRequest(self.generation, arguments, count, offset)

    def accept(self, request: PageRequest, rows: list[Any], page: Any, total: int | None) -> PageItems | None:
        """See `PagingStrategy.accept`.

        Raises:
            ListingStalled: The service returns the same page repeatedly.
        """
        self._in_flight = max(0, self._in_flight - 1)
        self._expected = max(0, self._expected - request.size)
        if self._total is not None and total != self._total:
            self._completeness.changed = True
        self._total = total
        self._advance(request, len(rows), last=is_last(self._paging, page))
        before = self._position
        offsets = None
        items = rows[self._skip :] if self._skip else rows
        self._skip = 0
        if self._keys is not None and self._paging.key is not None:
            offsets = self._new_offsets(items, self._paging.key, request.offset)
            items = [items[offset - request.offset - 1] for offset in offsets]
        repeated = bool(rows) and (rows == self._previous if offsets is None else not offsets)
        self._previous = rows
        self._repeats = self._repeats + 1 if repeated else 0
        if self._repeats >= _MAX_REPEATS and not self.ended:
            raise ListingStalled("the service returns the same items repeatedly")
        self._position = self._base
        return PageItems(items, before, offsets=offsets)

    def _advance(self, request: PageRequest, received: int, *, last: bool | None) -> None:
        self._base = request.offset + (self._size if self._by_number and received else received)
        full = received >= request.size
        if not received:
            self.ended = True
            if self._paging.inferred and self._total is not None and self._base < self._total:
                self._completeness.add_doubt("the service counts more items than it lists")
        elif last is not None:
            self.ended = last
        elif self._paging.total is None:
            # A service may cap the page size: such a page ends the listing only if another one is empty.
            self.ended = not full and received not in _USUAL_SIZES
            self._completeness.add_doubt("the action returns no total: a short page ended the listing")
        elif self._total is None or self._undercounted:
            self.ended = not full
        elif full and request.offset + received > self._total:
            # The total is too low to tell the end.
            self._undercounted = True
            self._completeness.add_doubt("the service lists more items than it counts")
        else:
            self.ended = request.offset + received >= self._total
        # A service may return smaller or larger pages than requested.
        if received != request.size and not self._by_number and not self.ended:
            self.discard_pending()

    def _new_offsets(self, rows: list[Any], name: str, offset: int) -> list[int]:
        keys = {} if self._keys is None else self._keys
        offsets = []
        for number, row in enumerate(rows, offset + 1):
            key = getattr(row, name, None)
            if isinstance(key, str):
                if key in keys:
                    self._completeness.changed = True
                    continue
                keys[key] = None
            offsets.append(number)
        while len(keys) > _MAX_KEYS:
            del keys[next(iter(keys))]
        return offsets

    def discard_pending(self) -> None:
        """See `PagingStrategy.discard_pending`."""
        self.generation += 1
        self._next = self._base
        self._in_flight = self._expected = 0

    def recovers_from(self, request: PageRequest, error: ApiError) -> bool:  # noqa: ARG002 - see `PagingStrategy`
        """See `PagingStrategy.recovers_from`."""
        return False

    def resume_point(self, current: PageItems | None) -> list[Any]:
        """See `PagingStrategy.resume_point`."""
        position = self._position
        # At the end of a page, the duplicates that were dropped behind its last item count, too.
        if current is not None and not current.delivered:
            position = current.before
        elif current is not None and not current.finished:
            position = current.before + current.delivered if current.offsets is None else current.offsets[current.delivered - 1]
        return [BY_OFFSET, position, list(self._window) if self._window else None]


class TokenPaging:
    """Paging by the token of the next page, with one request in flight at most."""

    def __init__(self, paging: Paging, completeness: Completeness, *, size: int, token: str | int | None, skip: int = 0) -> None:
        self.generation = 0
        self.ended = False
        self._paging = paging
        self._completeness = completeness
        self._size = size
        self._token = token
        self._skip = skip
        self._in_flight = False
        self._tokens: set[int] = set()
        self._resume_point: list[Any] = [BY_TOKEN, token, skip]

    def next_request(self, remaining: int | None) -> PageRequest | None:
        """See `PagingStrategy.next_request`."""
        if self.ended or self._in_flight or (remaining is not None and remaining <= 0):
            return None
        self._in_flight = True
        arguments: dict[str, Any] = {self._paging.limit: self._size}
        if self._token is not None:
            arguments[self._paging.offset] = self._token
        return PageRequest(self.generation, arguments, self._size)

    def accept(self, request: PageRequest, rows: list[Any], page: Any, total: int | None) -> PageItems | None:  # noqa: ARG002 - see `PagingStrategy`
        """See `PagingStrategy.accept`.

        Raises:
            ListingStalled: The service returns a token a second time, or more than 100,000 tokens.
        """
        self._in_flight = False
        before = [BY_TOKEN, self._token, self._skip]
        items = rows[self._skip :]
        self._skip = 0
        token = value_at(page, self._paging.token or "")
        # At its end, a service may repeat the token with an empty page.
        repeated_end = not rows and token == self._token
        if not isinstance(token, str | int) or not token or repeated_end or is_last(self._paging, page):
            self.ended = True
            self._resume_point = [BY_TOKEN, self._token, len(rows)]
            return PageItems(items, before)
        digest = hash(token)
        if digest in self._tokens or token == self._token:
            raise ListingStalled("the service returns the same page repeatedly: it returned a page token twice")
        if len(self._tokens) >= _MAX_TOKENS:
            raise ListingStalled(f"the listing exceeds {_MAX_TOKENS:,} pages; resume it from the cursor")
        self._tokens.add(digest)
        self._token = token
        self._resume_point = [BY_TOKEN, token, 0]
        return PageItems(items, before)

    def discard_pending(self) -> None:
        """See `PagingStrategy.discard_pending`."""
        self.generation += 1
        self._in_flight = False

    def recovers_from(self, request: PageRequest, error: ApiError) -> bool:  # noqa: ARG002 - see `PagingStrategy`
        """See `PagingStrategy.recovers_from`."""
        return False

    def resume_point(self, current: PageItems | None) -> list[Any]:
        """See `PagingStrategy.resume_point`."""
        if current is None or current.finished:
            return self._resume_point
        kind, token, skip = current.before
        return [kind, token, skip + current.delivered]
