"""Import check of the generated package before it replaces the old one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from .errors import EmitError
from .product import ProductView

# Runs in a new isolated interpreter with warnings as errors.
_SCRIPT = """
import importlib, json, pathlib, sys

root, package, expected = pathlib.Path(sys.argv[1]), sys.argv[2], json.loads(sys.argv[3])
sys.path.insert(0, str(root))
for path in sorted((root / package.partition(".")[0]).rglob("*.py")):
    name = ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")
    module = importlib.import_module(name)
    for public in getattr(module, "__all__", ()):
        getattr(module, public)
models = importlib.import_module(f"{package}.models")
actions = importlib.import_module(f"{package}.actions")
print(json.dumps({"models": sorted(models.__all__), "actions": [action.name for action in actions.ACTIONS]}))
"""


def verify(folder: Path, product: ProductView, import_name: str) -> None:
    """Import every module in `folder` and compare models and actions with the product."""
    expected = {
        "models": sorted(name for model in product.models.values() for name in model.exports),
        "actions": [action.name for action in product.actions],
    }
    done = subprocess.run(  # noqa: S603 - our own interpreter and arguments
        [sys.executable, "-I", "-B", "-W", "error", "-c", _SCRIPT, folder, import_name, json.dumps(expected)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise EmitError(f"the generated package fails on import:\n{done.stderr.rstrip()}")
    found = json.loads(done.stdout)
    if found != expected:
        raise EmitError(f"the generated package is incomplete: found {found}, expected {expected}")
