"""Simulation of a fleet on one store, with the real decision code, on a clock of its own: no threads, sockets or waiting."""

from __future__ import annotations

import heapq
import random
from collections import Counter
from collections.abc import Callable
from typing import Any, NamedTuple

from tencentkit.throttle._lease import Lease, Usage
from tencentkit.throttle._lease_table import LeaseTable
from tencentkit.throttle._limits import BucketLimit
from tencentkit.throttle._sliding_window import SlidingWindow
from tencentkit.throttle._store import LeaseReply, LeaseRequest
from tests.throttle.simulation import busiest_second

_PERIOD = 1.01


class Weather(NamedTuple):
    """Faults of a simulation.

    Attributes:
        lost: Part of the renewals that are lost, before or after the store applied them.
        away: Start and end of the time in which the store is unreachable.
        stall: Seconds that each member stalls, about each twenty seconds.
        skew: Maximum difference of the members' clocks.
        arriving: Members that join each second.
        leaving: Members that leave each second; every second one of them crashes.
    """

    lost: float = 0.0
    away: tuple[float, float] = (-1.0, -1.0)
    stall: float = 0.0
    skew: float = 0.0
    arriving: float = 0.0
    leaving: float = 0.0


class SimulatedMember:
    """One process with a backlog."""

    def __init__(self, number: int, simulation: FleetSimulation, waiting: int) -> None:
        draw = simulation.draw
        self.number, self.waiting = number, waiting
        self.offset = draw.uniform(0, simulation.weather.skew)
        self.window = SlidingWindow()
        self.lease = Lease(
            number,
            limit=simulation.limit,
            period=_PERIOD,
            fair_share=max(1, simulation.limit // simulation.processes),
            priority=1,
            random=draw.random,
        )
        self.ticket = 0
        self.renewing = False
        self.gone = False
        self.joined = simulation.now
        self.left = 1e9
        self.stalled_until = -1.0
        self.wakes_at = -1.0

    def usage(self, now: float) -> Usage:
        self.window.expire(now, BucketLimit(1, _PERIOD), 0.0)
        in_flight = len(self.window.in_flight)
        return Usage(self.window.counted(), in_flight, self.waiting, self.window.arrivals)


class FleetSimulation:
    """One simulation; it runs once.

    Args:
        members: Number of members at the start.
        limit: Limit of the bucket.
        weather: Faults.
        waiting: Calls that wait in each member at any time.
        transit: Maximum seconds from sending a request to its arrival.
        seed: Seed of the random numbers.
    """

    def __init__(
        self, *, members: int, limit: int, weather: Weather | None = None, waiting: int = 3, transit: float = 0.02, seed: int = 1
    ) -> None:
        self.draw = random.Random(seed)
        self.table, self.limit, self.weather, self.transit = LeaseTable(), limit, weather or Weather(), transit
        self.waiting, self.processes = waiting, members
        self.now = 0.0
        self.arrivals: list[float] = []
        self.sent: Counter[int] = Counter()
        self.operations = 0
        self.member_seconds = 0.0
        self._events = 0
        self._agenda: list[tuple[float, int, Callable[..., None], tuple[Any, ...]]] = []
        self.members: list[SimulatedMember] = []
        for _ in range(members):
            self._add()

    def _add(self) -> SimulatedMember:
        member = SimulatedMember(len(self.members) + 1, self, self.waiting)
        self.members.append(member)
        self.at(self.now + self.draw.uniform(0, 1.0), self.act, member)
        if self.weather.stall:
            self.at(self.now + self.draw.uniform(0, 20), self.stall, member)
        return member

    def at(self, when: float, act: Callable[..., None], *arguments: Any) -> None:
        self._events += 1
        heapq.heappush(self._agenda, (when, self._events, act, arguments))

    def run(self, seconds: float) -> None:
        """Let time pass."""
        weather = self.weather
        for rate, act in ((weather.arriving, self.arrive), (weather.leaving, self.leave)):
            if rate:
                self.at(self.draw.uniform(0, 2 / rate), act)
        while self._agenda and self._agenda[0][0] <= seconds:
            self.now, _, act, arguments = heapq.heappop(self._agenda)
            act(*arguments)
        self.now = seconds
        self.member_seconds = sum(min(member.left, seconds) - member.joined for member in self.members)

    def arrive(self) -> None:
        if not self.weather.away[0] - 2 <= self.now < self.weather.away[1]:  # it would go by its configured fair share
            self._add()
        self.at(self.now + self.draw.expovariate(self.weather.arriving), self.arrive)

    def leave(self) -> None:
        member = self.draw.choice(self.members)
        if not member.gone:
            member.gone, member.left = True, self.now
            local = self.now + member.offset
            if self.draw.random() < 0.5 and not member.renewing and member.lease.may_renew(local):
                member.waiting = 0
                self._send(member, member.lease.request(local, member.usage(local), leaves=True), local)
        self.at(self.now + self.draw.expovariate(self.weather.leaving), self.leave)

    def stall(self, member: SimulatedMember) -> None:
        member.stalled_until = self.now + self.weather.stall
        if not member.gone:
            self.at(self.now + self.draw.uniform(10, 30), self.stall, member)

    def act(self, member: SimulatedMember) -> None:
        if member.gone:
            return
        if self.now < member.stalled_until:
            self.at(member.stalled_until + self.draw.uniform(0, 0.001), self.act, member)
            return
        local = self.now + member.offset
        lease = member.lease
        if lease.is_due(local) and not member.renewing:
            self._send(member, lease.request(local, member.usage(local)), local)
        while (permits := lease.permits(local)) > 0:
            wait = member.window.acquire(member.ticket, local, BucketLimit(permits, _PERIOD, min(0.01, _PERIOD / permits / 2)))
            if wait:
                break
            member.ticket += 1
            lease.record_acquired(local, member.window.counted())
            self.at(self.now + self.draw.uniform(0, 0.002), self.write, member, member.ticket - 1)
        else:
            wait = 1e9
        due = min(self.now + wait, lease.next_change(local) - member.offset if not member.renewing else self.now + wait)
        if due <= self.now:
            due = self.now + 0.02
        if due < 1e8 and not self.now < member.wakes_at <= due:
            member.wakes_at = due
            self.at(due + self.draw.uniform(0, 0.002), self.act, member)

    def write(self, member: SimulatedMember, ticket: int) -> None:
        if self.now < member.stalled_until:  # the process stalls between its decision and the network
            self.at(member.stalled_until, self.write, member, ticket)
            return
        self.at(self.now + self.draw.uniform(0, self.transit), self.reach, member, ticket)

    def reach(self, member: SimulatedMember, ticket: int) -> None:
        self.arrivals.append(self.now)
        self.sent[member.number] += 1
        self.at(self.now + self.draw.uniform(0, 0.01), self.respond, member, ticket)

    def respond(self, member: SimulatedMember, ticket: int) -> None:
        if member.gone:
            return
        if self.now < member.stalled_until:
            self.at(member.stalled_until, self.respond, member, ticket)
            return
        local = self.now + member.offset
        member.window.mark_completed(ticket, local, BucketLimit(1, _PERIOD))
        usage = member.usage(local)
        if not member.renewing and member.lease.should_return(local, usage):
            self._send(member, member.lease.request(local, usage), local)
        self.act(member)

    def _send(self, member: SimulatedMember, request: LeaseRequest, local: float) -> None:
        self.operations += 1
        member.renewing = True
        fate = self.draw.random() / self.weather.lost if self.weather.lost else 1.0
        if self.weather.away[0] <= self.now < self.weather.away[1] or fate < 0.5:
            self.at(self.now + 0.3, self.lose, member, request, fate < 0.5)
            return
        self.at(self.now + self.draw.uniform(0.001, 0.02), self.serve, member, request, local, fate < 1.0)

    def serve(self, member: SimulatedMember, request: LeaseRequest, local: float, lost: bool) -> None:
        reply = self.table.renew(request, self.now)
        if lost:
            self.at(self.now + 0.3, self.lose, member, request, lost)
        else:
            self.at(self.now + self.draw.uniform(0.001, 0.02), self.receive, member, reply, local)

    def receive(self, member: SimulatedMember, reply: LeaseReply, local: float) -> None:
        member.renewing = False
        member.lease.accept(reply, local, self.now + member.offset)
        self.act(member)

    def lose(self, member: SimulatedMember, request: LeaseRequest, delivered: bool) -> None:
        member.renewing = False
        member.lease.fail(request, self.now + member.offset, delivered=delivered)
        self.act(member)

    def busiest_second(self) -> int:
        """Return the most arrivals in any sliding second."""
        return busiest_second(self.arrivals)

    def use(self, start: float, end: float) -> float:
        """Return the used part of the limit between two times."""
        return sum(1 for at in self.arrivals if start <= at < end) / self.limit / (end - start)

    def operations_per_member(self) -> float:
        """Return store operations a second of one member."""
        return self.operations / self.member_seconds

    def fairness(self) -> float:
        """Return Jain's index of the requests of the members that were there all the time."""
        sent = [self.sent[member.number] for member in self.members if not member.gone and not member.joined]
        return sum(sent) ** 2 / len(sent) / sum(one * one for one in sent) if any(sent) else 0.0
