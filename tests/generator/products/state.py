"""What of a long run is done already, so that one that was stopped goes on where it was."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any


class State:
    """Rows of several kinds, a line of JSON each, in one folder; without a folder, nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)

    def known(self, kind: type[Any]) -> list[Any]:
        """The rows of this kind that were kept."""
        path = self._path(kind)
        if path is None or not path.exists():
            return []
        return [kind(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]

    def keep(self, row: Any) -> None:
        """Add a row."""
        path = self._path(type(row))
        if path is not None:
            with path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(asdict(row)) + "\n")

    def _path(self, kind: type[Any]) -> Path | None:
        return None if self.folder is None else self.folder / f"{kind.__name__.lower()}.jsonl"
