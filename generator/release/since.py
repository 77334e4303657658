"""What changed since the last release, in the specs, in the Python names and in the code behind them; the larger step wins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..diff.compare import Change, compare, worst_first
from ..diff.rules import Impact
from ..diff.specification import read_specification
from ..diff.statements import unseen_statements
from ..diff.surface import read_surface
from ..diff.version import fits, next_version
from ..spec.document import read_document
from ..spec.facts import Facts
from .record import Record
from .tree import Tree


@dataclass(frozen=True, slots=True)
class Since:
    """A tree beside what was last released from it."""

    released: str
    present: str
    """The version that the tree has now."""
    specs: Mapping[str, Sequence[Change]]
    """By product and version, such as `scf/2018-04-16`."""
    surface: Sequence[Change]
    code_changed: bool
    """Whether any file of the packages is other than it was, whatever names show."""

    @property
    def impact(self) -> Impact | None:
        """The worst of all; None where nothing changed."""
        changes = [change for found in (*self.specs.values(), self.surface) for change in found]
        return max((change.impact for change in changes), default=Impact.INTERNAL if self.code_changed else None)

    @property
    def next(self) -> str:
        """The least version that says what changed."""
        return next_version(self.released, self.impact)

    @property
    def fits(self) -> bool:
        """Whether the present version says at least what changed."""
        return fits(self.released, self.present, self.impact)


def since_release(root: Path) -> Since | None:
    """What the tree at `root` changes; None where nothing was released yet. Raises `SpecRefused`."""
    record, tree = Record.read(root), Tree(root)
    if record is None:
        return None
    old, new = record.specs, tree.specs
    # A product that comes or goes comes or goes with its names, which the surface tells.
    specs = {name: _changes(old[name], new[name]) for name in sorted(old.keys() & new.keys())}
    return Since(
        record.version,
        tree.version,
        specs,
        compare(record.surface(), read_surface(root)),
        record.packages != tree.packages_digest(),
    )


def _changes(old: Path, new: Path) -> list[Change]:
    """Of one spec, and of the facts beside it: what a source states no longer may be in the spec still."""
    before, after = (read_specification(read_document(path), str(path)) for path in (old, new))
    changes = compare(before, after)
    stated, states = (Facts.read(path.parent, None) for path in (old, new))
    return worst_first([*changes, *unseen_statements(stated, states, after, changes)])
