"""Import of a generated product that is not installed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import ModuleType


@contextmanager
def imported(project: Path, package: str) -> Iterator[ModuleType]:
    """Import `package` from the project folder; forget it at the end, because another test has a package of the same name."""
    paths = [str(project / part) for part in ("generated", "overlays")]
    sys.path[:0] = paths
    try:
        yield import_module(package)
    finally:
        for path in paths:
            sys.path.remove(path)
        for name in [name for name in sys.modules if name.partition(".")[0] in (package, f"{package}_api")]:
            del sys.modules[name]
