"""What one kind of source stated and states no longer, where the result stays as it was because another source still states it.

`merge` takes what only one source has for the other one's silence, and an overlay outweighs both. So the documents that are shipped
cannot show that a page has dropped a parameter which the definitions still have; the facts of the pages can.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from ..spec.document import Document
from ..spec.facts import Facts
from ..spec.lint.view import items, mapping, operations
from .compare import Change, compare
from .events import FLAGS
from .facts import Fact, FactSheet, canonical, same
from .rules import Impact, rule_for
from .specification import read_specification

STATEMENT: Final = "statement"
"""The kind of fact whose changes these are; its item is the fact that the source no longer states."""
_NO_TYPE: Final = canonical(None)


def unseen_statements(old: Facts, new: Facts, result: FactSheet, seen: Collection[Change]) -> list[Change]:
    """The changes of the sources that are not among those of the result. Raises `SpecRefused`."""
    known = {change.fact for change in seen}
    sides = (("pages", old.pages, new.pages), ("definitions", old.definitions, new.definitions))
    return [
        change
        for name, before, after in sides
        if before is not None and after is not None and before != after
        for change in _unseen(name, before, after, result, known)
    ]


def _unseen(source: str, before: Document, after: Document, result: FactSheet, known: Collection[Fact]) -> Iterator[Change]:
    old, new = read_specification(before, f"the {source}"), read_specification(after, f"the {source}")
    lost = {f"{operation.name}Request" for operation in operations(after) if _lost_required(operation.node)}
    told: set[Fact] = set()
    for change in compare(old, new, prose=False):
        fact = change.fact
        if fact in known or fact in told:
            continue
        if fact.kind == "unknown":
            yield change  # `merge` takes it out where the definitions know it
        elif change.impact is Impact.INTERNAL or fact.kind == "use" or (fact.kind == "required" and fact.owner in lost):
            continue  # nothing for programs; told by the fields; reported as unknown
        elif (what := _what(fact, old, new, result)) is not None:
            told.add(fact)
            name = Fact(fact.where, STATEMENT, " ".join(word for word in (fact.kind, fact.item) if word), fact.pointer)
            event = f"{what} by the {source}"
            yield Change(name, event, change.old, change.new, (rule_for(STATEMENT, event, ""),))


def _what(fact: Fact, old: FactSheet, new: FactSheet, result: FactSheet) -> str | None:
    """What became of a statement; None for a new one, and for one that is now as the result has it."""
    value = new.facts.get(fact)
    if fact not in old.facts or same(value, result.facts.get(fact)) or (fact.kind == "value type" and value == _NO_TYPE):
        return None
    if fact.kind in FLAGS:
        return None if value else "withdrawn"
    return "withdrawn" if value is None else "changed"


def _lost_required(operation: Document) -> bool:
    return any(mapping(entry).get("fact") == "required" for entry in items(operation.get("x-tc-unknown")))
