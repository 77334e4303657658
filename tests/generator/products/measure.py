"""One product version through the users' own command, then through the independent inspection: one row each."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tencentkit_api
from generator.convert.source import API, EXAMPLES
from generator.product.installed import InstalledVersion
from generator.product.stages import Outcome
from generator.spec.build import RESULT
from generator.spec.document import Document
from generator.spec.observations import KEY, documented_form

ROOT = Path(__file__).parents[3]
SHARED = Path(str(tencentkit_api.__file__)).parents[1]
"""Folder of the package that the products share: site-packages, or the source tree."""
_INSPECTION = Path(__file__).with_name("inspection.py")

After = Callable[[Path], None]
"""Further measurement of a product's folder, before it is deleted."""


@dataclass(slots=True)
class Row(Outcome):
    """Outcome of the command for one product version, and what the inspection of its wheel found.

    Attributes:
        lost: Actions, methods and types that differ from the definitions.
        differing: Documented responses that the model cannot reproduce, with the reason.
        errors: Number of documented responses that are errors.
        values: Number of attributes in the models of all other responses.
        seen: Number of different fields among them.
        outside: Attributes whose value is outside of the annotated type.
        observed: Number of fields by documented type and further values of the examples.
        megabytes: Peak memory of the inspection.
    """

    objects: int = 0
    fields: int = 0
    lost: list[str] = field(default_factory=list)
    examples: int = 0
    differing: list[str] = field(default_factory=list)
    errors: int = 0
    values: int = 0
    seen: int = 0
    outside: list[str] = field(default_factory=list)
    observed: dict[str, int] = field(default_factory=dict)
    megabytes: int = 0

    @property
    def name(self) -> str:
        """Product and version."""
        return f"{self.service} {self.version}"


def package_of(service: str) -> str:
    """Return the import name of the generated code."""
    return f"tencentkit_{service}_api"


def folder_of(version: InstalledVersion, work: Path) -> Path:
    """Return the project folder of a version below `work`."""
    return work / f"{version.service}-{version.version}"


def created(version: InstalledVersion, work: Path, *options: str) -> dict[str, Any]:
    """Run the command `product` for one version in a new folder. Return its outcome."""
    folder = folder_of(version, work)
    shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, "-m", "generator", "product", version.service, version.version, "--output", str(folder), "--json", *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    try:
        outcome = dict(json.loads(done.stdout))
    except ValueError:
        return {"failed": "command", "reasons": done.stderr.strip().splitlines()[-1:]}
    if done.returncode and not outcome["failed"]:
        outcome |= {"failed": "command", "reasons": done.stderr.strip().splitlines()[-1:]}
    return outcome


def measured(version: InstalledVersion, work: Path, after: After | None = None) -> Row:
    """Create, build, install and test one version; inspect the installed wheel; delete the folder."""
    row = Row(version.service, version.version)
    _update(row, created(version, work, "--test"))
    folder = folder_of(version, work)
    site = folder / "site"
    spec = folder / "spec" / version.service / version.version / RESULT
    if spec.is_file():
        row.observed = observed(json.loads(spec.read_bytes()))
    if (site / package_of(version.service)).is_dir():
        _update(row, _inspected(version, site))
        if after is not None:
            after(folder)
    shutil.rmtree(folder, ignore_errors=True)
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


def _inspected(version: InstalledVersion, site: Path) -> dict[str, Any]:
    paths = [f"{site}:{SHARED}", package_of(version.service), str(version.folder / API), str(version.folder / EXAMPLES)]
    command = [sys.executable, "-I", str(_INSPECTION), *paths]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        return {"failed": "inspection", "reasons": done.stderr.strip().splitlines()[-1:]}
    return dict(json.loads(done.stdout))


def _update(row: Row, values: dict[str, Any]) -> None:
    for key, value in values.items():
        if key == "seconds":
            row.seconds |= value
        else:
            setattr(row, key, value)


def measure_all(versions: Sequence[InstalledVersion], work: Path, *, jobs: int, after: dict[tuple[str, str], After]) -> Iterator[Row]:
    """Yield a row for each version, in the order of completion."""
    with ThreadPoolExecutor(jobs) as pool:
        futures = [pool.submit(measured, version, work, after.get((version.service, version.version))) for version in versions]
        try:
            for future in as_completed(futures):
                yield future.result()
        finally:
            pool.shutdown(cancel_futures=True)
