"""`python -m tests.generator.products`: every product version through the generator, as `docs/products.md`."""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.convert.definitions import read_definitions
from generator.convert.source import read_source
from generator.product.installed import InstalledVersion, versions
from generator.spec.problems import SpecRefused

from .comparison import Requests, measure_requests, sample
from .measure import SHARED, Row, measure_all, measured, package_of
from .report import Checked, document, write
from .state import State

ALWAYS_CHECKED = ("scf", "vpc")
CHECKED = 10


def main(arguments: list[str]) -> int:
    """Measure and write; 1 where anything is lost, refused or different, or the definitions are not at hand."""
    parser = argparse.ArgumentParser(prog="python -m tests.generator.products", description=main.__doc__)
    parser.add_argument("--only", metavar="NAMES", help="short names, parted by commas (default: all)")
    parser.add_argument("--output", type=Path, metavar="FILE", help="where the page goes (default: standard output)")
    parser.add_argument("--state", type=Path, metavar="FOLDER", help="keeps what is done, so that a run that was stopped goes on")
    parser.add_argument("--workers", type=int, default=min(os.cpu_count() or 1, 4), help="processes (default: %(default)s)")
    parser.add_argument("--mypy", action="store_true", help=f"check {CHECKED} of them by mypy --strict, too")
    parser.add_argument("--requests", type=int, default=0, metavar="N", help="compare the requests of N actions with the vendor's SDK's")
    args = parser.parse_args(arguments)
    try:
        found = versions()
    except SpecRefused as refused:
        sys.stderr.write(f"{refused}\n")
        return 1
    wanted = [row for row in found if args.only is None or row.service in args.only.split(",")]
    state = State(args.state)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        rows = list(_rows(wanted, work, state, args.workers))
        checked = list(_checked(rows, wanted, work, state)) if args.mypy else []
        requests = list(_requests(wanted, args.requests, work, state, args.workers))
    write(args.output, document(rows, checked, requests))
    wrong = any(row.refused or row.lost or row.outside for row in rows) or any(row.different for row in requests)
    return int(wrong or any(row.said != "no issues" for row in checked))


def _rows(wanted: list[InstalledVersion], work: Path, state: State, workers: int) -> Iterator[Row]:
    known = {(row.service, row.version): row for row in state.known(Row)}
    yield from known.values()
    # The largest first, so that no worker is left with one at the end.
    left = sorted(
        (version for version in wanted if key_of(version) not in known), key=lambda row: -(row.folder / "api.json").stat().st_size
    )
    for number, row in enumerate(measure_all(left, work, workers=workers), start=len(known) + 1):
        state.keep(row)
        told = f"refused: {row.refused.splitlines()[0]}" if row.refused else f"{row.actions} actions, {len(row.lost)} lost"
        sys.stderr.write(f"{number}/{len(wanted)} {row.name}: {told}, {sum(row.seconds.values()):.1f} s\n")
        yield row


def key_of(version: InstalledVersion) -> tuple[str, str]:
    """Product and version; a few folders have another name than their product."""
    return read_definitions(read_source(version.folder)[0]).service, version.version


def _checked(rows: Sequence[Row], wanted: Sequence[InstalledVersion], work: Path, state: State) -> Iterator[Checked]:
    known = {(row.service, row.version): row for row in state.known(Checked)}
    for row in to_check(rows):
        if (row.service, row.version) in known:
            yield known[row.service, row.version]
            continue
        [version] = [version for version in wanted if version.version == row.version and key_of(version)[0] == row.service]
        measured(version, work, keep=True)
        checked = Checked(row.service, row.version, mypy(work / row.service / row.version, row.service))
        state.keep(checked)
        sys.stderr.write(f"mypy --strict {row.name}: {checked.said}\n")
        yield checked


def to_check(rows: Sequence[Row]) -> list[Row]:
    """Ten of them, always the same: SCF, VPC, the three with the most fields, and others by chance."""
    newest = {row.service: row for row in sorted(rows, key=lambda row: row.version)}
    largest = sorted(newest, key=lambda name: -newest[name].fields)[:3]
    others = sorted(newest.keys() - {*ALWAYS_CHECKED, *largest})
    random.Random("mypy").shuffle(others)
    names = dict.fromkeys([*(name for name in ALWAYS_CHECKED if name in newest), *largest, *others])
    return [newest[name] for name in list(names)[:CHECKED]]


def mypy(folder: Path, service: str) -> str:
    """What it says of an emitted package."""
    environment = {**os.environ, "MYPYPATH": f"{folder}{os.pathsep}{SHARED}"}
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "--config-file", os.devnull, "-p", package_of(service)]
    done = subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, check=False)
    return "no issues" if done.returncode == 0 else done.stdout.strip().splitlines()[-1]


def _requests(wanted: Sequence[InstalledVersion], count: int, work: Path, state: State, workers: int) -> Iterator[Requests]:
    known = {(row.service, row.version): row for row in state.known(Requests)}
    chosen = sample(wanted, count)
    yield from (known[key] for version, _ in chosen if (key := key_of(version)) in known)
    left = [(version, actions) for version, actions in chosen if key_of(version) not in known]
    for row in measure_requests(left, work, workers=workers):
        state.keep(row)
        sys.stderr.write(f"requests of {row.service} {row.version}: {row.equal} of {row.actions} equal\n")
        yield row


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
