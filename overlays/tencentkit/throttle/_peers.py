"""Peers: the processes that share a bucket, and which of them are missing and may be using their fair share without the store."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

LATE_WAITER = 0.25
"""Seconds by which a waiter may be late before later waiters stop reserving room for it."""
_MISSING_FOR = 7.5
"""Seconds for which a process whose waiter is late may work without the store: by then it has tried the store again."""
_PEER_EXPIRY = 30.0
"""Seconds after which a silent process expires."""


class Peer(NamedTuple):
    """One process.

    Attributes:
        seen: Time of its latest request.
        fair_share: Requests that may count at once while it works without the store.
        missing_until: Until when it may be doing so.
    """

    seen: float
    fair_share: int
    missing_until: float


class Peers:
    """All processes by number; empty when a process keeps its bucket to itself."""

    __slots__ = ("known",)

    def __init__(self, known: dict[int, Peer] | None = None) -> None:
        self.known: dict[int, Peer] = {} if known is None else known

    def mark_seen(self, number: int, fair_share: int, now: float) -> None:
        """Record a request of a process, which has reported all that it did without the store.

        Args:
            number: The process.
            fair_share: As for `Peer`.
            now: The time.
        """
        for other in [other for other, peer in self.known.items() if max(peer.seen, peer.missing_until) < now - _PEER_EXPIRY]:
            del self.known[other]
        self.known[number] = Peer(now, fair_share, -1e9)

    def mark_missing(self, waiters: Iterable[tuple[float, int]], now: float) -> None:
        """Record the processes that are silent although one of their waiters is late.

        Args:
            waiters: Planned time and process of each waiter, sorted by time.
            now: The time.
        """
        for at, number in waiters:
            if at >= now - LATE_WAITER:
                break
            peer = self.known.get(number)
            if peer is not None and peer.seen < at:
                self.known[number] = peer._replace(missing_until=max(peer.missing_until, at + _MISSING_FOR))

    def missing_share(self, now: float) -> int:
        """Return how many requests the missing processes may have in flight."""
        return sum(peer.fair_share for peer in self.known.values() if peer.missing_until > now)

    def clamp_future_times(self, now: float) -> None:
        """See `StoreWindow.clamp_future_times`."""
        for number, peer in self.known.items():
            if peer.seen > now:
                self.known[number] = peer._replace(seen=now, missing_until=min(peer.missing_until, now + _MISSING_FOR))
