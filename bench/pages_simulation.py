"""Simulation: listings of the fake SCF while events start, end and expire, by `paginate` and by plain offsets.

`python -m bench pages-simulation [--runs 10000] [--write docs/paging.md]`. Runs are seeded, on a manual
clock. The seed also draws the order of the responses to prefetched pages.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from bench.report import replace_section
from bench.seeded_order import SeededPool
from tencentkit import Credentials, Retry
from tencentkit._pagination.prefetch import PageFetcher
from tencentkit.scf import AsyncClient, Client
from tencentkit.testing import FakeScf, ManualClock
from tencentkit_api.action import PagingOptions

HOUR = 3600.0
RETENTION = 72 * HOUR
FUNCTION = "helloworld"


class World:
    """Fake whose events start, end and expire with each request."""

    def __init__(self, seed: int, *, capped: bool = False) -> None:
        self.random = random.Random(seed)
        self.clock = ManualClock()
        self.fake = FakeScf(clock=self.clock, rate_limits={"ListAsyncEvents": None}, seed=seed)
        self.fake.add_function(FUNCTION)
        self.filter: dict[str, Any] = self.random.choice(({}, {}, {}, {"Status": ["RUNNING"]}, {"Status": ["FINISHED"]}))
        # With whole seconds many events have equal starts.
        self.grain = self.random.choice((0.001, 0.001, 1.0))
        self.burst = self.random.choice((0, 2, 5))
        self.pace = self.random.choice((0.2, 2.0, 20.0))
        # A third of the worlds reject high offsets.
        self.cap = 120 if capped and seed % 3 == 0 else None
        self.running: list[str] = []
        self.first: set[str] | None = None
        self.last: set[str] = set()
        now = self.clock.time()
        for _ in range(self.random.randint(20, 250)):
            match self.random.randrange(4):
                case 0:  # about to expire
                    ended = now - RETENTION + self.random.uniform(0, 200)
                    self._start(ended - self.random.choice((1.0, 600.0, 20 * HOUR)) * self.random.random(), ended)
                case 1:  # running, and about to end
                    self._start(now - self.random.uniform(0, 24 * HOUR), now + self.random.uniform(0, 200))
                case 2:  # running
                    self._start(now - self.random.uniform(0, 80 * HOUR), None)
                case _:  # long ended, or just started
                    started = now - self.random.uniform(0, self.random.choice((1.0, 60.0, 70 * HOUR)))
                    self._start(started, started + (now - started) * self.random.random())

    def _start(self, started: float, ended: float | None) -> None:
        started = started // self.grain * self.grain
        runs_for = None if ended is None else max(0.0, ended - started)
        identity = self.fake.start_event(FUNCTION, started_at=started, runs_for=runs_for)
        if ended is None:
            self.running.append(identity)

    def move(self) -> None:
        """Advance time; start and end events."""
        self.clock.advance(self.random.expovariate(1 / self.pace))
        for _ in range(self.random.randint(0, self.burst)):
            began = self.clock.time()
            self._start(began, self.random.choice((None, began, began + 5)))
        for _ in range(min(len(self.running), self.random.randint(0, self.burst))):
            self.fake.end_event(self.running.pop(self.random.randrange(len(self.running))))
        if self.random.random() < 0.03 and not self.fake.pending_faults:
            self.fake.fail_next("ListAsyncEvents", code="InternalError")

    def send(self, request: Any, *, timeout: float | None, budget: float | None) -> Any:
        """See `Transport`."""
        self.move()
        body = json.loads(request.body)
        if self.cap is not None and body["Offset"] + body["Limit"] > self.cap and not self.fake.pending_faults:
            self.fake.fail_next("ListAsyncEvents", code="LimitExceeded.Offset")
        response = self.fake.transport().send(request, timeout=timeout, budget=budget)
        if b'"Error"' not in response.body[:40]:
            self.observe()
        return response

    def close(self) -> None:
        """See `Transport`."""

    def settings(self) -> dict[str, Any]:
        """Return the settings of a client of either kind."""
        return {
            "region": "ap-guangzhou",
            "credentials": Credentials(*self.fake.credentials),
            "clock": self.clock,
            "throttle": None,
            "retry": Retry(attempts=9, base=0.01, quota=100_000),
            "rng": self.random.random,
        }

    def observe(self) -> None:
        """Record the current content of the list."""
        shown = [event for event in self.fake.events() if event.function == FUNCTION and self._matches(event.status)]
        self.last = {event.invoke_request_id for event in shown}
        if self.first is None:
            self.first = set(self.last)

    def _matches(self, status: str) -> bool:
        wanted = self.filter.get("Status")
        return wanted is None or status in wanted

    def client(self) -> Client:
        """Return a client of this world."""
        return Client(transport=self, **self.settings())


class DelayedTransport:
    """`AsyncTransport` of a world; the seed draws the number of event loop iterations that each response takes."""

    def __init__(self, world: World) -> None:
        self.world = world

    async def send(self, request: Any, *, timeout: float | None, budget: float | None) -> Any:
        """See `AsyncTransport`."""
        for _ in range(self.world.random.randrange(12)):
            await asyncio.sleep(0)
        return self.world.send(request, timeout=timeout, budget=budget)

    async def aclose(self) -> None:
        """See `AsyncTransport`."""


class Outcome(NamedTuple):
    """One listing, compared with the world."""

    missed: int
    duplicates: int
    unordered: bool
    calls: int
    complete: bool
    changed: bool


def compare(world: World, received: list[Any], *, complete: bool, changed: bool) -> Outcome:
    """Compare the listed events with those that existed from the first response to the last."""
    counts = Counter(event.invoke_request_id for event in received)
    must = (world.first or set()) & world.last
    starts = [event.start_time for event in received]
    return Outcome(
        missed=len(must - counts.keys()),
        duplicates=sum(count - 1 for count in counts.values()),
        unordered=starts != sorted(starts, reverse=True),
        calls=len(world.fake.calls),
        complete=complete,
        changed=changed,
    )


def by_threads(seed: int, *, limit: int = 10, prefetch: int = 0) -> Outcome:
    """List the world of `seed` with `paginate`; threads fetch pages ahead. A third of the worlds also have a cap on the offset."""
    world = World(seed, capped=True)
    client = world.client()
    arguments = {"function_name": FUNCTION, "limit": limit} | {key.lower(): value for key, value in world.filter.items()}
    listing = client._listing(client.list_async_events, arguments, PagingOptions(prefetch=prefetch))
    pool = SeededPool(random.Random(f"{seed}/order"))
    fetcher = PageFetcher(listing, client.list_async_events, prefetch, make_pool=lambda _: pool)
    received: list[Any] = []
    while (current := fetcher.next()) is not None:
        received += current.items
    fetcher.close()
    return compare(world, received, complete=listing.complete, changed=listing.possibly_changed)


def by_event_loop(seed: int, *, limit: int = 10, prefetch: int = 0) -> Outcome:
    """List the world of `seed` with `paginate` on an event loop."""
    world = World(seed, capped=True)

    async def listed() -> Outcome:
        client = AsyncClient(transport=DelayedTransport(world), **world.settings())
        pager = client.paginate(
            client.list_async_events,
            function_name=FUNCTION,
            limit=limit,
            prefetch=prefetch,
            **{key.lower(): value for key, value in world.filter.items()},
        )
        received = [event async for event in pager]
        return compare(world, received, complete=pager.complete, changed=pager.possibly_changed)

    return asyncio.run(listed())


def by_offset(seed: int, *, limit: int = 10) -> Outcome:
    """List the world of `seed` as the usual loop over the vendor's SDK: Offset grows by Limit up to TotalCount."""
    world = World(seed)
    client = world.client()
    received: list[Any] = []
    offset, total = 0, 1
    while offset < total:
        page = client.list_async_events(
            function_name=FUNCTION, offset=offset, limit=limit, **{key.lower(): value for key, value in world.filter.items()}
        )
        received += page.event_list
        offset, total = offset + limit, page.total_count
    return compare(world, received, complete=False, changed=False)


LISTINGS: tuple[tuple[str, Callable[[int], Outcome], float], ...] = (
    ("`paginate`", by_threads, 1),
    ("`paginate(prefetch=1)`, threads", partial(by_threads, prefetch=1), 1),
    ("`paginate(prefetch=4)`, threads", partial(by_threads, prefetch=4), 1),
    ("Offset += Limit", by_offset, 1),
    ("`paginate(prefetch=1)`, event loop", partial(by_event_loop, prefetch=1), 0.2),
    ("`paginate(prefetch=4)`, event loop", partial(by_event_loop, prefetch=4), 0.2),
)
"""Listings with the fraction of the seeds that each runs; event loops share the decisions with threads."""


def main(arguments: list[str]) -> int:
    """Run, print, and write the page after each row."""
    parser = argparse.ArgumentParser(prog="python -m bench pages-simulation")
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0, help="first seed")
    parser.add_argument("--processes", type=int, default=os.cpu_count(), help="runs at a time")
    parser.add_argument("--write", type=Path, help="page to write the result into")
    options = parser.parse_args(arguments)
    started = time.monotonic()
    rows = ["Seeded runs, 20 to 250 events each and more that start meanwhile, pages of 10.", ""]
    rows += [
        "| Listing | Runs | Runs that missed | Missed events | Runs with duplicates | Duplicates | Out of order | Calls/run | Complete |"
    ]
    rows += ["|---|---|---|---|---|---|---|---|---|"]
    failed = False
    for name, listing, part in LISTINGS:
        seeds = range(options.first, options.first + max(1, int(options.runs * part)))
        with multiprocessing.Pool(options.processes) as pool:
            outcomes = pool.map(listing, seeds)
        wrong = [seed for seed, one in zip(seeds, outcomes, strict=True) if one.missed or one.duplicates]
        rows.append(
            f"| {name} | {len(seeds):,} | {sum(one.missed > 0 for one in outcomes):,} | {sum(one.missed for one in outcomes):,} "
            f"| {sum(one.duplicates > 0 for one in outcomes):,} | {sum(one.duplicates for one in outcomes):,} "
            f"| {sum(one.unordered for one in outcomes):,} | {sum(one.calls for one in outcomes) / len(outcomes):.1f} "
            f"| {sum(one.complete for one in outcomes):,} |"
        )
        print(rows[-1], f"{time.monotonic() - started:.0f} s", flush=True)
        if listing is not by_offset and wrong:
            failed = True
            sys.stderr.write(f"{name}: failed seeds: {wrong[:20]}\n")
        if options.write:
            replace_section(options.write, "simulation", "\n".join(rows))
    return int(failed)
