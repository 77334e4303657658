"""Simulation of callers, a network and a service that counts arrivals, on a clock of its own: no threads, sockets or waiting."""

from __future__ import annotations

import heapq
import random
from collections import Counter, deque
from collections.abc import Callable
from typing import Any, NamedTuple

from tencentkit.throttle._limits import BucketLimit
from tencentkit.throttle._local_limiter import TransitEstimate
from tencentkit.throttle._sliding_window import SlidingWindow

Seconds = Callable[[random.Random], float]


def uniform(most: float, least: float = 0.0) -> Seconds:
    """Return a uniform distribution of seconds."""
    return lambda draw: draw.uniform(least, most)


_NONE, _LITTLE = uniform(0.0), uniform(0.005)


class SimulationResult(NamedTuple):
    """Result of a simulation.

    Attributes:
        arrivals: When requests reached the service, refused or not.
        accepted: When the accepted ones did.
        calls: Completed calls of each caller.
        longest: The longest wait for a slot.
        acquires: Calls of `acquire` for each request.
        window: The sliding window at the end.
    """

    arrivals: list[float]
    accepted: list[float]
    calls: Counter[int]
    longest: float
    acquires: float
    window: SlidingWindow

    @property
    def refusals(self) -> int:
        return len(self.arrivals) - len(self.accepted)

    def use(self, limit: int = 20) -> float:
        """Return the used part of the limit, from the first arrival to the last one that begins another round."""
        rounds = (len(self.accepted) - 1) // limit
        return rounds / (self.accepted[rounds * limit] - self.accepted[0])


def busiest_second(times: list[float]) -> int:
    """Return the maximum in any sliding second."""
    most, window = 0, deque[float]()
    for at in sorted(times):
        window.append(at)
        while window[0] <= at - 1.0:
            window.popleft()
        most = max(most, len(window))
    return most


class Simulation:
    """One simulation; it runs once.

    Args:
        callers: Number of callers; each calls again after its response.
        transit: Seconds from writing to arrival.
        work: Seconds from arrival to the response.
        connect: Seconds before writing each of the first `cold` requests.
        cold: Number of requests without an open connection.
        served: Requests a second that the service accepts.
        limit: Requests a second that the sliding window allows.
        reports_writes: Whether the transport reports when a request is written.
        stalls: Start and end of each time in which the client side stalls.
        seed: Seed of the random numbers.
    """

    def __init__(
        self,
        *,
        callers: int,
        transit: Seconds = _NONE,
        work: Seconds = _LITTLE,
        connect: Seconds = _NONE,
        cold: int = 0,
        served: int = 20,
        limit: int = 20,
        reports_writes: bool = True,
        stalls: tuple[tuple[float, float], ...] = (),
        seed: int = 1,
    ) -> None:
        self.draw = random.Random(seed)
        self.window, self.limit, self.min_transit = SlidingWindow(), BucketLimit(limit, gap=min(0.01, 0.5 / limit)), TransitEstimate()
        self.callers, self.transit, self.work, self.connect = callers, transit, work, connect
        self.cold, self.served, self.reports_writes, self.stalls = cold, served, reports_writes, stalls
        self.arrivals: list[float] = []
        self.accepted: list[float] = []
        self.calls: Counter[int] = Counter()
        self.longest = 0.0
        self.acquires = self.tickets = self.events = 0
        self.agenda: list[tuple[float, int, Callable[..., None], tuple[Any, ...]]] = []

    def schedule(self, when: float, act: Callable[..., None], *arguments: Any) -> None:
        self.events += 1
        heapq.heappush(self.agenda, (when, self.events, act, arguments))

    def schedule_in_client(self, when: float, act: Callable[..., None], *arguments: Any) -> None:
        """Schedule an event of the client side: after a stall that it falls into."""
        for start, end in self.stalls:
            if start <= when < end:
                when = end + 1e-4 * self.draw.random()
        self.schedule(when, act, *arguments)

    def run(self, seconds: float) -> SimulationResult:
        for caller in range(self.callers):
            self.schedule(0.0, self.call, caller)
        while self.agenda and self.agenda[0][0] <= seconds:
            self.now, _, act, arguments = heapq.heappop(self.agenda)
            act(*arguments)
        acquires = self.acquires / max(1, self.tickets)
        return SimulationResult(self.arrivals, self.accepted, self.calls, self.longest, acquires, self.window)

    def call(self, caller: int) -> None:
        self.tickets += 1
        self.acquire(caller, self.tickets, self.now)

    def acquire(self, caller: int, ticket: int, since: float) -> None:
        self.acquires += 1
        wait = self.window.acquire(ticket, self.now, self.limit, self.min_transit.seconds)
        if wait:
            self.schedule_in_client(self.now + wait + self.draw.uniform(0, 0.002), self.acquire, caller, ticket, since)
            return
        self.longest = max(self.longest, self.now - since)
        delay = 0.001
        if self.cold:
            self.cold -= 1
            delay += self.connect(self.draw)
        self.schedule_in_client(self.now + delay, self.write, caller, ticket, self.now)

    def write(self, caller: int, ticket: int, acquired: float) -> None:
        if self.reports_writes:
            self.window.mark_written(ticket, self.now, self.limit)
        self.schedule(self.now + self.transit(self.draw), self.arrive, caller, ticket, acquired)

    def arrive(self, caller: int, ticket: int, acquired: float) -> None:
        self.arrivals.append(self.now)
        accepted = len(self.accepted) < self.served or self.accepted[-self.served] <= self.now - 1.0
        if accepted:
            self.accepted.append(self.now)
        self.schedule_in_client(self.now + self.work(self.draw), self.respond, caller, ticket, acquired, accepted)

    def respond(self, caller: int, ticket: int, acquired: float, accepted: bool) -> None:
        self.min_transit.observe(self.now - acquired)
        if accepted:
            self.window.mark_completed(ticket, self.now, self.limit, self.min_transit.seconds)
            self.calls[caller] += 1
        else:
            self.window.mark_refused(ticket, self.now, self.limit, self.draw.uniform(0, 0.25), self.min_transit.seconds)
        self.schedule_in_client(self.now + 0.0005, self.call, caller)
