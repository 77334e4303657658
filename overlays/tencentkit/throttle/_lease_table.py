"""Leases of one bucket, as a store keeps them: pure state, without I/O or clock. `lease.lua` has the same rules for Redis.

A permit is the right to have one request count at a time. A bucket of N requests a second has N permits. Each is free, held by
one process, or pending: given back, while the last request that used it still counts. The sum of held and pending permits
never exceeds N, so no sliding second gets more than N requests: docs/design/throttle.md has the proof.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from heapq import heappop, heappush
from math import ceil, floor
from typing import Any, NamedTuple

from ._demand import PRIORITIES, Demand, Shares
from ._store import LeaseReply, LeaseRequest

LEASE = 5.0
"""Minimum seconds for which a process may use its permits without a renewal."""
ARRIVAL = 2.5
"""Seconds after the end of a lease until its last request has arrived."""
RESERVE = 10.0
"""Seconds for which a silent process's part is reserved after its lease: it may be working without the store."""
RENEWAL = 1.2
_MEMBERS_PER_SECOND = 4000
"""Renewals a second that a store should get: with more members each renews less often."""
_POLL, _MAX_POLL = 0.5, 30.0
_QUANTUM = 0.01
_FREEZE = 3.0
"""Minimum seconds without new permits after the store was away or lost its data: by then each process that uses permits has renewed."""
_REFUSAL_SERIES, _RECOVERY_DELAY, _RECOVERY_INTERVAL = 2.0, 30.0, 5.0
_MAX_EXPIRED = 20
_SCALARS = (
    *("offset", "last", "frozen_until", "fresh_until", "limit", "period", "learned", "refused_at", "raised_at"),
    *("freed_to", "next_place", "line_start"),
)


class MemberRecord:
    """Record of one process.

    Attributes:
        sequence: Number of its last request.
        held: Its permits.
        want: Permits that it could use.
        priority: Its priority class.
        expires: When the store acts on its silence.
        turn_ends: When a permit that rotates goes to the next process; -1: it has none.
        place: Number in the line for permits that rotate; -1: it is not in line.
        starts: When the permits that it got last cease to count for another process.
        keep: Permits that it keeps when it cannot renew its lease.
        silent: Its lease has ended, and its part is reserved.
    """

    __slots__ = ("expires", "held", "keep", "place", "priority", "sequence", "silent", "starts", "turn_ends", "want")

    def __init__(self) -> None:
        self.sequence = self.held = self.want = self.keep = 0
        self.priority = 1
        self.expires = self.starts = 0.0
        self.turn_ends = -1.0
        self.place = -1
        self.silent = False


class Grant(NamedTuple):
    """Granted permits that start later.

    Attributes:
        delayed: How many.
        starts: Seconds until they start.
    """

    delayed: int
    starts: float


class LeaseTable:
    """Leases of one bucket. `renew` is the only operation; `now` is any clock that all requests share."""

    def __init__(self) -> None:
        self.members: dict[int, MemberRecord] = {}
        self.booked = 0
        """Permits held and pending."""
        self.reserved = 0
        """Permits of silent members, among them."""
        self.offset = 0.0
        self.last = -1.0
        """Time of the last request; -1: the table is new."""
        self.frozen_until = -1.0
        self.fresh_until = -1.0
        self.limit = self.learned = 0
        self.period = 1.01
        self.refused_at = self.raised_at = -1e9
        self.pending: dict[int, int] = {}
        """Permits given back, by the quantum of time when they become free."""
        self.freed_to = 0
        """Quantum up to which pending permits became free."""
        self.demand = Demand()
        self.line: list[list[int]] = [[] for _ in range(PRIORITIES)]
        """Places in the line for permits that rotate, sorted, by priority class."""
        self.in_line: dict[int, int] = {}
        """Member of each place."""
        self.turns = [0] * PRIORITIES
        """Permits that rotate and are assigned, by priority class."""
        self.next_place = self.line_start = 0
        self._expiries: list[tuple[float, int]] = []

    def dump(self) -> dict[str, Any]:
        """Return the state as JSON values."""
        return {name: getattr(self, name) for name in _SCALARS} | {
            "pending": list(self.pending.items()),
            "members": [[number, *(getattr(member, name) for name in MemberRecord.__slots__)] for number, member in self.members.items()],
        }

    @classmethod
    def load(cls, content: dict[str, Any]) -> LeaseTable:
        """Return the table of the values from `dump`."""
        table = cls()
        for name in _SCALARS:
            setattr(table, name, content[name])
        table.pending = dict(map(tuple, content["pending"]))
        for number, *values in content["members"]:
            member = table.members[number] = MemberRecord()
            for name, value in zip(MemberRecord.__slots__, values, strict=True):
                setattr(member, name, value)
            table.booked += member.held
            table.reserved += member.held if member.silent else 0
            table.turns[member.priority] += member.turn_ends >= 0
            heappush(table._expiries, (member.expires, number))
            want, member.want = member.want, 0
            table._set_want(member, want, member.priority)
            if member.place >= table.line_start:
                insort(table.line[member.priority], member.place)
                table.in_line[member.place] = number
        table.booked += sum(table.pending.values())
        return table

    def renew(self, request: LeaseRequest, now: float) -> LeaseReply:
        """Apply one renewal at the time `now`."""
        now = self._advance(request, now)
        member = self.members.get(request.member)
        if member is not None and request.sequence <= member.sequence:
            return LeaseReply(-1)
        allowed = self._allowed(request, now)
        if member is None:
            if request.held or request.returned or request.later:
                self._freeze(now)  # the store lost this member's record, and perhaps others
            member = self.members[request.member] = MemberRecord()
        elif request.held + request.returned + request.later > member.held:
            self._freeze(now)  # an older copy of the data
        before = member.held
        if member.silent:
            self.reserved -= member.held
            member.silent = False
        self.booked += request.held - member.held
        member.held, member.sequence = request.held, request.sequence
        lost = before - request.held - request.returned - request.later
        if lost > 0 and member.starts > now:
            self._give_back(lost, member.starts)  # granted in a reply that the process did not get
        self._give_back(request.returned, now + request.returned_in)
        self._give_back(request.later, now + request.later_in)
        self._set_want(member, request.want, request.priority)
        if not request.want and not request.held:
            self._forget(request.member, member)
            return LeaseReply(0, members=len(self.members), allowed=allowed, contended=self.demand.exceeds(allowed))
        shares = self.demand.fair_shares(member.priority, allowed)
        target = min(member.want, shares.base)
        if member.want > shares.base:
            target += self._take_turn(request, member, shares, now)
        else:
            self._end_turn(member)
        had = member.held
        grant = self._grant(request, target, before, now)
        if member.turn_ends >= 0 and member.held > had:
            member.turn_ends = now + grant.starts + shares.turn
        if grant.delayed:
            member.starts = max(member.starts, now + grant.starts)
        return self._reply(request.member, target, shares, grant)

    def _advance(self, request: LeaseRequest, now: float) -> float:
        """Return the bucket time: it never goes back, whatever happens to the clock."""
        now += self.offset
        if self.last < 0:
            self.period = request.period
            self.fresh_until, self.freed_to = now + self._freeze_time(), floor(now / _QUANTUM)
        elif now < self.last - 0.5:
            self.offset += self.last - now
        now = max(now, self.last)
        if self.last >= 0 and now - self.last > LEASE and self.booked:
            self._freeze(now)
            # Nobody knows who still waits: everyone joins the line again.
            self.line_start = self.next_place
            self.line = [[] for _ in range(PRIORITIES)]
            self.in_line.clear()
        self.last = now
        self._free_pending(now)
        acted = 0
        while self._expiries and self._expiries[0][0] <= now and acted < _MAX_EXPIRED:
            expires, number = heappop(self._expiries)
            member = self.members.get(number)
            if member is not None and member.expires == expires and number != request.member:
                acted += 1
                self._expire(number, member, now)
        return now

    def _free_pending(self, now: float) -> None:
        end = floor(now / _QUANTUM)
        if end - self.freed_to > len(self.pending):
            due = [quantum for quantum in self.pending if quantum <= end]
        else:
            due = [quantum for quantum in range(self.freed_to + 1, end + 1) if quantum in self.pending]
        for quantum in due:
            self.booked -= self.pending.pop(quantum)
        self.freed_to = end

    def _expire(self, number: int, member: MemberRecord, now: float) -> None:
        """End the lease of a silent process: reserve the part that it keeps, or forget it after that."""
        self._set_want(member, 0, member.priority)
        self._end_turn(member)
        if member.silent:
            self.reserved -= member.held
            self._forget(number, member)
            return
        kept = min(member.held, member.keep)
        if now >= self.frozen_until:
            # A whole fleet that was killed must not block the next one.
            kept = min(kept, max(0, self.limit // 2 - self.reserved))
        self.booked += kept - member.held
        self.reserved += kept
        member.held = kept
        if not kept:
            self._forget(number, member)
            return
        member.silent = True
        self._expire_at(number, member, now + RESERVE)

    def _expire_at(self, number: int, member: MemberRecord, at: float) -> None:
        member.expires = at
        heappush(self._expiries, (at, number))

    def _freeze(self, now: float) -> None:
        self.frozen_until = now + self._freeze_time()

    def _freeze_time(self) -> float:
        return max(_FREEZE, self.period + 1.5)  # pending permits that are lost count for a period

    def _forget(self, number: int, member: MemberRecord) -> None:
        self._set_want(member, 0, member.priority)
        self._end_turn(member)
        self.booked -= member.held
        del self.members[number]

    def _allowed(self, request: LeaseRequest, now: float) -> int:
        """Return the permits of the bucket: the limit, or the lower one that refusals taught."""
        self.limit, self.period = request.limit, request.period
        limit = request.limit
        if request.refused:
            if now - self.refused_at > _REFUSAL_SERIES:
                self.learned = max(1, (self.learned or limit) * 3 // 4)
            self.refused_at = self.raised_at = now
        elif self.learned and now - self.refused_at > _RECOVERY_DELAY and now - self.raised_at > _RECOVERY_INTERVAL:
            self.raised_at = now
            self.learned += max(1, self.learned // 20)
        if self.learned >= limit:
            self.learned = 0
        return self.learned or limit

    def _give_back(self, permits: int, at: float) -> None:
        if permits:
            quantum = max(self.freed_to + 1, ceil(at / _QUANTUM))
            self.pending[quantum] = self.pending.get(quantum, 0) + permits
            self.booked += permits

    def _set_want(self, member: MemberRecord, want: int, priority: int) -> None:
        self.demand.remove(member.want, member.priority)
        if priority != member.priority:
            self._end_turn(member)
        member.want, member.priority = want, priority
        self.demand.add(want, priority)

    def _take_turn(self, request: LeaseRequest, member: MemberRecord, shares: Shares, now: float) -> int:
        """Return 1 while a permit that rotates is assigned to the member; else keep its place in line."""
        priority, line = member.priority, self.line[member.priority]
        gave_back = request.returned or request.later
        if member.turn_ends >= 0 and ((gave_back and line) or self.turns[priority] > shares.turns):
            member.turn_ends = -1.0
            self.turns[priority] -= 1
        if member.turn_ends >= 0:
            return 1
        if member.place < self.line_start or member.place < 0:
            member.place = self.next_place
            self.next_place += 1
            line.append(member.place)
            self.in_line[member.place] = request.member
        if bisect_left(line, member.place) >= shares.turns - self.turns[priority]:
            return 0
        self._leave_line(member)
        member.turn_ends = now + shares.turn
        self.turns[priority] += 1
        return 1

    def _leave_line(self, member: MemberRecord) -> None:
        if member.place >= self.line_start:
            line = self.line[member.priority]
            del line[bisect_left(line, member.place)]
            del self.in_line[member.place]
        member.place = -1

    def _end_turn(self, member: MemberRecord) -> None:
        self._leave_line(member)
        if member.turn_ends >= 0:
            member.turn_ends = -1.0
            self.turns[member.priority] -= 1

    def _grant(self, request: LeaseRequest, target: int, before: int, now: float) -> Grant:
        """Grant free permits, or pending ones for the time when they become free."""
        member, allowed = self.members[request.member], self.learned or request.limit
        missing = target - member.held
        if missing <= 0:
            return Grant(0, 0.0)
        most = min(allowed, request.fair_share) if now < self.fresh_until else allowed
        granted = min(missing, max(0, most - self.booked))
        if now < self.frozen_until:
            granted = min(granted, max(0, before - member.held))  # its own record was booked
        if granted:
            member.held += granted
            self.booked += granted
            return Grant(0, 0.0)
        if self.booked > allowed or not self.pending or now < self.frozen_until:
            return Grant(0, 0.0)
        quantum = min(self.pending)
        granted = min(missing, self.pending[quantum])
        self.pending[quantum] -= granted
        if not self.pending[quantum]:
            del self.pending[quantum]
        member.held += granted
        return Grant(granted, quantum * _QUANTUM - now)

    def _reply(self, number: int, target: int, shares: Shares, grant: Grant) -> LeaseReply:
        member, count, now, allowed = self.members[number], len(self.members), self.last, self.learned or self.limit
        renew = renewal = max(RENEWAL, count / _MEMBERS_PER_SECOND)
        lease, wait = max(LEASE, 4 * renewal), 0.0
        turn_ends = max(0.0, member.turn_ends - now) if member.turn_ends >= 0 else -1.0
        if member.held != target:
            renew = max(_POLL, count / _MEMBERS_PER_SECOND / 2)
        elif turn_ends >= 0:
            renew = min(renewal, max(_POLL, turn_ends, grant.starts))
        elif member.place >= 0:
            ahead = bisect_left(self.line[member.priority], member.place) - (shares.turns - self.turns[member.priority]) + 1
            wait = max(0, ahead) * (shares.turn + 1.05) / max(1, shares.turns)
            renew = min(renewal if member.held else _MAX_POLL, max(_POLL, 0.7 * wait))
        member.keep = min(member.held, keep_of(allowed, count))
        self._expire_at(number, member, now + (lease + self.period + ARRIVAL if member.held else renew + _FREEZE))
        return LeaseReply(
            member.held, grant.delayed, grant.starts, target, turn_ends, lease, renew, count, allowed, self.demand.exceeds(allowed), wait
        )


def keep_of(limit: int, members: int) -> int:
    """Return how many of its permits a process keeps when its lease ends without a renewal."""
    return max(1, limit // max(1, members))
