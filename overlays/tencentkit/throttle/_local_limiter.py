"""The slots of one bucket in the memory of one process, for its threads and event loops alike."""

from __future__ import annotations

import threading
from collections.abc import Callable
from itertools import count
from math import inf
from os import urandom

from .._concurrency.fork_safety import renewed_after_fork
from ..clock import Clock
from ._sliding_window import REACH, UNLIMITED, Rules, SlidingWindow

_MOST_LEAD = 0.05
_LEAD_GROWTH = 0.0005
_ENOUGH_ANSWERS = 100


class _Tickets:
    """Names of requests: numbers that a double holds, for Lua, and that no other process is likely to use."""

    _MASK = (1 << 52) - 1

    def __init__(self) -> None:
        self.renew_after_fork()
        renewed_after_fork(self)

    def renew_after_fork(self) -> None:
        """A forked child must not go on with its parent's."""
        self._numbers = count(int.from_bytes(urandom(6), "big"))

    def next(self) -> int:
        """One that was not used before."""
        return next(self._numbers) & self._MASK


_TICKETS = _Tickets()


class Slot:
    """One request's place in a bucket: first in its line, then under way.

    Attributes:
        ticket: Its name in the log.
        asked: When it asked first; `None` before.
        went: When it went; `None` before.
        tried: Whether it has waited for the store of its bucket in vain.
    """

    __slots__ = ("asked", "ticket", "tried", "went")

    def __init__(self) -> None:
        self.ticket: int = _TICKETS.next()
        self.asked: float | None = None
        self.went: float | None = None
        self.tried: bool = False


class Lead:
    """How long a request needs to arrive at least: half of what the fastest answer ever took.

    It takes many answers to believe in it, for a busy machine makes the first ones slow; it grows slowly, so that the
    requests of one second are judged alike, and falls at once.
    """

    __slots__ = ("_answers", "_fastest", "seconds")

    def __init__(self) -> None:
        self.seconds: float = 0.0
        self._answers = 0
        self._fastest = 60.0

    def learn(self, took: float) -> None:
        """Another answer came, after `took` seconds."""
        self._answers += 1
        self._fastest = min(self._fastest, took)
        if self._answers > _ENOUGH_ANSWERS:
            self.seconds = min(self._fastest / 2, self.seconds + _LEAD_GROWTH, _MOST_LEAD)


class Tally:
    """What happened in one bucket.

    Attributes:
        waits: Requests that had to wait.
        waited: Seconds that they waited in all.
        refusals: Requests that the service refused for their rate.
    """

    __slots__ = ("refusals", "waited", "waits")

    def __init__(self) -> None:
        self.waits: int = 0
        self.waited: float = 0.0
        self.refusals: int = 0


class LocalLimiter:
    """Hands out the slots of one bucket, first come, first served.

    Args:
        rules: What to keep.
        clock: What to measure by.
        reach: As for `SlidingWindow`.
        on_wait: Told the seconds when a request has to wait.
    """

    remote = False
    """Whether to ask means I/O."""

    def __init__(self, rules: Rules, clock: Clock, *, reach: float = REACH, on_wait: Callable[[float], None] | None = None) -> None:
        self.rules = rules
        self.lead: Lead = Lead()
        self.tally: Tally = Tally()
        # What this process itself has not written yet cannot have arrived, however long that takes.
        self._log = SlidingWindow(reach, patience=inf)
        self._monotonic = clock.monotonic
        self._on_wait = on_wait
        self._lock = threading.Lock()

    def ask(self, slot: Slot) -> float:
        """Seconds after which to ask again; 0 when the request may go, and must now go or `leave`."""
        now = self._monotonic()
        with self._lock:
            wait = self._log.ask(slot.ticket, now, self.rules, self.lead.seconds)
        if not wait and slot.asked is None:
            slot.went = now
            return 0.0
        return self.noted(slot, wait, now)

    def noted(self, slot: Slot, wait: float, now: float | None = None) -> float:
        """Put down that the request goes, or has to wait."""
        if now is None:
            now = self._monotonic()
        if not wait:
            if slot.asked is not None and slot.went is None:
                self.tally.waited += now - slot.asked
            slot.went = now
        elif slot.asked is None:
            slot.asked = now
            self.tally.waits += 1
            if self._on_wait is not None:
                self._on_wait(wait)
        return wait

    def leave(self, slot: Slot) -> None:
        """Give up before anything was sent; the next caller gets the place."""
        with self._lock:
            self._log.leave(slot.ticket)

    def written(self, slot: Slot) -> None:
        """The request has just been written."""
        now = self._monotonic()
        with self._lock:
            self._log.written(slot.ticket, now, self.rules)

    def answered(self, slot: Slot) -> None:
        """Its answer has just come, or nothing will."""
        now = self._monotonic()
        with self._lock:
            if slot.went is not None:
                self.lead.learn(now - slot.went)
            self._log.answered(slot.ticket, now, self.rules, self.lead.seconds)

    def abandoned(self, slot: Slot) -> None:
        """Nobody waits for its answer any more."""
        now = self._monotonic()
        with self._lock:
            self._log.abandoned(slot.ticket, now, self.rules)

    def refused(self, slot: Slot, jitter: float) -> None:
        """The service refused it for its rate; `jitter` as for `SlidingWindow.refused`."""
        now = self._monotonic()
        with self._lock:
            self.tally.refusals += 1
            self._log.refused(slot.ticket, now, self.rules, jitter, self.lead.seconds)

    def pause(self, seconds: float) -> None:
        """Let nobody go for so long."""
        now = self._monotonic()
        with self._lock:
            self._log.pause(now + max(0.0, seconds))

    def note(self, slot: Slot) -> None:
        """The request goes by leave of a store; keep it in mind."""
        now = self._monotonic()
        with self._lock:
            self._log.leave(slot.ticket)
            self._log.note(slot.ticket, now, self.rules)
        self.noted(slot, 0.0, now)

    def view(self) -> View:
        """How it stands."""
        now = self._monotonic()
        with self._lock:
            return View.of(self._log, now, self.rules, self.lead.seconds)

    def renew_lock(self) -> None:
        """Forget who holds the lock: in a forked child its holder does not exist, nor who waits for an answer."""
        self._lock = threading.Lock()
        now = self._monotonic()
        for ticket in self._log.flying:
            self._log.abandoned(ticket, now, self.rules)


class View:
    """How a log stands at one moment: `left` may go at once (`None` without a limit), `waiting` wait."""

    __slots__ = ("allowed", "left", "paused", "waiting", "window")

    def __init__(self, allowed: int | None, left: int | None, waiting: int, paused: float, window: float) -> None:
        self.allowed: int | None = allowed
        self.left: int | None = left
        self.waiting: int = waiting
        self.paused: float = paused
        self.window: float = window

    @classmethod
    def of(cls, log: SlidingWindow, now: float, rules: Rules, lead: float) -> View:
        """The view of `log`."""
        log.forget(now, rules, lead)
        allowed = log.allowed(rules, now)
        waiting, paused = len(log.tickets), max(0.0, log.paused - now)
        left = 0 if paused else max(0, allowed - len(log.flying) - len(log.landed) - waiting)
        unlimited = allowed >= UNLIMITED
        return cls(None if unlimited else allowed, None if unlimited else left, waiting, paused, rules.span + log.reach)
