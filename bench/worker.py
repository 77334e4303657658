"""One load process: `python -m bench.worker JSON` prints "ready", starts after a line of input, and prints a report as JSON."""

from __future__ import annotations

import asyncio
import ctypes
import json
import sys
import threading
import time
from typing import Any

from attrs import define, field

import tencentkit.transport._httpx_sync  # noqa: F401 - loaded before the measurement
from tencentkit import Credentials, Throttle
from tencentkit.errors import TencentkitError
from tencentkit.scf import AsyncClient, Client
from tencentkit.throttle import FileStore, RedisStore, ThrottleEvent
from tencentkit.throttle._store import LeaseReply, LeaseRequest, Store

_STALL_AT = 3.0
_STALL = 0.7


@define
class WorkerStatistics:
    """Statistics of the callers in one process."""

    calls: list[int] = field(factory=list)
    longest: float = 0.0
    errors: list[str] = field(factory=list)
    outages: int = 0

    def add_caller(self) -> int:
        """Add a caller; return its number."""
        self.calls.append(0)
        return len(self.calls) - 1

    def record_call(self, caller: int, meta: Any) -> None:
        """Record a successful call."""
        self.calls[caller] += 1
        self.longest = max(self.longest, meta.throttle_wait)

    def record_event(self, event: ThrottleEvent) -> None:
        """Record an event of the throttle."""
        self.outages += event.kind == "store down"


class TimedStore:
    """Store that measures its slowest request.

    Args:
        store: The store.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self.longest = 0.0

    def renew(self, bucket: str, request: LeaseRequest, budget: float | None = None, /) -> LeaseReply:
        started = time.monotonic()
        try:
            return self.store.renew(bucket, request, budget)
        finally:
            self.longest = max(self.longest, time.monotonic() - started)

    async def renew_async(self, bucket: str, request: LeaseRequest, budget: float | None = None, /) -> LeaseReply:
        started = time.monotonic()
        try:
            return await self.store.renew_async(bucket, request, budget)
        finally:
            self.longest = max(self.longest, time.monotonic() - started)


def _throttle(options: dict[str, Any], statistics: WorkerStatistics) -> Throttle:
    store: TimedStore | None = None
    if options.get("folder"):
        store = TimedStore(FileStore(options["folder"]))
    elif options.get("redis"):
        store = TimedStore(RedisStore(options["redis"]))
    return Throttle(store=store, processes=options.get("processes", 4), on_event=statistics.record_event)


def _threads(client: Client, number: int, ends: float, statistics: WorkerStatistics) -> list[threading.Thread]:
    def run(caller: int) -> None:
        while time.monotonic() < ends:
            try:
                statistics.record_call(caller, client.list_async_events(function_name="f").meta)
            except TencentkitError as error:
                statistics.errors.append(repr(error))

    started = [threading.Thread(target=run, args=(statistics.add_caller(),)) for _ in range(number)]
    for thread in started:
        thread.start()
    return started


async def _tasks(settings: dict[str, Any], number: int, ends: float, statistics: WorkerStatistics, *, stalls: bool = False) -> None:
    async with AsyncClient(**settings) as client:

        async def run(caller: int) -> None:
            while time.monotonic() < ends:
                try:
                    statistics.record_call(caller, (await client.list_async_events(function_name="f")).meta)
                except TencentkitError as error:
                    statistics.errors.append(repr(error))

        if stalls:
            asyncio.get_running_loop().call_later(_STALL_AT, time.sleep, _STALL)
        await asyncio.gather(*(run(statistics.add_caller()) for _ in range(number)))


def _step_clock() -> None:
    """Set this process's wall clock an hour ahead, an hour back, and right again."""
    true_time = time.time
    for offset in (3600.0, -3600.0, 0.0):
        time.sleep(_STALL_AT)
        time.time = lambda offset=offset: true_time() + offset  # type: ignore[misc]


def main() -> None:
    """Run the load of the options."""
    options = json.loads(sys.argv[1])
    if "skew" in options:
        true_time, skew = time.time, options["skew"]
        time.time = lambda: true_time() + skew  # this host has a wrong clock
    statistics = WorkerStatistics()
    throttle = _throttle(options, statistics)
    settings = {"region": "ap-guangzhou", "credentials": Credentials("id", "key"), "base_url": options["url"], "throttle": throttle}
    print("ready", flush=True)
    sys.stdin.readline()
    with Client(**settings) as client:
        ends = time.monotonic() + options["seconds"]
        started = _threads(client, options.get("threads", 0), ends, statistics)
        loops = options.get("loops", 0)
        for _ in range(loops):
            stalls = options.get("stall") == "loop"
            runner = threading.Thread(
                target=lambda stalls=stalls: asyncio.run(_tasks(settings, options["tasks"] // loops, ends, statistics, stalls=stalls)),
            )
            runner.start()
            started.append(runner)
        if options.get("stall") == "interpreter":
            time.sleep(_STALL_AT)
            ctypes.PyDLL(None).usleep(int(_STALL * 1e6))  # a call that holds the interpreter lock
        if options.get("stall") == "clock":
            _step_clock()
        for thread in started:
            thread.join()
    slowest_request = throttle.store.longest if isinstance(throttle.store, TimedStore) else 0.0
    report = {"calls": statistics.calls, "longest": statistics.longest, "errors": statistics.errors, "outages": statistics.outages}
    print(json.dumps(report | {"slowest_request": slowest_request}))


if __name__ == "__main__":
    main()
