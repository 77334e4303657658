"""Version of the next release of a product: the changes since the released wheel, and the version step that they require."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from ..diff.compare import Change, compare
from ..diff.facts import Fact
from ..diff.rules import Impact, Rule
from ..diff.version import next_version, parse_version
from .record import ReleasedWheel

FIRST: Final = "0.1.0"

RULES: Final = (
    Rule("API version", "added", "", Impact.ADDITIVE, "The wheel has one more version of the API."),
    Rule("API version", "removed", "", Impact.BREAKING, "The wheel no longer has this version of the API."),
    Rule("default API version", "changed", "", Impact.BREAKING, "The clients and models at the top level are those of another version."),
    Rule("range of tencentkit", "changed", "", Impact.BREAKING, "The upgrade requires a breaking version of tencentkit."),
    Rule("release record", "missing", "", Impact.BREAKING, "The released wheel has no release record, so it cannot be compared."),
    Rule("code", "changed", "", Impact.INTERNAL, "Files of the wheel differ, and no fact or name that a program uses does."),
)
"""Rules for the wheel as a whole, beside those for the facts of an API version and for Python names."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Version of the next release.

    Attributes:
        version: The version; that of the released wheel if no release is needed.
        released: Version of the released wheel; empty before the first release.
        impact: Worst impact of the changes; None without changes.
        wheel: Changes of the wheel as a whole.
        facts: Changes by API version.
        names: Changes of Python names.
    """

    version: str
    released: str
    impact: Impact | None
    wheel: Sequence[Change] = ()
    facts: Mapping[str, Sequence[Change]] = field(default_factory=dict)
    names: Sequence[Change] = ()

    @property
    def is_needed(self) -> bool:
        """Return whether the wheel must be published."""
        return self.version != self.released

    @property
    def changes(self) -> list[Change]:
        """Return all changes."""
        return [*self.wheel, *(change for rows in self.facts.values() for change in rows), *self.names]


def decide(
    released: ReleasedWheel | None,
    built: ReleasedWheel,
    *,
    names: Sequence[Change] = (),
    minimum: str = "",
    taken: Collection[str] = (),
    unread: str = "",
) -> Decision:
    """Return the version for the wheel `built` after the wheel `released`.

    Args:
        released: Newest wheel that users get; None before the first release.
        built: Wheel of the current inputs, with any version.
        names: Changes of Python names that no fact explains.
        minimum: Lowest version; empty for none.
        taken: Versions that the index already has, yanked ones included.
        unread: Version of the newest published wheel if it has no record, so that `released` is None.
    """
    if unread:
        missing = [_change("release record", "", "missing", None, None)]
        version = max(next_version(unread, Impact.BREAKING), minimum or FIRST, key=parse_version)
        return Decision(_free(version, taken), unread, Impact.BREAKING, missing)
    if released is None:
        return Decision(_free(max(FIRST, minimum or FIRST, key=parse_version), taken), "", Impact.ADDITIVE)
    if is_same(released, built) and (not minimum or parse_version(minimum) <= parse_version(released.version)):
        return Decision(released.version, released.version, None)
    old, new = released.sheets(), built.sheets()
    facts = {version: compare(old[version], new[version], prose=False) for version in new if version in old}
    facts = {version: changes for version, changes in facts.items() if changes}
    wheel = list(_wheel(released, built))
    found = [*wheel, *(change for rows in facts.values() for change in rows), *names]
    if not found:
        wheel = [_change("code", "", "changed", None, None)]
    impact = max((change.impact for change in found), default=Impact.INTERNAL)
    version = next_version(released.version, impact)
    if minimum:
        version = max(version, minimum, key=parse_version)
    return Decision(_free(version, taken), released.version, impact, wheel, facts, names)


def is_same(released: ReleasedWheel, built: ReleasedWheel) -> bool:
    """Return whether a release would give users nothing new. A higher lower bound of the core alone is not new."""
    return released.contents == built.contents and released.origin.next_core == built.origin.next_core


def needs_names(released: ReleasedWheel, built: ReleasedWheel) -> bool:
    """Return whether Python names may have changed beside the facts: by a change of the generator or of hand-written code."""
    old, new = released.origin, built.origin
    return (old.generator, old.own_code) != (new.generator, new.own_code) and released.contents != built.contents


def _wheel(released: ReleasedWheel, built: ReleasedWheel) -> Iterator[Change]:
    old, new = released.origin, built.origin
    for version in sorted({*old.versions, *new.versions}):
        if version not in new.versions:
            yield _change("API version", version, "removed", version, None)
        elif version not in old.versions:
            yield _change("API version", version, "added", None, version)
    if old.versions[0] != new.versions[0]:
        yield _change("default API version", "", "changed", old.versions[0], new.versions[0])
    if old.next_core != new.next_core:
        yield _change("range of tencentkit", "", "changed", f"<{old.next_core}", f"<{new.next_core}")


def _change(kind: str, item: str, what: str, old: Any, new: Any) -> Change:
    [rule] = [rule for rule in RULES if (rule.fact, rule.change) == (kind, what)]
    return Change(Fact("", kind, item), what, old, new, (rule,))


def _free(version: str, taken: Collection[str]) -> str:
    """Return this version, or the first later patch that the index does not have: a published name never gets other bytes."""
    while version in taken:
        version = next_version(version, Impact.INTERNAL)
    return version
