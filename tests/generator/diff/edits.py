"""Seeded random edits of the SCF spec with their expected classes.

The expected class follows from the kind of edit and from type lists in this module; it shares no code with the diff.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

SPEC = Path(__file__).parents[3] / "spec/scf/2018-04-16/openapi.json"
REQUEST_TYPES = ("GetAsyncEventStatusRequest", "ListAsyncEventsRequest", "TimeInterval")
RESPONSE_TYPES = ("AsyncEvent", "AsyncEventStatus", "GetAsyncEventStatusResponse", "ListAsyncEventsResponse")
ACTIONS = ("GetAsyncEventStatus", "ListAsyncEvents")
B, A, I = "breaking", "additive", "internal"  # noqa: E741 - as in cases.py
Document = dict[str, Any]


class Edit(NamedTuple):
    """An edited document, the edit's description, and the expected class."""

    document: Document
    done: str
    expected: str


class _Location(NamedTuple):
    owner: str
    name: str
    node: Document
    in_request: bool
    required: list[str]

    def __str__(self) -> str:
        return f"{self.owner}.{self.name}"


def spec() -> Document:
    """Return the committed document with the actions that have pages only, to keep edits fast."""
    document: Document = json.loads(_text())
    return document


@cache
def _text() -> str:
    document: Document = json.loads(SPEC.read_bytes())
    document["paths"] = {f"/{name}": document["paths"][f"/{name}"] for name in ACTIONS}
    schemas = document["components"]["schemas"]
    wanted = [f"{name}{end}" for name in ACTIONS for end in ("Request", "Response")] + ["AsyncEvent", "AsyncEventStatus", "TimeInterval"]
    document["components"]["schemas"] = {name: schemas[name] for name in sorted(wanted)}
    return json.dumps(document)


def seeded_edit(seed: int) -> Edit:
    """Return the edit of a seed."""
    random = Random(f"edit {seed}")
    while True:
        document = spec()
        kind = random.choice(_KINDS)
        outcome = kind(document, random)
        if outcome is not None:
            done, verdict = outcome
            return Edit(document, f"{kind.__name__.strip('_')} {done}", verdict)


Outcome = tuple[str, str] | None


def _location(document: Document, random: Random, wanted: Callable[[_Location], bool] = lambda _: True) -> _Location | None:
    locations = [
        _Location(owner, name, node, owner in REQUEST_TYPES, schema.setdefault("required", []))
        for owner, schema in document["components"]["schemas"].items()
        for name, node in schema["properties"].items()
    ]
    fitting = [location for location in locations if wanted(location)]
    return random.choice(fitting) if fitting else None


def _operation(document: Document, random: Random) -> tuple[str, Document]:
    name = random.choice(ACTIONS)
    return name, document["paths"][f"/{name}"]["post"]


def _drop_property(document: Document, random: Random) -> Outcome:
    location = _location(document, random)
    assert location
    del document["components"]["schemas"][location.owner]["properties"][location.name]
    if location.name in location.required:
        location.required.remove(location.name)
    return str(location), B


def _add_property(document: Document, random: Random) -> Outcome:
    owner = random.choice(REQUEST_TYPES + RESPONSE_TYPES)
    schema = document["components"]["schemas"][owner]
    schema["properties"][f"New{random.randrange(99)}"] = {"type": random.choice(["string", "integer"])}
    return owner, A


def _add_required(document: Document, random: Random) -> Outcome:
    owner = random.choice(REQUEST_TYPES + RESPONSE_TYPES)
    schema = document["components"]["schemas"][owner]
    schema["properties"]["New"] = {"type": "string"}
    schema["required"] = [*schema.get("required", []), "New"]
    return owner, B if owner in REQUEST_TYPES else A


def _retype(document: Document, random: Random) -> Outcome:
    location = _location(document, random, lambda location: location.node.get("type") in ("string", "integer"))
    assert location
    old, new = location.node["type"], random.choice(["string", "integer", "number", "boolean"])
    if old == new:
        return None
    for fact in ("x-tc-default", "x-tc-known-values", "maximum"):
        if fact in location.node:
            return None
    location.node["type"] = new
    return f"{location} {old} {new}", A if location.in_request and (old, new) == ("integer", "number") else B


def _toggle_array(document: Document, random: Random) -> Outcome:
    location = _location(document, random)
    assert location
    node = location.node
    inside = dict(node["items"]) if "items" in node else {"type": "array", "items": dict(node)}
    node.clear()
    node.update(inside)
    return str(location), B


def _require(document: Document, random: Random) -> Outcome:
    location = _location(document, random, lambda location: location.name not in location.required)
    assert location
    location.required.append(location.name)
    return str(location), B


def _make_optional(document: Document, random: Random) -> Outcome:
    location = _location(document, random, lambda location: location.name in location.required)
    assert location
    location.required.remove(location.name)
    return str(location), A if location.in_request else B


def _nullable(document: Document, random: Random) -> Outcome:
    location = _location(document, random)
    assert location
    location.node["x-tc-nullable"] = True
    return str(location), A if location.in_request else B


def _known_value(document: Document, random: Random) -> Outcome:
    location = _location(document, random, lambda location: "x-tc-known-values" in location.node.get("items", location.node))
    assert location
    values = location.node.get("items", location.node)["x-tc-known-values"]
    if random.random() < 0.5:
        values.append("NEW")
        return f"{location} +", A
    values.remove(random.choice(values))
    return f"{location} -", B if location.in_request else A


def _maximum(document: Document, random: Random) -> Outcome:
    limit = document["components"]["schemas"]["ListAsyncEventsRequest"]["properties"]["Limit"]
    limit["maximum"] = random.choice([1, 50, 99, 101, 1000])
    return str(limit["maximum"]), B if limit["maximum"] < 100 else A


def _minimum(document: Document, random: Random) -> Outcome:
    location = _location(document, random, lambda location: location.node.get("type") == "integer")
    assert location
    location.node["minimum"] = random.randrange(5)
    return str(location), B if location.in_request else A


def _default(document: Document, random: Random) -> Outcome:
    location = _location(document, random, lambda location: "x-tc-default" in location.node)
    assert location
    if random.random() < 0.5:
        del location.node["x-tc-default"]
    else:
        location.node["x-tc-default"] = "other" if location.node["type"] == "string" else 77
    return str(location), B


def _description(document: Document, random: Random) -> Outcome:
    location = _location(document, random, lambda location: "description" in location.node)
    assert location
    location.node["description"] += " More."
    return str(location), I


def _drop_code(document: Document, random: Random) -> Outcome:
    name, operation = _operation(document, random)
    code = random.choice(operation["x-tc-errors"])
    operation["x-tc-errors"].remove(code)
    return f"{name} {code['code']}", A


def _add_code(document: Document, random: Random) -> Outcome:
    name, operation = _operation(document, random)
    operation["x-tc-errors"].append({"code": f"New.Code{random.randrange(99)}"})
    return name, A


def _text_of_code(document: Document, random: Random) -> Outcome:
    name, operation = _operation(document, random)
    random.choice(operation["x-tc-errors"])["description"] = "Other words."
    return name, I


def _rate(document: Document, random: Random) -> Outcome:
    name, operation = _operation(document, random)
    operation["x-tc-rate-limit"] = random.choice([1, 10, 19, 21, 100])
    return f"{name} {operation['x-tc-rate-limit']}", B if operation["x-tc-rate-limit"] < 20 else A


def _region(document: Document, random: Random) -> Outcome:
    name, operation = _operation(document, random)
    if random.random() < 0.5:
        operation["x-tc-region"]["required"] = False
        return name, A
    operation["x-tc-region"]["only"] = ["ap-guangzhou"]
    return name, B


def _read_only(document: Document, random: Random) -> Outcome:
    name, operation = _operation(document, random)
    operation["x-tc-read-only"] = False
    return name, B


def _paging(document: Document, random: Random) -> Outcome:
    operation = document["paths"]["/ListAsyncEvents"]["post"]
    key = random.choice(["gone", "total", "maximum"])
    if key == "gone":
        del operation["x-tc-pagination"]
    else:
        operation["x-tc-pagination"][key] = {"total": "Other", "maximum": 10}[key]
    return key, B


def _waiter(document: Document, random: Random) -> Outcome:
    waiter = document["paths"]["/GetAsyncEventStatus"]["post"]["x-tc-waiters"][0]
    key = random.choice(["interval", "name", "acceptors"])
    waiter[key] = {"interval": random.randrange(2, 9), "name": "Other", "acceptors": waiter["acceptors"][:-1]}[key]
    return key, A if key == "interval" else B


def _action(document: Document, random: Random) -> Outcome:
    name, _ = _operation(document, random)
    del document["paths"][f"/{name}"]
    for side in ("Request", "Response"):
        del document["components"]["schemas"][f"{name}{side}"]
    return name, B


def _host(document: Document, random: Random) -> Outcome:
    document["servers"][0]["url"] = f"https://scf{random.randrange(9)}.example"
    return "", B


def _date(document: Document, random: Random) -> Outcome:
    name, operation = _operation(document, random)
    operation["x-tc-source"][0]["updated"] = "2030-01-01 00:00:00"
    return name, I


def _example(document: Document, random: Random) -> Outcome:
    name, operation = _operation(document, random)
    example = operation["requestBody"]["content"]["application/json"]["examples"]["Example1"]
    example["value"][f"Key{random.randrange(9)}"] = 1
    return name, I


def _deprecate(document: Document, random: Random) -> Outcome:
    location = _location(document, random)
    assert location
    node = random.choice([location.node, _operation(document, random)[1]])
    node["deprecated"] = True
    return str(location), A


def _unknown(document: Document, random: Random) -> Outcome:
    location = _location(document, random)
    assert location
    location.node[random.choice(["enum", "default", "readOnly", "x-tc-new", "pattern"])] = ["x"]
    return str(location), B


_KINDS: tuple[Callable[[Document, Random], Outcome], ...] = (
    _drop_property, _add_property, _add_required, _retype, _toggle_array, _require, _make_optional, _nullable, _known_value, _maximum,
    _minimum, _default, _description, _drop_code, _add_code, _text_of_code, _rate, _region, _read_only, _paging, _waiter, _action,
    _host, _date, _example, _deprecate, _unknown,
)  # fmt: skip
