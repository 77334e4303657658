"""Benchmark of fleets: 10,000 simulated members, and real processes on one Redis.

`python -m bench fleet` prints the tables; `--update docs/throttling.md` writes them into that file.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.throttle.lease_simulation import FleetSimulation, Weather
from tests.throttle.redis_server import RedisServer, engines
from tests.throttle.simulation import busiest_second

_BEGIN, _END = "<!-- begin: python -m bench fleet -->", "<!-- end: fleet -->"
_TRANSIT = 0.02


class Scenario(NamedTuple):
    """One simulation.

    Attributes:
        name: Name in the table.
        limit: Limit of the bucket.
        seconds: Length.
        weather: Faults.
    """

    name: str
    limit: int
    seconds: float
    weather: Weather = Weather()


def scenarios(members: int) -> Iterator[Scenario]:
    """Yield the simulations: each limit with and without faults."""
    churn = members / 1000
    bad = Weather(lost=0.05, stall=0.7, skew=30.0, arriving=churn, leaving=churn)
    for limit in (20, 200, 3000, 10_000):
        # Where a permit rotates among all members, fairness needs some rounds.
        yield Scenario("calm", limit, max(40.0, 3.2 * members / limit))
        yield Scenario("faults, store away 30 s", limit, 90.0, bad._replace(away=(30.0, 60.0)))


def simulate(members: int, scenario: Scenario) -> str:
    """Run one simulation; return its row."""
    one = FleetSimulation(members=members, limit=scenario.limit, weather=scenario.weather, transit=_TRANSIT)
    one.run(scenario.seconds)
    away = scenario.weather.away
    used = one.use(10, away[0] if away[0] > 0 else scenario.seconds)
    after = f"{one.use(away[1] + 5, scenario.seconds):.0%}" if away[0] > 0 else ""
    during = f"{one.use(away[0] + 5, away[1]):.0%}" if away[0] > 0 else ""
    fairness = f"{one.fairness():.3f}" if away[0] < 0 else ""
    cells = (f"{members:,}", f"{scenario.limit:,}", scenario.name, f"{scenario.seconds:.0f} s", one.busiest_second(), f"{used:.0%}")
    return _row((*cells, during, after, fairness, f"{one.operations_per_member():.2f}"))


def _row(cells: Sequence[object]) -> str:
    return "| " + " | ".join(map(str, cells)) + " |"


def real_processes(number: int, limit: int, seconds: float, engine: str) -> str:
    """Run real processes on one real server; return their row."""
    with RedisServer(engine) as server:
        command = [sys.executable, "-m", "bench.fleet_worker", server.url, str(limit), str(seconds), str(number)]
        workers = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(number)]  # noqa: S603
        for worker in workers:
            assert worker.stdout is not None  # noqa: S101
            worker.stdout.readline()
        for worker in workers:
            assert worker.stdin is not None  # noqa: S101
            worker.stdin.write("go\n")
            worker.stdin.flush()
        time.sleep(seconds)
        reports = [json.loads(worker.communicate(timeout=120)[0]) for worker in workers]
        commands = server.command("INFO", "commandstats").split(b"cmdstat_evalsha:calls=")[1].split(b",")[0]
    sent = [report["sent"] for report in reports]
    every = sorted(at for one in sent for at in one)
    start, end = every[0] + 5, every[-1]
    used = sum(1 for at in every if start <= at < end) / limit / (end - start)
    counts = [len(one) for one in sent]
    fairness = sum(counts) ** 2 / len(counts) / sum(one * one for one in counts)
    operations = int(commands) / number / seconds
    events = sum(report["events"] for report in reports)
    return _row((number, limit, f"{seconds:.0f} s", busiest_second(every), f"{used:.0%}", f"{fairness:.3f}", f"{operations:.2f}", events))


def main(arguments: Sequence[str]) -> None:
    """Run the benchmark: print the tables, and write them into the file of `--update`."""
    parser = argparse.ArgumentParser(prog="python -m bench fleet", description=__doc__)
    parser.add_argument("--members", type=int, default=10_000, help="members of each simulation")
    parser.add_argument("--processes", type=int, default=50, help="real processes; 0 for none")
    parser.add_argument("--seconds", type=float, default=60.0, help="length of the run of real processes")
    parser.add_argument("--update", type=Path, help="file whose marked part is replaced by the tables")
    options = parser.parse_args(arguments)
    lines: list[str] = []

    def show(line: str) -> None:
        lines.append(line)
        print(line, flush=True)

    fates = ("use while away", "use after", "fairness (Jain)", "store requests")
    heads: tuple[str, ...] = ("members", "limit", "run", "length", "most in a second", "use", *fates)
    show(_row(heads))
    show(_row(["---"] * len(heads)))
    for scenario in scenarios(options.members):
        show(simulate(options.members, scenario))
    engine = next(iter(engines().values()), "")
    if options.processes and engine:
        heads = ("processes", "limit", "length", "most in a second", "use", "fairness (Jain)", "store requests", "store events")
        show("")
        show(_row(heads))
        show(_row(["---"] * len(heads)))
        for limit in (20, 200):
            show(real_processes(options.processes, limit, options.seconds, engine))
    if options.update is not None:
        text = options.update.read_text(encoding="utf-8")
        before, rest = text.split(_BEGIN)
        after = rest.split(_END, 1)[1]
        options.update.write_text(before + _BEGIN + "\n" + "\n".join(lines) + "\n" + _END + after, encoding="utf-8")
