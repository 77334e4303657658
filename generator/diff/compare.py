"""Comparison of two fact sheets: changes with their class and reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from .changes import fact_changes
from .facts import Fact, FactSheet, same
from .rules import DIRECTIONAL, Impact, Rule, rule_for

_CONTAINERS: Final = frozenset({"action", "type", "property", "name"})
"""Kinds of facts that state existence. If one is added or removed, the facts below it are not reported."""

PROSE: Final = frozenset({"description", "summary", "text of an error code", "titles of examples"})
"""Kinds of facts that are prose."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one fact."""

    fact: Fact
    what: str
    old: Any
    new: Any
    rules: tuple[Rule, ...]
    """One rule for each direction in which the change is classified."""

    @property
    def impact(self) -> Impact:
        """Worst impact of all directions."""
        return max(rule.impact for rule in self.rules)

    @property
    def reasons(self) -> list[str]:
        """Reasons for the class."""
        return list(dict.fromkeys(rule.reason for rule in self.rules if rule.impact is self.impact))


def compare(old: FactSheet, new: FactSheet, *, prose: bool = True) -> list[Change]:
    """Return all changes, worst first. Without `prose`, descriptions are not compared, as one side may omit them."""
    differing = sorted(fact for fact in old.facts.keys() | new.facts.keys() if not same(old.facts.get(fact), new.facts.get(fact)))
    # A name of another kind counts as removed: the facts below it cannot be compared.
    containers = {
        _steps(fact)
        for fact in differing
        if fact.kind in _CONTAINERS and (fact.kind == "name" or (fact in old.facts) != (fact in new.facts))
    }
    changes: list[Change] = []
    for fact in differing:
        if (fact.kind in PROSE and not prose) or _is_inside(fact, containers):
            continue
        changes += _changes(fact, old, new)
    return worst_first(changes)


def worst_first(changes: Iterable[Change]) -> list[Change]:
    """Sort by class, then by location."""
    return sorted(changes, key=lambda change: (-change.impact, change.fact, change.what))


def _changes(fact: Fact, old: FactSheet, new: FactSheet) -> Iterator[Change]:
    for event in fact_changes(fact.kind, old.facts.get(fact), new.facts.get(fact)):
        rules = tuple(rule_for(fact.kind, event.what, direction) for direction in _directions(fact, old, new))
        if event.what == "integer to number" and old.facts.get(_array(fact)) is True:
            # Lists are invariant: neither type of list is accepted as the other.
            rules = tuple(rule_for(fact.kind, "changed", direction) for direction in _directions(fact, old, new))
        yield Change(fact, event.what, event.old, event.new, rules)


def _directions(fact: Fact, old: FactSheet, new: FactSheet) -> Iterable[str]:
    """Return the directions that existing programs know: those of the old side, or of the new side for a new type."""
    if fact.kind not in DIRECTIONAL:
        return [""]
    return sorted(old.directions.get(fact.owner) or new.directions[fact.owner])


def _array(fact: Fact) -> Fact:
    return Fact(fact.where, "array", fact.item, fact.pointer, fact.owner)


def _is_inside(fact: Fact, containers: set[str]) -> bool:
    steps = _steps(fact)
    if fact.kind in _CONTAINERS:
        steps = steps.rpartition("/")[0]
    while steps and steps not in containers:
        steps = steps.rpartition("/")[0]
    return bool(steps)


def _steps(fact: Fact) -> str:
    return fact.pointer if fact.pointer.startswith("#") else fact.pointer.replace(".", "/")
