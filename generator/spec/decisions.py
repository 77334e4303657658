"""Decisions in overlay.yaml on contradictory sources: `x-tc-decision` on the node of the fact.

    - target: $.components.schemas.XRequest.properties.Limit
      description: why
      update: {x-tc-decision: {maximum: 100}}

A decision may be a third value; `null` removes the fact. A contradiction without a decision is an error, and so is a decision
without a contradiction.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from .document import Document
from .merge import Contradiction
from .problems import Problem

KEY: Final = "x-tc-decision"
_TYPE: Final = ("type", "$ref", "items", "x-tc-type", "format")


def apply_decisions(document: Document, contradictions: Sequence[Contradiction]) -> list[Problem]:
    """Apply the decisions to `document` and remove them. Return a problem for each missing or unused decision."""
    undecided = {(row.where, row.fact): row for row in contradictions}
    problems: list[Problem] = []
    for where, parent, name, node in list(_nodes(document, "#")):
        if KEY not in node:
            continue
        decisions = node.pop(KEY)
        if not isinstance(decisions, dict):
            problems.append(Problem(f"{where}/{KEY}", "must be an object of decided values by fact"))
            continue
        for fact, value in decisions.items():
            if undecided.pop((where, fact), None) is None:
                problems.append(Problem(f"{where}/{KEY}/{fact}", "unused decision: the sources do not contradict each other here"))
            else:
                _write(node, parent, name, fact, value)
    problems += [Problem(row.where, f"{row}: decide it in overlay.yaml with {KEY}") for row in undecided.values()]
    return problems


def _write(node: Document, schema: Document, name: str, fact: str, value: Any) -> None:
    if fact == "required":
        required = [other for other in schema.get("required", []) if other != name]
        # In the order of the properties.
        chosen = {*required, name} if value is True else {*required}
        schema.pop("required", None)
        if names := [other for other in schema.get("properties", {}) if other in chosen]:
            schema["required"] = names
        return
    if fact == "type":
        for key in _TYPE:
            node.pop(key, None)
        node.update(value if isinstance(value, dict) else {"type": value})
        return
    node.pop(fact, None)
    if value is not None:
        node[fact] = value


def _nodes(value: Any, where: str, owner: Document | None = None, name: str = "") -> Iterator[tuple[str, Document, str, Document]]:
    """Yield every object with its pointer, owning schema and name; without example data."""
    if not isinstance(value, dict):
        return
    yield where, owner or {}, name, value
    for key, child in value.items():
        if key in ("examples", KEY) or not isinstance(child, dict):
            continue
        here = f"{where}/{key.replace('~', '~0').replace('/', '~1')}"
        if key == "properties":
            for inner, schema in child.items():
                yield from _nodes(schema, f"{here}/{inner}", value, inner)
        else:
            yield from _nodes(child, here)
