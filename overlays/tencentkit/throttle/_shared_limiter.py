"""The slots of one bucket in a store that several processes share, and in this process alone while the store is away."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from os import urandom

from ..clock import Clock
from ..errors import ThrottleUnavailable
from ._circuit_breaker import Advice, CircuitBreaker
from ._local_limiter import LocalLimiter, Slot, Tally, View
from ._sliding_window import Rules
from ._store import Store, StoreFault, StoreReply, StoreRequest, UsageReport

_RECENT = 2.5
_BUSY_FOR = 5.0
_MOST_REPORTS = 1000


def _new_member() -> int:
    return int.from_bytes(urandom(6), "big") | 1  # a number that a double holds, for Lua, and never 0


class SharedLimiter:
    """`LocalLimiter` over processes. What happens to a request is reported with the next question, so that asking takes one round trip.

    The `local` pacer knows this process's own requests: when the store fails, it goes on from there with the fair share.

    Args:
        name: The bucket's name in the store.
        rules: What to keep together.
        fair: What to keep alone.
        store: The store.
        outage: Whether it answers.
        clock: What to measure by.
        on_wait: As for `LocalLimiter`.
    """

    remote = True

    def __init__(
        self,
        name: str,
        *,
        rules: Rules,
        fair: Rules,
        store: Store,
        outage: CircuitBreaker,
        clock: Clock,
        on_wait: Callable[[float], None] | None,
    ) -> None:
        self.name = name
        self.rules = rules
        self.local: LocalLimiter = LocalLimiter(fair, clock, on_wait=on_wait)
        self.tally: Tally = self.local.tally
        self._store = store
        self._outage = outage
        self._monotonic = clock.monotonic
        self._reports: deque[UsageReport] = deque(maxlen=_MOST_REPORTS)
        self._used = -1e9
        self._reply: StoreReply | None = None
        self._alone_since: float | None = None
        self._member = _new_member()
        self._lock = threading.Lock()

    def ask(self, slot: Slot) -> float:
        """As `LocalLimiter.ask`, with I/O.

        Raises:
            ThrottleUnavailable: The store does not answer, and calls are not to go on without it.
        """
        decided = self._prepare(slot)
        if not isinstance(decided, StoreRequest):
            return decided
        try:
            reply = self._store.turn(self.name, decided)
        except StoreFault as fault:
            return self._fall_back(slot, decided, fault)
        return self._accept(slot, decided, reply)

    async def ask_async(self, slot: Slot) -> float:
        """`ask` for an event loop."""
        decided = self._prepare(slot)
        if not isinstance(decided, StoreRequest):
            return decided
        try:
            reply = await self._store.turn_async(self.name, decided)
        except StoreFault as fault:
            return self._fall_back(slot, decided, fault)
        return self._accept(slot, decided, reply)

    def flush(self) -> None:
        """Tell the store what it should know at once: a refusal, or a place in the line that is free."""
        turn = self._reporting()
        if turn is not None:
            try:
                reply = self._store.turn(self.name, turn)
            except StoreFault as fault:
                self._keep(turn, fault)
            else:
                self._heard(turn, reply)

    async def flush_async(self) -> None:
        """`flush` for an event loop."""
        turn = self._reporting()
        if turn is not None:
            try:
                reply = await self._store.turn_async(self.name, turn)
            except StoreFault as fault:
                self._keep(turn, fault)
            else:
                self._heard(turn, reply)

    def _prepare(self, slot: Slot) -> StoreRequest | float:
        """What to ask the store; or what was decided without it."""
        now = self._monotonic()
        advice = self._outage.advice(now, tried=slot.tried)
        if advice is Advice.GO_ON:
            return self._alone(slot)
        if advice is Advice.PROBE:
            slot.tried = True
            return self._turn(0, now)
        if self._outage.fair_share(now) and (wait := self.local.ask(slot)):
            return wait
        return self._turn(slot.ticket, now)

    def _alone(self, slot: Slot) -> float:
        """Decide in this process."""
        if self._outage.down_since != self._alone_since:
            self._alone_since = self._outage.down_since
            self._let_others_count_out()
        wait = self.local.ask(slot)
        if not wait:
            self._report("went", slot)
        return wait

    def _let_others_count_out(self) -> None:
        """Others may just have used what we are about to use; with the store, too, a call would have had to wait for them."""
        reply = self._reply
        if reply is not None and reply.left < reply.allowed / 2 and self._monotonic() - self._used < _BUSY_FOR:
            self.local.pause(self.rules.span)

    def _turn(self, ticket: int, now: float) -> StoreRequest:
        with self._lock:
            reports = tuple(report for report in self._reports if now - report.at < _RECENT)
            self._reports.clear()
        known = now - self._used < _RECENT
        return StoreRequest(ticket, now, self.rules, self.local.lead.seconds, reports, known, self._member, self.local.rules.limit)

    def _reporting(self) -> StoreRequest | None:
        now = self._monotonic()
        return self._turn(0, now) if self._reports and self._outage.down_since is None else None

    def _heard(self, turn: StoreRequest, reply: StoreReply) -> None:
        self._used = now = self._monotonic()
        self._reply = reply
        self._outage.answered(turn.now, now)

    def _accept(self, slot: Slot, turn: StoreRequest, reply: StoreReply) -> float:
        self._heard(turn, reply)
        if not turn.ticket:
            return self._alone(slot)  # it was a probe: this call has waited for the store long enough
        if reply.wait:
            self.local.leave(slot)
            return self.local.noted(slot, reply.wait)
        self.local.note(slot)
        return 0.0

    def _keep(self, turn: StoreRequest, fault: StoreFault) -> None:
        with self._lock:
            self._reports.extendleft(reversed(turn.reports))
        self._outage.failed(turn.now, self._monotonic(), str(fault))

    def _fall_back(self, slot: Slot, turn: StoreRequest, fault: StoreFault) -> float:
        self._keep(turn, fault)
        if not turn.ticket:
            return self._alone(slot)  # it was a probe: the call keeps its place in this process's line, which has paused already
        self.local.leave(slot)
        if not self._outage.patient:
            raise ThrottleUnavailable(f"the throttle's store does not answer: {fault}", store=self._outage.store) from fault
        # The store may have let it in before it fell silent.
        self._report("left", slot)
        slot.tried = True
        if self._reply is None and fault.silent:
            self.local.pause(self.rules.span)  # nothing is known of the others, who may well be using all there is
        self._let_others_count_out()
        return self._alone(slot)

    def _report(self, kind: str, slot: Slot, extra: float = 0.0) -> None:
        with self._lock:
            self._reports.append(UsageReport(kind, slot.ticket, self._monotonic(), extra))  # type: ignore[arg-type]

    def leave(self, slot: Slot) -> None:
        """As `LocalLimiter.leave`."""
        self.local.leave(slot)
        self._report("left", slot)

    def written(self, slot: Slot) -> None:
        """As `LocalLimiter.written`."""
        self.local.written(slot)
        self._report("written", slot)

    def answered(self, slot: Slot) -> None:
        """As `LocalLimiter.answered`."""
        self.local.answered(slot)
        self._report("answered", slot, self.local.lead.seconds)

    def abandoned(self, slot: Slot) -> None:
        """As `LocalLimiter.abandoned`; the store waits for nobody for long."""
        self.local.abandoned(slot)

    def refused(self, slot: Slot, jitter: float) -> None:
        """As `LocalLimiter.refused`."""
        self.local.refused(slot, jitter)
        self._report("refused", slot, jitter)

    def pause(self, seconds: float) -> None:
        """As `LocalLimiter.pause`."""
        self.local.pause(seconds)
        with self._lock:
            self._reports.append(UsageReport("pause", 0, self._monotonic(), seconds))

    def view(self) -> View:
        """How it stands: by the store's latest answer, or in this process while that is away."""
        reply = self._reply
        if reply is None or self._outage.down_since is not None:
            return self.local.view()
        return View(reply.allowed, reply.left, reply.waiting, self.local.view().paused, reply.window)

    def renew_lock(self) -> None:
        """As `LocalLimiter.renew_lock`."""
        self._lock = threading.Lock()
        self._member = _new_member()
        self._reports.clear()  # the parent's to tell
        self.local.renew_lock()
