"""A slot log as a row of numbers, for a file."""

from __future__ import annotations

from collections.abc import Sequence

from ._peers import Peer, Peers
from ._sliding_window import SlidingWindow


def dump(log: SlidingWindow) -> list[float]:
    """All of it."""
    members = log.members.known
    return [
        *(log.last, log.paused, log.ceiling, log.least, log.reach, log.refused_at, log.raised_at, log.quiet),
        *(len(log.flying), len(log.landed), len(log.tickets), len(log.holes), len(members)),
        *log.flying,
        *(gone for gone, _ in log.flying.values()),
        *(until for _, until in log.flying.values()),
        *log.landed,
        *log.tickets,
        *log.planned,
        *log.owners,
        *log.holes,
        *members,
        *(member.seen for member in members.values()),
        *(member.fair for member in members.values()),
        *(member.away for member in members.values()),
    ]


def load(numbers: Sequence[float]) -> SlidingWindow:
    """What `dump` gave."""
    log = SlidingWindow()
    log.last, log.paused, ceiling, least, log.reach, log.refused_at, log.raised_at, log.quiet = numbers[:8]
    log.ceiling, log.least = int(ceiling), int(least)
    flying, landed, waiting, holes, members = map(int, numbers[8:13])
    end = 13

    def part(count: int) -> list[float]:
        nonlocal end
        end += count
        return list(numbers[end - count : end])

    if flying:
        tickets, gone, until = map(int, part(flying)), part(flying), part(flying)
        log.flying = dict(zip(tickets, zip(gone, until, strict=True), strict=True))
    log.landed = part(landed)
    if waiting:
        log.tickets, log.planned, log.owners = [*map(int, part(waiting))], part(waiting), [*map(int, part(waiting))]
    log.holes = part(holes)
    if members:
        owners, seen, fair, away = map(int, part(members)), part(members), map(int, part(members)), part(members)
        log.members = Peers(dict(zip(owners, map(Peer, seen, fair, away), strict=True)))
    return log
