"""Diff report: changes, exit code and version steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from .compare import Change
from .rules import Impact
from .version import next_version, step

NOTHING, SOMETHING, BREAKING, REFUSED = 0, 1, 2, 3
"""Exit codes: no change; no breaking change (internal ones count as changes); a breaking change; unreadable input."""

CLASSES: Final = tuple(sorted(Impact, reverse=True))


@dataclass(frozen=True, slots=True)
class DiffReport:
    """All changes between two versions, worst first."""

    old: str
    new: str
    changes: Sequence[Change]
    current: str | None = None
    """Version before the changes."""
    notes: tuple[str, ...] = ()
    """Remarks on parts that were not compared."""

    @property
    def impact(self) -> Impact | None:
        """Worst impact of all changes; None if nothing changed."""
        return max((change.impact for change in self.changes), default=None)

    @property
    def exit_code(self) -> int:
        """Exit code of the command."""
        return NOTHING if self.impact is None else BREAKING if self.impact is Impact.BREAKING else SOMETHING

    @property
    def next(self) -> str | None:
        """Next version, if the current one is known."""
        return None if self.current is None else next_version(self.current, self.impact)

    def of(self, impact: Impact) -> list[Change]:
        """Return the changes of one class."""
        return [change for change in self.changes if change.impact is impact]

    @property
    def steps(self) -> tuple[str, str]:
        """Version steps below 1.0 and from 1.0 on."""
        return step(self.impact, stable=False), step(self.impact, stable=True)
