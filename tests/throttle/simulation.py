"""Callers, a network and a service that counts arrivals, played on a clock of their own: no thread, no socket, no waiting."""

from __future__ import annotations

import heapq
import random
from collections import Counter, deque
from collections.abc import Callable
from typing import Any, NamedTuple

from tencentkit.throttle._local_limiter import Lead
from tencentkit.throttle._sliding_window import Rules, SlidingWindow

Seconds = Callable[[random.Random], float]


def uniform(most: float, least: float = 0.0) -> Seconds:
    """A time that differs from request to request."""
    return lambda draw: draw.uniform(least, most)


_NONE, _LITTLE = uniform(0.0), uniform(0.005)


class Played(NamedTuple):
    """What came of it.

    Attributes:
        arrivals: When requests reached the service, refused or not.
        passed: When those did that it let through.
        calls: How many each caller made.
        longest: The longest wait for a slot.
        asks: Questions to the log for each request.
        log: How the log ended.
    """

    arrivals: list[float]
    passed: list[float]
    calls: Counter[int]
    longest: float
    asks: float
    log: SlidingWindow

    @property
    def refusals(self) -> int:
        return len(self.arrivals) - len(self.passed)

    def use(self, limit: int = 20) -> float:
        """Part of the allowance used, from the first arrival to the last that begins another round."""
        rounds = (len(self.passed) - 1) // limit
        return rounds / (self.passed[rounds * limit] - self.passed[0])


def busiest_second(times: list[float]) -> int:
    """The most in any sliding second."""
    most, window = 0, deque[float]()
    for at in sorted(times):
        window.append(at)
        while window[0] <= at - 1.0:
            window.popleft()
        most = max(most, len(window))
    return most


class Simulation:
    """A world to be played once.

    Args:
        callers: How many call, each again as soon as it has its answer.
        transit: Seconds from writing to arrival.
        work: Seconds from arrival to the answer.
        connect: Seconds before the writing of each of the first `cold` requests.
        cold: How many requests find no connection.
        served: What the service lets through in a second.
        limit: What the log keeps.
        tells: Whether the transport says when a request is written.
        stalls: From when to when nothing of ours moves.
        seed: Of all chance.
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
        tells: bool = True,
        stalls: tuple[tuple[float, float], ...] = (),
        seed: int = 1,
    ) -> None:
        self.draw = random.Random(seed)
        self.log, self.rules, self.lead = SlidingWindow(), Rules(limit), Lead()
        self.callers, self.transit, self.work, self.connect = callers, transit, work, connect
        self.cold, self.served, self.tells, self.stalls = cold, served, tells, stalls
        self.arrivals: list[float] = []
        self.passed: list[float] = []
        self.calls: Counter[int] = Counter()
        self.longest = 0.0
        self.asks = self.tickets = self.events = 0
        self.agenda: list[tuple[float, int, Callable[..., None], tuple[Any, ...]]] = []

    def at(self, when: float, act: Callable[..., None], *arguments: Any) -> None:
        self.events += 1
        heapq.heappush(self.agenda, (when, self.events, act, arguments))

    def ours(self, when: float, act: Callable[..., None], *arguments: Any) -> None:
        """What happens on our side happens after a stall."""
        for start, end in self.stalls:
            if start <= when < end:
                when = end + 1e-4 * self.draw.random()
        self.at(when, act, *arguments)

    def play(self, seconds: float) -> Played:
        for caller in range(self.callers):
            self.at(0.0, self.call, caller)
        while self.agenda and self.agenda[0][0] <= seconds:
            self.now, _, act, arguments = heapq.heappop(self.agenda)
            act(*arguments)
        return Played(self.arrivals, self.passed, self.calls, self.longest, self.asks / max(1, self.tickets), self.log)

    def call(self, caller: int) -> None:
        self.tickets += 1
        self.ask(caller, self.tickets, self.now)

    def ask(self, caller: int, ticket: int, since: float) -> None:
        self.asks += 1
        wait = self.log.ask(ticket, self.now, self.rules, self.lead.seconds)
        if wait:
            self.ours(self.now + wait + self.draw.uniform(0, 0.002), self.ask, caller, ticket, since)
            return
        self.longest = max(self.longest, self.now - since)
        delay = 0.001
        if self.cold:
            self.cold -= 1
            delay += self.connect(self.draw)
        self.ours(self.now + delay, self.write, caller, ticket, self.now)

    def write(self, caller: int, ticket: int, went: float) -> None:
        if self.tells:
            self.log.written(ticket, self.now, self.rules)
        self.at(self.now + self.transit(self.draw), self.arrive, caller, ticket, went)

    def arrive(self, caller: int, ticket: int, went: float) -> None:
        self.arrivals.append(self.now)
        passes = len(self.passed) < self.served or self.passed[-self.served] <= self.now - 1.0
        if passes:
            self.passed.append(self.now)
        self.ours(self.now + self.work(self.draw), self.answer, caller, ticket, went, passes)

    def answer(self, caller: int, ticket: int, went: float, passed: bool) -> None:
        self.lead.learn(self.now - went)
        if passed:
            self.log.answered(ticket, self.now, self.rules, self.lead.seconds)
            self.calls[caller] += 1
        else:
            self.log.refused(ticket, self.now, self.rules, self.draw.uniform(0, 0.25), self.lead.seconds)
        self.ours(self.now + 0.0005, self.call, caller)
