"""What overlay.yaml decides where sources contradict each other: `x-tc-decision` on the node that the fact is of.

    - target: $.components.schemas.XRequest.properties.Limit
      description: why
      update: {x-tc-decision: {maximum: 100}}

A decision may be a third value; `null` leaves the fact out. Neither a contradiction without a decision nor a decision without a
contradiction passes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from .document import Document
from .merge import Contradiction
from .problems import Problem

KEY: Final = "x-tc-decision"
_TYPE: Final = ("type", "$ref", "items", "x-tc-type", "format")


def decide(document: Document, contradictions: Sequence[Contradiction]) -> list[Problem]:
    """Write the decided facts into `document`, take the decisions out, and tell what is undecided or decided for nothing."""
    open_questions = {(row.where, row.fact): row for row in contradictions}
    problems: list[Problem] = []
    for where, parent, name, node in list(_nodes(document, "#")):
        if KEY not in node:
            continue
        decisions = node.pop(KEY)
        if not isinstance(decisions, dict):
            problems.append(Problem(f"{where}/{KEY}", "must be an object: the decided value by the fact's key"))
            continue
        for fact, value in decisions.items():
            if open_questions.pop((where, fact), None) is None:
                problems.append(Problem(f"{where}/{KEY}/{fact}", "the sources do not contradict each other here"))
            else:
                _write(node, parent, name, fact, value)
    problems += [Problem(row.where, f"{row}: overlay.yaml must decide it by {KEY}") for row in open_questions.values()]
    return problems


def _write(node: Document, schema: Document, name: str, fact: str, value: Any) -> None:
    if fact == "required":
        required = [other for other in schema.get("required", []) if other != name]
        # In the order of the properties, as everywhere.
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
    """Every object with its pointer, the schema that it is a property of, and its own name; not the data of examples."""
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
