"""One process of load: `python -m bench.worker JSON`, or stalls of its own; prints what it did as JSON."""

from __future__ import annotations

import asyncio
import ctypes
import json
import sys
import threading
import time
from typing import Any

from attrs import define, field

import tencentkit._httpx_transport  # noqa: F401 - or it would be loaded in the time that is measured
from tencentkit import Credentials, Throttle
from tencentkit.errors import TencentkitError
from tencentkit.scf import AsyncClient, Client
from tencentkit.throttle import FileStore, RedisStore

_STALL_AT = 3.0
_STALL = 0.7


@define
class Tally:
    """What the callers of one process did."""

    calls: list[int] = field(factory=list)
    threads: int = 0
    longest: float = 0.0
    errors: list[str] = field(factory=list)

    def caller(self) -> int:
        """The number of a new caller."""
        self.calls.append(0)
        return len(self.calls) - 1

    def called(self, caller: int, meta: Any) -> None:
        """A call succeeded."""
        self.calls[caller] += 1
        self.longest = max(self.longest, meta.throttle_wait)


def _settings(order: dict[str, Any]) -> dict[str, Any]:
    store: FileStore | RedisStore | None = None
    if order.get("folder"):
        store = FileStore(order["folder"])
    elif order.get("redis"):
        store = RedisStore(order["redis"])
    throttle = Throttle(store=store, processes=order.get("processes", 4))
    return {"region": "ap-guangzhou", "credentials": Credentials("id", "key"), "base_url": order["url"], "throttle": throttle}


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
        store = settings["throttle"].store
        if isinstance(store, RedisStore):
            await store.aclose()


def main() -> None:
    """Do what the order says."""
    order = json.loads(sys.argv[1])
    if "skew" in order:
        true_time, skew = time.time, order["skew"]
        time.time = lambda: true_time() + skew  # this host's clock is wrong
    settings, tally = _settings(order), Tally()
    with Client(**settings) as client:
        ends = time.monotonic() + order["seconds"]
        started = _threads(client, order.get("threads", 0), ends, tally)
        tally.threads = len(started)
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
        for thread in started:
            thread.join()
    print(json.dumps({"calls": tally.calls, "threads": tally.threads, "longest": tally.longest, "errors": tally.errors}))


if __name__ == "__main__":
    main()
