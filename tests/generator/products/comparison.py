"""Requests of a seeded sample of actions, sent by our client and by the vendor's SDK: one row for each product version that is in it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Any

import tencentkit
from generator.convert.source import API
from generator.product.installed import InstalledVersion
from generator.spec.build import RESULT

from .measure import SHARED

BOTH_CLIENTS = Path(__file__).with_name("both_clients.py")
RUNTIME = Path(str(tencentkit.__file__)).parents[1]
OF_EACH = 12
"""Actions of one product version at most, so that the sample reaches over many."""
SEED = 1


@dataclass(slots=True)
class Requests:
    """What became of the sampled actions of one product version."""

    service: str
    version: str
    actions: int
    equal: int = 0
    different: list[str] = field(default_factory=list)
    unsupported: list[str] = field(default_factory=list)
    """What our client cannot send, and why."""
    partial: list[str] = field(default_factory=list)
    """Equal or different, but compared without the fields that the vendor's SDK of the same version lacks, or by its generic call."""


def compare(spec: Path, package: str, paths: Sequence[Path], vendor: tuple[str, str], actions: Sequence[str]) -> dict[str, Any]:
    """Return the fields of `Requests` after `actions`, found in a process of its own."""
    task = {
        "spec": str(spec),
        "package": package,
        "paths": [str(path) for path in paths],
        "vendor": vendor,
        "actions": list(actions),
        "seed": SEED,
    }
    # Not -I: the vendor's SDK may come by PYTHONPATH.
    done = subprocess.run([sys.executable, str(BOTH_CLIENTS), json.dumps(task)], capture_output=True, text=True, check=False)
    if done.returncode:
        return {"equal": 0, "different": done.stderr.strip().splitlines()[-1:], "unsupported": [], "partial": []}
    return dict(json.loads(done.stdout))


def sample(versions: Sequence[InstalledVersion], count: int) -> list[tuple[InstalledVersion, list[str]]]:
    """So many actions of products other than SCF, by a fixed seed."""
    random = Random(f"requests {SEED}")
    others = sorted((version for version in versions if version.service != "scf"), key=lambda version: (version.service, version.version))
    random.shuffle(others)
    chosen: list[tuple[InstalledVersion, list[str]]] = []
    for version in others:
        if count <= 0:
            break
        actions = sorted(json.loads((version.folder / API).read_bytes())["actions"])
        picked = sorted(random.sample(actions, min(OF_EACH, count, len(actions))))
        chosen.append((version, picked))
        count -= len(picked)
    return chosen


def requests_of(version: InstalledVersion, actions: Sequence[str], folder: Path, package: str) -> Requests:
    """Compare the requests of these actions; `folder` is the product's project with its installed wheel, `package` that of the version."""
    result = Requests(version.service, version.version, len(actions))
    spec = folder / "spec" / version.service / version.version / RESULT
    paths = [folder / "site", SHARED, RUNTIME]
    vendor = (version.folder.parent.name, version.folder.name)
    return replace(result, **compare(spec, package, paths, vendor, actions))
