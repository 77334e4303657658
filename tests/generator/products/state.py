"""Results of an interrupted run, for `--resume`."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any


class State:
    """Rows of several kinds in one folder, one line of JSON each."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def known(self, kind: type[Any]) -> list[Any]:
        """Return the stored rows of this kind; none if another version of this program wrote them."""
        path = self._path(kind)
        if not path.exists():
            return []
        try:
            return [kind(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]
        except (TypeError, ValueError):
            return []

    def add(self, row: Any) -> None:
        """Store a row."""
        with self._path(type(row)).open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(row)) + "\n")

    def discard(self, kind: type[Any], unwanted: Callable[[Any], bool]) -> list[Any]:
        """Delete the unwanted rows of this kind. Return the others."""
        rows = [row for row in self.known(kind) if not unwanted(row)]
        self._path(kind).write_text("".join(json.dumps(asdict(row)) + "\n" for row in rows), encoding="utf-8")
        return rows

    def _path(self, kind: type[Any]) -> Path:
        return self.folder / f"{kind.__name__.lower()}.jsonl"
