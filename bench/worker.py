"""One process of load: `python -m bench.worker JSON` says when it is ready, begins at a line of input, and prints what it did."""

from __future__ import annotations

import asyncio
import ctypes
import json
import sys
import threading
import time
from typing import Any

from attrs import define, field

import tencentkit.transport._httpx_sync  # noqa: F401 - or it would be loaded in the time that is measured
from tencentkit import Credentials, Throttle
from tencentkit.errors import TencentkitError
from tencentkit.scf import AsyncClient, Client
from tencentkit.throttle import FileStore, RedisStore, ThrottleEvent
from tencentkit.throttle._store import Store, StoreReply, StoreRequest

_STALL_AT = 3.0
_STALL = 0.7


@define
class Tally:
    """What the callers of one process did."""

    calls: list[int] = field(factory=list)
    longest: float = 0.0
    errors: list[str] = field(factory=list)
    lost: int = 0

    def caller(self) -> int:
        """The number of a new caller."""
        self.calls.append(0)
        return len(self.calls) - 1

    def called(self, caller: int, meta: Any) -> None:
        """A call succeeded."""
        self.calls[caller] += 1
        self.longest = max(self.longest, meta.throttle_wait)

    def noted(self, event: ThrottleEvent) -> None:
        """Something happened to the throttle."""
        self.lost += event.kind == "store down"


class Timed:
    """A store whose longest question is noted.

    Args:
        store: The store.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self.longest = 0.0

    def turn(self, bucket: str, turn: StoreRequest) -> StoreReply:
        started = time.monotonic()
        try:
            return self.store.turn(bucket, turn)
        finally:
            self.longest = max(self.longest, time.monotonic() - started)

    async def turn_async(self, bucket: str, turn: StoreRequest) -> StoreReply:
        started = time.monotonic()
        try:
            return await self.store.turn_async(bucket, turn)
        finally:
            self.longest = max(self.longest, time.monotonic() - started)


def _throttle(order: dict[str, Any], tally: Tally) -> Throttle:
    store: Timed | None = None
    if order.get("folder"):
        store = Timed(FileStore(order["folder"]))
    elif order.get("redis"):
        store = Timed(RedisStore(order["redis"]))
    return Throttle(store=store, processes=order.get("processes", 4), on_event=tally.noted)


def _threads(client: Client, number: int, ends: float, tally: Tally) -> list[threading.Thread]:
    def run(caller: int) -> None:
        while time.monotonic() < ends:
            try:
                tally.called(caller, client.list_async_events(function_name="f").meta)
            except TencentkitError as error:
                tally.errors.append(repr(error))

    started = [threading.Thread(target=run, args=(tally.caller(),)) for _ in range(number)]
    for thread in started:
        thread.start()
    return started


async def _tasks(settings: dict[str, Any], number: int, ends: float, tally: Tally, *, stalls: bool = False) -> None:
    async with AsyncClient(**settings) as client:

        async def run(caller: int) -> None:
            while time.monotonic() < ends:
                try:
                    tally.called(caller, (await client.list_async_events(function_name="f")).meta)
                except TencentkitError as error:
                    tally.errors.append(repr(error))

        if stalls:
            asyncio.get_running_loop().call_later(_STALL_AT, time.sleep, _STALL)
        await asyncio.gather(*(run(tally.caller()) for _ in range(number)))


def _step_clock() -> None:
    """Set this process's wall clock: an hour ahead, and back again."""
    true_time = time.time
    for offset in (3600.0, -3600.0, 0.0):
        time.sleep(_STALL_AT)
        time.time = lambda offset=offset: true_time() + offset  # type: ignore[misc]


def main() -> None:
    """Do what the order says."""
    order = json.loads(sys.argv[1])
    if "skew" in order:
        true_time, skew = time.time, order["skew"]
        time.time = lambda: true_time() + skew  # this host's clock is wrong
    tally = Tally()
    throttle = _throttle(order, tally)
    settings = {"region": "ap-guangzhou", "credentials": Credentials("id", "key"), "base_url": order["url"], "throttle": throttle}
    print("ready", flush=True)
    sys.stdin.readline()
    with Client(**settings) as client:
        ends = time.monotonic() + order["seconds"]
        started = _threads(client, order.get("threads", 0), ends, tally)
        loops = order.get("loops", 0)
        for _ in range(loops):
            stalls = order.get("stall") == "loop"
            runner = threading.Thread(
                target=lambda stalls=stalls: asyncio.run(_tasks(settings, order["tasks"] // loops, ends, tally, stalls=stalls)),
            )
            runner.start()
            started.append(runner)
        if order.get("stall") == "interpreter":
            time.sleep(_STALL_AT)
            ctypes.PyDLL(None).usleep(int(_STALL * 1e6))  # a call that keeps the interpreter's lock
        if order.get("stall") == "clock":
            _step_clock()
        for thread in started:
            thread.join()
    question = throttle.store.longest if isinstance(throttle.store, Timed) else 0.0
    facts = {"calls": tally.calls, "longest": tally.longest, "errors": tally.errors, "lost": tally.lost, "question": question}
    print(json.dumps(facts))


if __name__ == "__main__":
    main()
