"""Every product version through convert, build, emit, import, and its examples: one row each."""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path

from generator.convert.command import convert
from generator.convert.definitions import read_definitions
from generator.convert.source import API, EXAMPLES, read_source
from generator.emit.emission import emit
from generator.emit.errors import EmitError
from generator.product.installed import InstalledVersion
from generator.product.skeleton import skeleton
from generator.spec.build import OVERLAY, RESULT, build
from generator.spec.document import Document
from generator.spec.facts import CONVERTED
from generator.spec.files import write_whole
from generator.spec.observations import KEY, documented_form
from generator.spec.problems import SpecRefused

SHARED = Path(__file__).parents[3] / "generated"
_INSPECTION = Path(__file__).with_name("inspection.py")


@dataclass(slots=True)
class Row:
    """One product version. Seconds are of processor time, its child processes included."""

    service: str
    version: str
    refused: str = ""
    actions: int = 0
    objects: int = 0
    fields: int = 0
    lost: list[str] = field(default_factory=list)
    examples: int = 0
    failed: list[str] = field(default_factory=list)
    errors: int = 0
    """Documented responses that are errors."""
    values: int = 0
    """Attributes of the models of all other responses."""
    seen: int = 0
    """Different fields among them."""
    outside: list[str] = field(default_factory=list)
    """Attributes whose value is outside of the annotated type."""
    observed: dict[str, int] = field(default_factory=dict)
    """Fields by the values that the examples have beside the documented type."""
    seconds: dict[str, float] = field(default_factory=dict)
    megabytes: int = 0
    """The most that one process held."""

    @property
    def name(self) -> str:
        """Product and version."""
        return f"{self.service} {self.version}"


def package_of(service: str) -> str:
    """Import name of what is emitted."""
    return f"tencentkit_{service}_api"


def measured(installed: InstalledVersion, work: Path, *, keep: bool) -> Row:
    """Take one product version all the way."""
    api, _ = read_source(installed.folder)
    service = read_definitions(api).service
    row = Row(service, installed.version)
    folder = work / service / installed.version
    spec = folder / "spec" / service / installed.version
    spec.mkdir(parents=True, exist_ok=True)
    try:
        with _timed(row, "convert"):
            converted = convert(installed.folder, service, installed.version)
            write_whole(spec / CONVERTED, converted.document)
            (spec / OVERLAY).write_text(skeleton(converted.document, CONVERTED), encoding="utf-8")
        with _timed(row, "build"):
            built = build(spec)
            write_whole(spec / RESULT, built)
        row.observed = observed(built)
        with _timed(row, "emit"):
            emit(spec / RESULT, folder, package_of(service))
    except (SpecRefused, EmitError) as refused:
        row.refused = str(refused)
        return row
    with _timed(row, "examples"):
        paths = [f"{folder}:{SHARED}", package_of(service), str(installed.folder / API), str(installed.folder / EXAMPLES)]
        done = subprocess.run([sys.executable, "-I", str(_INSPECTION), *paths], capture_output=True, text=True, check=False)
    if done.returncode:
        row.refused = done.stderr.strip().splitlines()[-1]
        return row
    for key, value in json.loads(done.stdout).items():
        setattr(row, key, value)
    row.megabytes = max(row.megabytes, _peak())
    if not keep:
        shutil.rmtree(folder)
    return row


def observed(document: Document) -> dict[str, int]:
    """Count the fields of a built document by documented type and observed value."""
    found: Counter[str] = Counter()
    for schema in documented_form(document)["components"]["schemas"].values():
        for node in schema["properties"].values():
            documented = "object" if "$ref" in node else node["type"]
            found.update(f"{documented}: {kind}" for kind in node.get(KEY, ()))
            found.update(f"item of array: {kind}" for kind in node.get("items", {}).get(KEY, ()))
    return dict(found)


class _timed:  # noqa: N801 - reads as a word where it is used
    """Adds the processor seconds of a block to a row."""

    def __init__(self, row: Row, step: str) -> None:
        self.row, self.step, self.started = row, step, _processor()

    def __enter__(self) -> None:
        pass

    def __exit__(self, *_: object) -> None:
        self.row.seconds[self.step] = round(_processor() - self.started, 2)


def _processor() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _peak() -> int:
    return max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) // 1024


def measure_all(versions: Sequence[InstalledVersion], work: Path, *, workers: int) -> Iterator[Row]:
    """A row for each, as it is done."""
    with ProcessPoolExecutor(workers) as pool:
        for future in as_completed([pool.submit(measured, version, work, keep=False) for version in versions]):
            yield future.result()
