"""Withdrawn statements: facts that one source dropped or changed while the merged result stays the same.

`merge` accepts a fact that only one source states, and an overlay overrides both. A shipped document therefore cannot show that a
page dropped a parameter that the definitions still have. The facts of each source can.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from ..spec.document import Document
from ..spec.facts import SourceFacts
from ..spec.view import items, mapping, operations
from .changes import FLAGS
from .compare import Change, compare
from .facts import Fact, FactSheet, canonical, same
from .rules import Impact, rule_for
from .specification import read_specification

STATEMENT: Final = "statement"
"""Kind of these facts; the item names the fact that the source no longer states."""
_NO_TYPE: Final = canonical(None)


def withdrawn_statements(old: SourceFacts, new: SourceFacts, result: FactSheet, seen: Collection[Change]) -> list[Change]:
    """Return the changes of the sources that the result does not show. Raises `SpecRefused`."""
    known = {change.fact for change in seen}
    sides = (("pages", old.pages, new.pages), ("definitions", old.definitions, new.definitions))
    return [
        change
        for name, before, after in sides
        if before is not None and after is not None and before != after
        for change in _hidden_changes(name, before, after, result, known)
    ]


def _hidden_changes(source: str, before: Document, after: Document, result: FactSheet, known: Collection[Fact]) -> Iterator[Change]:
    old, new = read_specification(before, f"the {source}"), read_specification(after, f"the {source}")
    lost = {f"{operation.name}Request" for operation in operations(after) if _lost_required(operation.node)}
    reported: set[Fact] = set()
    for change in compare(old, new, prose=False):
        fact = change.fact
        if fact in known or fact in reported:
            continue
        if fact.kind == "unknown":
            yield change  # `merge` removes it if the definitions state the fact
        elif change.impact is Impact.INTERNAL or fact.kind == "use" or (fact.kind == "required" and fact.owner in lost):
            continue  # not visible to programs, shown by the fields, or reported as unknown
        elif (what := _outcome(fact, old, new, result)) is not None:
            reported.add(fact)
            name = Fact(fact.where, STATEMENT, " ".join(word for word in (fact.kind, fact.item) if word), fact.pointer)
            event = f"{what} by the {source}"
            yield Change(name, event, change.old, change.new, (rule_for(STATEMENT, event, ""),))


def _outcome(fact: Fact, old: FactSheet, new: FactSheet, result: FactSheet) -> str | None:
    """Return `withdrawn` or `changed`; None for a new statement or one that now equals the result."""
    value = new.facts.get(fact)
    if fact not in old.facts or same(value, result.facts.get(fact)) or (fact.kind == "value type" and value == _NO_TYPE):
        return None
    if fact.kind in FLAGS:
        return None if value else "withdrawn"
    return "withdrawn" if value is None else "changed"


def _lost_required(operation: Document) -> bool:
    return any(mapping(entry).get("fact") == "required" for entry in items(operation.get("x-tc-unknown")))
