"""Command `products-release`: release the wheels of many products, each with its own version."""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from ..emit.errors import EmitError
from ..emit.toolchain import check_parser
from ..product.installed import InstalledVersion, versions
from ..release.index import IndexReadError
from ..spec.problems import Problem, SpecRefused
from .inputs import definitions_label, inputs_digest
from .progress import ReleaseProgress, summary
from .published import PublishedWheels
from .release import ReleaseOutcome, ReleaseRow, Task, release_product
from .run_state import RunState, locked
from .settings import ReleaseSettings

_INTERRUPTED: Final = 130
_PER_POOL: Final = 100
"""Products of one pool, whose processes then end and free their memory. `max_tasks_per_child` may hang in Python 3.11."""
_ENVIRONMENT: Final = ("TWINE_REPOSITORY_URL", "TWINE_CHECK_URL", "TWINE_USERNAME", "TWINE_PASSWORD")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("names", nargs="*", metavar="NAME", help="products to release, such as cvm")
    parser.add_argument("--all", action="store_true", help="all products of the settings, also those without a change of their inputs")
    parser.add_argument("--changed", action="store_true", help="products whose definitions, settings, overlays or generator changed")
    parser.add_argument("--check", action="store_true", help="dry run: build and test, upload nothing")
    parser.add_argument(
        "--allow-older", action="store_true", help="accept older definitions or an older tencentkit than the released wheels"
    )
    parser.add_argument("--config", type=Path, default=Path("products.toml"), metavar="FILE", help="settings (default: %(default)s)")
    parser.add_argument("--definitions", type=Path, metavar="FOLDER", help="folder tccli/services (default: the installed package)")
    parser.add_argument("--jobs", type=int, default=min(os.cpu_count() or 1, 4), metavar="N", help="processes (default: %(default)s)")
    parser.add_argument("--json", action="store_true", help="print one JSON object for each product instead of the table")
    parser.epilog = (
        "Reads the settings of the index from TWINE_REPOSITORY_URL, TWINE_CHECK_URL, TWINE_USERNAME and TWINE_PASSWORD. "
        "After an interruption or a failure, the same command continues. Exit code: 0, 1 after a failure, 130 after an interruption."
    )
    parser.set_defaults(parser=parser)


def run(args: argparse.Namespace) -> int:
    """Release the products. Return 0, or 1 if one failed."""
    if bool(args.names) + args.all + args.changed != 1:
        args.parser.error("set one of NAME, --all and --changed")
    if not args.check and (missing := [name for name in _ENVIRONMENT if not os.environ.get(name)]):
        args.parser.error(f"missing environment variables: {', '.join(missing)}; or set --check for a dry run")
    try:
        check_parser()
        settings = ReleaseSettings.read(args.config)
        with locked(settings.work):
            return _run(args, settings)
    except (SpecRefused, EmitError, IndexReadError) as error:
        sys.stderr.write(f"{error}\n")
        return 1


def _run(args: argparse.Namespace, settings: ReleaseSettings) -> int:
    installed = versions(args.definitions or settings.definitions)
    core = _core(settings, is_check=args.check)
    label = definitions_label(installed[0].folder.parents[1]) if installed else ""
    state = RunState(settings.work, "" if args.check else os.environ["TWINE_CHECK_URL"])
    tasks = [
        Task(
            product,
            tuple(sources),
            inputs_digest(product, sources, core),
            label,
            settings.work,
            is_check=args.check,
            compares_inputs=args.changed,
            allows_older=args.allow_older,
        )
        for product, sources in settings.choose(installed, args.names)
    ]
    selection = " ".join(sorted(args.names)) or ("all" if args.all else "changed")
    continued = state.begin(selection)
    latest = state.latest() if args.changed and not args.check else {}
    rows, pending = [], []
    for task in tasks:
        known = continued.get(task.settings.name) or latest.get(task.settings.name)
        # `publish` may have become true since.
        is_missing = known is not None and known.outcome == ReleaseOutcome.BUILT and task.settings.publish and not args.check
        if known is not None and known.is_done and known.inputs == task.inputs and not is_missing:
            is_new = task.settings.name in continued
            rows.append(known if is_new else ReleaseRow(known.name, known.inputs, ReleaseOutcome.UNCHANGED, known.version, known.version))
        else:
            pending.append(task)
    if continued:
        sys.stderr.write(f"continuing the previous run: {len(rows)} of {len(tasks)} products are done\n")
    # The largest first, so that no process is alone with one at the end.
    pending.sort(key=lambda task: -sum(_size(row) for row in task.sources))
    try:
        with ReleaseProgress(len(pending)) as progress:
            for row in _released(pending, args.jobs):
                rows.append(row)
                state.add(row)
                progress.show(row)
    except KeyboardInterrupt:
        sys.stderr.write("interrupted; the same command continues\n")
        return _INTERRUPTED
    failed = any(not row.is_done for row in rows)
    if not failed:
        state.finish()
    if args.json:
        sys.stdout.writelines(json.dumps(row.to_dict(), ensure_ascii=False) + "\n" for row in sorted(rows, key=lambda row: row.name))
    else:
        sys.stdout.writelines(f"{line}\n" for line in summary(rows))
        if failed:
            sys.stdout.write(f"details: {settings.work / 'logs'}\n")
    return int(failed)


def _core(settings: ReleaseSettings, *, is_check: bool) -> str:
    """Return the version of the core. Raise `SpecRefused` if the index does not have it: no product could be installed."""
    # Import after the check of the parser.
    from ..product.project import CoreRange

    core = CoreRange.current().lowest
    if not is_check and core not in PublishedWheels.from_environment(settings.work / "wheels").find("tencentkit").versions:
        raise SpecRefused(
            "tencentkit", [Problem("", f"the index does not have version {core}, which the products require; run: nox -s release")]
        )
    return core


def _size(row: InstalledVersion) -> int:
    return sum(path.stat().st_size for path in row.folder.glob("*.json"))


def _released(tasks: Sequence[Task], jobs: int) -> Iterator[ReleaseRow]:
    """Yield the row of each task as it ends, from this process for one job, otherwise from a pool."""
    if jobs <= 1 or len(tasks) <= 1:
        yield from map(release_product, tasks)
        return
    pending = list(tasks)
    while pending:
        try:
            for row in _pooled(pending[:_PER_POOL], jobs):
                pending = [task for task in pending if task.settings.name != row.name]
                yield row
        except BrokenProcessPool:
            # The operating system killed a process, for want of memory for example. One of the first tasks was the cause.
            yield from _alone(pending[:jobs])
            pending = pending[jobs:]


def _alone(tasks: Sequence[Task]) -> Iterator[ReleaseRow]:
    """Yield the row of each task, each in a process of its own, which may be killed."""
    for task in tasks:
        try:
            yield from _pooled([task], 1)
        except BrokenProcessPool:
            yield ReleaseRow(
                task.settings.name, task.inputs, ReleaseOutcome.FAILED, failed="process", reasons=["the operating system ended the process"]
            )


def _pooled(tasks: Sequence[Task], jobs: int) -> Iterator[ReleaseRow]:
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_ignore_interrupts)
    futures: set[Future[ReleaseRow]] = {pool.submit(release_product, task) for task in tasks}
    try:
        while futures:
            done, futures = wait(futures, return_when=FIRST_COMPLETED)
            for future in done:
                yield future.result()
    except KeyboardInterrupt:
        for future in futures:
            future.cancel()
        sys.stderr.write("\ninterrupted; waiting for the products in progress\n")
        for future in futures:
            if not future.cancelled():
                yield future.result()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _ignore_interrupts() -> None:
    """Let the processes of the pool finish their products after Ctrl-C, which the terminal sends to all."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
