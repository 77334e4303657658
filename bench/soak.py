"""Soak test: many calls with random faults, from threads and tasks, against a server in another process.

Every response must belong to its request. Memory, sockets and threads must not grow, and no slot, token or connection may be lost.
`python -m bench soak --calls 1000000` distributes the calls over processes and writes docs/soak.md. Exit code 1 reports a failure.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import json
import multiprocessing
import os
import platform
import random
import sys
import threading
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NamedTuple

from bench.report import replace_section
from tencentkit import Credentials, Retry, Throttle
from tencentkit.errors import TencentkitError
from tencentkit.scf import AsyncClient, Client

FAULTS = float(os.environ.get("SOAK_FAULTS", "0.02"))
"""Share of the requests with a fault; the server's process reads it, too."""
WORKERS = 8
ROUNDS = 10
PAGE = Path(__file__).parents[1] / "docs" / "soak.md"
QUOTA = 10**9
GROWTH = 0.10
"""Allowed growth of memory after the first two rounds, which fill caches and pools."""


class Round(NamedTuple):
    """Resources in use after a part of the calls."""

    calls: int
    memory: float
    """Resident, in MB."""
    files: int
    threads: int
    seconds: float


class Soaked(NamedTuple):
    """Results of one process."""

    ends: Counter[str]
    wrong: list[str]
    """Responses to another request, and resources that were not released."""
    rounds: list[Round]


# The server -----------------------------------------------------------------------------------------------------------


def serve(pipe: Connection, seed: int) -> None:
    """Serve each request with its own name; inject faults at random."""
    asyncio.run(_serve(pipe, random.Random(seed)))


async def _serve(pipe: Connection, chance: random.Random) -> None:
    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = next(int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:"))
                name = json.loads(await reader.readexactly(length))["FunctionName"]
                if chance.random() < FAULTS and not _inject_fault(chance.randrange(8), name, writer):
                    break
                writer.write(_response(name))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    pipe.send(server.sockets[0].getsockname()[1])
    await asyncio.get_running_loop().run_in_executor(None, pipe.recv)
    server.close()


def _response(name: str, *, zipped: bool = False) -> bytes:
    body = json.dumps({"Response": {"TotalCount": 1, "EventList": [{"InvokeRequestId": name}], "RequestId": name}}).encode()
    body, more = (gzip.compress(body, 1), b"Content-Encoding: gzip\r\n") if zipped else (body, b"")
    return b"HTTP/1.1 200 OK\r\n%sContent-Length: %d\r\n\r\n%s" % (more, len(body), body)


def _inject_fault(kind: int, name: str, writer: asyncio.StreamWriter) -> bool:
    """Inject one fault; return whether the connection stays open."""
    refusal = b'{"Response": {"Error": {"Code": "%s", "Message": "m"}, "RequestId": "r"}}'
    foreign = _response("foreign")
    match kind:
        case 0:
            writer.transport.abort()
        case 1:
            writer.write(_response(name)[:-7])
        case 2:
            writer.write(b"HTTP/1.1 502 Bad\r\nContent-Length: 6\r\n\r\n<html>")
        case 3:
            body = refusal % b"InternalError"
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))
        case 4:
            writer.write(_response(name) + foreign)
        case 5:
            writer.write(b"SSH-2.0-OpenSSH\r\n")
        case 6:
            writer.write(_response(name, zipped=True)[:-3])
        case _:
            pass
    return False


# The clients ----------------------------------------------------------------------------------------------------------


class Tally:
    """Outcomes of the calls so far."""

    def __init__(self) -> None:
        self.ends: Counter[str] = Counter()
        self.wrong: list[str] = []
        self._lock = threading.Lock()

    def note(self, name: str, response: Any, error: TencentkitError | None) -> None:
        """Record one call: the requested name, and the response or error."""
        with self._lock:
            if error is not None:
                self.ends[type(error).__name__] += 1
            elif (response.request_id, response.event_list[0].invoke_request_id) == (name, name):
                self.ends["right"] += 1
            else:
                self.wrong.append(f"the response to {name} was that to {response.request_id}")


def _settings(port: int) -> dict[str, Any]:
    return {
        "region": "ap-guangzhou",
        "credentials": Credentials("id", "key"),
        "base_url": f"http://127.0.0.1:{port}",
        "throttle": Throttle(limits={"ListAsyncEvents": 100_000}, gap=0),  # no call waits for the limit, but each acquires a slot
        "retry": Retry(attempts=6, base=0.001, quota=QUOTA),
        "deadline": 30,
    }


def in_threads(client: Client, tally: Tally, start: int, calls: int) -> None:
    """Distribute `calls` over threads."""

    def work(first: int) -> None:
        for number in range(first, calls, WORKERS):
            name, error, response = f"s-{start + number}", None, None
            try:
                response = client.list_async_events(function_name=name)
            except TencentkitError as failed:
                error = failed
            tally.note(name, response, error)

    threads = [threading.Thread(target=work, args=(first,)) for first in range(WORKERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


async def in_tasks(client: AsyncClient, tally: Tally, start: int, calls: int) -> None:
    """Distribute `calls` over tasks; cancel every hundredth in flight."""

    async def work(first: int) -> None:
        for number in range(first, calls, WORKERS):
            name, error, response = f"a-{start + number}", None, None
            task = asyncio.ensure_future(client.list_async_events(function_name=name))
            if number % 100 == 0:
                await asyncio.sleep(0)
                task.cancel()
            try:
                response = await task
            except asyncio.CancelledError:
                tally.ends["cancelled"] += 1
                continue
            except TencentkitError as failed:
                error = failed
            tally.note(name, response, error)

    await asyncio.gather(*(work(first) for first in range(WORKERS)))


def _memory() -> float:
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE") / 1e6


def soak(calls: int, seed: int = 0) -> Soaked:
    """Make `calls` calls, half from threads and half from tasks, and record resources after each tenth."""
    ours, theirs = multiprocessing.get_context("spawn").Pipe()
    server = multiprocessing.get_context("spawn").Process(target=serve, args=(theirs, seed), daemon=True)
    server.start()
    port = ours.recv()
    tally, rounds, started = Tally(), [], time.monotonic()
    part = max(1, calls // ROUNDS // 2)
    client, asynchronous = Client(**_settings(port)), AsyncClient(**_settings(port))
    with client, asyncio.Runner() as runner:
        for number in range(ROUNDS):
            in_threads(client, tally, number * part, part)
            runner.run(in_tasks(asynchronous, tally, number * part, part))
            files = len(list(Path("/proc/self/fd").iterdir()))
            rounds.append(Round((number + 1) * part * 2, _memory(), files, threading.active_count(), time.monotonic() - started))
            print(f"process {seed}: {rounds[-1].calls:,} calls in {rounds[-1].seconds:.0f} s", file=sys.stderr, flush=True)
        lost = [*_lost(client), *_lost(asynchronous)]
        runner.run(asynchronous.aclose())
    ours.send(None)
    server.join(10)
    server.close()
    ours.close()
    theirs.close()
    return Soaked(tally.ends, tally.wrong + lost, rounds)


def _lost(client: Any) -> list[str]:
    """Return the resources that the calls of a client did not release."""
    name, pool = type(client).__name__, client._transport
    waiting = sum(state.waiting for state in client.throttle.state())
    left = client._settings.quota.left
    states = pool._states if isinstance(client, Client) else pool._loops
    in_flight = sum(each.slots_in_use() for each in states.values())
    return [
        *([f"{name}: {waiting} pending slots without a call"] if waiting else []),
        *([f"{name}: {QUOTA - left} tokens of the retry quota were lost"] if left < QUOTA - 14 * 6 * WORKERS else []),
        *([f"{name}: {in_flight} connections were not released"] if in_flight else []),
    ]


def faults_of(soaked: Soaked) -> list[str]:
    """Return the failed checks."""
    rounds = soaked.rounds
    settled = rounds[2:]
    grown = max(each.memory for each in settled) / rounds[1].memory - 1
    # Two pools, each with at most as many connections as workers.
    files = max(each.files for each in settled) - min(each.files for each in settled)
    return [
        *soaked.wrong[:10],
        *([f"memory grew by {grown:.0%}"] if grown > GROWTH else []),
        *([f"open files vary by {files}"] if files > 2 * WORKERS else []),
        *(["threads vary"] if len({each.threads for each in settled}) > 1 else []),
        *([] if soaked.ends["right"] > 0.9 * rounds[-1].calls else ["too few correct responses"]),
    ]


def report(all_soaked: Sequence[Soaked]) -> str:
    """Return the measured section of the page."""
    rounds = list(zip(*(each.rounds for each in all_soaked), strict=True))
    ends = sum((each.ends for each in all_soaked), Counter[str]())
    wrong = sum(len(each.wrong) for each in all_soaked)
    total, seconds = sum(each.calls for each in rounds[-1]), max(each.seconds for each in rounds[-1])
    summary = (
        f"{total:,} calls in {seconds / 60:.0f} minutes, {len(all_soaked)} processes with {WORKERS} threads and {WORKERS} tasks each, "
        f"Python {platform.python_version()}; {FAULTS:.0%} of the requests got a faulty response."
    )
    outcomes = (
        f"{', '.join(f'{count:,} {end}' for end, count in ends.most_common())}; {wrong} responses to another request, or slots, tokens or "
        "connections that were not released."
    )
    lines = [
        summary,
        "",
        outcomes,
        "",
        "| Calls | MB of each process | Open files | Threads |",
        "|---|---|---|---|",
    ]
    for row in rounds:
        cells = (" / ".join(f"{value:.1f}" for value in (each.memory for each in row)), *(
            " / ".join(str(getattr(each, name)) for each in row) for name in ("files", "threads")
        ))  # fmt: skip
        lines.append(f"| {sum(each.calls for each in row):,} | {' | '.join(cells)} |")
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m bench soak", description=__doc__)
    parser.add_argument("--calls", type=int, default=1_000_000)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--print", action="store_true", help="do not write docs/soak.md")
    options = parser.parse_args(arguments)
    seeds = range(options.seed, options.seed + options.processes)
    with ProcessPoolExecutor(options.processes, mp_context=multiprocessing.get_context("spawn")) as processes:
        all_soaked = list(processes.map(soak, repeat(options.calls // options.processes), seeds))
    text = report(all_soaked)
    print(text)
    if not options.print:
        replace_section(PAGE, "soak", text)
    faults = [fault for soaked in all_soaked for fault in faults_of(soaked)]
    print(*faults, sep="\n", file=sys.stderr)
    return 1 if faults else 0
