"""Paging along the time of the items: each page overlaps the one before it, so that no item between them is missed.

A page begins a few rows before the end of the last one. If its first row comes before the last row that was read, nothing
between the two can be missing, whatever started or vanished meanwhile. Otherwise, or at the highest offset, the listing
continues in a new window from the second of that row. Rows that come again are recognized by their keys.
See docs/design/pagination.md.
"""

from __future__ import annotations

from typing import Any

from tencentkit_api.action import Paging, Timeline

from ...errors import ApiError
from ..strategy import COUNT, NEWEST, PAGE, PROBE, REREAD, Completeness, PageItems, PageRequest
from ..time_window import Window
from .count_check import CountChecks, SideRequest, SideRequests
from .interval_probe import IntervalProbe
from .page_plan import PagePlan, RowRange
from .resume_point import ResumePoint
from .seen import Deduplicator, ReadPosition
from .windows import TimeWindows

_NOT_CONNECTED = "a page does not overlap the page before it"


class TimeOrderedPaging:
    """Paging along the time of the items.

    Args:
        paging: The action's row of the paging table.
        time: Its timeline.
        completeness: Collects doubts.
        size: New rows per page.
        offset: Rows to skip at the start.
        descending: Whether the newest item comes first.
        window: The caller's own interval.
        start: Resume point of an earlier listing.
    """

    def __init__(
        self,
        paging: Paging,
        time: Timeline,
        completeness: Completeness,
        *,
        size: int,
        offset: int,
        descending: bool,
        window: Window | None,
        start: ResumePoint | None,
    ) -> None:
        self.ended = False
        self._paging, self._time, self._completeness = paging, time, completeness
        self._key = paging.key or ""
        self._descending = descending
        self._position = ReadPosition(paging, time, descending=descending)
        self._plan = PagePlan(paging, size, offset)
        self._windows = TimeWindows(time, window, self._position, self._plan, descending=descending)
        self._probe = IntervalProbe(self._position.timestamps)
        self._checks = CountChecks(self._key, paging.maximum, completeness)
        self._side_requests = SideRequests()
        self._first_page = True
        self._finishing = False
        self._skip = offset
        self._resume_point = start or ResumePoint(None, (), window)
        resumed = start is not None and start.time is not None
        self._deduplicator = Deduplicator(self._position, start if resumed else None)
        if start is not None and start.time is not None:
            self._position.boundary = start.time
            self._windows.resume(start.time, start.window)
        elif not descending:
            self._side_requests.add(SideRequest(NEWEST, window))

    @property
    def generation(self) -> int:
        """See `PagingStrategy.generation`."""
        return self._plan.generation

    # Requests ---------------------------------------------------------------------------------------------------------

    def next_request(self, remaining: int | None) -> PageRequest | None:
        """See `PagingStrategy.next_request`."""
        if self.ended:
            return None
        if (side := self._side_requests.pop()) is not None:
            return self._side_requests.sent(self._request(side.kind, RowRange(side.offset, side.rows, 0), side.window), side)
        if self._finishing or self._probe.active or self._checks.rereading:
            return None
        plan = self._plan
        if self._first_page and (plan.in_flight or self._side_requests.in_flight):
            return None
        new_rows = plan.new_rows(remaining)
        if not new_rows:
            return None
        rows = plan.next_range(new_rows)
        full = rows.offset + rows.rows > plan.cap or len(self._position.keys) >= plan.cap
        if full and not self._first_page:
            if len(self._checks) > 1 or (plan.in_flight and not plan.can_rebase(len(self._position.recent))):
                return None
            if self._windows.start_next(self._count):
                return self.next_request(remaining)
            if plan.in_flight:
                return None
        plan.sent(rows)
        return self._request(PAGE, rows, self._windows.current)

    def _request(self, kind: str, rows: RowRange, window: Window | None) -> PageRequest:
        time, paging = self._time, self._paging
        arguments = dict(time.newest_first if self._descending or kind in {NEWEST, PROBE} else time.oldest_first)
        arguments |= {paging.offset: rows.offset, paging.limit: rows.rows}
        if window is not None:
            arguments[time.interval] = {time.start: window.start, time.end: window.end}
        return PageRequest(self.generation, arguments, rows.rows, rows.offset, kind, rows.overlap, window, self._plan.origin)

    # Pages ------------------------------------------------------------------------------------------------------------

    def accept(self, request: PageRequest, rows: list[Any], page: Any, total: int | None) -> PageItems | None:  # noqa: ARG002 - see `PagingStrategy`
        """See `PagingStrategy.accept`.

        Raises:
            UnorderedRows: The rows have no usable time order.
            ListingStalled: The service returns the same rows repeatedly.
        """
        if request.kind != PAGE:
            self._side_requests.done(request)
            return self._accept_side_response(request, rows, total)
        self._plan.received(request.size, request.overlap)
        keys, times = self._position.parse(rows)
        if not self._check_connection(request, keys, times):
            return None
        before = self._resume_point
        items = self._new_items(request, rows, keys, times)
        self._record_total(request, total)
        self._position.advance(keys, times)
        if times:
            self._plan.set_overlap(self._position.ties)
        self._continue(request, len(rows), total)
        point = before.after(items, self._key, self._time.item, self._position.precedes)
        self._resume_point = point if point.window is not None else point.within(self._windows.current)
        return PageItems(items, before)

    def _check_connection(self, request: PageRequest, keys: list[str], times: list[str]) -> bool:
        """Return whether the page can be used; if items may be missing before it, prepare another request."""
        position, plan = self._position, self._plan
        if position.boundary is None:
            return True
        if plan.truncating and request.offset:
            if times:
                self._completeness.add_doubt(_NOT_CONNECTED)
            return True
        if position.connects(keys, times, at_start=request.offset == 0):
            plan.sequential = plan.sequential and not request.offset
            return True
        self._completeness.changed = True
        if request.offset:
            plan.widen_overlap()
            self._windows.restart(position.boundary)
            return False
        # First page of a window: it can begin too late only if the service reads interval bounds in another time zone.
        if self._probe.confirmed:
            return True
        if self._probe.start():
            self._side_requests.add(SideRequest(PROBE, None))
            plan.discard_pending()
            return False
        self._completeness.add_doubt(_NOT_CONNECTED)
        return True

    def _new_items(self, request: PageRequest, rows: list[Any], keys: list[str], times: list[str]) -> list[Any]:
        if self._first_page and times:
            self._deduplicator.set_newest(times[0])
        # A page of the window before may begin with rows whose keys are forgotten.
        in_window = _always if request.window == self._windows.current else self._windows.contains
        items, repeated = self._deduplicator.filter(rows, keys, times, in_window)
        if request.offset and repeated > request.overlap:
            self._completeness.changed = True
        # No new row: the service returns smaller pages than requested, or counts rows that it does not list.
        self._plan.truncating = self._plan.truncating or (repeated == len(rows) < request.size)
        self._deduplicator.check_progress(len(rows), repeated, request.overlap)
        return items

    def _record_total(self, request: PageRequest, total: int | None) -> None:
        end, plan = None if total is None else request.origin + total, self._plan
        if request.offset and plan.end is not None and end != plan.end and not self._first_page:
            self._completeness.changed = True
        plan.end = end

    def _continue(self, request: PageRequest, received: int, total: int | None) -> None:
        """Move to the next page, or end."""
        plan, reached = self._plan, request.offset + received
        plan.base = request.origin + reached
        first_page, self._first_page = self._first_page, False
        if received and total is not None and not plan.undercounted and received >= request.size and reached > total:
            # The total is too low to tell the end.
            plan.undercounted = True
            self._completeness.add_doubt("the service lists more items than it counts")
        if not received or (received < request.size if total is None or plan.undercounted else reached >= total):
            self._end(request, total)
        elif first_page:
            newest = self._deduplicator.newest if self._descending else None
            self._windows.after_first_page(newest, skipped=bool(self._skip))
            self._skip = 0
        elif received != request.size:
            plan.discard_pending()

    # Side requests ----------------------------------------------------------------------------------------------------

    def _accept_side_response(self, request: PageRequest, rows: list[Any], total: int | None) -> PageItems | None:
        if request.kind == NEWEST:
            self._close_at(rows)
        elif request.kind == PROBE:
            self._probe.accept([getattr(row, self._time.item, None) for row in rows])
            if self._probe.active:
                self._side_requests.add(SideRequest(PROBE, self._probe.window))
        elif request.kind == COUNT:
            self._side_requests.add(self._checks.accept_count(request, total))
            self._settle()
        else:
            missed, following = self._checks.accept_reread(request, rows, total)
            self._side_requests.add(following)
            self._settle()
            late = [row for row in missed if not self._deduplicator.is_later(getattr(row, self._time.item, None))]
            return PageItems(late, self._resume_point)
        return None

    def _close_at(self, rows: list[Any]) -> None:
        """Close the window at the newest item before the first page, which is the oldest."""
        if not rows:
            self.ended = True
            return
        _, times = self._position.parse(rows[:1])
        self._deduplicator.set_newest(times[0])
        self._windows.close(times[0])
        self._resume_point = self._resume_point.within(self._windows.current)

    def _count(self, window: Window, keys: set[str]) -> None:
        self._side_requests.add(self._checks.add(window, keys))

    def _settle(self) -> None:
        self.ended = self.ended or (self._finishing and not self._checks)

    def _end(self, request: PageRequest, total: int | None) -> None:
        """Check the count of the last window."""
        self._finishing = True
        self._plan.discard_pending()
        windows = self._windows
        if total is None:
            self._completeness.add_doubt("the service returned no total count")
        elif self._plan.undercounted or self._skip:
            pass  # no count to compare with
        elif windows.counted is not None and (windows.narrowed or request.window != windows.current):
            self._count(windows.counted, self._position.keys)
        else:
            self._checks.add(request.window, self._position.keys)
            self._side_requests.add(self._checks.accept_count(request, total))
        self._settle()

    # Rest of `PagingStrategy` -----------------------------------------------------------------------------------------

    def discard_pending(self) -> None:
        """See `PagingStrategy.discard_pending`."""
        self._plan.discard_pending()
        self._side_requests.discard_pending()

    def recovers_from(self, request: PageRequest, error: ApiError) -> bool:
        """See `PagingStrategy.recovers_from`. The cap on the offset may be lower than the table says."""
        cap = self._paging.cap_error
        if cap is None or error.code != cap or not request.offset:
            return False
        if request.kind == REREAD:
            self._side_requests.done(request)
            self._checks.give_up(request)
            self._settle()
            return True
        if self._position.boundary is None:
            return False
        self._plan.cap = min(self._plan.cap, request.offset)
        self._plan.discard_pending()
        return self._windows.start_next(self._count)

    def keys(self) -> dict[str, None]:
        """Return the keys that were seen in the current window."""
        return dict.fromkeys(self._position.keys)

    def resume_point(self, current: PageItems | None) -> list[Any]:
        """See `PagingStrategy.resume_point`."""
        if current is None or current.finished:
            return self._resume_point.as_json()
        before: ResumePoint = current.before
        delivered = current.items[: current.delivered]
        point = before.after(delivered, self._key, self._time.item, self._position.precedes)
        return point.within(self._resume_point.window).as_json()


def _always(_: str) -> bool:
    return True
