"""`python -m tests.generator.products`: every product version through the users' own command, as `docs/products.md`."""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.convert.source import API
from generator.product.installed import InstalledVersion, of_product, versions
from generator.spec.problems import SpecRefused

from .comparison import RUNTIME, Requests, requests_of, sample
from .measure import ROOT, SHARED, After, Row, created, folder_of, measure_all, package_of
from .report import Checked, document, summary
from .state import State

ALWAYS_CHECKED = ("scf", "vpc")
CHECKED = 10
REQUESTS = 1000


def main(arguments: list[str]) -> int:
    """Run and report. Return 1 if a version fails, a fact is lost, a request differs, or no definitions are installed."""
    args = _parser().parse_args(arguments)
    whole = not args.names
    try:
        installed = versions()
        named = (row for name in args.names for row in of_product(name, installed))
        wanted = installed if whole else list(dict.fromkeys(named))
    except SpecRefused as refused:
        sys.stderr.write(f"{refused}\n")
        return 1
    started = time.monotonic()
    work = args.work.resolve()
    state = State(work)
    rows, requests = _measured(wanted, args, work, state)
    with_mypy = whole if args.mypy is None else args.mypy
    checked = list(_checked(rows, wanted, work, state, resume=args.resume)) if with_mypy else []
    output = args.output or (ROOT / "docs/products.md" if whole else None)
    if output is not None:
        output.write_text(document(rows, checked, requests), encoding="utf-8")
    print(*summary(rows, checked, requests), f"minutes: {(time.monotonic() - started) / 60:.1f}", sep="\n")
    wrong = any(row.failed or row.lost or row.outside for row in rows) or any(row.different for row in requests)
    return int(wrong or any(row.message != "no issues" for row in checked))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.generator.products", description=main.__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="products, all versions of each (default: all products)")
    parser.add_argument(
        "--jobs", type=int, default=min(os.cpu_count() or 1, 4), metavar="N", help="versions at a time (default: %(default)s)"
    )
    parser.add_argument("--resume", action="store_true", help="skip the versions that passed in the previous run")
    parser.add_argument("--output", type=Path, metavar="FILE", help="page with the results (default: docs/products.md for all products)")
    parser.add_argument("--work", type=Path, default=ROOT / "build/products", metavar="FOLDER", help="projects and results of the run")
    parser.add_argument(
        "--mypy", action=argparse.BooleanOptionalAction, help=f"check {CHECKED} products by mypy --strict (default: for all products)"
    )
    parser.add_argument(
        "--requests",
        type=int,
        metavar="N",
        help=f"compare the requests of N actions with the vendor's SDK (default: {REQUESTS} of all products)",
    )
    return parser


def _measured(wanted: Sequence[InstalledVersion], args: argparse.Namespace, work: Path, state: State) -> tuple[list[Row], list[Requests]]:
    """Return the rows of all versions, in part from the previous run."""
    count = args.requests if args.requests is not None else 0 if args.names else REQUESTS
    sampled = {_key(version): (version, actions) for version, actions in sample(wanted, count)}
    keys = {_key(version) for version in wanted}
    compared = {_key(row) for row in state.known(Requests)}

    def unfinished(row: Row) -> bool:
        return not args.resume or bool(row.failed) or (_key(row) in sampled and _key(row) not in compared)

    # One wheel has all versions of a product, so all are measured again.
    repeated = {row.service for row in state.known(Row) if _key(row) in keys and unfinished(row)}
    # Rows of other products stay for the next run of all.
    rows: list[Row] = [row for row in state.discard(Row, lambda row: row.service in repeated) if _key(row) in keys]
    done = {_key(row) for row in rows}
    requests: list[Requests] = state.discard(Requests, lambda row: _key(row) in keys - done)
    requests = [row for row in requests if _key(row) in sampled]

    def comparison(version: InstalledVersion, actions: Sequence[str]) -> After:
        def after(folder: Path, package: str) -> None:
            row = requests_of(version, actions, folder, package)
            requests.append(row)
            state.add(row)

        return after

    after = {key: comparison(version, actions) for key, (version, actions) in sampled.items()}
    products: dict[str, list[InstalledVersion]] = {}
    for version in wanted:
        if _key(version) not in done:
            products.setdefault(version.service, []).append(version)
    # The largest first, so that no job is alone with one at the end.
    pending = sorted(products.values(), key=lambda rows: -sum((row.folder / API).stat().st_size for row in rows))
    for number, row in enumerate(measure_all(pending, work, jobs=args.jobs, after=after), start=len(rows) + 1):
        rows.append(row)
        state.add(row)
        message = f"{row.failed} failed: {'; '.join(row.reasons[:3])}" if row.failed else f"{row.tests} tests passed"
        sys.stderr.write(f"{number}/{len(wanted)} {row.name}: {message}, {sum(row.seconds.values()):.1f} s\n")
    return rows, requests


def _key(row: InstalledVersion | Row | Requests | Checked) -> tuple[str, str]:
    return row.service, row.version


def _checked(rows: Sequence[Row], wanted: Sequence[InstalledVersion], work: Path, state: State, *, resume: bool) -> Iterator[Checked]:
    known = {_key(row): row for row in state.discard(Checked, lambda row: not resume or row.message != "no issues")}
    defaults = {version.service: version.version for version in reversed(wanted)}
    for row in to_check([row for row in rows if row.version == defaults[row.service]]):
        if _key(row) in known:
            yield known[_key(row)]
            continue
        [version] = [version for version in wanted if _key(version) == _key(row)]
        created(version, work)
        checked = Checked(row.service, row.version, mypy(folder_of(version, work) / "generated", package_of(version, version)))
        state.add(checked)
        sys.stderr.write(f"mypy --strict {row.name}: {checked.message}\n")
        yield checked


def to_check(rows: Sequence[Row]) -> list[Row]:
    """Return ten default versions, the same in every run: SCF, VPC, the three with the most fields, and a seeded choice."""
    products = {row.service: row for row in rows}
    largest = sorted(products, key=lambda name: -products[name].fields)[:3]
    others = sorted(products.keys() - {*ALWAYS_CHECKED, *largest})
    random.Random("mypy").shuffle(others)
    names = dict.fromkeys([*(name for name in ALWAYS_CHECKED if name in products), *largest, *others])
    return [products[name] for name in list(names)[:CHECKED]]


def mypy(folder: Path, package: str) -> str:
    """Return the last line of mypy's report on a generated package."""
    # mypy finds installed packages itself and refuses site-packages in this variable.
    sources = [path for path in (SHARED, RUNTIME) if path.name != "site-packages"]
    environment = {**os.environ, "MYPYPATH": os.pathsep.join(map(str, (folder, *sources)))}
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "--config-file=", "-p", package]
    done = subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, check=False)
    return "no issues" if done.returncode == 0 else (done.stdout + done.stderr).strip().splitlines()[-1]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
