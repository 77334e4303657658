"""Store protocol: store requests with usage reports, store replies, and how a sliding window applies a request."""

from __future__ import annotations

from typing import Literal, NamedTuple, Protocol, runtime_checkable

from ._limits import BucketLimit
from ._store_window import StoreWindow


class UsageReport(NamedTuple):
    """Event of one request, reported to the store later.

    Attributes:
        kind: The event; `acquired` means without the store.
        ticket: The request; 0 for a pause.
        at: Time of the event by this process's monotonic clock.
        extra: Seconds: the minimum transit time of a completed request, the jitter of a refusal, the length of a pause.
    """

    kind: Literal["acquired", "written", "completed", "refused", "released", "pause"]
    ticket: int
    at: float
    extra: float = 0.0


class StoreRequest(NamedTuple):
    """Request to a store, with the usage reports since the last one.

    Attributes:
        ticket: The request that acquires a slot; 0 for reports alone.
        now: Time by this process's monotonic clock.
        limit: Limit of the bucket.
        min_transit: As for `StoreWindow.acquire`.
        reports: Usage reports.
        used_recently: This process used the bucket recently, so a store without state has lost it.
        peer: Number of this process.
        fair_share: Requests of this process that may count at once while it works without the store.
    """

    ticket: int
    now: float
    limit: BucketLimit
    min_transit: float
    reports: tuple[UsageReport, ...]
    used_recently: bool
    peer: int = 0
    fair_share: int = 0


class StoreReply(NamedTuple):
    """Reply of a store.

    Attributes:
        wait: Seconds until the next attempt to acquire; 0: the slot is acquired.
        left: How many more requests may be sent at once.
        waiting: How many requests wait.
        allowed: How many requests may count at once.
        window: Maximum seconds for which a written request counts.
    """

    wait: float
    left: int
    waiting: int
    allowed: int
    window: float


class StoreFault(Exception):
    """The store failed or timed out.

    Args:
        reason: The failure.
        timed_out: The store did not reply in time; other processes may still reach it.
    """

    def __init__(self, reason: str, *, timed_out: bool = False) -> None:
        super().__init__(reason)
        self.timed_out = timed_out


@runtime_checkable
class Store(Protocol):
    """Store of the buckets of several processes: `FileStore`, `RedisStore`."""

    def apply(self, bucket: str, request: StoreRequest) -> StoreReply:
        """Apply one request to a bucket.

        Raises:
            StoreFault: Within 0.1 s, when the store fails or times out.
        """
        ...

    async def apply_async(self, bucket: str, request: StoreRequest) -> StoreReply:
        """`apply` for an event loop."""
        ...


def apply_request(window: StoreWindow, request: StoreRequest, *, state_lost: bool) -> StoreReply:
    """Apply a store request to a sliding window.

    Args:
        window: The sliding window.
        request: The request.
        state_lost: The window is new although this process used the bucket recently.
    """
    limit, now = request.limit, request.now
    window.clamp_future_times(now)
    if state_lost:
        # Requests in flight are unknown: wait until they no longer count.
        window.pause(now + limit.period)
    for kind, ticket, at, extra in request.reports:
        if kind == "acquired":
            window.admit(ticket, at, limit)
        elif kind == "completed":
            window.mark_completed(ticket, at, limit, extra)
        elif kind == "written":
            window.mark_written(ticket, at, limit)
        elif kind == "released":
            window.release(ticket)
        elif kind == "refused":
            window.mark_refused(ticket, now, limit, extra, request.min_transit)
        else:
            window.pause(at + extra)
    if request.peer:
        window.peers.mark_seen(request.peer, request.fair_share, now)
    wait = window.acquire(request.ticket, now, limit, request.min_transit, request.peer) if request.ticket else 0.0
    allowed = window.allowed(limit, now)
    left = max(0, allowed - len(window.in_flight) - len(window.arrivals) - len(window.waiters))
    return StoreReply(wait, left, len(window.waiters), allowed, limit.period + window.max_transit)
