"""`python -m tests.generator.products`: every product version through the generator, as `docs/products.md`."""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from generator.convert.definitions import read_definitions
from generator.convert.source import read_source
from generator.product.installed import InstalledVersion, versions
from generator.spec.problems import SpecRefused

from .measure import SHARED, Row, measure_all, measured, package_of
from .report import document, write

ALWAYS_CHECKED = ("scf", "vpc")
CHECKED = 10


def main(arguments: list[str]) -> int:
    """Measure and write; 1 where anything is lost or refused, or the definitions are not at hand."""
    parser = argparse.ArgumentParser(prog="python -m tests.generator.products", description=main.__doc__)
    parser.add_argument("--only", metavar="NAMES", help="short names, parted by commas (default: all)")
    parser.add_argument("--output", type=Path, metavar="FILE", help="where the page goes (default: standard output)")
    parser.add_argument("--rows", type=Path, metavar="FILE", help="keeps what is done, so that a run that was stopped goes on")
    parser.add_argument("--workers", type=int, default=min(os.cpu_count() or 1, 4), help="processes (default: %(default)s)")
    parser.add_argument("--mypy", action="store_true", help=f"check {CHECKED} of them by mypy --strict, too")
    args = parser.parse_args(arguments)
    try:
        found = versions()
    except SpecRefused as refused:
        sys.stderr.write(f"{refused}\n")
        return 1
    wanted = [row for row in found if args.only is None or row.service in args.only.split(",")]
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        # The largest first, so that no worker is left with one at the end.
        wanted.sort(key=lambda row: -(row.folder / "api.json").stat().st_size)
        for row in measure_all(wanted, work, workers=args.workers, rows=args.rows):
            rows.append(row)
            told = f"refused: {row.refused.splitlines()[0]}" if row.refused else f"{row.actions} actions, {len(row.lost)} lost"
            sys.stderr.write(f"{len(rows)}/{len(wanted)} {row.name}: {told}, {sum(row.seconds.values()):.1f} s\n")
        checked = [(row.name, said(row, wanted, work)) for row in sample(rows)] if args.mypy else []
    write(args.output, document(rows, checked))
    return int(any(row.refused or row.lost for row in rows) or any(said != "no issues" for _, said in checked))


def sample(rows: Sequence[Row]) -> list[Row]:
    """Ten of them, always the same: SCF, VPC, the three with the most fields, and others by chance."""
    newest = {row.service: row for row in sorted(rows, key=lambda row: row.version)}
    largest = sorted(newest, key=lambda name: -newest[name].fields)[:3]
    others = sorted(newest.keys() - {*ALWAYS_CHECKED, *largest})
    random.Random("mypy").shuffle(others)
    names = dict.fromkeys([*(name for name in ALWAYS_CHECKED if name in newest), *largest, *others])
    return [newest[name] for name in list(names)[:CHECKED]]


def said(row: Row, installed: Sequence[InstalledVersion], work: Path) -> str:
    """What mypy says of one; emitted again where it is not there any more."""
    folder = work / row.service / row.version
    if not folder.exists():
        for version in installed:
            if version.version == row.version and read_definitions(read_source(version.folder)[0]).service == row.service:
                measured(version, work, keep=True)
    result = mypy(folder, row.service)
    sys.stderr.write(f"mypy --strict {row.name}: {result}\n")
    return result


def mypy(folder: Path, service: str) -> str:
    """What it says of an emitted package."""
    environment = {**os.environ, "MYPYPATH": f"{folder}{os.pathsep}{SHARED}"}
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "--config-file", os.devnull, "-p", package_of(service)]
    done = subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, check=False)
    return "no issues" if done.returncode == 0 else done.stdout.strip().splitlines()[-1]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
