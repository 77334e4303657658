"""What a store of slots is asked and answers."""

from __future__ import annotations

from typing import Literal, NamedTuple, Protocol, runtime_checkable

from ._sliding_window import Rules, SlidingWindow


class UsageReport(NamedTuple):
    """What happened to a request after it went, or to one that waits.

    Attributes:
        kind: What; `went` is of a request that went without the store.
        ticket: Whose; 0 for a pause.
        at: When, by this process's monotonic clock.
        extra: The lead of an answer, the jitter of a refusal, the seconds of a pause.
    """

    kind: Literal["went", "written", "answered", "refused", "left", "pause"]
    ticket: int
    at: float
    extra: float = 0.0


class StoreRequest(NamedTuple):
    """One question to a store, with all that happened since the last.

    Attributes:
        ticket: Who asks; 0 for reports alone.
        now: When, by this process's monotonic clock.
        rules: What to keep.
        lead: As for `SlidingWindow.ask`.
        reports: What happened.
        known: Whether this process used the bucket of late: if the store then knows nothing, it has lost it.
        member: Which process this is.
        fair: How many requests of this process may count at once when it goes on alone.
    """

    ticket: int
    now: float
    rules: Rules
    lead: float
    reports: tuple[UsageReport, ...]
    known: bool
    member: int = 0
    fair: int = 0


class StoreReply(NamedTuple):
    """A store's answer.

    Attributes:
        wait: Seconds after which to ask again; 0 for go.
        left: How many more may go at once.
        waiting: How many wait.
        allowed: How many may count at once.
        window: Seconds for which a written request counts at most.
    """

    wait: float
    left: int
    waiting: int
    allowed: int
    window: float


class StoreFault(Exception):
    """The store did not answer.

    Args:
        reason: What happened.
        silent: Whether it said nothing in time: then others may still reach it.
    """

    def __init__(self, reason: str, *, silent: bool = False) -> None:
        super().__init__(reason)
        self.silent = silent


@runtime_checkable
class Store(Protocol):
    """Keeps the slots of several processes: `FileStore`, `RedisStore`."""

    def turn(self, bucket: str, turn: StoreRequest) -> StoreReply:
        """Answer one turn.

        Raises:
            StoreFault: Within 0.1 s, if it cannot.
        """
        ...

    async def turn_async(self, bucket: str, turn: StoreRequest) -> StoreReply:
        """`turn` for an event loop."""
        ...


def play(log: SlidingWindow, turn: StoreRequest, *, lost: bool) -> StoreReply:
    """Do a turn on a log at hand.

    Args:
        log: The log.
        turn: What to do.
        lost: Whether the log is new though it should not be.
    """
    rules, now = turn.rules, turn.now
    log.rewind(now)
    if lost:
        # Whatever was under way is not known any more: let it count out.
        log.pause(now + rules.span)
    for kind, ticket, at, extra in turn.reports:
        if kind == "went":
            log.note(ticket, at, rules)
        elif kind == "answered":
            log.answered(ticket, at, rules, extra)
        elif kind == "written":
            log.written(ticket, at, rules)
        elif kind == "left":
            log.leave(ticket)
        elif kind == "refused":
            log.refused(ticket, now, rules, extra, turn.lead)
        else:
            log.pause(at + extra)
    if turn.member:
        log.members.heard(turn.member, turn.fair, now)
    wait = log.ask(turn.ticket, now, rules, turn.lead, turn.member) if turn.ticket else 0.0
    allowed = log.allowed(rules, now)
    left = max(0, allowed - len(log.flying) - len(log.landed) - len(log.tickets))
    return StoreReply(wait, left, len(log.tickets), allowed, rules.span + log.reach)
