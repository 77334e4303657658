"""Benchmark of whole listings over loopback, and of a hand-written loop over the vendor's SDK.

`python -m bench pages [--whole 1000000] [--write docs/performance-pages.md]`. The throttle is off. Each listing runs in a process of its
own, after its imports and one call; its server runs in another. The vendor's SDK comes from the dependency group `bench`.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bench.report import replace_section

PAGE = 100
CLIENTS = (
    ("vendor", "the vendor's SDK, Offset += Limit", (0,)),
    ("plain", "`paginate(plain=True)`", (0,)),
    ("sync", "`paginate`, threads", (0, 1, 4, 8, 16)),
    ("async", "`paginate`, event loop", (0, 1, 4, 8, 16)),
)
LONG_RUN = (("vendor", CLIENTS[0][1], (0,)), ("sync", CLIENTS[2][1], (0, 4)))
EVENTS = {0.0: 100_000, 5.0: 50_000, 30.0: 40_000}
"""Number of events by milliseconds of latency."""


def measure(client: str, prefetch: int, events: int, latency: float) -> dict[str, Any]:
    """Measure one listing against a server of its own."""
    server = subprocess.Popen([sys.executable, "-m", "bench.loopback_scf", str(events), str(latency)], stdout=subprocess.PIPE, text=True)  # noqa: S603
    try:
        port = server.stdout.readline().strip() if server.stdout else ""
        command = [sys.executable, "-m", "bench.listers", client, f"http://127.0.0.1:{port}", str(prefetch)]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603 - our own module
    finally:
        server.terminate()
        server.wait()
        if server.stdout:
            server.stdout.close()
    result: dict[str, Any] = json.loads(done.stdout)
    if result["events"] != events:
        sys.exit(f"{client} listed {result['events']} of {events} events")
    return result


def main(arguments: list[str]) -> int:
    """Measure, print and write the page."""
    parser = argparse.ArgumentParser(prog="python -m bench pages")
    parser.add_argument("--whole", type=int, default=1_000_000, help="events of the one long listing, without latency")
    parser.add_argument("--part", type=float, default=1.0, help="fraction of the events of the other listings, for a quick run")
    parser.add_argument("--write", type=Path, help="page to write the result into")
    options = parser.parse_args(arguments)
    with_vendor = find_spec("tencentcloud") is not None
    rows = [_setting(), ""]
    head = ["Latency", "Client", "Prefetch", "Events", "Seconds", "Pages/s", "Speedup", "CPU µs per event"]
    head += ["MB at 10,000", "MB at the end", "Peak MB", "Load"]
    rows += ["".join(f"| {name} " for name in head) + "|", "|---" * len(head) + "|"]
    plan = [(options.whole, 0.0, LONG_RUN), *((int(events * options.part), latency, CLIENTS) for latency, events in EVENTS.items())]
    for events, latency, clients in plan:
        for client, title, prefetches in clients:
            sequential = None
            for prefetch in prefetches:
                if not events or (client == "vendor" and not with_vendor):
                    continue
                result = measure(client, prefetch, events, latency / 1000)
                rate = events / PAGE / result["seconds"]
                sequential = rate if not prefetch else sequential
                speedup = f"{rate / sequential:.1f}" if prefetch and sequential else ""
                rows.append(
                    f"| {latency:g} ms | {title} | {prefetch or ''} | {events:,} | {result['seconds']:.1f} | {rate:.0f} | {speedup} "
                    f"| {result['cpu'] / events * 1e6:.1f} | {result['early']:.0f} | {result['late']:.0f} | {result['peak']:.0f} "
                    f"| {os.getloadavg()[0]:.1f} |"
                )
                print(rows[-1], flush=True)
                if options.write:
                    replace_section(options.write, "pages", "\n".join(rows))
    return 0


def _setting() -> str:
    try:
        vendor = version("tencentcloud-sdk-python-scf")
    except PackageNotFoundError:
        vendor = "not installed"
    return (
        f"Python {platform.python_version()}, {os.cpu_count()} CPUs shared with the server and whatever else ran. "
        "Pages a second are wall time: on a busy machine they say little, and CPU says more. "
        f"tencentcloud-sdk-python-scf {vendor}. Pages of {PAGE}, counted as events / {PAGE}. "
        "The loop over the vendor's SDK has no prefetch."
    )
