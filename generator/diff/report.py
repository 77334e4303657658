"""What a comparison found, and what it asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from .compare import Change
from .rules import Impact
from .version import next_version, step

NOTHING, SOMETHING, BREAKING, REFUSED = 0, 1, 2, 3
"""Exit codes: no change; changes that break nothing, internal ones included; at least one that breaks; what cannot be read."""

CLASSES: Final = tuple(sorted(Impact, reverse=True))


@dataclass(frozen=True, slots=True)
class Report:
    """All changes, worst first."""

    old: str
    new: str
    changes: Sequence[Change]
    current: str | None = None
    """The version to go on from."""
    notes: tuple[str, ...] = ()
    """What was not looked at."""

    @property
    def impact(self) -> Impact | None:
        """The worst of all; None where nothing changed."""
        return max((change.impact for change in self.changes), default=None)

    @property
    def exit_code(self) -> int:
        """What a job that runs the command goes by."""
        return NOTHING if self.impact is None else BREAKING if self.impact is Impact.BREAKING else SOMETHING

    @property
    def next(self) -> str | None:
        """The next version, where the present one is known."""
        return None if self.current is None else next_version(self.current, self.impact)

    def of(self, impact: Impact) -> list[Change]:
        """The changes of one class."""
        return [change for change in self.changes if change.impact is impact]

    @property
    def steps(self) -> tuple[str, str]:
        """The step below 1.0, and from 1.0 on."""
        return step(self.impact, stable=False), step(self.impact, stable=True)
