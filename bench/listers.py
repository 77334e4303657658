"""One listing in a process of its own: `python -m bench.listers CLIENT URL PREFETCH` prints its measurements as JSON."""

from __future__ import annotations

import asyncio
import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

SECRET_ID, SECRET_KEY = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"
EVERY = 10_000


def resident() -> float:
    """Return the resident memory in megabytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6


class Meter:
    """Measures events, time and memory from its creation on, so that imports and the first call do not count."""

    def __init__(self) -> None:
        self.events = 0
        self.samples: list[float] = []
        self.began, self.cpu = time.perf_counter(), time.process_time()

    def count(self) -> None:
        """Count an event."""
        self.events += 1
        if self.events % EVERY == 0:
            self.samples.append(resident())

    def result(self) -> dict[str, float]:
        """Return the measurements."""
        seconds, cpu = time.perf_counter() - self.began, time.process_time() - self.cpu
        samples = self.samples or [resident()]
        return {"events": self.events, "seconds": seconds, "cpu": cpu, "early": samples[0], "late": samples[-1], "peak": max(samples)}


def vendor(url: str) -> Callable[[], Iterator[object]]:
    """Return a listing by the usual loop over the vendor's SDK."""
    from tencentcloud.common import credential  # type: ignore[import-not-found,import-untyped,unused-ignore]
    from tencentcloud.common.profile.client_profile import ClientProfile  # type: ignore[import-not-found,import-untyped,unused-ignore]
    from tencentcloud.common.profile.http_profile import HttpProfile  # type: ignore[import-not-found,import-untyped,unused-ignore]
    from tencentcloud.scf.v20180416 import models, scf_client  # type: ignore[import-not-found,import-untyped,unused-ignore]

    http = HttpProfile(protocol="http", endpoint=url.removeprefix("http://"), keepAlive=True)
    client = scf_client.ScfClient(credential.Credential(SECRET_ID, SECRET_KEY), "ap-guangzhou", ClientProfile(httpProfile=http))

    def page_at(offset: int, limit: int) -> Any:
        request = models.ListAsyncEventsRequest()
        request.FunctionName, request.Offset, request.Limit = "helloworld", offset, limit
        return client.ListAsyncEvents(request)

    def listing() -> Iterator[object]:
        offset, total = 0, 1
        while offset < total:
            page = page_at(offset, 100)
            total = page.TotalCount
            offset += 100
            yield from page.EventList

    page_at(0, 1)
    return listing


def threads(url: str, prefetch: int, *, plain: bool) -> Callable[[], Iterator[object]]:
    """Return a listing by tencentkit's `Client`."""
    from tencentkit import Credentials
    from tencentkit.scf import Client

    scf = Client(region="ap-guangzhou", credentials=Credentials(SECRET_ID, SECRET_KEY), base_url=url, throttle=None)

    def listing() -> Iterator[object]:
        pager = scf.paginate(scf.list_async_events, function_name="helloworld", prefetch=prefetch, plain=plain)
        yield from pager
        if not plain and not pager.complete:
            sys.exit(f"the listing is not complete: {pager.doubts}")

    scf.list_async_events(function_name="helloworld", limit=1)
    return listing


async def tasks(url: str, prefetch: int) -> Meter:
    """List with tencentkit's `AsyncClient`."""
    from tencentkit import Credentials
    from tencentkit.scf import AsyncClient

    async with AsyncClient(region="ap-guangzhou", credentials=Credentials(SECRET_ID, SECRET_KEY), base_url=url, throttle=None) as scf:
        await scf.list_async_events(function_name="helloworld", limit=1)
        meter = Meter()
        pager = scf.paginate(scf.list_async_events, function_name="helloworld", prefetch=prefetch)
        async for _ in pager:
            meter.count()
        if not pager.complete:
            sys.exit(f"the listing is not complete: {pager.doubts}")
        return meter


def main(client: str, url: str, prefetch: int) -> None:
    """List and print the measurements."""
    if client == "async":
        meter = asyncio.run(tasks(url, prefetch))
    else:
        listing = vendor(url) if client == "vendor" else threads(url, prefetch, plain=client == "plain")
        meter = Meter()
        for _ in listing():
            meter.count()
    print(json.dumps(meter.result()))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
