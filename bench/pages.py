"""Whole listings over loopback, beside a hand-written loop over the vendor's SDK.

`python -m bench pages [--whole 1000000] [--write docs/performance-pages.md]`. The throttle is off; each listing runs in a process of its
own against a server in another, after its imports and one call; the vendor's SDK comes from the group `bench`.
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
WAYS = (
    ("vendor", "the vendor's SDK, Offset += Limit", (0,)),
    ("plain", "`paginate(plain=True)`", (0,)),
    ("sync", "`paginate`, threads", (0, 1, 4, 8, 16)),
    ("async", "`paginate`, event loop", (0, 1, 4, 8, 16)),
)
LONG = (("vendor", WAYS[0][1], (0,)), ("sync", WAYS[2][1], (0, 4)))
EVENTS = {0.0: 100_000, 5.0: 50_000, 30.0: 40_000}
"""How many, by milliseconds of latency: fewer where each page takes longer."""


def measure(way: str, prefetch: int, events: int, latency: float) -> dict[str, Any]:
    """One listing against a server of its own."""
    server = subprocess.Popen([sys.executable, "-m", "bench.loopback_scf", str(events), str(latency)], stdout=subprocess.PIPE, text=True)  # noqa: S603
    try:
        port = server.stdout.readline().strip() if server.stdout else ""
        command = [sys.executable, "-m", "bench.listers", way, f"http://127.0.0.1:{port}", str(prefetch)]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603 - our own module
    finally:
        server.terminate()
        server.wait()
        if server.stdout:
            server.stdout.close()
    result: dict[str, Any] = json.loads(done.stdout)
    if result["events"] != events:
        sys.exit(f"{way} gave {result['events']} of {events} events")
    return result


def main(arguments: list[str]) -> int:
    """Measure, print, and write the page."""
    parser = argparse.ArgumentParser(prog="python -m bench pages")
    parser.add_argument("--whole", type=int, default=1_000_000, help="events of the one long listing, without latency")
    parser.add_argument("--part", type=float, default=1.0, help="part of the events of the others to list, for a quick look")
    parser.add_argument("--write", type=Path, help="page to write the result into")
    options = parser.parse_args(arguments)
    with_vendor = find_spec("tencentcloud") is not None
    rows = [_setting(), ""]
    head = ["latency", "way", "prefetch", "events", "seconds", "pages/s", "times one by one", "CPU µs an event"]
    head += ["MB at 10,000", "MB at the end", "peak", "load"]
    rows += ["".join(f"| {name} " for name in head) + "|", "|---" * len(head) + "|"]
    plan = [(options.whole, 0.0, LONG), *((int(events * options.part), latency, WAYS) for latency, events in EVENTS.items())]
    for events, latency, ways in plan:
        for way, title, prefetches in ways:
            alone = None
            for prefetch in prefetches:
                if not events or (way == "vendor" and not with_vendor):
                    continue
                one = measure(way, prefetch, events, latency / 1000)
                rate = events / PAGE / one["seconds"]
                alone = rate if not prefetch else alone
                times = f"{rate / alone:.1f}" if prefetch and alone else ""
                rows.append(
                    f"| {latency:g} ms | {title} | {prefetch or ''} | {events:,} | {one['seconds']:.1f} | {rate:.0f} | {times} "
                    f"| {one['cpu'] / events * 1e6:.1f} | {one['early']:.0f} | {one['late']:.0f} | {one['peak']:.0f} "
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
