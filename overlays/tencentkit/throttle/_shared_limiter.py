"""Rate limiter for one bucket that several processes share: a local limiter that keeps to the permits of a lease."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable

from ..clock import Clock
from ..errors import ThrottleUnavailable
from ._lease import Lease
from ._limits import BucketLimit
from ._local_limiter import BucketCounters, BucketSlot, BucketSnapshot, LocalLimiter
from ._store import LeaseReply, LeaseRequest, Store, StoreFault
from ._store_health import StoreHealth

_LEAVE_BUDGET = 0.5
"""Seconds that a process may wait for the store when it ends."""
_LONG_WAIT = 0.1
"""Seconds of a wait that more permits may shorten."""
_RENEWING = 0.02
"""Seconds until a call looks again for the reply to a renewal that another call sent."""


def _store_budget(left: float | None) -> float | None:
    """Return the seconds that a call may wait for the store: after a frozen one it needs time for its request."""
    return None if left is None else left / 2


def _new_member_number() -> int:
    return int.from_bytes(os.urandom(6), "big") | 1  # exact as a double, for Lua


class SharedLimiter:
    """`LocalLimiter` for several processes. One call renews the lease of its process; no other call needs the store.

    Args:
        name: Name of the bucket in the store.
        limit: Limit of all processes together.
        fair_share: Limit of this process if it never reaches the store.
        priority: Priority class of this process: 0 is the highest.
        store: The store.
        health: Health of the store.
        clock: The clock.
        random: Returns a number from 0 to 1.
        on_wait: As for `LocalLimiter`.
        on_renewal: Called after each round trip to the store, with its seconds and its failure (empty: none).
    """

    def __init__(
        self,
        name: str,
        *,
        limit: BucketLimit,
        fair_share: BucketLimit,
        priority: int,
        store: Store,
        health: StoreHealth,
        clock: Clock,
        random: Callable[[], float],
        on_wait: Callable[[float], None] | None,
        on_renewal: Callable[[float, str], None] | None = None,
    ) -> None:
        self.name = name
        self.limit = limit
        self.local: LocalLimiter = LocalLimiter(limit, clock, on_wait=on_wait)
        self.counters: BucketCounters = self.local.counters
        self._store, self._health = store, health
        self._on_renewal = on_renewal
        self._fair_period = fair_share.period
        self._monotonic = clock.monotonic
        self._new_lease: Callable[[], Lease] = lambda: Lease(
            _new_member_number(),
            limit=limit.requests,
            period=limit.period,
            fair_share=fair_share.requests,
            priority=priority,
            random=random,
        )
        self.lease: Lease = self._new_lease()
        self._renewing = False
        self._fault: StoreFault | None = None
        """Why the last renewal failed."""
        self._pid = os.getpid()
        self._lock = threading.Lock()

    def acquire(self, slot: BucketSlot, budget: float | None = None) -> float:
        """See `LocalLimiter.acquire`; this one may renew the lease.

        Args:
            slot: The slot.
            budget: Seconds that the call has left.

        Raises:
            ThrottleUnavailable: The store is unavailable, and calls must not continue without it; or it is configured wrongly.
        """
        self._check_process()
        if self.lease.is_due(self._monotonic()):
            self.renew(_store_budget(budget))
        return self._acquire_locally(slot)

    async def acquire_async(self, slot: BucketSlot, budget: float | None = None) -> float:
        """`acquire` for an event loop."""
        self._check_process()
        if self.lease.is_due(self._monotonic()):
            await self.renew_async(_store_budget(budget))
        return self._acquire_locally(slot)

    def _check_process(self) -> None:
        """Take another lease after a fork that ran no hooks, as in uWSGI: two processes with one lease would double it."""
        if os.getpid() != self._pid:
            self.reset_after_fork()

    def renew(self, budget: float | None = None) -> None:
        """Renew the lease, unless another call is doing so.

        Raises:
            ThrottleUnavailable: As for `acquire`.
        """
        request = self._begin()
        if request is None:
            return
        sent_at, reply, fault = self._monotonic(), None, _CANCELLED
        try:
            reply = self._store.renew(self.name, request, budget)
        except StoreFault as error:
            fault = error
        finally:
            self._end(request, reply, fault, sent_at)

    async def renew_async(self, budget: float | None = None) -> None:
        """`renew` for an event loop."""
        request = self._begin()
        if request is None:
            return
        sent_at, reply, fault = self._monotonic(), None, _CANCELLED
        try:
            reply = await self._store.renew_async(self.name, request, budget)
        except StoreFault as error:
            fault = error
        finally:
            self._end(request, reply, fault, sent_at)

    def leave(self, *, at_exit: bool = False) -> bool:
        """Give all permits back, because this process ends or closes its clients; the next call renews the lease.

        Args:
            at_exit: Ignore the calls that wait or are in flight; else the permits stay with them.

        Returns:
            False if the store failed.
        """
        request = self._begin_leaving(at_exit=at_exit)
        if request is None:
            return True
        sent_at, reply, fault = self._monotonic(), None, _CANCELLED
        try:
            reply = self._store.renew(self.name, request, _LEAVE_BUDGET)
        except StoreFault as error:
            fault = error
        finally:
            self._end_leaving(request, reply, fault, sent_at)
        return reply is not None

    async def leave_async(self) -> bool:
        """`leave` for an event loop."""
        request = self._begin_leaving()
        if request is None:
            return True
        sent_at, reply, fault = self._monotonic(), None, _CANCELLED
        try:
            reply = await self._store.renew_async(self.name, request, _LEAVE_BUDGET)
        except StoreFault as error:
            fault = error
        finally:
            self._end_leaving(request, reply, fault, sent_at)
        return reply is not None

    def _begin_leaving(self, *, at_exit: bool = False) -> LeaseRequest | None:
        """Return the last request of the lease, unless there is nothing to give back."""
        self._check_process()
        now = self._monotonic()
        with self._lock:
            usage, lease = self.local.usage(now), self.lease
            if lease.reply is None or self._renewing or not lease.may_renew(now) or not lease.is_valid(now):
                return None
            if not at_exit and (usage.in_flight or usage.waiting):
                return None
            self._renewing = True  # a later renewal must not arrive before this one
            return lease.request(now, usage, minimum_delay=self.local.min_transit.seconds, leaves=True)

    def _end_leaving(self, request: LeaseRequest, reply: LeaseReply | None, fault: StoreFault, sent_at: float) -> None:
        now = self._monotonic()
        with self._lock:
            self._renewing = False
            if reply is not None:
                self.lease.end()
            else:
                self.lease.fail(request, now, delivered=fault.delivered)
        self._report(reply, fault, now - sent_at)

    def _report(self, reply: LeaseReply | None, fault: StoreFault, seconds: float) -> None:
        """Report a round trip to the store."""
        if self._on_renewal is not None:
            self._on_renewal(seconds, "" if reply is not None else str(fault))

    def _begin(self) -> LeaseRequest | None:
        now = self._monotonic()
        with self._lock:
            if self._renewing or not self.lease.may_renew(now):
                return None
            self._renewing = True
            return self.lease.request(now, self.local.usage(now), minimum_delay=self.local.min_transit.seconds)

    def _end(self, request: LeaseRequest, reply: LeaseReply | None, fault: StoreFault, sent_at: float) -> None:
        now = self._monotonic()
        with self._lock:
            self._renewing = False
            reached = self.lease.reply is not None
            if reply is not None:
                self.lease.accept(reply, sent_at, now)
                self._fault = None
            else:
                if fault is not _CANCELLED:
                    self._fault = fault
                self.lease.fail(request, now, delivered=fault.delivered)
        self._report(reply, fault, now - sent_at)
        if reply is not None:
            self._health.record_success()
        elif fault is not _CANCELLED:
            self._health.record_failure(str(fault), reached=reached, permanent=fault.permanent)
            self._check_available(now)

    def _check_available(self, now: float) -> None:
        """Raise `ThrottleUnavailable` if calls must not continue without the store."""
        lease, fault = self.lease, self._fault
        if fault is None or lease.is_valid(now):
            return
        if not self._health.local_fallback or (fault.permanent and lease.reply is None):
            raise ThrottleUnavailable(f"rate limit store unavailable: {fault}", store=self._health.store) from fault

    def _acquire_locally(self, slot: BucketSlot) -> float:
        now = self._monotonic()
        with self._lock:
            lease = self.lease
            self._check_available(now)
            permits = lease.permits(now)
            change = now + _RENEWING if self._renewing else max(lease.next_change(now), now + 0.001)
            # Less than one request a second, for a process that never reached the store: each counts for longer.
            period = self._fair_period if permits and lease.reply is None else self.limit.period
            self.local.limit = BucketLimit(permits, period, min(self.limit.gap, period / max(1, permits) / 2))
            wait = self.local.acquire(slot, not_before=-1e9 if permits else change)
            if not wait:
                lease.record_acquired(now, self.local.counted())
                return 0.0
            if wait > _LONG_WAIT and not self._renewing:
                lease.renew_early(now)
                change = min(change, max(lease.next_change(now), now + 0.001))
            # Only the next calls in line may gain by the renewal; the first of them sends it.
            rank = self.local.rank(slot)
            return min(wait, change - now + rank * self.limit.gap) if rank < 2 * self.limit.requests else wait

    def should_return(self) -> bool:
        """Return whether to give permits back now: other processes wait for them, or the service refused a request."""
        now = self._monotonic()
        with self._lock:
            if self._renewing:
                return False
            return self.lease.should_return(now, self.local.usage(now))

    def release(self, slot: BucketSlot) -> None:
        """See `LocalLimiter.release`."""
        self.local.release(slot)

    def mark_written(self, slot: BucketSlot) -> None:
        """See `LocalLimiter.mark_written`."""
        self.local.mark_written(slot)

    def mark_completed(self, slot: BucketSlot) -> None:
        """See `LocalLimiter.mark_completed`."""
        self.local.mark_completed(slot)

    def mark_abandoned(self, slot: BucketSlot) -> None:
        """See `LocalLimiter.mark_abandoned`."""
        self.local.mark_abandoned(slot)

    def mark_refused(self, slot: BucketSlot, jitter: float) -> None:
        """Pause this process; the next renewal lowers the limit of all."""
        self.local.mark_completed(slot)
        self.local.pause(1.0 + jitter)
        self.counters.refusals += 1
        self.lease.refused = True

    def pause(self, seconds: float) -> None:
        """See `LocalLimiter.pause`."""
        self.local.pause(seconds)

    def snapshot(self) -> BucketSnapshot:
        """Return the state of this process's part of the bucket."""
        local, reply = self.local.snapshot(), self.lease.reply
        allowed = reply.allowed if reply is not None else self.limit.requests
        permits = self.lease.permits(self._monotonic())
        left = 0 if local.paused else max(0, permits - self.local.counted() - local.waiting)
        snapshot = BucketSnapshot(allowed, left, local.waiting, local.paused, local.window)
        snapshot.permits, snapshot.processes = permits, 1 if reply is None else reply.members
        return snapshot

    def is_unused(self, seconds: float) -> bool:
        """See `LocalLimiter.is_unused`."""
        return self.local.is_unused(seconds)

    def reset_after_fork(self) -> None:
        """Become another process in a forked child: the lease is the parent's."""
        self._pid = os.getpid()
        self._lock = threading.Lock()
        self._renewing = False
        self._fault = None
        self.local.reset_after_fork()
        self.lease = self._new_lease()


_CANCELLED = StoreFault("the call was cancelled")
