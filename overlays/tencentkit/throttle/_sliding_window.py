"""The slot log: may the next request of one bucket go, and if not, when should its caller ask again?

A request counts from the moment it goes until a second has passed since it certainly arrived, and no more than the limit
count at any time. When it arrived is known from its answer; until that comes, it is bounded by when it was written.
Why this keeps the limit whatever the network does, and what it costs: docs/design/throttle.md.

The log has neither lock nor clock: `LocalLimiter` keeps one in memory, `FileStore` one in a file; `_redis_script` says the same in Lua.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from typing import NamedTuple

from ._peers import PUNCTUAL, Peers

UNLIMITED = 1_000_000_000
"""The limit of an action whose limit nobody knows."""
MARGIN = 0.010
"""Seconds beyond the service's own, for what a clock and a wake-up may be off."""
PATIENCE = 2.5
"""Seconds in which a request of which nothing is heard must have arrived: its process died, or its answer is long in coming."""
_ABSENT = 5.0
"""Seconds after which a waiter that never came back is forgotten."""
_SOON = 0.05
_AHEAD = 2.0
REACH = 1.0
"""Seconds from its writing in which a request is believed to arrive, before anything was learned."""
_LEAST_REACH, _MOST_REACH = 0.05, 2.0
_WIDENING, _NARROWING = 0.025, 0.002
_EPISODE = 1.0
_QUIET, _MOST_QUIET = 30.0, 480.0
_RAISE_EVERY = 5.0
_HAIR = 1e-6


class Rules(NamedTuple):
    """What a bucket must keep.

    Attributes:
        limit: Requests that may count at once.
        span: Seconds from a request's arrival for which it counts.
        gap: Seconds between two requests at least.
    """

    limit: int
    span: float = 1.0 + MARGIN
    gap: float = 0.010


class SlidingWindow:
    """The state of one bucket.

    Times are seconds of one clock. A request is named by its ticket, any number that no other has; a process that shares
    the bucket by a number, too, 0 where there is but one.

    Args:
        reach: Seconds from its writing in which a request is believed to arrive, at first.
        patience: Seconds from its going in which a request is believed to arrive that was not written yet.
    """

    __slots__ = (
        *("ceiling", "flying", "holes", "landed", "last", "least", "members", "owners", "patience", "paused"),
        *("planned", "quiet", "raised_at", "reach", "refused_at", "tickets"),
    )

    def __init__(self, reach: float = REACH, patience: float = PATIENCE) -> None:
        self.last: float = -1e9
        """When the latest request went."""
        self.paused: float = -1e9
        """Until when nobody goes."""
        self.ceiling: int = 0
        """What was learned to be the limit; 0 where nothing was."""
        self.least: int = 1
        """What the latest series of refusals may lower it to."""
        self.reach: float = reach
        self.patience = patience
        self.refused_at: float = -1e9
        self.raised_at: float = -1e9
        self.quiet: float = _QUIET
        self.flying: dict[int, tuple[float, float]] = {}
        """What went and was not heard of: when it went, and until when it counts at most."""
        self.landed: list[float] = []
        """When what was answered arrived at the latest."""
        self.tickets: list[int] = []
        """Who waits, in order."""
        self.planned: list[float] = []
        """When each of them will ask again."""
        self.owners: list[int] = []
        """Of which process each of them is."""
        self.members: Peers = Peers()
        """The processes that share the bucket."""
        self.holes: list[float] = []
        """Plans of those who gave up, for who comes next."""

    def ask(self, ticket: int, now: float, rules: Rules, lead: float = 0.0, owner: int = 0) -> float:
        """May the holder of `ticket` go?

        Args:
            ticket: Its name; the first time it asks, it gets a place in the line.
            now: The time.
            rules: What to keep.
            lead: Seconds that a request needs to arrive at least.
            owner: The process that asks.

        Returns:
            0 when it may go and now counts; else seconds after which to ask again.
        """
        self.forget(now, rules, lead)
        tickets, planned = self.tickets, self.planned
        room = len(self.flying) + len(self.landed) < rules.limit
        if room and not tickets and not self.ceiling and now >= self.paused and now >= self.last + rules.gap and not self.members.known:
            # Nobody waits: the rest of this method would say the same, later.
            self.flying[ticket] = (now, now + self.patience + rules.span)
            self.last = now
            return 0.0
        ahead = position = len(tickets)
        waits = False
        if tickets:
            if ticket in tickets:
                waits = True
                position = tickets.index(ticket)
                # Room is left for those before us who will come, not for those who should have.
                ahead = sum(1 for at in planned[:position] if at >= now - PUNCTUAL)
            else:
                while self.holes:
                    if (hole := self.holes.pop(0)) > now:
                        return self._enter(bisect_left(planned, hole), ticket, owner, hole, now)
        due = self._due(ahead, position, now, rules, lead)
        if due > now + _HAIR:
            if not waits:
                return self._enter(position, ticket, owner, due, now)
            planned[position] = due
            return due - now
        if waits:
            del tickets[position], planned[position], self.owners[position]
        self.note(ticket, now, rules)
        return 0.0

    def _enter(self, position: int, ticket: int, owner: int, due: float, now: float) -> float:
        self.tickets.insert(position, ticket)
        self.planned.insert(position, due)
        self.owners.insert(position, owner)
        return due - now

    def _due(self, ahead: int, position: int, now: float, rules: Rules, lead: float) -> float:
        """When someone with so many before him may go, by what is known now."""
        held = len(self.flying) + len(self.landed)
        index = ahead + held - self.allowed(rules, now)
        due = now
        if index >= held:
            # Never now, even if those before us should have come and gone long ago.
            due = max(self.planned[index - held] + rules.span, now + _SOON)
        elif index >= 0:
            releases = [at - lead + rules.span for at in self.landed]
            # A slow answer may come at any moment, and with it the room.
            releases += [min(max(gone + rules.span, now + _SOON), until) for gone, until in self.flying.values()]
            due = sorted(releases)[index]
        due = max(due, self.last + rules.gap * (1 + ahead), self.paused + rules.gap * ahead)
        return max(due, self.planned[position - 1] + rules.gap) if position else due

    def allowed(self, rules: Rules, now: float) -> int:
        """How many may count at once: the limit, or what refusals taught, less what processes that went missing may be using."""
        most = self._taught(rules, now)
        return max(1, most - self.members.share(now)) if self.members.known else most

    def _taught(self, rules: Rules, now: float) -> int:
        """The limit, or what refusals taught, raised step by step when they stay away."""
        if not self.ceiling:
            return rules.limit
        if now - self.refused_at > self.quiet and now - self.raised_at > _RAISE_EVERY:
            self.raised_at = now
            self.ceiling += max(1, self.ceiling // 20)
            if self.ceiling >= rules.limit:
                self.ceiling, self.quiet = 0, _QUIET
                return rules.limit
        return min(self.ceiling, rules.limit)

    def written(self, ticket: int, at: float, rules: Rules) -> None:
        """The request left at `at`, so it arrives before long."""
        flight = self.flying.get(ticket)
        if flight is not None:
            self.flying[ticket] = (flight[0], min(flight[1], at + self.reach + rules.span))

    def abandoned(self, ticket: int, now: float, rules: Rules) -> None:
        """Nobody will tell any more how it goes on with the request; it may still arrive."""
        flight = self.flying.get(ticket)
        if flight is not None:
            self.flying[ticket] = (flight[0], min(flight[1], now + PATIENCE + rules.span))

    def answered(self, ticket: int, at: float, rules: Rules, lead: float = 0.0) -> None:
        """The answer came at `at`, so the request had arrived `lead` before."""
        flight = self.flying.pop(ticket, None)
        if flight is None:
            return
        latest = flight[1] - rules.span + lead
        if latest < at - lead:
            if at - self.refused_at > self.quiet:
                # Answers come too late to tell anything: rely a little more on when requests are written.
                self.reach = max(_LEAST_REACH, self.reach - _NARROWING)
            insort(self.landed, latest)
        else:
            insort(self.landed, at - lead)

    def note(self, ticket: int, at: float, rules: Rules) -> None:
        """A request goes, or went a moment ago."""
        self.flying[ticket] = (at, at + self.patience + rules.span)
        self.last = max(self.last, at)

    def leave(self, ticket: int) -> None:
        """Whoever holds the ticket gave up before it sent anything; who comes next gets its place."""
        self.flying.pop(ticket, None)
        if ticket not in self.tickets:
            return
        position = self.tickets.index(ticket)
        plan = self.planned[position]
        del self.tickets[position], self.planned[position], self.owners[position]
        if not self.tickets:
            self.holes.clear()
        elif position < len(self.tickets):
            insort(self.holes, plan)

    def refused(self, ticket: int, now: float, rules: Rules, jitter: float, lead: float = 0.0) -> None:
        """The service refused the request for its rate: pause, and go on with as many as it let through.

        Args:
            ticket: The request.
            now: The time.
            rules: What was kept, and was not enough.
            jitter: Seconds on top of the pause, so that not all go on at once.
            lead: As for `ask`.
        """
        self.flying.pop(ticket, None)
        self.forget(now, rules, lead)
        passed = max(1, len(self.flying) + len(self.landed))
        if now - self.refused_at > _EPISODE:
            if self.ceiling:
                self.quiet = min(self.quiet * 2, _MOST_QUIET)
            self.reach = min(self.reach + _WIDENING, _MOST_REACH)
            # A burst of someone else's must not leave us with nothing: at most by half an episode.
            self.least = (self.ceiling or (1 if rules.limit == UNLIMITED else rules.limit)) // 2
        self.ceiling = max(1, self.least, min(self.ceiling or rules.limit, passed))
        self.refused_at = self.raised_at = now
        self.paused = max(self.paused, now + _EPISODE + jitter)

    def pause(self, until: float) -> None:
        """Let nobody go before `until`."""
        self.paused = max(self.paused, until)

    def forget(self, now: float, rules: Rules, lead: float) -> None:
        """Drop what counts no more."""
        landed, flying = self.landed, self.flying
        seen = now + lead - rules.span
        if landed and landed[0] <= seen:
            del landed[: bisect_right(landed, seen)]
        if flying:
            for ticket in [ticket for ticket, flight in flying.items() if flight[1] <= now]:
                del flying[ticket]
        planned = self.planned
        if planned and planned[0] < now - PUNCTUAL:
            self.members.miss(zip(planned, self.owners, strict=True), now)
            while planned and planned[0] < now - _ABSENT:
                del self.tickets[0], planned[0], self.owners[0]

    def rewind(self, now: float) -> None:
        """Bound what lies far in the future, as if it were now: the clock was set back, or this is another boot's state.

        What lies a little ahead is of those who looked at the clock later and came first.
        """
        if max(self.last, self.refused_at, self.landed[-1] if self.landed else self.last) <= now + _AHEAD:
            return
        self.last, self.refused_at, self.raised_at = min(self.last, now), min(self.refused_at, now), min(self.raised_at, now)
        self.paused = min(self.paused, now + 2 * _EPISODE)
        self.landed = [min(at, now) for at in self.landed]
        for ticket, (gone, until) in self.flying.items():
            if gone > now:
                self.flying[ticket] = (now, now + until - gone)
        # Whoever waits will ask again.
        self.tickets, self.planned, self.owners, self.holes = [], [], [], []
        self.members.rewind(now)
