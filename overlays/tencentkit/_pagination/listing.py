"""One listing: arguments, limits, the paging strategy, and the state that a pager reports."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import Any

from tencentkit_api.action import Action, Paging, PagingOptions, Timeline
from tencentkit_api.meta import Meta
from tencentkit_api.unset import UNSET, Unset

from .._deadline import Deadline, with_deadline
from ..clock import Clock
from ..errors import ApiError, DeadlineExceeded, RequestInvalid, ResponseMalformed, TencentkitError
from .cursor import BY_OFFSET, BY_TIME, BY_TOKEN, decode_cursor, encode_cursor
from .offset import OffsetPaging, TokenPaging
from .paths import merged, set_at, value_at
from .strategy import PAGE, Completeness, PageItems, PageRequest, PagingStrategy
from .time_window import TimestampFormat, Window
from .timeline.resume_point import ResumePoint
from .timeline.seen import UnorderedRows
from .timeline.strategy import TimeOrderedPaging


class PagedListing:
    """All items of one query, by the paging strategy that its row of the paging table allows.

    Args:
        action: The action that lists.
        paging: Its row of the paging table.
        arguments: Arguments of the query, including page size and first offset if the caller set them.
        options: Limits, start and strategy.
        query: Digest of the query; see `query_digest`.
        clock: Clock of the deadline over all pages.
        deadline: Seconds for all pages, `None` for no limit; if not set, each page has the deadline of a call.
        region: Region of the calls, for the errors.
        host: Host of the calls, for the errors.

    Raises:
        RequestInvalid: An argument is invalid, or the cursor belongs to another query.
    """

    def __init__(
        self,
        action: Action,
        paging: Paging,
        arguments: Mapping[str, Any],
        options: PagingOptions,
        *,
        query: str,
        clock: Clock,
        deadline: float | Unset | None = UNSET,
        region: str | None = None,
        host: str | None = None,
    ) -> None:
        self.action: Action = action
        self._paging: Paging = paging
        self._arguments = {name: value for name, value in arguments.items() if value is not UNSET}
        self._query = query
        self._region = region
        self._host = host
        self._remaining = _checked_count("max_items", options.max_items, least=0)
        self._completeness = Completeness()
        self._size = self._pop_count(paging.limit, least=1) or paging.maximum
        point = None if options.start is None else decode_cursor(self._query, options.start)
        self._strategy = self._select_strategy(point, plain=options.plain)
        self._truncated = False
        self._pages = 0
        self.total: int | None = None
        self.received: int = 0
        """Items received so far."""
        self.current: PageItems | None = None
        """The page that the caller is reading."""
        self._seconds = deadline
        self._clock = clock
        self._deadline: Deadline | None = None
        self._expired: DeadlineExceeded | None = None
        self._attempts = 0

    # Requests ---------------------------------------------------------------------------------------------------------

    def next_request(self) -> PageRequest | None:
        """Return the next call; `None` until another response arrives, and at the end."""
        if self._remaining == 0:
            self._truncated = self._truncated or not self._strategy.ended
            return None
        return self._strategy.next_request(self._remaining)

    def is_stale(self, request: PageRequest) -> bool:
        """Return whether the response to `request` is useless."""
        stale = request.kind == PAGE and request.generation != self._strategy.generation
        return stale or self._strategy.ended or self._remaining == 0

    def call(self, request: PageRequest, method: Callable[..., Any]) -> Callable[[], Any]:
        """Return the call of `method` that gets a page, with the time that is left for it.

        Raises:
            DeadlineExceeded: The deadline over all pages has passed.
        """
        changes = request.arguments
        if self._paging.as_text:
            changes = changes | {name: str(changes[name]) for name in (self._paging.offset, self._paging.limit) if name in changes}
        arguments = merged(self._arguments, changes)
        if not isinstance(self._seconds, Unset):
            if self._deadline is None:
                self._deadline = Deadline(self._seconds, self._clock)
            left = self._deadline.left()
            if left is not None and left <= 0:
                self._expired = self._deadline.error(f"listing {self.action.name}")
                self._expired.retryable, self._expired.maybe_executed = True, False
                raise self._expired
            method = with_deadline(method, left)
        return partial(method, **arguments)

    def record_time(self) -> AbstractContextManager[None]:
        """Record the time of a call on the deadline over all pages."""
        return nullcontext() if self._deadline is None else self._deadline.include_calls()

    # Responses --------------------------------------------------------------------------------------------------------

    def accept(self, request: PageRequest, page: Any) -> PageItems | None:
        """Process a response.

        Returns:
            Its new items, as many as remain; `None` if there is no page to deliver.

        Raises:
            ResponseMalformed: The page has no list of items.
            ListingStalled: The service returns the same items repeatedly.
        """
        meta: Meta | None = getattr(page, "meta", None)
        self._attempts += 0 if meta is None else meta.attempts
        rows = value_at(page, self._paging.items)
        if rows is None and "." in self._paging.items:
            rows = []  # the service leaves out the object that would hold the items
        if not isinstance(rows, list):
            raise ResponseMalformed(f"{self.action.name}: {self._paging.items} is {type(rows).__name__}, not a list", permanent=True)
        total = None if self._paging.total is None else _count(value_at(page, self._paging.total))
        try:
            current = self._strategy.accept(request, rows, page, total)
        except UnorderedRows:
            by_offset = self._fall_back_to_offset(request)
            current = by_offset.accept(request._replace(kind=PAGE), rows, page, total)
            by_offset.discard_pending()
        if self._pages == 0 and request.kind == PAGE:
            # Later totals count the rest of a window.
            self.total = total
        if current is None:
            return None
        if self._remaining is not None:
            del current.items[self._remaining :]
            self._remaining -= len(current.items)
        self._pages += 1
        self.received += len(current.items)
        if not current.items and self._pages > 1:
            self.current = current
            return None
        if isinstance(self._strategy, OffsetPaging):
            self.total = total
        set_at(page, self._paging.items, current.items)
        current.page = page
        self.current = current
        return current

    def annotate(self, error: TencentkitError) -> TencentkitError:
        """Return the error of a page as the listing's: with the cursor, and with the time of all pages if their deadline has passed."""
        if isinstance(error, DeadlineExceeded) and self._deadline is not None and error is not self._expired:
            whole = self._deadline.error(f"listing {self.action.name}", wait=error.wait)
            whole.action, whole.region, whole.host = error.action, error.region, error.host
            whole.attempts = self._attempts + error.attempts
            whole.retryable, whole.maybe_executed = error.retryable, error.maybe_executed
            error = whole
        if error.action is None:  # not the error of one call
            error.action, error.region, error.host = self.action.name, self._region, self._host
            error.attempts, error.maybe_executed = self._attempts, False
        error.cursor = self.cursor
        return error

    def recovers_from(self, request: PageRequest, error: ApiError) -> bool:
        """Return whether the listing continues after this error."""
        recovers = self._strategy.recovers_from(request, error)
        self._attempts += error.attempts if recovers else 0
        return recovers

    def discard_pending(self) -> None:
        """Discard the requests in flight."""
        self._strategy.discard_pending()

    @property
    def items_attribute(self) -> str:
        """Attribute of a page that holds its items."""
        return self._paging.items

    # State ------------------------------------------------------------------------------------------------------------

    def __str__(self) -> str:
        left = 0 if self.current is None else len(self.current.items) - self.current.delivered
        of = "" if self.total is None else f" of {self.total}"
        state = "stopped by max_items" if self._truncated else "at its end" if self._strategy.ended and not left else "not at its end"
        doubts = "".join(f"; {doubt}" for doubt in self.doubts)
        state = "complete" if self.complete and not left else state
        return f"{self.action.name}: {self.received - left}{of} items, {state}{doubts}"

    @property
    def cursor(self) -> str:
        """Cursor behind the last delivered item: small, safe in JSON and URLs, valid for the same query only."""
        return encode_cursor(self._query, self._strategy.resume_point(self.current))

    @property
    def complete(self) -> bool:
        """See `Pager.complete`."""
        return self._strategy.ended and not self._truncated and not self.doubts

    @property
    def possibly_changed(self) -> bool:
        """See `Pager.possibly_changed`."""
        return self._completeness.changed

    @property
    def doubts(self) -> tuple[str, ...]:
        """See `Pager.doubts`."""
        by_offset = isinstance(self._strategy, OffsetPaging) and (self._pages > 1 or not self._strategy.ended)
        inferred = self._paging.inferred and self._pages > 0
        return (
            *self._completeness.doubts,
            *(("pages were requested by offset only",) if by_offset else ()),
            *(("the pagination is inferred from names and types, and not confirmed in overlay.yaml",) if inferred else ()),
        )

    # Strategy ---------------------------------------------------------------------------------------------------------

    def _select_strategy(self, point: list[Any] | None, *, plain: bool) -> PagingStrategy:
        paging = self._paging
        rest: list[Any]
        kind, *rest = point or [""]
        if paging.style == "token":
            token = value_at(self._arguments, paging.offset)
            if "." not in paging.offset:
                self._arguments.pop(paging.offset, None)
            token, skip = (rest[0], rest[1]) if kind == BY_TOKEN else (token, 0)
            return TokenPaging(paging, self._completeness, size=self._size, token=token, skip=skip)
        position = self._pop_count(paging.offset, least=0)
        if paging.style == "page":
            position = None if position is None else (position - paging.first) * self._size
        if kind != BY_OFFSET and not plain and paging.key is not None and paging.time is not None:
            start = ResumePoint(rest[0], tuple(rest[1]), _stored_window(rest[2])) if kind == BY_TIME else None
            strategy = self._time_ordered(paging.time, position or 0, start)
            if strategy is not None:
                return strategy
            self._completeness.add_doubt("the requested order is not by a time that stays constant")
        if kind == BY_TIME:
            raise RequestInvalid("start", "is the cursor of a listing without plain=True")
        window = _stored_window(rest[1]) if kind == BY_OFFSET else None
        keys: dict[str, None] | None = None if plain or paging.key is None else {}
        offset = rest[0] if kind == BY_OFFSET else max(0, position or 0)
        return self._by_offset(offset, keys, window)

    def _time_ordered(self, time: Timeline, offset: int, start: ResumePoint | None) -> TimeOrderedPaging | None:
        """Return the strategy along the time of the items, unless the caller's arguments rule it out."""

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
            if not all(map(TimestampFormat(time.format).is_valid, bounds)):
                return None
            window = Window(*map(str, bounds))
        return TimeOrderedPaging(
            self._paging, time, self._completeness, size=self._size, offset=offset, descending=descending, window=window, start=start
        )

    def _fall_back_to_offset(self, request: PageRequest) -> OffsetPaging:
        """Continue by offset from this page, whose rows have no usable time order."""
        previous = self._strategy
        keys = previous.keys() if isinstance(previous, TimeOrderedPaging) else {}
        self._completeness.add_doubt("items have no time or key, or are out of order")
        strategy = self._by_offset(request.offset if request.kind == PAGE else 0, keys, request.window)
        strategy.generation = previous.generation + 1
        self._strategy = strategy
        return strategy

    def _by_offset(self, position: int, keys: dict[str, None] | None, window: Window | None) -> OffsetPaging:
        time = self._paging.time
        fixed = {} if window is None or time is None else {time.interval: {time.start: window.start, time.end: window.end}}
        return OffsetPaging(self._paging, self._completeness, size=self._size, position=position, keys=keys, fixed=fixed, window=window)

    def _pop_count(self, name: str, *, least: int) -> int | None:
        # Inside an object, each page request replaces the value.
        value = value_at(self._arguments, name) if "." in name else self._arguments.pop(name, None)
        if self._paging.as_text and isinstance(value, str) and value.isascii() and value.isdecimal():
            value = int(value)
        return _checked_count(name, value, least=least)


def _stored_window(bounds: list[str] | None) -> Window | None:
    return None if bounds is None else Window(*bounds)


def _count(value: Any) -> int | None:
    """Return a total, which some services write as text."""
    if isinstance(value, str) and value.isascii() and value.isdecimal():
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _checked_count(name: str, value: Any, *, least: int) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise RequestInvalid(name, f"must be an integer of at least {least}" + (", or None for all" if name == "max_items" else ""))
    return value
