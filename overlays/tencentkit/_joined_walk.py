"""The walk along the time of the items: each page is joined to what came before it, so that nothing is lost between them.

A page is asked for so that it overlaps the last one by a few rows. If its first row comes before the last row that was
read, then nothing between the two can be missing, whatever began or vanished meanwhile. If it does not, or the highest
offset is reached, the walk starts anew at the second of that row: the rest of the listing is a window of its own.
Rows that come again are told by their key. Why so, and what was rejected: docs/design/pagination.md.
"""

from __future__ import annotations

from collections import deque
from typing import Any

from tencentkit_api.action import Paging, Timeline

from ._moments import Window
from ._recount import Recount
from ._stretch import Stretch
from ._timed_place import TimedPlace
from ._track import Track
from ._walk import AGAIN, COUNT, NEWEST, PAGE, Ask, Batch, Verdict
from .errors import ApiError, ListingStalled

_NOT_JOINED = "a page could not be joined to the one before it"
_OVERLAP = 2
_CHAPTER = 10_000
"""Rows whose keys are remembered at a time, where no cap on the offset asks for fewer."""


class JoinedWalk:
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
        verdict: Verdict,
        *,
        size: int,
        offset: int,
        descending: bool,
        window: Window | None,
        place: TimedPlace | None,
    ) -> None:
        self.turn = 0
        self.ended = False
        self._paging, self._time, self._verdict = paging, time, verdict
        self._key = paging.key or ""
        self._size = size
        self._skip = offset
        self._descending = descending
        self._track = Track(paging, time, descending=descending)
        self._stretch = Stretch(time, window, descending=descending)
        self._cap = paging.cap
        # What is asked for.
        self._base = self._next = offset
        self._flying = 0
        self._expected = 0
        self._overlap = 0
        self._specials: deque[Ask] = deque()
        self._opening = True
        self._finishing = False
        self._alone = False
        self._loose = False
        self._recount: Recount | None = None
        # What the answers said.
        self._total: int | None = None
        self._low = False
        self._failures = 0
        self._idle = 0
        self._newest: str | None = None
        self._place = place or TimedPlace(None, (), window)
        self._from = place if place is not None and place.time is not None else None
        self._resumed = self._from is not None
        if place is not None and place.time is not None:
            self._track.boundary = place.time
            self._stretch.resume(place.time, place.window)
        elif not descending:
            self._specials.append(self._asking(NEWEST, 0, 1, window, newest_first=True))

    # Asking -----------------------------------------------------------------------------------------------------------

    def ask(self, wanted: int | None) -> Ask | None:
        """See `Walk.ask`."""
        if self.ended:
            return None
        if self._specials:
            return self._specials.popleft()
        if self._recount is not None and (self._finishing or not self._recount.counting):
            return self._recount.ask(self)
        if wanted is not None and wanted <= self._expected:
            return None
        if self._opening and not self._descending and not self._resumed and self._newest is None:
            return None
        if self._flying and (self._opening or self._alone or self._low or self._at_total()):
            return None
        fresh = self._size if wanted is None else min(self._size, wanted - self._expected)
        overlap = 0 if self._loose else min(self._overlap, self._next)
        count = max(fresh, min(self._paging.maximum, fresh + overlap))
        offset = self._next - overlap
        if not self._opening and self._full(offset + count):
            if self._flying:
                return None
            if self._new_chapter():
                return self.ask(wanted)
        self._flying += 1
        self._next = offset + count
        self._expected += count - overlap
        return self._asking(PAGE, offset, count, self._stretch.window, overlap=overlap)

    def _at_total(self) -> bool:
        return self._total is not None and self._next >= self._total

    def _full(self, reach: int) -> bool:
        return reach > (self._cap or _CHAPTER) or len(self._track.keys) >= (self._cap or _CHAPTER)

    def _asking(self, kind: str, offset: int, count: int, window: Window | None, *, overlap: int = 0, newest_first: bool = False) -> Ask:
        time, paging = self._time, self._paging
        arguments = dict(time.newest_first if self._descending or newest_first else time.oldest_first)
        arguments |= {paging.offset: offset, paging.limit: count}
        if window is not None:
            arguments[time.interval] = {time.start: window.start, time.end: window.end}
        return Ask(self.turn, arguments, count, offset, kind, overlap, window)

    # Taking in --------------------------------------------------------------------------------------------------------

    def take(self, ask: Ask, rows: list[Any], page: Any, total: int | None) -> Batch | None:  # noqa: ARG002 - see `Walk`
        """See `Walk.take`.

        Raises:
            Unordered: The listing cannot be followed along its time.
            ListingStalled: The service gives the same rows again and again.
        """
        if ask.kind == NEWEST:
            self._close_at(rows)
            return None
        if ask.kind == COUNT:
            self._counted(total)
            return None
        if ask.kind == AGAIN and self._recount is not None:
            return self._take_again(self._recount, rows, total)
        self._flying = max(0, self._flying - 1)
        self._expected = max(0, self._expected - (ask.size - ask.overlap))
        keys, times = self._track.read(rows)
        if not self._joins(ask, keys, times):
            return None
        before = self._place
        items = self._fresh(ask, rows, keys, times)
        self._note_total(ask, total)
        self._track.remember(keys, times)
        if times:
            # Back to a row before all that share the last one's time: equal times may change places.
            needed = min(max(_OVERLAP, self._track.ties + 1), max(1, self._paging.maximum // 2))
            self._overlap = max(needed, self._overlap - 1)
        self._go_on(ask, len(rows), total)
        place = before.after(items, self._key, self._time.item, self._track.ahead)
        self._place = place if place.window is not None else place.within(self._stretch.window)
        return Batch(items, before)

    def _counted(self, total: int | None) -> None:
        if self._recount is not None and not self._recount.fits(total):
            self.turn += 1
            self.rewind()
        else:
            self._recount = None
            self.ended = self._finishing

    def _joins(self, ask: Ask, keys: list[str], times: list[str]) -> bool:
        """Whether nothing can be missing between what was read and this page; if not, the next try is prepared."""
        track = self._track
        if track.boundary is None or (self._resumed and self._opening):
            return True
        if self._loose and ask.offset:
            if times:
                self._verdict.doubt(_NOT_JOINED)
            return True
        if track.meets(keys, times, at_start=ask.offset == 0):
            self._failures = 0
            self._alone = self._alone and not ask.offset
            return True
        self._verdict.changed = True
        if self._failures == len(track.anchors):
            # Not even the first rows are there any more.
            self._verdict.doubt(_NOT_JOINED)
            self._failures = 0
            return True
        self._overlap = min(max(_OVERLAP, self._overlap * 2), max(1, self._size // 2))
        self._alone = True
        # From the last row's second; if that row has vanished, from where one of the pages before ended.
        self._failures += 1
        self._restart(track.anchors[-self._failures])
        return False

    def _fresh(self, ask: Ask, rows: list[Any], keys: list[str], times: list[str]) -> list[Any]:
        """The rows that were not seen before; in the first page, what lies before the start is left out."""
        known = self._track.keys
        if self._opening and times:
            self._newest = self._newest or times[0]
        newest, place = None if self._resumed else self._newest, self._from
        items = []
        repeated = 0
        for row, key, time in zip(rows, keys, times, strict=True):
            if key in known:
                repeated += 1
                continue
            known.add(key)
            # What began after the listing does not belong to it; what another listing gave was given.
            if (newest is not None and time > newest) or (place is not None and place.passed(key, time, self._track.ahead)):
                continue
            items.append(row)
        if ask.offset and repeated > ask.overlap:
            self._verdict.changed = True
        self._watch(ask, len(rows), given=len(rows) > repeated)
        return items

    def _watch(self, ask: Ask, came: int, *, given: bool) -> None:
        """A service that repeats itself gives nothing new for longer than what a new start has to read again."""
        # A page that is cut off before its first new row: the service gives few rows, or has no more of those that it counts.
        self._loose = self._loose or (not given and came < ask.size)
        self._idle = 0 if given or not came else self._idle + 1
        if self._idle > 2 + len(self._track.recent) // max(1, came - ask.overlap):
            raise ListingStalled("the service gives the same items again and again")

    def _note_total(self, ask: Ask, total: int | None) -> None:
        if ask.offset and self._total is not None and total != self._total and not self._opening:
            self._verdict.changed = True
        self._total = total

    def _go_on(self, ask: Ask, came: int, total: int | None) -> None:
        """Where the next page begins, or whether there is none."""
        self._base = ask.offset + came
        opening, self._opening = self._opening, False
        if came and total is not None and not self._low and came >= ask.size and self._base > total:
            # More than it counted: the count cannot say where the end is.
            self._low = True
            self._verdict.doubt("more came than the service counted")
        done = not came or (came < ask.size if total is None or self._low else self._base >= total)
        if done:
            self._end()
            return
        if opening:
            self._close()
        elif came != ask.size:
            self.turn += 1
            self.rewind()

    # Windows ----------------------------------------------------------------------------------------------------------

    def _close_at(self, rows: list[Any]) -> None:
        """Oldest first: learn where the listing ends before it begins."""
        if not rows:
            self.ended = True
            return
        _, times = self._track.read(rows[:1])
        self._newest = times[0]
        self._stretch.close(times[0])
        self._place = self._place.within(self._stretch.window)

    def _close(self) -> None:
        """After the first page: keep out what begins from now on."""
        if self._descending and not self._resumed and self._newest is not None:
            self._stretch.close(self._newest)
        if self._skip:
            # How many rows the caller skipped counts from now on from another start.
            boundary = self._track.new_chapter()
            self._stretch.split(boundary)
            self._restart(boundary)
            self._skip = 0
        self.rewind()

    def _restart(self, time: str) -> None:
        """Go on in the window of the rest."""
        self._stretch.narrow(time)
        self._loose = False
        self._base = 0
        self._total = None
        self.turn += 1
        self.rewind()

    def _new_chapter(self) -> bool:
        """Let what was read be counted, and go on in a smaller window; `False` where that would be the same one."""
        track = self._track
        read = None if track.boundary is None else self._stretch.split(track.boundary)
        if read is None:
            return False
        self._recount = Recount(read, track.keys - track.recent.keys()) if read.start < read.end and not self._low else None
        self._restart(track.new_chapter())
        if self._recount is not None:
            self._count(self._recount, read)
        return True

    def _count(self, recount: Recount, window: Window) -> None:
        recount.counting = True
        self._specials.append(self._asking(COUNT, 0, 1, window))

    # The end ----------------------------------------------------------------------------------------------------------

    def _end(self) -> None:
        """All was read; does the count say so, too?"""
        self._finishing = True
        self.turn += 1
        self.rewind()
        if self._total is None:
            self._verdict.doubt("the service did not count")
        if self._total is None or self._low or self._skip:
            self.ended = True
            return
        stretch = self._stretch
        if not stretch.narrowed or stretch.chapter is None:
            self._recount = Recount(stretch.window, self._track.keys)
            if self._recount.fits(self._total):
                self._recount = None
                self.ended = True
            return
        self._recount = Recount(stretch.chapter, self._track.keys)
        self._count(self._recount, stretch.chapter)

    def _take_again(self, recount: Recount, rows: list[Any], total: int | None) -> Batch:
        late = recount.take(rows, self._key, total, self._verdict)
        if self._newest is not None and not self._resumed:
            late = [row for row in late if not getattr(row, self._time.item, "") > self._newest]
        if recount.done:
            self._recount = None
            self.ended = self._finishing
        return Batch(late, self._place)

    # The rest of `Walk` -----------------------------------------------------------------------------------------------

    def again(self, recount: Recount) -> Ask:
        """The next page of what is read again."""
        return self._asking(AGAIN, recount.offset, self._paging.maximum, recount.window)

    def rewind(self) -> None:
        """See `Walk.rewind`."""
        self._next = self._base
        self._flying = self._expected = 0
        if self._recount is not None:
            self._recount.flying = False

    def bears(self, ask: Ask, error: ApiError) -> bool:
        """See `Walk.bears`: a cap that is lower than the table says."""
        cap = self._paging.cap_error
        if cap is None or error.code != cap or not ask.offset:
            return False
        if ask.kind == AGAIN:
            self._recount = None
            self._verdict.doubt("the service counts more items than it lists")
            self.ended = self._finishing
            return True
        if self._track.boundary is None:
            return False
        self._cap = min(self._cap or ask.offset, ask.offset)
        self.turn += 1
        self.rewind()
        return self._new_chapter()

    def keys(self) -> dict[str, None]:
        """What was seen last, for a walk that takes over."""
        return dict.fromkeys(self._track.keys)

    def place(self, batch: Batch | None) -> list[Any]:
        """See `Walk.place`."""
        if batch is None or batch.finished:
            return self._place.as_json()
        place: TimedPlace = batch.before
        return place.after(batch.items[: batch.at], self._key, self._time.item, self._track.ahead).within(self._place.window).as_json()
