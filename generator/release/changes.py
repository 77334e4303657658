"""Changes since the last release: specs, public Python names and package files. The largest version step wins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..diff.compare import Change, compare, worst_first
from ..diff.rules import Impact
from ..diff.specification import read_specification
from ..diff.surface import read_surface
from ..diff.version import is_sufficient, next_version
from ..diff.withdrawn import withdrawn_statements
from ..spec.document import read_document
from ..spec.facts import SourceFacts
from .record import ReleaseRecord
from .tree import Tree


@dataclass(frozen=True, slots=True)
class ReleaseChanges:
    """Changes of a tree since its last release."""

    released: str
    present: str
    """Current version of the tree."""
    specs: Mapping[str, Sequence[Change]]
    """Changes by product and version, such as `scf/2018-04-16`."""
    surface: Sequence[Change]
    code_changed: bool
    """Any package file differs, even if no public name does."""

    @property
    def impact(self) -> Impact | None:
        """Worst impact of all changes; None if nothing changed."""
        changes = [change for found in (*self.specs.values(), self.surface) for change in found]
        return max((change.impact for change in changes), default=Impact.INTERNAL if self.code_changed else None)

    @property
    def next(self) -> str:
        """Lowest version that is sufficient for the changes."""
        return next_version(self.released, self.impact)

    @property
    def version_is_sufficient(self) -> bool:
        """Return whether the current version is high enough for the changes."""
        return is_sufficient(self.released, self.present, self.impact)


def changes_since_release(root: Path) -> ReleaseChanges | None:
    """Return the changes of the tree at `root`, or None before the first release. Raises `SpecRefused`."""
    record, tree = ReleaseRecord.read(root), Tree(root)
    if record is None:
        return None
    old, new = record.specs, tree.specs
    # An added or removed product shows in the Python names.
    specs = {name: _changes(old[name], new[name]) for name in sorted(old.keys() & new.keys())}
    return ReleaseChanges(
        record.version,
        tree.version,
        specs,
        compare(record.surface(), read_surface(root)),
        record.packages != tree.packages_digest(),
    )


def _changes(old: Path, new: Path) -> list[Change]:
    """Return the changes of one spec and of its sources: the spec may keep a fact that one source withdrew."""
    before, after = (read_specification(read_document(path), str(path)) for path in (old, new))
    changes = compare(before, after)
    stated, states = (SourceFacts.read(path.parent, None) for path in (old, new))
    return worst_first([*changes, *withdrawn_statements(stated, states, after, changes)])
