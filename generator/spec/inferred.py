"""Inferred facts: facts that a rule finds where no source states them (`x-tc-inferred`; docs/design/spec.md).

    {"x-tc-read-only": true, "x-tc-inferred": {"x-tc-read-only": "prefix Describe"}}

The rule is in `x-tc-inferred` of the same node, by the key of the fact. Each conversion infers anew. An overlay that states the fact
confirms or corrects it, and its entry is removed. `null` denies the fact; `false` denies one whose value is no flag.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from .document import Document
from .problems import Problem
from .view import all_schemas, mapping, operations

INFERRED: Final = "x-tc-inferred"


class OverruledFact(NamedTuple):
    """An inferred fact that an overlay action states."""

    node: Document
    fact: str
    value: Any
    """The inferred value."""


def infer(node: Document, fact: str, *, value: Any, rule: str) -> None:
    """Add a fact with the name of its rule, unless the node states the fact already."""
    if fact not in node:
        node[fact] = value
        node.setdefault(INFERRED, {})[fact] = rule


def rule_of(node: Document, fact: str) -> str | None:
    """Return the rule that infers the fact; `None` if the fact is stated or missing."""
    rule = mapping(node, INFERRED).get(fact)
    return rule if isinstance(rule, str) and fact in node else None


def overruled_facts(path: Sequence[tuple[Document, str]], target: Any, update: Any) -> Iterator[OverruledFact]:
    """Remove and yield the marks of the facts that an update of `target` states.

    Args:
        path: Objects from the root to the target, each with the key that leads on.
        target: The updated value.
        update: The update of the overlay.
    """
    for node, key in path:
        if isinstance(node, dict) and key in mapping(node, INFERRED):
            yield _unmark(node, key, mapping(update))
    if isinstance(target, dict) and isinstance(update, dict):
        for key, value in update.items():
            if key in mapping(target, INFERRED):
                yield _unmark(target, key, value)
            else:
                yield from overruled_facts((), target.get(key), value)


def _unmark(node: Document, fact: str, update: Any) -> OverruledFact:
    value = copy.deepcopy(node.get(fact))
    del node[INFERRED][fact]
    if not node[INFERRED]:
        del node[INFERRED]
    # oas-patch would append to an inferred list.
    if isinstance(update, list):
        node.pop(fact, None)
    elif isinstance(node.get(fact), dict):
        for key in [key for key, inner in mapping(update).items() if isinstance(inner, list)]:
            node[fact].pop(key, None)
    return OverruledFact(node, fact, value)


def apply_denial(overruled: OverruledFact) -> None:
    """Remove a denied fact, and the keys of a corrected object that the overlay sets to null."""
    node, fact, before = overruled
    value = node.get(fact)
    if value is None or (value is False and not isinstance(before, bool)):
        node.pop(fact, None)
    elif isinstance(value, dict):
        node[fact] = {key: inner for key, inner in value.items() if inner is not None}


def settle_inferred(document: Document) -> list[Problem]:
    """Remove marks whose fact is gone. Return a problem for each malformed mark."""
    problems = []
    nodes = [(operation.where, operation.node) for operation in operations(document)]
    for where, node in [*nodes, *all_schemas(document)]:
        if INFERRED not in node:
            continue
        marks = node[INFERRED]
        if not isinstance(marks, dict) or not all(isinstance(rule, str) and rule for rule in marks.values()):
            problems.append(Problem(f"{where}/{INFERRED}", "must map facts to the names of the rules that infer them"))
            continue
        node[INFERRED] = {fact: rule for fact, rule in marks.items() if fact in node}
        if not node[INFERRED]:
            del node[INFERRED]
    return problems


def reconciled(page: Document, definitions: Document) -> tuple[Document, Document]:
    """Return two nodes without the inferred facts that the other node states, or infers as well: then the page decides."""
    by_page, by_definitions = mapping(page, INFERRED), mapping(definitions, INFERRED)
    lost_by_page = {fact for fact in by_page if fact in definitions and fact not in by_definitions}
    lost_by_definitions = {fact for fact in by_definitions if fact in page and fact not in lost_by_page}
    return _without(page, lost_by_page), _without(definitions, lost_by_definitions)


def _without(node: Document, facts: set[str]) -> Document:
    if not facts:
        return node
    result = {key: value for key, value in node.items() if key not in facts and key != INFERRED}
    if left := {fact: rule for fact, rule in node[INFERRED].items() if fact not in facts}:
        result[INFERRED] = left
    return result
