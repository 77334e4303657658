"""Arguments for an action, drawn from a seed: any documented type, at any depth, with values that are awkward on the wire."""

from __future__ import annotations

from random import Random
from typing import Any

TEXTS = ("x", "", "a b", 'q"uo\\te', "文字", "é😀", "0", "true", "line\nbreak", "a/b?c=d&e", "  ", "$LATEST")
DEPTH = 4
OBSERVED = "x-tc-observed"


def drawn(schemas: dict[str, Any], action: str, seed: int) -> dict[str, Any]:
    """The body of one request: what is required, and about half of the rest."""
    return _object(schemas, f"{action}Request", Random(f"{action} {seed}"), DEPTH)


def _object(schemas: dict[str, Any], name: str, random: Random, depth: int) -> dict[str, Any]:
    schema = schemas[name]
    required = {
        *schema.get("required", ()),
        *(wire for wire, facts in schema["properties"].items() if "missing" in facts.get(OBSERVED, ())),
    }
    return {
        wire: _value(schemas, facts, random, depth)
        for wire, facts in schema["properties"].items()
        if wire in required or (depth and random.random() < 0.5)
    }


def _value(schemas: dict[str, Any], facts: dict[str, Any], random: Random, depth: int) -> Any:
    # The first alternative is the documented type, which a request takes.
    facts = facts["anyOf"][0] if "anyOf" in facts else facts
    if isinstance(facts.get("type"), list):
        facts = facts | {"type": facts["type"][0]}
    match facts:
        case {"type": "array"}:
            return [_value(schemas, facts["items"], random, depth) for _ in range(random.randint(1, 2) if depth else 0)]
        case {"$ref": str(reference)}:
            return _object(schemas, reference.rpartition("/")[2], random, max(depth - 1, 0))
        case {"type": "integer"}:
            choices = (0, 1, 20, 2**31, 2**53 + 1) if facts.get("format") == "uint64" else (0, 1, -1, 20, 2**31, 2**53 + 1)
            return random.choice(_within(facts, choices))
        case {"type": "number"}:
            return random.choice(_within(facts, (0.5, 1.0, -3.25, 1e-7)))
        case {"type": "boolean"}:
            return random.random() < 0.5
    return random.choice(TEXTS)


def _within(facts: dict[str, Any], choices: tuple[float, ...]) -> list[float]:
    """Return the choices in the documented range, or else its least value."""
    least, most = facts.get("minimum", min(choices)), facts.get("maximum", max(choices))
    return [each for each in choices if least <= each <= most] or [least]
