"""One product through the users' own command, then each of its versions through the independent inspection: one row a version."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tencentkit_api
from generator import naming
from generator.convert.source import API, EXAMPLES
from generator.product.installed import InstalledVersion
from generator.spec.build import RESULT
from generator.spec.document import Document
from generator.spec.observations import KEY, documented_form

ROOT = Path(__file__).parents[3]
SHARED = Path(str(tencentkit_api.__file__)).parents[1]
"""Folder of the package that the products share: site-packages, or the source tree."""
_INSPECTION = Path(__file__).with_name("inspection.py")

After = Callable[[Path, str], None]
"""Further measurement of a version, by the product's folder and the version's package, before the folder is deleted."""


@dataclass(slots=True)
class Row:
    """Outcome of the command for one product version, and what the inspection of its wheel found.

    Attributes:
        seconds: Processor time of each stage, child processes included; that of the whole product in the row of its default version.
        failed: Name of the failed stage; empty after success.
        reasons: Causes of the failure.
        actions: Number of actions.
        tests: Number of tests that passed.
        lost: Actions, methods and types that differ from the definitions.
        differing: Documented responses that the model cannot reproduce, with the reason.
        errors: Number of documented responses that are errors.
        values: Number of attributes in the models of all other responses.
        seen: Number of different fields among them.
        outside: Attributes whose value is outside of the annotated type.
        observed: Number of fields by documented type and further values of the examples.
        megabytes: Peak memory of the inspection.
    """

    service: str
    version: str
    seconds: dict[str, float] = field(default_factory=dict)
    failed: str = ""
    reasons: list[str] = field(default_factory=list)
    actions: int = 0
    tests: int = 0
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


def package_of(version: InstalledVersion, default: InstalledVersion) -> str:
    """Return the import name of the generated code of a version."""
    product = f"tencentkit_api.{naming.package_name(version.service)}"
    return product if version == default else f"{product}.{naming.version_package_name(version.version)}"


def folder_of(version: InstalledVersion, work: Path) -> Path:
    """Return the project folder of a product below `work`."""
    return work / version.service


def created(version: InstalledVersion, work: Path, *options: str) -> dict[str, Any]:
    """Run the command `product` for the product of a version in a new folder. Return its outcome."""
    folder = folder_of(version, work)
    shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, "-m", "generator", "product", version.service, "--output", str(folder), "--json", *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    try:
        outcome = dict(json.loads(done.stdout))
    except ValueError:
        return {"failed": "command", "reasons": done.stderr.strip().splitlines()[-1:]}
    if done.returncode and not outcome["failed"]:
        outcome |= {"failed": "command", "reasons": done.stderr.strip().splitlines()[-1:]}
    return outcome


def measured(versions: Sequence[InstalledVersion], work: Path, after: Mapping[tuple[str, str], After]) -> list[Row]:
    """Create, build, install and test one product, whose default version is the first; inspect each version; delete the folder."""
    default = versions[0]
    outcome = created(default, work, "--test")
    folder = folder_of(default, work)
    rows = []
    for version in versions:
        row = Row(version.service, version.version, failed=outcome["failed"], reasons=outcome["reasons"])
        row.seconds = dict(outcome.get("seconds", {})) if version == default else {}
        row.actions, row.tests = (outcome.get(key, {}).get(version.version, 0) for key in ("actions", "tests"))
        spec = folder / "spec" / version.service / version.version / RESULT
        if spec.is_file():
            row.observed = observed(json.loads(spec.read_bytes()))
        package = package_of(version, default)
        if folder.joinpath("site", *package.split(".")).is_dir():
            _update(row, _inspected(version, package, folder / "site"))
            if (version.service, version.version) in after:
                after[version.service, version.version](folder, package)
        rows.append(row)
    shutil.rmtree(folder, ignore_errors=True)
    return rows


def observed(document: Document) -> dict[str, int]:
    """Count the fields of a built document by documented type and observed value."""
    found: Counter[str] = Counter()
    for schema in documented_form(document)["components"]["schemas"].values():
        for node in schema["properties"].values():
            documented = "object" if "$ref" in node else node["type"]
            found.update(f"{documented}: {kind}" for kind in node.get(KEY, ()))
            found.update(f"item of array: {kind}" for kind in node.get("items", {}).get(KEY, ()))
    return dict(found)


def _inspected(version: InstalledVersion, package: str, site: Path) -> dict[str, Any]:
    paths = [f"{site}:{SHARED}", package, str(version.folder / API), str(version.folder / EXAMPLES)]
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


def measure_all(
    products: Sequence[Sequence[InstalledVersion]], work: Path, *, jobs: int, after: Mapping[tuple[str, str], After]
) -> Iterator[Row]:
    """Yield a row for each version of the products, in the order of completion."""
    with ThreadPoolExecutor(jobs) as pool:
        futures = [pool.submit(measured, versions, work, after) for versions in products]
        try:
            for future in as_completed(futures):
                yield from future.result()
        finally:
            pool.shutdown(cancel_futures=True)
