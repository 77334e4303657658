"""Seeded random edits of the SCF spec, each with the class that a plain look at the edit alone gives.

The look is made before anything is compared, from the edit's own kind and from lists of types written down here: it shares no code
with the diff.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

SPEC = Path(__file__).parents[3] / "spec/scf/2018-04-16/openapi.json"
GIVEN = ("GetAsyncEventStatusRequest", "ListAsyncEventsRequest", "TimeInterval")
READ = ("AsyncEvent", "AsyncEventStatus", "GetAsyncEventStatusResponse", "ListAsyncEventsResponse")
ACTIONS = ("GetAsyncEventStatus", "ListAsyncEvents")
B, A, I = "breaking", "additive", "internal"  # noqa: E741 - as in cases.py
Document = dict[str, Any]


class Edit(NamedTuple):
    """An edited document, what was done, and the class that it must have."""

    document: Document
    done: str
    expected: str


class _Place(NamedTuple):
    owner: str
    name: str
    node: Document
    given: bool
    required: list[str]

    def __str__(self) -> str:
        return f"{self.owner}.{self.name}"


def spec() -> Document:
    """The committed document, of the actions that have pages: that keeps an edit in milliseconds."""
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


def made(seed: int) -> Edit:
    """The edit of a seed."""
    random = Random(f"edit {seed}")
    while True:
        document = spec()
        kind = random.choice(_KINDS)
        outcome = kind(document, random)
        if outcome is not None:
            done, verdict = outcome
            return Edit(document, f"{kind.__name__.strip('_')} {done}", verdict)


Outcome = tuple[str, str] | None


def _place(document: Document, random: Random, wanted: Callable[[_Place], bool] = lambda _: True) -> _Place | None:
    places = [
        _Place(owner, name, node, owner in GIVEN, schema.setdefault("required", []))
        for owner, schema in document["components"]["schemas"].items()
        for name, node in schema["properties"].items()
    ]
    fitting = [place for place in places if wanted(place)]
    return random.choice(fitting) if fitting else None


def _operation(document: Document, random: Random) -> tuple[str, Document]:
    name = random.choice(ACTIONS)
    return name, document["paths"][f"/{name}"]["post"]


def _drop_property(document: Document, random: Random) -> Outcome:
    place = _place(document, random)
    assert place
    del document["components"]["schemas"][place.owner]["properties"][place.name]
    if place.name in place.required:
        place.required.remove(place.name)
    return str(place), B


def _add_property(document: Document, random: Random) -> Outcome:
    owner = random.choice(GIVEN + READ)
    schema = document["components"]["schemas"][owner]
    schema["properties"][f"New{random.randrange(99)}"] = {"type": random.choice(["string", "integer"])}
    return owner, A


def _add_required(document: Document, random: Random) -> Outcome:
    owner = random.choice(GIVEN + READ)
    schema = document["components"]["schemas"][owner]
    schema["properties"]["New"] = {"type": "string"}
    schema["required"] = [*schema.get("required", []), "New"]
    return owner, B if owner in GIVEN else A


def _retype(document: Document, random: Random) -> Outcome:
    place = _place(document, random, lambda place: place.node.get("type") in ("string", "integer"))
    assert place
    old, new = place.node["type"], random.choice(["string", "integer", "number", "boolean"])
    if old == new:
        return None
    for fact in ("x-tc-default", "x-tc-known-values", "maximum"):
        if fact in place.node:
            return None
    place.node["type"] = new
    return f"{place} {old} {new}", A if place.given and (old, new) == ("integer", "number") else B


def _list_or_not(document: Document, random: Random) -> Outcome:
    place = _place(document, random)
    assert place
    node = place.node
    inside = dict(node["items"]) if "items" in node else {"type": "array", "items": dict(node)}
    node.clear()
    node.update(inside)
    return str(place), B


def _require(document: Document, random: Random) -> Outcome:
    place = _place(document, random, lambda place: place.name not in place.required)
    assert place
    place.required.append(place.name)
    return str(place), B


def _let_go(document: Document, random: Random) -> Outcome:
    place = _place(document, random, lambda place: place.name in place.required)
    assert place
    place.required.remove(place.name)
    return str(place), A if place.given else B


def _nullable(document: Document, random: Random) -> Outcome:
    place = _place(document, random)
    assert place
    place.node["x-tc-nullable"] = True
    return str(place), A if place.given else B


def _known_value(document: Document, random: Random) -> Outcome:
    place = _place(document, random, lambda place: "x-tc-known-values" in place.node.get("items", place.node))
    assert place
    values = place.node.get("items", place.node)["x-tc-known-values"]
    if random.random() < 0.5:
        values.append("NEW")
        return f"{place} +", A
    values.remove(random.choice(values))
    return f"{place} -", B if place.given else A


def _maximum(document: Document, random: Random) -> Outcome:
    limit = document["components"]["schemas"]["ListAsyncEventsRequest"]["properties"]["Limit"]
    limit["maximum"] = random.choice([1, 50, 99, 101, 1000])
    return str(limit["maximum"]), B if limit["maximum"] < 100 else A


def _minimum(document: Document, random: Random) -> Outcome:
    place = _place(document, random, lambda place: place.node.get("type") == "integer")
    assert place
    place.node["minimum"] = random.randrange(5)
    return str(place), B if place.given else A


def _default(document: Document, random: Random) -> Outcome:
    place = _place(document, random, lambda place: "x-tc-default" in place.node)
    assert place
    if random.random() < 0.5:
        del place.node["x-tc-default"]
    else:
        place.node["x-tc-default"] = "other" if place.node["type"] == "string" else 77
    return str(place), B


def _description(document: Document, random: Random) -> Outcome:
    place = _place(document, random, lambda place: "description" in place.node)
    assert place
    place.node["description"] += " More."
    return str(place), I


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
    place = _place(document, random)
    assert place
    node = random.choice([place.node, _operation(document, random)[1]])
    node["deprecated"] = True
    return str(place), A


def _unknown(document: Document, random: Random) -> Outcome:
    place = _place(document, random)
    assert place
    place.node[random.choice(["enum", "default", "readOnly", "x-tc-new", "pattern"])] = ["x"]
    return str(place), B


_KINDS: tuple[Callable[[Document, Random], Outcome], ...] = (
    _drop_property, _add_property, _add_required, _retype, _list_or_not, _require, _let_go, _nullable, _known_value, _maximum,
    _minimum, _default, _description, _drop_code, _add_code, _text_of_code, _rate, _region, _read_only, _paging, _waiter, _action,
    _host, _date, _example, _deprecate, _unknown,
)  # fmt: skip
