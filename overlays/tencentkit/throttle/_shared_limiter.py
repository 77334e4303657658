"""Rate limiter for one bucket in a store that several processes share, with a local limiter for when the store is unavailable."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from os import urandom

from ..clock import Clock
from ..errors import ThrottleUnavailable
from ._circuit_breaker import CircuitBreaker, CircuitState
from ._limits import BucketLimit
from ._local_limiter import BucketCounters, BucketSlot, BucketSnapshot, LocalLimiter
from ._store import Store, StoreFault, StoreReply, StoreRequest, UsageReport

_RECENT = 2.5
"""Seconds for which the store needs a report, and for which the bucket counts as used."""
_BUSY_FOR = 5.0
"""Seconds after the last use for which a bucket counts as busy."""
_MAX_REPORTS = 1000


def _new_peer_number() -> int:
    return int.from_bytes(urandom(6), "big") | 1  # exact as a double, for Lua, and never 0


class SharedLimiter:
    """`LocalLimiter` for several processes. Usage reports go with the next store request, so that one acquire is one round trip.

    The `local` limiter knows this process's own requests. While the store is unavailable, it limits them to the fair share.

    Args:
        name: Name of the bucket in the store.
        limit: Limit of all processes together.
        fair_share: Limit of this process without the store.
        store: The store.
        breaker: Circuit breaker of the store.
        clock: The clock.
        on_wait: As for `LocalLimiter`.
    """

    def __init__(
        self,
        name: str,
        *,
        limit: BucketLimit,
        fair_share: BucketLimit,
        store: Store,
        breaker: CircuitBreaker,
        clock: Clock,
        on_wait: Callable[[float], None] | None,
    ) -> None:
        self.name = name
        self.limit = limit
        self.local: LocalLimiter = LocalLimiter(fair_share, clock, on_wait=on_wait)
        self.counters: BucketCounters = self.local.counters
        self._store = store
        self._breaker = breaker
        self._monotonic = clock.monotonic
        self._reports: deque[UsageReport] = deque(maxlen=_MAX_REPORTS)
        self._used_at = -1e9
        self._reply: StoreReply | None = None
        self._local_since: float | None = None
        self._peer = _new_peer_number()
        self._lock = threading.Lock()

    def acquire(self, slot: BucketSlot) -> float:
        """See `LocalLimiter.acquire`; this one does I/O.

        Raises:
            ThrottleUnavailable: The store failed or timed out, and calls must not continue without it.
        """
        prepared = self._prepare(slot)
        if not isinstance(prepared, StoreRequest):
            return prepared
        try:
            reply = self._store.apply(self.name, prepared)
        except StoreFault as fault:
            return self._fall_back(slot, prepared, fault)
        return self._accept(slot, prepared, reply)

    async def acquire_async(self, slot: BucketSlot) -> float:
        """`acquire` for an event loop."""
        prepared = self._prepare(slot)
        if not isinstance(prepared, StoreRequest):
            return prepared
        try:
            reply = await self._store.apply_async(self.name, prepared)
        except StoreFault as fault:
            return self._fall_back(slot, prepared, fault)
        return self._accept(slot, prepared, reply)

    def flush(self) -> None:
        """Send the usage reports at once, for a refusal or a released slot."""
        request = self._pending_reports()
        if request is not None:
            try:
                reply = self._store.apply(self.name, request)
            except StoreFault as fault:
                self._record_failure(request, fault)
            else:
                self._record_reply(request, reply)

    async def flush_async(self) -> None:
        """`flush` for an event loop."""
        request = self._pending_reports()
        if request is not None:
            try:
                reply = await self._store.apply_async(self.name, request)
            except StoreFault as fault:
                self._record_failure(request, fault)
            else:
                self._record_reply(request, reply)

    def _prepare(self, slot: BucketSlot) -> StoreRequest | float:
        """Return the store request; or the seconds to wait, when the store is not needed or the circuit is open."""
        now = self._monotonic()
        state = self._breaker.state_for_call(now, store_failed=slot.store_failed)
        if state is CircuitState.OPEN:
            return self._acquire_locally(slot)
        if state is CircuitState.HALF_OPEN:
            slot.store_failed = True
            return self._request(0, now)
        if self._breaker.requires_fair_share(now) and (wait := self.local.acquire(slot)):
            return wait
        return self._request(slot.ticket, now)

    def _acquire_locally(self, slot: BucketSlot) -> float:
        """Acquire a slot of the fair share, without the store."""
        if self._breaker.opened_at != self._local_since:
            self._local_since = self._breaker.opened_at
            self._pause_for_peers()
        wait = self.local.acquire(slot)
        if not wait:
            self._report("acquired", slot)
        return wait

    def _pause_for_peers(self) -> None:
        """Pause for one period if the bucket was busy: peers may have just used the slots of the fair share."""
        reply = self._reply
        if reply is not None and reply.left < reply.allowed / 2 and self._monotonic() - self._used_at < _BUSY_FOR:
            self.local.pause(self.limit.period)

    def _request(self, ticket: int, now: float) -> StoreRequest:
        with self._lock:
            reports = tuple(report for report in self._reports if now - report.at < _RECENT)
            self._reports.clear()
        used_recently = now - self._used_at < _RECENT
        min_transit, fair_share = self.local.min_transit.seconds, self.local.limit.requests
        return StoreRequest(ticket, now, self.limit, min_transit, reports, used_recently, self._peer, fair_share)

    def _pending_reports(self) -> StoreRequest | None:
        now = self._monotonic()
        return self._request(0, now) if self._reports and self._breaker.opened_at is None else None

    def _record_reply(self, request: StoreRequest, reply: StoreReply) -> None:
        self._used_at = now = self._monotonic()
        self._reply = reply
        self._breaker.record_success(request.now, now)

    def _accept(self, slot: BucketSlot, request: StoreRequest, reply: StoreReply) -> float:
        self._record_reply(request, reply)
        if not request.ticket:
            return self._acquire_locally(slot)  # after a probe: this call has waited for the store long enough
        if reply.wait:
            self.local.release(slot)
            return self.local.count_wait(slot, reply.wait)
        self.local.admit(slot)
        return 0.0

    def _record_failure(self, request: StoreRequest, fault: StoreFault) -> None:
        with self._lock:
            self._reports.extendleft(reversed(request.reports))
        self._breaker.record_failure(request.now, self._monotonic(), str(fault))

    def _fall_back(self, slot: BucketSlot, request: StoreRequest, fault: StoreFault) -> float:
        self._record_failure(request, fault)
        if not request.ticket:
            return self._acquire_locally(slot)  # after a probe: the call keeps its position in the local queue, which has paused already
        self.local.release(slot)
        if not self._breaker.local_fallback:
            raise ThrottleUnavailable(f"rate limit store unavailable: {fault}", store=self._breaker.store) from fault
        # The store may have admitted the request before it failed.
        self._report("released", slot)
        slot.store_failed = True
        if self._reply is None and fault.timed_out:
            self.local.pause(self.limit.period)  # peers are unknown and may be using the whole limit
        self._pause_for_peers()
        return self._acquire_locally(slot)

    def _report(self, kind: str, slot: BucketSlot, extra: float = 0.0) -> None:
        with self._lock:
            self._reports.append(UsageReport(kind, slot.ticket, self._monotonic(), extra))  # type: ignore[arg-type]

    def release(self, slot: BucketSlot) -> None:
        """See `LocalLimiter.release`."""
        self.local.release(slot)
        self._report("released", slot)

    def mark_written(self, slot: BucketSlot) -> None:
        """See `LocalLimiter.mark_written`."""
        self.local.mark_written(slot)
        self._report("written", slot)

    def mark_completed(self, slot: BucketSlot) -> None:
        """See `LocalLimiter.mark_completed`."""
        self.local.mark_completed(slot)
        self._report("completed", slot, self.local.min_transit.seconds)

    def mark_abandoned(self, slot: BucketSlot) -> None:
        """See `LocalLimiter.mark_abandoned`; in the store, the request expires by itself."""
        self.local.mark_abandoned(slot)

    def mark_refused(self, slot: BucketSlot, jitter: float) -> None:
        """See `LocalLimiter.mark_refused`."""
        self.local.mark_refused(slot, jitter)
        self._report("refused", slot, jitter)

    def pause(self, seconds: float) -> None:
        """See `LocalLimiter.pause`."""
        self.local.pause(seconds)
        with self._lock:
            self._reports.append(UsageReport("pause", 0, self._monotonic(), seconds))

    def snapshot(self) -> BucketSnapshot:
        """Return the state by the latest store reply, or of the local limiter while the circuit is open."""
        reply, local = self._reply, self.local.snapshot()
        if reply is None or self._breaker.opened_at is not None:
            return local
        return BucketSnapshot(reply.allowed, reply.left, reply.waiting, local.paused, reply.window)

    def is_unused(self, seconds: float) -> bool:
        """See `LocalLimiter.is_unused`."""
        return not self._reports and self._monotonic() - self._used_at > seconds and self.local.is_unused(seconds)

    def reset_after_fork(self) -> None:
        """Reset the locks in a forked child, take a new peer number, and drop the parent's reports."""
        self._lock = threading.Lock()
        self._peer = _new_peer_number()
        self._reports.clear()  # the parent sends them
        self.local.reset_after_fork()
