"""One listing: its arguments, its bounds, the walk that fits it, and what may be said of it."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from tencentkit_api.action import Action, Paging, PagingOptions, Timeline
from tencentkit_api.meta import Meta
from tencentkit_api.unset import UNSET

from .._deadline import Deadline
from .._validation.numbers import check_seconds
from ..clock import Clock
from ..errors import ApiError, DeadlineExceeded, RequestInvalid, ResponseMalformed, TencentkitError
from .cursor import read_cursor, write_cursor
from .offset import OffsetPaging, TokenPaging
from .strategy import PAGE, Completeness, PageItems, PageRequest, PagingStrategy
from .time_window import TimestampFormat, Window
from .timeline.read_position import Unordered
from .timeline.resume_point import ResumePoint
from .timeline.strategy import TimeOrderedPaging


class Listing:
    """All items of one query, by whichever walk its paging row allows.

    Args:
        action: The action that lists.
        paging: Its row of the paging table.
        arguments: Its arguments, page size and first offset included if the caller gave them.
        options: How far, from where, and how.
        query: What tells it from other queries; see `query_digest`.
        clock: What the deadline over all pages counts by.

    Raises:
        RequestInvalid: An argument can never be right, or the cursor is that of another query.
    """

    def __init__(
        self, action: Action, paging: Paging, arguments: Mapping[str, Any], options: PagingOptions, *, query: str, clock: Clock
    ) -> None:
        self.action: Action = action
        self._paging: Paging = paging
        self._arguments = {name: value for name, value in arguments.items() if value is not UNSET}
        self._query = query
        self._wanted = _whole("max_items", options.max_items, least=0)
        self._verdict = Completeness()
        self._size = self._take(paging.limit, least=1) or paging.maximum
        place = None if options.start is None else read_cursor(self._query, options.start)
        self._walk = self._walk_from(place, plain=options.plain)
        self._cut = False
        self._pages = 0
        self.total: int | None = None
        self.given: int = 0
        """Items taken in so far, for the progress bar."""
        self.batch: PageItems | None = None
        """What the caller is being given."""
        seconds = self._arguments.pop("deadline", UNSET)
        self._seconds = UNSET if seconds is UNSET else check_seconds("deadline", seconds)
        self._clock = clock
        self._deadline: Deadline | None = None
        self._over: DeadlineExceeded | None = None
        self._attempts = 0

    # What to call -----------------------------------------------------------------------------------------------------

    def ask(self) -> PageRequest | None:
        """The next call; `None` while nothing can be asked before an answer, and at the end."""
        if self._wanted == 0:
            self._cut = self._cut or not self._walk.ended
            return None
        return self._walk.ask(self._wanted)

    def stale(self, ask: PageRequest) -> bool:
        """Whether the answer to `ask` is worthless by now."""
        return (ask.kind == PAGE and ask.turn != self._walk.turn) or self._walk.ended or self._wanted == 0

    def arguments(self, ask: PageRequest) -> dict[str, Any]:
        """All arguments of the call.

        Raises:
            DeadlineExceeded: The deadline over all pages has passed.
        """
        arguments = self._arguments | ask.arguments
        if self._paging.as_text:
            arguments |= {name: str(arguments[name]) for name in (self._paging.offset, self._paging.limit)}
        if self._seconds is not UNSET:
            if self._deadline is None:
                self._deadline = Deadline(self._seconds, self._clock)
            left = self._deadline.left()
            if left is not None and left <= 0:
                self._over = self._deadline.error(f"listing {self.action.name}", sent=False)
                self._over.attempts = self._attempts
                raise self._over
            arguments["deadline"] = left
        return arguments

    def booking(self) -> AbstractContextManager[None]:
        """Within it a page is called for, and its time is booked on the deadline over all pages."""
        return nullcontext() if self._deadline is None else self._deadline.over()

    # What came --------------------------------------------------------------------------------------------------------

    def take(self, ask: PageRequest, page: Any) -> PageItems | None:
        """Take in an answer.

        Returns:
            Its new items, as many as are wanted; `None` where it was no page to be given.

        Raises:
            ResponseMalformed: The page has no list of items.
            ListingStalled: The service repeats itself.
        """
        meta: Meta | None = getattr(page, "meta", None)
        self._attempts += 0 if meta is None else meta.attempts
        rows = getattr(page, self._paging.items)
        if rows is None or rows is UNSET:
            rows = []
        if not isinstance(rows, list):
            raise ResponseMalformed(f"{self.action.name}: {self._paging.items} is {type(rows).__name__}, not a list")
        count = None if self._paging.total is None else getattr(page, self._paging.total)
        total = count if isinstance(count, int) and not isinstance(count, bool) else None
        try:
            batch = self._walk.take(ask, rows, page, total)
        except Unordered:
            plain = self._go_plainly(ask)
            batch = plain.take(ask._replace(kind=PAGE), rows, page, total)
            plain.rewind()
        if self._pages == 0 and ask.kind == PAGE:
            # Later ones count what is left of a window.
            self.total = total
        if batch is None:
            return None
        if self._wanted is not None:
            del batch.items[self._wanted :]
            self._wanted -= len(batch.items)
        self._pages += 1
        self.given += len(batch.items)
        if not batch.items and self._pages > 1:
            self.batch = batch
            return None
        if isinstance(self._walk, OffsetPaging):
            self.total = total
        setattr(page, self._paging.items, batch.items)
        batch.page = page
        self.batch = batch
        return batch

    def failed(self, error: TencentkitError) -> TencentkitError:
        """The error of a page as that of the listing: with the place to go on, and all pages' time where that is up."""
        if isinstance(error, DeadlineExceeded) and self._deadline is not None and error is not self._over:
            whole = self._deadline.error(f"listing {self.action.name}", wait=error.wait, sent=error.sent)
            whole.attempts, whole.retry_safe = self._attempts + error.attempts, error.retry_safe
            error = whole
        error.cursor = self.cursor
        return error

    def bears(self, ask: PageRequest, error: ApiError) -> bool:
        """Whether the listing goes on another way after this refusal."""
        return self._walk.bears(ask, error)

    def rewind(self) -> None:
        """Forget what is on its way: nobody waits for it any more."""
        self._walk.turn += 1
        self._walk.rewind()

    @property
    def items_attribute(self) -> str:
        """Which attribute of a page holds its items."""
        return self._paging.items

    # What may be said -------------------------------------------------------------------------------------------------

    def __str__(self) -> str:
        left = 0 if self.batch is None else len(self.batch.items) - self.batch.at
        of = "" if self.total is None else f" of {self.total}"
        state = "cut off" if self._cut else "at its end" if self._walk.ended and not left else "not at its end"
        doubts = "".join(f"; {doubt}" for doubt in self.doubts)
        return f"{self.action.name}: {self.given - left}{of} given, {'complete' if self.complete and not left else state}{doubts}"

    @property
    def cursor(self) -> str:
        """Where the listing stands: small, safe in JSON and URLs, of use for the same query only."""
        return write_cursor(self._query, self._walk.place(self.batch))

    @property
    def complete(self) -> bool:
        """See `Pager.complete`."""
        return self._walk.ended and not self._cut and not self.doubts

    @property
    def possibly_changed(self) -> bool:
        """See `Pager.possibly_changed`."""
        return self._verdict.changed

    @property
    def doubts(self) -> tuple[str, ...]:
        """See `Pager.doubts`."""
        plain = isinstance(self._walk, OffsetPaging) and (self._pages > 1 or not self._walk.ended)
        return (*self._verdict.doubts, *(("it was walked by offset alone",) if plain else ()))

    # Which walk -------------------------------------------------------------------------------------------------------

    def _walk_from(self, place: list[Any] | None, *, plain: bool) -> PagingStrategy:
        paging = self._paging
        rest: list[Any]
        kind, *rest = place or [""]
        if paging.style == "token":
            token = self._arguments.pop(paging.offset, None)
            token, dropped = (rest[0], rest[1]) if kind == "k" else (token, 0)
            return TokenPaging(paging, self._verdict, size=self._size, token=token, dropped=dropped)
        position = self._take(paging.offset, least=0)
        if paging.style == "page":
            position = None if position is None else (position - paging.first) * self._size
        if kind != "o" and not plain and paging.key is not None and paging.time is not None:
            walk = self._joined(paging.time, position or 0, ResumePoint(rest[0], tuple(rest[1]), _window(rest[2])) if kind == "t" else None)
            if walk is not None:
                return walk
            self._verdict.doubt("the order that was asked for is not that of a time that stays")
        if kind == "t":
            raise RequestInvalid("start", "is the cursor of a listing that was not plain")
        window = _window(rest[1]) if kind == "o" else None
        keys: dict[str, None] | None = None if plain or paging.key is None else {}
        at = rest[0] if kind == "o" else max(0, position or 0)
        return OffsetPaging(paging, self._verdict, size=self._size, position=at, keys=keys, fixed=self._fixed(window), window=window)

    def _joined(self, time: Timeline, offset: int, place: ResumePoint | None) -> TimeOrderedPaging | None:
        """`None` where the caller's own arguments do not let the listing be followed along its time."""

        def fits(order: tuple[tuple[str, Any], ...]) -> bool:
            return all(self._arguments.get(name, value) == value for name, value in order)

        descending = fits(time.newest_first)
        if not descending and not fits(time.oldest_first):
            return None
        interval = self._arguments.get(time.interval)
        window = None
        if interval is not None:
            bounds = [
                interval.get(name) if isinstance(interval, Mapping) else getattr(interval, name, None) for name in (time.start, time.end)
            ]
            if not all(map(TimestampFormat(time.format).readable, bounds)):
                return None
            window = Window(*map(str, bounds))
        return TimeOrderedPaging(
            self._paging, time, self._verdict, size=self._size, offset=offset, descending=descending, window=window, place=place
        )

    def _go_plainly(self, ask: PageRequest) -> OffsetPaging:
        """The rows have no order to follow: go on by offset, from the page at hand."""
        joined = self._walk
        keys = joined.keys() if isinstance(joined, TimeOrderedPaging) else {}
        self._verdict.doubt("items came without time or key, or out of order")
        position = ask.offset if ask.kind == PAGE else 0
        walk = OffsetPaging(
            self._paging,
            self._verdict,
            size=self._size,
            position=position,
            keys=keys,
            fixed=self._fixed(ask.window),
            window=ask.window,
        )
        walk.turn = joined.turn + 1
        self._walk = walk
        return walk

    def _fixed(self, window: Window | None) -> dict[str, Any]:
        time = self._paging.time
        if window is None or time is None:
            return {}
        return {time.interval: {time.start: window.start, time.end: window.end}}

    def _take(self, name: str, *, least: int) -> int | None:
        value = self._arguments.pop(name, None)
        if self._paging.as_text and isinstance(value, str) and value.isascii() and value.isdecimal():
            value = int(value)
        return _whole(name, value, least=least)


def _window(place: list[str] | None) -> Window | None:
    return None if place is None else Window(*place)


def _whole(name: str, value: Any, *, least: int) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise RequestInvalid(name, f"must be a whole number from {least}" + (", or None for all" if name == "max_items" else ""))
    return value
