"""The walk by offset, page number or token: what one gets by calling again and again, with an end whatever the service says."""

from __future__ import annotations

from typing import Any

from tencentkit_api.action import Paging

from ..errors import ApiError, ListingStalled
from .strategy import Completeness, PageItems, PageRequest
from .time_window import Window

_REPEATS = 2
_REMEMBERED = 20_000
_TOKENS = 100_000


class OffsetPaging:
    """By offset or by page number.

    Args:
        paging: The action's row.
        verdict: Where to say what cannot be promised.
        size: Rows to ask for.
        position: How many rows to skip.
        keys: Keys that were seen before, to drop what comes twice; `None`: nothing is dropped.
        fixed: Arguments that every call takes.
        window: The interval that is part of them, for the cursor.
    """

    def __init__(
        self,
        paging: Paging,
        verdict: Completeness,
        *,
        size: int,
        position: int,
        keys: dict[str, None] | None = None,
        fixed: dict[str, Any] | None = None,
        window: Window | None = None,
    ) -> None:
        self.turn = 0
        self.ended = False
        self._paging = paging
        self._verdict = verdict
        self._size = size
        self._by_number = paging.style == "page"
        # Pages that are numbered cannot begin anywhere: what stands before the position is asked for and dropped.
        self._dropped = position % size if self._by_number else 0
        self._base = self._next = position - self._dropped
        self._position = position
        self._keys = keys
        self._fixed = fixed or {}
        self._window = window
        self._total: int | None = None
        self._low = False
        self._flying = 0
        self._expected = 0
        self._repeats = 0
        self._previous: list[Any] = []

    def ask(self, wanted: int | None) -> PageRequest | None:
        """See `PagingStrategy.ask`."""
        if self.ended or (wanted is not None and wanted <= self._expected):
            return None
        if self._flying and (self._low or (self._total is not None and self._next >= self._total)):
            return None
        count = self._size
        if wanted is not None and not self._by_number:
            count = min(count, wanted - self._expected)
        offset = self._next
        where = self._paging.first + offset // self._size if self._by_number else offset
        self._next += count
        self._flying += 1
        self._expected += count
        arguments = self._fixed | {self._paging.offset: where, self._paging.limit: count}
        return PageRequest(self.turn, arguments, count, offset)

    def take(self, ask: PageRequest, rows: list[Any], page: Any, total: int | None) -> PageItems | None:  # noqa: ARG002 - see `PagingStrategy`
        """See `PagingStrategy.take`.

        Raises:
            ListingStalled: The service gives the same page again and again.
        """
        self._flying = max(0, self._flying - 1)
        self._expected = max(0, self._expected - ask.size)
        if self._total is not None and total != self._total:
            self._verdict.changed = True
        self._total = total
        self._judge(ask, len(rows))
        before = self._position
        offsets = None
        items = rows[self._dropped :] if self._dropped else rows
        self._dropped = 0
        if self._keys is not None and self._paging.key is not None:
            offsets = self._unseen(items, self._paging.key, ask.offset)
            items = [items[offset - ask.offset - 1] for offset in offsets]
        self._watch(rows, repeated=bool(rows) and (rows == self._previous if offsets is None else not offsets))
        self._position = self._base
        return PageItems(items, before, offsets=offsets)

    def _judge(self, ask: PageRequest, came: int) -> None:
        """Whether that was the end, and where to go on."""
        self._base = ask.offset + (self._size if self._by_number and came else came)
        full = came >= ask.size
        if not came:
            self.ended = True
        elif self._total is None or self._low:
            self.ended = not full
        elif full and ask.offset + came > self._total:
            # More than it counted: the count cannot say where the end is.
            self._low = True
            self._verdict.doubt("more came than the service counted")
        else:
            self.ended = ask.offset + came >= self._total
        # By what came, not by what was asked for: a service may give smaller pages, or larger ones.
        if came != ask.size and not self._by_number and not self.ended:
            self.turn += 1
            self.rewind()

    def _unseen(self, rows: list[Any], name: str, offset: int) -> list[int]:
        keys = {} if self._keys is None else self._keys
        offsets = []
        for number, row in enumerate(rows, offset + 1):
            key = getattr(row, name, None)
            if isinstance(key, str):
                if key in keys:
                    self._verdict.changed = True
                    continue
                keys[key] = None
            offsets.append(number)
        while len(keys) > _REMEMBERED:
            del keys[next(iter(keys))]
        return offsets

    def _watch(self, rows: list[Any], *, repeated: bool) -> None:
        self._previous = rows
        self._repeats = self._repeats + 1 if repeated else 0
        if self._repeats >= _REPEATS and not self.ended:
            raise ListingStalled("the service gives the same items again and again")

    def rewind(self) -> None:
        """See `PagingStrategy.rewind`."""
        self._next = self._base
        self._flying = self._expected = 0

    def bears(self, ask: PageRequest, error: ApiError) -> bool:  # noqa: ARG002 - see `PagingStrategy`
        """See `PagingStrategy.bears`."""
        return False

    def place(self, batch: PageItems | None) -> list[Any]:
        """See `PagingStrategy.place`."""
        position = self._position if batch is None else batch.before
        if batch is not None and batch.at:
            # After the last item of a page, what was dropped behind it is passed too.
            position = (
                self._position if batch.finished else batch.before + batch.at if batch.offsets is None else batch.offsets[batch.at - 1]
            )
        return ["o", position, list(self._window) if self._window else None]


class TokenPaging:
    """By the token that each page gives for the next one: only one page can be on its way."""

    def __init__(self, paging: Paging, verdict: Completeness, *, size: int, token: str | None, dropped: int = 0) -> None:
        self.turn = 0
        self.ended = False
        self._paging = paging
        self._verdict = verdict
        self._size = size
        self._token = token
        self._dropped = dropped
        self._flying = False
        self._tokens: set[int] = set()
        self._place: list[Any] = ["k", token, dropped]

    def ask(self, wanted: int | None) -> PageRequest | None:
        """See `PagingStrategy.ask`."""
        if self.ended or self._flying or (wanted is not None and wanted <= 0):
            return None
        self._flying = True
        arguments: dict[str, Any] = {self._paging.limit: self._size}
        if self._token is not None:
            arguments[self._paging.offset] = self._token
        return PageRequest(self.turn, arguments, self._size)

    def take(self, ask: PageRequest, rows: list[Any], page: Any, total: int | None) -> PageItems | None:  # noqa: ARG002 - see `PagingStrategy`
        """See `PagingStrategy.take`.

        Raises:
            ListingStalled: A token came a second time.
        """
        self._flying = False
        before = ["k", self._token, self._dropped]
        items = rows[self._dropped :]
        self._dropped = 0
        following = getattr(page, self._paging.token or "", None)
        if not isinstance(following, str) or not following:
            self.ended = True
            self._place = ["k", self._token, len(rows)]
            return PageItems(items, before)
        seen = hash(following)
        if seen in self._tokens or following == self._token or len(self._tokens) >= _TOKENS:
            raise ListingStalled("the service gives the same page again and again: a token came twice")
        self._tokens.add(seen)
        self._token = following
        self._place = ["k", following, 0]
        return PageItems(items, before)

    def rewind(self) -> None:
        """See `PagingStrategy.rewind`."""
        self._flying = False

    def bears(self, ask: PageRequest, error: ApiError) -> bool:  # noqa: ARG002 - see `PagingStrategy`
        """See `PagingStrategy.bears`."""
        return False

    def place(self, batch: PageItems | None) -> list[Any]:
        """See `PagingStrategy.place`."""
        if batch is None or batch.finished:
            return self._place
        kind, token, dropped = batch.before
        return [kind, token, dropped + batch.at]
