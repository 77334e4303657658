"""The walk along the time of the items: each page is joined to what came before it, so that nothing is lost between them.

A page is asked for so that it overlaps the last one by a few rows. If its first row comes before the last row that was
read, then nothing between the two can be missing, whatever began or vanished meanwhile. If it does not, or the highest
offset is reached, the walk goes on from the second of that row: the rest of the listing is a window of its own.
Rows that come again are told by their key. Why so, and what was rejected: docs/design/pagination.md.
"""

from __future__ import annotations

from typing import Any

from tencentkit_api.action import Paging, Timeline

from ...errors import ApiError
from ..strategy import AGAIN, COUNT, LEARN, NEWEST, PAGE, Completeness, PageItems, PageRequest
from ..time_window import Window
from .count_check import CountChecks
from .deduplication import Deduplicator
from .interval_probe import IntervalProbe
from .page_plan import PagePlan, RowRange
from .read_position import ReadPosition
from .resume_point import ResumePoint
from .side_requests import Errands, SideRequest
from .windows import TimeWindows

_NOT_JOINED = "a page could not be joined to the one before it"


class TimeOrderedPaging:
    """Along the time of the items.

    Args:
        paging: The action's row.
        time: Its timeline.
        verdict: Where to say what cannot be promised.
        size: New rows that a page is to give.
        offset: How many rows to skip at the start.
        descending: Whether the newest comes first.
        window: The interval that the caller gave.
        place: Where another walk stood, to go on from there.
    """

    def __init__(
        self,
        paging: Paging,
        time: Timeline,
        verdict: Completeness,
        *,
        size: int,
        offset: int,
        descending: bool,
        window: Window | None,
        place: ResumePoint | None,
    ) -> None:
        self.turn = 0
        self.ended = False
        self._paging, self._time, self._verdict = paging, time, verdict
        self._key = paging.key or ""
        self._descending = descending
        self._track = ReadPosition(paging, time, descending=descending)
        self._stretch = TimeWindows(time, window, descending=descending)
        self._stride = PagePlan(paging, size, offset)
        self._reading = IntervalProbe(self._track.moments)
        self._recounts = CountChecks(self._key, paging.maximum, verdict)
        self._errands = Errands()
        self._opening = True
        self._finishing = False
        self._skip = offset
        self._place = place or ResumePoint(None, (), window)
        self._resumed = place is not None and place.time is not None
        self._sieve = Deduplicator(self._track, place if self._resumed else None)
        if place is not None and place.time is not None:
            self._track.boundary = place.time
            self._stretch.resume(place.time, place.window)
        elif not descending:
            self._errands.add(SideRequest(NEWEST, window))

    # Asking -----------------------------------------------------------------------------------------------------------

    def ask(self, wanted: int | None) -> PageRequest | None:
        """See `PagingStrategy.ask`."""
        if self.ended:
            return None
        if (errand := self._errands.take()) is not None:
            return self._errands.sent(self._asking(errand.kind, RowRange(errand.offset, errand.rows, 0), errand.window), errand)
        if self._finishing or self._reading.learning or self._recounts.reading:
            return None
        stride = self._stride
        if self._opening and (stride.flying or self._errands.flying):
            return None
        fresh = stride.fresh(wanted)
        if not fresh:
            return None
        cut = stride.cut(fresh)
        if not self._opening and self._full(cut):
            if len(self._recounts) > 1 or (stride.flying and not stride.movable(len(self._track.recent))):
                return None
            if self._new_chapter():
                return self.ask(wanted)
            if stride.flying:
                return None
        stride.send(cut)
        return self._asking(PAGE, cut, self._stretch.window)

    def _full(self, cut: RowRange) -> bool:
        return cut.offset + cut.rows > self._stride.cap or len(self._track.keys) >= self._stride.cap

    def _asking(self, kind: str, cut: RowRange, window: Window | None) -> PageRequest:
        time, paging = self._time, self._paging
        arguments = dict(time.newest_first if self._descending or kind in {NEWEST, LEARN} else time.oldest_first)
        arguments |= {paging.offset: cut.offset, paging.limit: cut.rows}
        if window is not None:
            arguments[time.interval] = {time.start: window.start, time.end: window.end}
        return PageRequest(self.turn, arguments, cut.rows, cut.offset, kind, cut.overlap, window, self._stride.origin)

    # Taking in --------------------------------------------------------------------------------------------------------

    def take(self, ask: PageRequest, rows: list[Any], page: Any, total: int | None) -> PageItems | None:  # noqa: ARG002 - see `PagingStrategy`
        """See `PagingStrategy.take`.

        Raises:
            Unordered: The listing cannot be followed along its time.
            ListingStalled: The service gives the same rows again and again.
        """
        if ask.kind != PAGE:
            self._errands.done(ask)
            return self._take_errand(ask, rows, total)
        self._stride.land(ask.size, ask.overlap)
        keys, times = self._track.read(rows)
        if not self._joins(ask, keys, times):
            return None
        before = self._place
        items = self._fresh(ask, rows, keys, times)
        self._note_total(ask, total)
        self._track.remember(keys, times)
        if times:
            self._stride.join(self._track.ties)
        self._go_on(ask, len(rows), total)
        place = before.after(items, self._key, self._time.item, self._track.ahead)
        self._place = place if place.window is not None else place.within(self._stretch.window)
        return PageItems(items, before)

    def _joins(self, ask: PageRequest, keys: list[str], times: list[str]) -> bool:
        """Whether nothing can be missing between what was read and this page; if not, the next try is prepared."""
        track, stride = self._track, self._stride
        if track.boundary is None:
            return True
        if stride.loose and ask.offset:
            if times:
                self._verdict.doubt(_NOT_JOINED)
            return True
        if track.meets(keys, times, at_start=ask.offset == 0):
            stride.alone = stride.alone and not ask.offset
            return True
        self._verdict.changed = True
        if ask.offset:
            stride.widen()
            self._restart(track.boundary)
            return False
        # The rest's window from its first row on: it can only begin too late if the service reads its bounds otherwise than we.
        if self._reading.known:
            return True
        if self._reading.begin():
            self._errands.add(SideRequest(LEARN, None))
            self._next_turn()
            return False
        self._verdict.doubt(_NOT_JOINED)
        return True

    def _fresh(self, ask: PageRequest, rows: list[Any], keys: list[str], times: list[str]) -> list[Any]:
        """The rows that were not seen before."""
        if self._opening and times:
            self._sieve.begin(times[0])
        # What was asked for in the chapter before may begin with rows of it, whose keys are forgotten.
        holds = _always if ask.window == self._stretch.window else self._stretch.holds
        items, repeated = self._sieve.pass_on(rows, keys, times, holds)
        if ask.offset and repeated > ask.overlap:
            self._verdict.changed = True
        # A page that is cut off before its first new row: the service gives few rows, or has no more of those that it counts.
        self._stride.loose = self._stride.loose or (repeated == len(rows) < ask.size)
        self._sieve.watch(len(rows), repeated, ask.overlap)
        return items

    def _note_total(self, ask: PageRequest, total: int | None) -> None:
        end, stride = None if total is None else ask.origin + total, self._stride
        if ask.offset and stride.end is not None and end != stride.end and not self._opening:
            self._verdict.changed = True
        stride.end = end

    def _go_on(self, ask: PageRequest, came: int, total: int | None) -> None:
        """Where the next page begins, or whether there is none."""
        stride, reached = self._stride, ask.offset + came
        stride.base = ask.origin + reached
        opening, self._opening = self._opening, False
        if came and total is not None and not stride.low and came >= ask.size and reached > total:
            # More than it counted: the count cannot say where the end is.
            stride.low = True
            self._verdict.doubt("more came than the service counted")
        if not came or (came < ask.size if total is None or stride.low else reached >= total):
            self._end(ask, total)
        elif opening:
            self._close()
        elif came != ask.size:
            self._next_turn()

    # Windows ----------------------------------------------------------------------------------------------------------

    def _close_at(self, rows: list[Any]) -> None:
        """Oldest first: learn where the listing ends before it begins."""
        if not rows:
            self.ended = True
            return
        _, times = self._track.read(rows[:1])
        self._sieve.begin(times[0])
        self._stretch.close(times[0])
        self._place = self._place.within(self._stretch.window)

    def _close(self) -> None:
        """After the first page: keep out what begins from now on."""
        if self._descending and self._sieve.newest is not None:
            self._stretch.close(self._sieve.newest)
        boundary = self._track.boundary
        if self._skip and boundary is not None:
            # How many rows the caller skipped counts from now on from another start.
            self._track.new_chapter()
            self._stretch.split(boundary)
            self._restart(boundary)
            self._skip = 0
        self._stride.rewind()

    def _learn(self, rows: list[Any]) -> None:
        """One step further in learning how the service reads an interval; the page that asked for it is asked for again after it."""
        self._reading.take([getattr(row, self._time.item, None) for row in rows])
        if self._reading.learning:
            self._errands.add(SideRequest(LEARN, self._reading.window))

    def _restart(self, time: str) -> None:
        """Go on in the window of the rest."""
        self._stretch.narrow(time)
        self._stride.restart()
        self.turn += 1

    def _next_turn(self) -> None:
        """What is on its way was asked for in vain."""
        self.turn += 1
        self._stride.rewind()

    def _new_chapter(self) -> bool:
        """Let what was read be counted, and go on in a smaller window; `False` where that would be the same one."""
        track, stride = self._track, self._stride
        read = None if track.boundary is None else self._stretch.split(track.boundary)
        if read is None or track.boundary is None:
            return False
        if read.start < read.end and not stride.low:
            self._errands.add(self._recounts.add(read, track.keys - track.recent.keys()))
        track.new_chapter()
        if stride.flying:
            # Without a stop: what is on its way goes on from there, in the numbers of the window before.
            stride.move(len(track.recent))
        else:
            self._restart(track.boundary)
        return True

    # Counting ---------------------------------------------------------------------------------------------------------

    def _take_errand(self, ask: PageRequest, rows: list[Any], total: int | None) -> PageItems | None:
        late = None
        if ask.kind == NEWEST:
            self._close_at(rows)
        elif ask.kind == LEARN:
            self._learn(rows)
        elif ask.kind == COUNT:
            self._errands.add(self._recounts.counted(ask, total))
            self._settle()
        else:
            found, errand = self._recounts.take(ask, rows, total)
            self._errands.add(errand)
            self._settle()
            late = PageItems([row for row in found if not self._sieve.began_later(getattr(row, self._time.item, None))], self._place)
        return late

    def _settle(self) -> None:
        self.ended = self.ended or (self._finishing and not self._recounts)

    def _end(self, ask: PageRequest, total: int | None) -> None:
        """All was read; does the count say so, too?"""
        self._finishing = True
        self._next_turn()
        stretch = self._stretch
        if total is None:
            self._verdict.doubt("the service did not count")
        elif self._stride.low or self._skip:
            pass  # there is nothing that the count could be held against
        elif stretch.chapter is not None and (stretch.narrowed or ask.window != stretch.window):
            self._errands.add(self._recounts.add(stretch.chapter, self._track.keys))
        else:
            self._recounts.add(ask.window, self._track.keys)
            self._errands.add(self._recounts.counted(ask, total))
        self._settle()

    # The rest of `PagingStrategy` -----------------------------------------------------------------------------------------------

    def rewind(self) -> None:
        """See `PagingStrategy.rewind`."""
        self._stride.rewind()
        self._errands.rewind()

    def bears(self, ask: PageRequest, error: ApiError) -> bool:
        """See `PagingStrategy.bears`: a cap that is lower than the table says."""
        cap = self._paging.cap_error
        if cap is None or error.code != cap or not ask.offset:
            return False
        if ask.kind == AGAIN:
            self._errands.done(ask)
            self._recounts.give_up(ask)
            self._settle()
            return True
        if self._track.boundary is None:
            return False
        self._stride.cap = min(self._stride.cap, ask.offset)
        self._next_turn()
        return self._new_chapter()

    def keys(self) -> dict[str, None]:
        """What was seen last, for a walk that takes over."""
        return dict.fromkeys(self._track.keys)

    def place(self, batch: PageItems | None) -> list[Any]:
        """See `PagingStrategy.place`."""
        if batch is None or batch.finished:
            return self._place.as_json()
        place: ResumePoint = batch.before
        return place.after(batch.items[: batch.at], self._key, self._time.item, self._track.ahead).within(self._place.window).as_json()


def _always(_: str) -> bool:
    return True
