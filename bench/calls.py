"""Compare tencentkit with the vendor's SDK, botocore, bare httpx and a hand-written minimal client, against a server on loopback.

`python -m bench calls [--quick] [--no-counts] [--json FILE] [--write docs/performance.md]`. Every contender has its own process.
They run in turn, so that other load on the machine affects all of them. If installed, callgrind counts instructions and strace
counts system calls.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import ssl
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bench.calls_contenders import CONTENDERS
from bench.calls_counts import Counts
from bench.calls_page import written
from bench.calls_parts import PARTS
from bench.calls_server import CallsServer, Door
from bench.calls_starts import starts

ALL = CONTENDERS | PARTS
SYNC = tuple(name for name, one in CONTENDERS.items() if not one.is_async and not one.anew)
ASYNC = tuple(name for name, one in CONTENDERS.items() if one.is_async)
ANEW = tuple(name for name, one in CONTENDERS.items() if one.anew)


class Bench:
    """One benchmark run, with its results.

    Args:
        quick: Make only a tenth of the calls.
        environment: Environment of every process.
        tls: Certificate and key of the server.
    """

    def __init__(self, *, quick: bool, environment: dict[str, str], tls: str) -> None:
        self.quick = quick
        self.environment = environment
        self.tls = tls
        self.result: dict[str, Any] = {}

    def door(self, name: str, *, events: int = 2, latency: float = 0.0, tls: bool = False) -> Door:
        """Return the port that the contender calls."""
        return Door(events, latency, self.tls if tls else "", ALL[name].botocore)

    def speeds(self, title: str, names: Iterable[str], *, calls: int, at_once: int = 1, **door: Any) -> None:
        """Run the named contenders in turn; record the median and the spread of the time of a call."""
        names = [name for name in names if find_spec(ALL[name].needs)]
        doors = {name: self.door(name, **door) for name in names}
        calls = max(calls // 10, 2 * at_once) if self.quick else calls
        with CallsServer(sorted(set(doors.values()))) as server:
            workers = {name: self._worker(name, server.urls[doors[name]], doors[name].events) for name in names}
            seen: dict[str, list[dict[str, float]]] = {name: [] for name in names}
            for number in range(4 if self.quick else 8):
                for name, worker in workers.items():
                    took = _measure(worker, {"calls": calls, "at_once": at_once})
                    if number:  # the first round warms up
                        seen[name].append(took)
            for worker in workers.values():
                worker.stdin.close()  # type: ignore[union-attr]
                worker.wait()
                worker.stdout.close()  # type: ignore[union-attr]
        rows = {}
        for name, rounds in seen.items():
            cpu = sorted(one["cpu"] for one in rounds)
            rows[name] = {
                "cpu": statistics.median(cpu),
                "least": cpu[0],
                "most": cpu[-1],
                "rate": statistics.median(one["rate"] for one in rounds),
                "resident": max(one["resident"] for one in rounds),
            }
            print(f"{title:32} {name:20} {rows[name]['rate']:10.0f} calls/s {rows[name]['cpu']:10.1f} us", flush=True)
        self.result.setdefault("speeds", {})[title] = rows

    def _worker(self, name: str, url: str, limit: int) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "bench.calls_worker", name, url, str(limit)]
        worker = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=self.environment)  # noqa: S603
        if worker.stdout is None or worker.stdout.readline() != "ready\n":
            sys.exit(f"the worker process of {name} did not start")
        return worker


def _measure(worker: subprocess.Popen[str], order: dict[str, int]) -> dict[str, float]:
    assert worker.stdin is not None  # noqa: S101
    assert worker.stdout is not None  # noqa: S101
    worker.stdin.write(json.dumps(order) + "\n")
    worker.stdin.flush()
    result: dict[str, float] = json.loads(worker.stdout.readline())
    return result


@contextmanager
def trusted() -> Iterator[tuple[str, dict[str, str]]]:
    """Yield a certificate for loopback, and an environment in which every contender trusts it."""
    import certifi
    import trustme

    with tempfile.TemporaryDirectory() as folder:
        authority = trustme.CA(key_type=trustme.KeyType.ECDSA)
        made = authority.issue_cert("127.0.0.1", "localhost", key_type=trustme.KeyType.ECDSA)
        server, bundle = Path(folder, "server.pem"), Path(folder, "bundle.pem")
        server.write_bytes(made.private_key_pem.bytes() + b"".join(blob.bytes() for blob in made.cert_chain_pems))
        bundle.write_bytes(Path(certifi.where()).read_bytes() + authority.cert_pem.bytes())
        names = ("REQUESTS_CA_BUNDLE", "SSL_CERT_FILE", "AWS_CA_BUNDLE")
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment |= dict.fromkeys(names, str(bundle))
        environment |= {"PYTHONHASHSEED": "0", "AWS_EC2_METADATA_DISABLED": "true"}
        yield str(server), environment


def setting() -> dict[str, str]:
    """Return the machine, the load and the versions of the run."""
    found = {
        "Python": platform.python_version(),
        "machine": f"{platform.machine()}, {os.cpu_count()} CPUs shared with the server and other load",
        "load at the start": f"{os.getloadavg()[0]:.1f}",
        "OpenSSL": ssl.OPENSSL_VERSION,
    }
    for package in (
        "tencentkit",
        "tencentcloud-sdk-python-common",
        "tencentcloud-sdk-python-scf",
        "botocore",
        "httpx",
        "httpx2",
        "httpcore",
        "h11",
        "attrs",
    ):
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "from the tree" if package == "tencentkit" else "not installed"
    return found


def main(arguments: list[str]) -> int:
    """Run the benchmark, print results, and write the page."""
    parser = argparse.ArgumentParser(prog="python -m bench calls", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of the calls, and fewer rounds")
    parser.add_argument("--no-counts", action="store_true", help="do not count instructions, which takes most of the time")
    parser.add_argument("--json", type=Path, help="file for the results")
    parser.add_argument("--write", type=Path, help="page for the tables; the plot is written into the same folder")
    parser.add_argument("--from", dest="earlier", type=Path, metavar="JSON", help="do not measure; write the page from earlier results")
    options = parser.parse_args(arguments)
    if options.earlier is not None:
        if options.write is None:
            parser.error("--from requires --write")
        written(json.loads(options.earlier.read_bytes()), options.write)
        return 0
    with trusted() as (certificate, environment):
        bench = Bench(quick=options.quick, environment=environment, tls=certificate)
        bench.result["setting"] = setting()
        bench.speeds("one at a time, 2 events", (*SYNC, *ASYNC), calls=200)
        bench.speeds("one at a time, 100 events", (*SYNC, *ASYNC), calls=100, events=100)
        bench.speeds("one at a time, TLS", (*SYNC, *ASYNC), calls=100, tls=True)
        bench.speeds("a client for each call, TLS", ANEW, calls=10, tls=True)
        for at_once, calls in ((16, 320), (100, 600)):
            for latency in (0.0, 0.005, 0.030):
                title = f"{at_once} at once, {latency * 1000:g} ms"
                bench.speeds(title, (*SYNC, *ASYNC) if at_once == 16 else ASYNC, calls=calls, at_once=at_once, latency=latency)
        bench.speeds("request to signed bytes", ("sign-vendor", "sign-ours"), calls=2000)
        bench.speeds("bytes to models, 2 events", ("read-vendor", "read-ours"), calls=2000)
        bench.speeds("bytes to models, 100 events", ("read-vendor", "read-ours"), calls=200, events=100)
        bench.speeds("a second client", ("client-vendor", "client-ours"), calls=500)
        bench.result["starts"] = starts(environment, tls=certificate, quick=options.quick, counting=not options.no_counts)
        bench.result["counts"] = {} if options.no_counts else Counts(environment).all((*SYNC, *ASYNC), tuple(PARTS))
    if options.json is not None:
        options.json.write_text(json.dumps(bench.result, indent=1) + "\n", encoding="utf-8")
    if options.write is not None:
        written(bench.result, options.write)
    return 0
