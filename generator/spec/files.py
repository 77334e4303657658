"""Atomic writing of documents."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .document import dumps


def write_whole(path: Path, document: Mapping[str, Any]) -> None:
    """Write to a temporary file and rename it to `path`: readers see the old or the new document. Raises `OSError`."""
    target = path.resolve()
    if target.exists() and not target.is_file():
        raise FileExistsError(None, "not a regular file", str(path))
    data = dumps(document).encode()
    temporary = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        with temporary.open("xb") as file:
            file.write(data)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
