"""Two fact sheets -> the changes between them, each with its class and its reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from .events import events
from .facts import Fact, FactSheet, same
from .rules import DIRECTIONAL, Impact, Rule, rule_for

_WHOLES: Final = frozenset({"action", "type", "property", "name"})
"""Kinds of facts that say that something is there: what is below one that comes or goes comes or goes with it."""

PROSE: Final = frozenset({"description", "summary", "text of an error code", "titles of examples"})
"""Kinds of facts that are words."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is no longer as it was."""

    fact: Fact
    what: str
    old: Any
    new: Any
    rules: tuple[Rule, ...]
    """One for each direction in which it was judged."""

    @property
    def impact(self) -> Impact:
        """The worst that any direction gives."""
        return max(rule.impact for rule in self.rules)

    @property
    def directions(self) -> list[str]:
        """The directions in which it was judged."""
        return [rule.direction for rule in self.rules if rule.direction]

    @property
    def reasons(self) -> list[str]:
        """Why it is of its class."""
        return list(dict.fromkeys(rule.reason for rule in self.rules if rule.impact is self.impact))


def compare(old: FactSheet, new: FactSheet, *, prose: bool = True) -> list[Change]:
    """Every change, in the order of places. Without `prose`, words are not compared: one side may have none on purpose."""
    differing = sorted(fact for fact in old.facts.keys() | new.facts.keys() if not same(old.facts.get(fact), new.facts.get(fact)))
    # A name that stands for something of another kind is as good as gone: what is below it cannot be compared.
    wholes = {
        _steps(fact) for fact in differing if fact.kind in _WHOLES and (fact.kind == "name" or (fact in old.facts) != (fact in new.facts))
    }
    changes: list[Change] = []
    for fact in differing:
        if (fact.kind in PROSE and not prose) or _goes_with(fact, wholes):
            continue
        changes += _changes(fact, old, new)
    return worst_first(changes)


def worst_first(changes: Iterable[Change]) -> list[Change]:
    """By class, then by place."""
    return sorted(changes, key=lambda change: (-change.impact, change.fact, change.what))


def _changes(fact: Fact, old: FactSheet, new: FactSheet) -> Iterator[Change]:
    for event in events(fact.kind, old.facts.get(fact), new.facts.get(fact)):
        rules = tuple(rule_for(fact.kind, event.what, direction) for direction in _directions(fact, old, new))
        if event.what == "integer to number" and old.facts.get(_array(fact)) is True:
            # A list of one type is no list of the other, in either direction.
            rules = tuple(rule_for(fact.kind, "changed", direction) for direction in _directions(fact, old, new))
        yield Change(fact, event.what, event.old, event.new, rules)


def _directions(fact: Fact, old: FactSheet, new: FactSheet) -> Iterable[str]:
    """Those that programs know: of the old side. A type that only the new side has is judged by that."""
    if fact.kind not in DIRECTIONAL:
        return [""]
    return sorted(old.directions.get(fact.owner) or new.directions[fact.owner])


def _array(fact: Fact) -> Fact:
    return Fact(fact.where, "array", fact.item, fact.pointer, fact.owner)


def _goes_with(fact: Fact, wholes: set[str]) -> bool:
    steps = _steps(fact)
    if fact.kind in _WHOLES:
        steps = steps.rpartition("/")[0]
    while steps and steps not in wholes:
        steps = steps.rpartition("/")[0]
    return bool(steps)


def _steps(fact: Fact) -> str:
    return fact.pointer if fact.pointer.startswith("#") else fact.pointer.replace(".", "/")
