"""State of releases on disk, so that a run continues after an interruption or a failure."""

from __future__ import annotations

import fcntl
import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from ..spec.problems import Problem, SpecRefused
from .release import ReleaseRow

_LOCK: Final = "lock"


class RunState:
    """Rows of all runs for one index, one line of JSON each.

    Args:
        folder: Folder of the state files.
        index: URL of the index; another index has a state of its own. Empty for a dry run.
    """

    def __init__(self, folder: Path, index: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        key = hashlib.sha256(index.encode()).hexdigest()[:8] if index else "check"
        self.path = folder / f"state-{key}.jsonl"

    def begin(self, selection: str) -> dict[str, ReleaseRow]:
        """Begin a run for the products `selection`. Return the rows of an unfinished run for the same selection, by product."""
        rows: dict[str, ReleaseRow] = {}
        current, is_open = "", False
        for event in self._events():
            match event:
                case {"run": str(name)}:
                    rows, current, is_open = {}, name, True
                case {"continued": str()}:
                    pass
                case {"finished": _}:
                    is_open = False
                case {"row": dict(row)}:
                    rows[row["name"]] = _row(row)
        if is_open and current == selection:
            self._add({"continued": selection})
            return rows
        self._add({"run": selection})
        return {}

    def latest(self) -> dict[str, ReleaseRow]:
        """Return the newest row of each product."""
        return {row["name"]: _row(row) for event in self._events() if isinstance(row := event.get("row"), dict)}

    def add(self, row: ReleaseRow) -> None:
        """Store the row of a product."""
        self._add({"row": row.to_dict()})

    def finish(self) -> None:
        """Mark the run as complete; the next one begins anew."""
        self._add({"finished": True})

    def _events(self) -> Iterator[Mapping[str, Any]]:
        if not self.path.exists():
            return
        for line in self.path.read_text(encoding="utf-8").splitlines():
            try:
                event = json.loads(line)
            except ValueError:
                continue  # the last line of a run that was killed
            if isinstance(event, dict):
                yield event

    def _add(self, event: Mapping[str, Any]) -> None:
        text = self.path.read_text(encoding="utf-8") if self.path.exists() else ""
        with self.path.open("a", encoding="utf-8") as file:
            # A killed run may leave a line without its end.
            file.write(("" if not text or text.endswith("\n") else "\n") + json.dumps(event, ensure_ascii=False) + "\n")


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock of a work folder. Raise `SpecRefused` if another run has it."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / _LOCK).open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise SpecRefused(str(folder), [Problem("", "another release runs in this folder; wait for its end")]) from None
        yield


def _row(row: Mapping[str, Any]) -> ReleaseRow:
    return ReleaseRow(**{key: value for key, value in row.items() if key in ReleaseRow.__slots__})
