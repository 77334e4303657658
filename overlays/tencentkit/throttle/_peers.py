"""The processes that share a bucket, and which of them went missing: they may be going on alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

PUNCTUAL = 0.25
"""Seconds that a waiter may be late before those behind it stop leaving room for it."""
_AWAY = 7.5
"""Seconds for which a process whose waiter did not come back may be going on alone: by then it has tried the store again."""
_REMEMBERED = 30.0
"""Seconds after which a process that says nothing is forgotten."""


class Peer(NamedTuple):
    """One process.

    Attributes:
        seen: When it was heard of last.
        fair: Requests that may count at once when it goes on alone.
        away: Until when it may be doing so.
    """

    seen: float
    fair: int
    away: float


class Peers:
    """All of them, by number; none where a process keeps its bucket to itself."""

    __slots__ = ("known",)

    def __init__(self, known: dict[int, Peer] | None = None) -> None:
        self.known: dict[int, Peer] = {} if known is None else known

    def heard(self, owner: int, fair: int, now: float) -> None:
        """A process speaks; it has reported whatever it did alone.

        Args:
            owner: The process.
            fair: As for `Peer`.
            now: The time.
        """
        for other in [other for other, member in self.known.items() if max(member.seen, member.away) < now - _REMEMBERED]:
            del self.known[other]
        self.known[owner] = Peer(now, fair, -1e9)

    def miss(self, waiting: Iterable[tuple[float, int]], now: float) -> None:
        """Note which processes did not come although a waiter of theirs should have.

        Args:
            waiting: When each waiter wanted to come, the first first, and of which process it is.
            now: The time.
        """
        for at, owner in waiting:
            if at >= now - PUNCTUAL:
                break
            member = self.known.get(owner)
            if member is not None and member.seen < at:
                self.known[owner] = member._replace(away=max(member.away, at + _AWAY))

    def share(self, now: float) -> int:
        """How many requests those that went missing may have under way."""
        return sum(member.fair for member in self.known.values() if member.away > now)

    def rewind(self, now: float) -> None:
        """As `SlidingWindow.rewind`."""
        for owner, member in self.known.items():
            if member.seen > now:
                self.known[owner] = member._replace(seen=now, away=min(member.away, now + _AWAY))
