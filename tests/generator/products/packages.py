"""Import of a generated product that is not installed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import ModuleType

import tencentkit
import tencentkit_api


@contextmanager
def imported(project: Path, product: str) -> Iterator[ModuleType]:
    """Import `tencentkit.<product>` from the project folder; forget it at the end, because another test has a product of the same name."""
    roots = (tencentkit, tencentkit_api)
    before = [list(root.__path__) for root in roots]
    for root in roots:
        root.__path__.extend(str(project / part / root.__name__) for part in ("generated", "overlays"))
    try:
        yield import_module(f"tencentkit.{product}")
    finally:
        for root, path in zip(roots, before, strict=True):
            root.__path__[:] = path
            vars(root).pop(product, None)
            for name in [name for name in sys.modules if f"{name}.".startswith(f"{root.__name__}.{product}.")]:
                del sys.modules[name]
