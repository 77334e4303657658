"""One listing in a process of its own: `python -m bench.listers WAY URL PREFETCH`; prints its measurements as JSON."""

from __future__ import annotations

import asyncio
import json
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path

SECRET_ID, SECRET_KEY = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"
EVERY = 10_000


def resident() -> float:
    """Megabytes of memory in use."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6


class Meter:
    """Counts events, and the memory at every ten thousandth."""

    def __init__(self) -> None:
        self.events = 0
        self.samples: list[float] = []
        self.began, self.cpu = time.perf_counter(), time.process_time()

    def one(self) -> None:
        """Another event came."""
        self.events += 1
        if self.events % EVERY == 0:
            self.samples.append(resident())

    def result(self) -> dict[str, float]:
        """What was measured."""
        seconds, cpu = time.perf_counter() - self.began, time.process_time() - self.cpu
        early, late = self.samples[0] if self.samples else resident(), self.samples[-1] if self.samples else resident()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
        return {"events": self.events, "seconds": seconds, "cpu": cpu, "early": early, "late": late, "peak": peak}


def vendor(url: str) -> Iterator[object]:
    """The usual loop over the vendor's SDK."""
    from tencentcloud.common import credential  # type: ignore[import-not-found,import-untyped,unused-ignore]
    from tencentcloud.common.profile.client_profile import ClientProfile  # type: ignore[import-not-found,import-untyped,unused-ignore]
    from tencentcloud.common.profile.http_profile import HttpProfile  # type: ignore[import-not-found,import-untyped,unused-ignore]
    from tencentcloud.scf.v20180416 import models, scf_client  # type: ignore[import-not-found,import-untyped,unused-ignore]

    http = HttpProfile(protocol="http", endpoint=url.removeprefix("http://"), keepAlive=True)
    client = scf_client.ScfClient(credential.Credential(SECRET_ID, SECRET_KEY), "ap-guangzhou", ClientProfile(httpProfile=http))
    offset, total = 0, 1
    while offset < total:
        request = models.ListAsyncEventsRequest()
        request.FunctionName, request.Offset, request.Limit = "helloworld", offset, 100
        page = client.ListAsyncEvents(request)
        total = page.TotalCount
        offset += 100
        yield from page.EventList


def threads(url: str, prefetch: int, *, plain: bool) -> Iterator[object]:
    """tencentkit's `Client`."""
    from tencentkit import Credentials
    from tencentkit.scf import Client

    with Client(region="ap-guangzhou", credentials=Credentials(SECRET_ID, SECRET_KEY), base_url=url, throttle=None) as scf:
        pager = scf.paginate(scf.list_async_events, function_name="helloworld", prefetch=prefetch, plain=plain)
        yield from pager
        if not plain and not pager.complete:
            sys.exit(f"the listing is not complete: {pager.doubts}")


async def tasks(url: str, prefetch: int, meter: Meter) -> None:
    """tencentkit's `AsyncClient`."""
    from tencentkit import Credentials
    from tencentkit.scf import AsyncClient

    async with AsyncClient(region="ap-guangzhou", credentials=Credentials(SECRET_ID, SECRET_KEY), base_url=url, throttle=None) as scf:
        async for _ in scf.paginate(scf.list_async_events, function_name="helloworld", prefetch=prefetch):
            meter.one()


def main(way: str, url: str, prefetch: int) -> None:
    """List, and print what it took."""
    meter = Meter()
    if way == "async":
        asyncio.run(tasks(url, prefetch, meter))
    else:
        for _ in vendor(url) if way == "vendor" else threads(url, prefetch, plain=way == "plain"):
            meter.one()
    print(json.dumps(meter.result()))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
