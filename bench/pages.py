"""Whole listings over loopback, beside a hand-written loop over the vendor's SDK.

`python -m bench pages [--whole 1000000] [--events 50000] [--write docs/paging.md]`. The throttle is off; each listing runs in a
process of its own against a server in another; the vendor's SDK comes from the group `bench`.
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
    ("sync", "`paginate`, threads", (0, 1, 4, 16)),
    ("async", "`paginate`, event loop", (1, 4, 16)),
)


LONG = (("vendor", WAYS[0][1], (0,)), ("sync", WAYS[2][1], (0, 4)))


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
    parser.add_argument("--events", type=int, default=50_000, help="events of every other one")
    parser.add_argument("--latency", type=float, nargs="*", default=[0.0, 5.0, 30.0], help="milliseconds that each answer is held back")
    parser.add_argument("--write", type=Path, help="page to write the result into")
    options = parser.parse_args(arguments)
    with_vendor = find_spec("tencentcloud") is not None
    rows = [_setting(), ""]
    rows += ["| latency | way | prefetch | events | seconds | pages/s | CPU µs an event | memory at 10,000 events | at the end | peak |"]
    rows += ["|---|---|---|---|---|---|---|---|---|---|"]
    plan = [(options.whole, 0.0, LONG), *((options.events, latency, WAYS) for latency in options.latency)]
    for events, latency, ways in plan:
        for way, title, prefetches in ways:
            for prefetch in prefetches:
                if not events or (way == "vendor" and not with_vendor):
                    continue
                one = measure(way, prefetch, events, latency / 1000)
                rows.append(
                    f"| {latency:g} ms | {title} | {prefetch or ''} | {events:,} | {one['seconds']:.1f} "
                    f"| {events / PAGE / one['seconds']:.0f} | {one['cpu'] / events * 1e6:.1f} "
                    f"| {one['early']:.0f} MB | {one['late']:.0f} MB | {one['peak']:.0f} MB |"
                )
                print(rows[-1], flush=True)
    text = "\n".join(rows)
    if options.write:
        replace_section(options.write, "pages", text)
    return 0


def _setting() -> str:
    try:
        vendor = version("tencentcloud-sdk-python-scf")
    except PackageNotFoundError:
        vendor = "not installed"
    return (
        f"Python {platform.python_version()}, {os.cpu_count()} CPUs shared with the server and whatever else ran "
        f"(load {os.getloadavg()[0]:.1f} at the start). "
        f"tencentcloud-sdk-python-scf {vendor}. Pages of {PAGE}, counted as events / {PAGE}. "
        "The loop over the vendor's SDK has no prefetch."
    )
