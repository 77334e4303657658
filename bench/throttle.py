"""Benchmark of the throttle against a counting server: arrivals in any second, refusals, use of the limit, cost of a slot.

`python -m bench throttle` prints the tables; `--update docs/throttling.md` writes them into that file.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

from bench.acquire import costs
from bench.counting_server import LIMIT, Count, CountingServer
from bench.hosts import Hosts, available
from tests.throttle.redis_server import RedisServer, engines

_BEGIN, _END = "<!-- begin: python -m bench throttle -->", "<!-- end -->"
_AT_ONCE = 2
_JITTERS = (0.0, 0.04, 0.1, 0.2)


class Load(NamedTuple):
    """Load of one run.

    Attributes:
        name: Name in the table.
        options: Options of each worker.
        workers: Number of processes.
        store: Store of the limits: empty, `file`, `redis`, or `hosts` for Redis and hosts in network namespaces.
        stall: Stall of 0.7 s: `loop`, `interpreter` or `process`; clock steps: `clock`; or a fault of the server: `flush`,
            `kill`, `freeze`.
    """

    name: str
    options: dict[str, Any]
    workers: int = 1
    store: str = ""
    stall: str = ""


LOADS = (
    Load("1 thread", {"threads": 1}),
    Load("16 threads", {"threads": 16}),
    Load("200 tasks", {"tasks": 200, "loops": 1}),
    Load("8 threads and 8 tasks on 2 loops", {"threads": 8, "tasks": 8, "loops": 2}),
    Load("4 processes x 8 threads, FileStore", {"threads": 8}, 4, "file"),
    Load("4 processes x 8 threads, RedisStore", {"threads": 8}, 4, "redis"),
    Load("3 hosts x 8 threads, RedisStore, clocks off by seconds", {"threads": 8}, 3, "hosts"),
)
STALLS = (
    Load("200 tasks, loop stalls 0.7 s", {"tasks": 200, "loops": 1}, stall="loop"),
    Load("16 threads, interpreter stalls 0.7 s", {"threads": 16}, stall="interpreter"),
    Load("16 threads, clock set an hour ahead and back", {"threads": 16}, stall="clock"),
    Load("4 processes x 8 threads, FileStore, one stopped 0.7 s", {"threads": 8}, 4, "file", "process"),
    Load("4 processes x 8 threads, RedisStore, one stopped 0.7 s", {"threads": 8}, 4, "redis", "process"),
    Load("4 processes x 8 threads, Redis is flushed", {"threads": 8}, 4, "redis", "flush"),
    Load("4 processes x 8 threads, Redis is killed, and starts again after 6 s", {"threads": 8}, 4, "redis", "kill"),
    Load("4 processes x 8 threads, Redis is frozen for 6 s", {"threads": 8}, 4, "redis", "freeze"),
)


class Result(NamedTuple):
    """Result of one run."""

    load: Load
    jitter: float
    counted: Count
    calls: list[int]
    longest: float
    slowest_request: float
    outages: int
    errors: list[str]


def run(load: Load, jitter: float, seconds: float, engine: str, begin: Callable[[], object]) -> Result:
    """Run the load against a server of its own, once `begin` returns."""
    with ExitStack() as stack:
        hosts = stack.enter_context(Hosts(load.workers)) if load.store == "hosts" else None
        address = "127.0.0.1" if hosts is None else hosts.address
        server = stack.enter_context(CountingServer(jitter=jitter, host=address))
        options = load.options | {"url": server.url, "seconds": seconds, "stall": load.stall, "processes": load.workers}
        if load.store == "file":
            options["folder"] = stack.enter_context(tempfile.TemporaryDirectory())
        redis = None
        if load.store in {"redis", "hosts"}:
            redis = stack.enter_context(RedisServer(engine, host=address))
            options["redis"] = redis.url
        workers = []
        for number in range(load.workers):
            command = [sys.executable, "-m", "bench.worker", json.dumps(options | ({"skew": 7.3 * number} if hosts else {}))]
            command = command if hosts is None else hosts.command(number, command)
            workers.append(subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=os.environ))  # noqa: S603
        for worker in workers:
            assert worker.stdout is not None  # noqa: S101
            worker.stdout.readline()  # "ready": imports are no part of the run
        begin()
        for worker in workers:
            assert worker.stdin is not None  # noqa: S101
            worker.stdin.write("go\n")
            worker.stdin.flush()
        if load.stall == "process":
            time.sleep(4.0)
            workers[0].send_signal(signal.SIGSTOP)
            time.sleep(0.7)
            workers[0].send_signal(signal.SIGCONT)
        if redis is not None and load.stall in {"flush", "kill", "freeze"}:
            time.sleep(5.0)
            getattr(redis, load.stall)()
            time.sleep(6.0)
            {"flush": redis.flush, "kill": redis.start, "freeze": redis.thaw}[load.stall]()
        reports = [json.loads(worker.communicate(timeout=seconds + 120)[0]) for worker in workers]
        return Result(
            load,
            jitter,
            server.stop(),
            [calls for report in reports for calls in report["calls"]],
            max(report["longest"] for report in reports),
            max(report["slowest_request"] for report in reports),
            sum(report["outages"] for report in reports),
            [error for report in reports for error in report["errors"]],
        )


def runs(seconds: float, wanted: Callable[[Load], bool]) -> Iterator[Result]:
    """Yield the results of all runs, some at a time."""
    engine = next(iter(engines().values()), "")
    cells = [(load, jitter) for load in LOADS for jitter in _JITTERS] + [(load, 0.04) for load in STALLS]
    cells = [(load, jitter) for load, jitter in cells if wanted(load)]
    cells = [cell for cell in cells if (engine or cell[0].store not in {"redis", "hosts"}) and (cell[0].store != "hosts" or available())]
    while cells:
        # There is one bridge, so hosts run alone; the other runs begin together, so that no start disturbs a measurement.
        number = 1 if cells[0][0].store == "hosts" else _AT_ONCE
        batch = [cell for cell in cells[:number] if (cell[0].store == "hosts") == (number == 1)]
        del cells[: len(batch)]
        barrier = threading.Barrier(len(batch))
        with ThreadPoolExecutor(len(batch)) as pool:
            yield from pool.map(lambda cell, begin=barrier.wait: run(cell[0], cell[1], seconds, engine, begin), batch)


def _row(cells: Sequence[object]) -> str:
    return "| " + " | ".join(map(str, cells)) + " |"


def table(results: Iterator[Result]) -> Iterator[str]:
    """Yield the results as a Markdown table, line by line."""
    heads = ("callers", "jitter", "calls", "most in a second", "refusals", "use of the limit", "calls a caller", "longest wait")
    yield _row((*heads, "slowest store request", "store outages", "errors"))
    yield _row(["---"] * (len(heads) + 3))
    for load, jitter, count, calls, longest, slowest_request, outages, errors in results:
        counts = (len(count.arrivals), count.busiest_second, count.refusals, f"{count.use():.1%}", f"{min(calls)} to {max(calls)}")
        waits = (f"{longest:.2f} s", f"{slowest_request * 1000:.0f} ms" if load.store else "", outages if load.store else "", len(errors))
        yield _row((load.name, f"{jitter * 1000:.0f} ms", *counts, *waits))


def main(arguments: Sequence[str]) -> None:
    """Run the benchmark: print the tables, and write them into the file of `--update`."""
    parser = argparse.ArgumentParser(prog="python -m bench throttle", description=__doc__)
    parser.add_argument("--seconds", type=float, default=30.0, help="length of each run")
    parser.add_argument("--only", default="", help="run only loads whose name contains this text")
    parser.add_argument("--update", type=Path, help="file whose marked part is replaced by the tables")
    options = parser.parse_args(arguments)
    lines: list[str] = []

    def show(line: str) -> None:
        lines.append(line)
        print(line, flush=True)

    machine = f"{os.cpu_count()} processors, load average {os.getloadavg()[0]:.1f} at the start, Python {sys.version.split()[0]}"
    show(f"Limit {LIMIT} a second, {options.seconds:g} s a run, {_AT_ONCE} runs at a time on {machine}.")
    show("")
    for line in table(runs(options.seconds, lambda load: options.only in load.name)):
        show(line)
    if not options.only:
        show("")
        for line in costs():
            show(line)
    if options.update is not None:
        text = options.update.read_text(encoding="utf-8")
        before, rest = text.split(_BEGIN)
        after = rest.split(_END, 1)[1]
        options.update.write_text(before + _BEGIN + "\n" + "\n".join(lines) + "\n" + _END + after, encoding="utf-8")
