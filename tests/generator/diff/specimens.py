"""A small document with types of each direction, and short edit functions."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

from generator.diff.compare import Change, compare
from generator.diff.specification import read_specification
from generator.spec.document import ERROR_RESPONSE

Document = dict[str, Any]
Edit = Callable[[Document], object]

STRING, INTEGER, NUMBER = ({"type": kind} for kind in ("string", "integer", "number"))
UNSTATED = None


def ref(schema: str, **facts: Any) -> Document:
    """Return a reference with facts beside it."""
    return {"$ref": f"#/components/schemas/{schema}", **facts}


def array(items: Document) -> Document:
    """Return an array schema."""
    return {"type": "array", "items": items}


def _object(properties: Document, required: list[str] | None = None) -> Document:
    return {"type": "object", "properties": properties, "required": list(required or properties)}


def _operation(name: str, **facts: Any) -> Document:
    envelope = {"type": "object", "properties": {"Response": ref(f"{name}Response")}, "required": ["Response"]}
    return {
        "operationId": name,
        "tags": ["zoo"],
        "description": "Words.",
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": ref(f"{name}Request"), "examples": {"Example1": {"summary": "One", "value": {}}}}},
        },
        "responses": {
            "200": {"description": "…", "content": {"application/json": {"schema": envelope, "examples": {"Example1": {"value": {}}}}}},
            "default": {"$ref": "#/components/responses/Error"},
        },
        "x-tc-version": "2020-01-01",
        "x-tc-source": [{"kind": "page", "title": name, "updated": "2020-01-01 00:00:00", "sha256": "0"}],
        **facts,
    }


_KNOWN = {"x-tc-known-values": ["A", "B"]}
_SPECIMEN: Document = {
    "openapi": "3.1.0",
    "info": {"title": "zoo", "version": "2020-01-01"},
    "servers": [{"url": "https://zoo.tencentcloudapi.com"}],
    "tags": [{"name": "zoo"}],
    "paths": {
        "/GetThing": {"post": _operation("GetThing")},
        "/ListThings": {
            "post": _operation(
                "ListThings",
                summary="Short words.",
                **{
                    "x-tc-rate-limit": 20,
                    "x-tc-region": {"required": False, "only": ["ap-one", "ap-two"]},
                    "x-tc-errors": [{"code": "A.B", "description": "Words."}, {"code": "C"}],
                    "x-tc-read-only": True,
                    "x-tc-secret-read": True,
                    "x-tc-pagination": {"offset": "Offset", "limit": "Limit", "maximum": 100, "total": "Total", "items": "Things"},
                    "x-tc-waiters": [
                        {"name": "ThingUp", "interval": 1, "acceptors": [{"state": "success", "path": "Thing.State", "values": ["A"]}]}
                    ],
                },
            )
        },
    },
    "components": {
        "schemas": {
            "GetThingRequest": _object({"Id": STRING}),
            "GetThingResponse": _object({"Thing": ref("Thing"), "RequestId": STRING}),
            "ListThingsRequest": _object(
                {
                    "Name": STRING,
                    "Offset": INTEGER | {"x-tc-default": 0},
                    "Limit": INTEGER | {"minimum": 1, "maximum": 100, "x-tc-default": 20},
                    "Kind": STRING | _KNOWN,
                    "Kinds": array(STRING | _KNOWN),
                    "Numbers": array(INTEGER),
                    "Since": STRING | {"x-tc-type": "Timestamp"},
                    "Filter": ref("Filter"),
                    "Both": ref("Both"),
                },
                ["Name"],
            ),
            "ListThingsResponse": _object({"Total": INTEGER, "Things": array(ref("Thing")), "Both": ref("Both"), "RequestId": STRING}),
            "Filter": _object({"Key": STRING | {"description": "Words."}, "Values": array(STRING)}, ["Key"]),
            "Plain": _object({"Key": STRING}),
            "Both": _object({"Size": INTEGER | {"minimum": 1, "maximum": 9, "x-tc-default": 3}, "State": STRING | _KNOWN}, ["Size"]),
            "Thing": _object(
                {
                    "Id": STRING,
                    "Size": INTEGER | {"minimum": 1, "maximum": 9},
                    "State": STRING | _KNOWN,
                    "Since": STRING | {"x-tc-type": "Date"},
                },
                ["Id", "Size", "State"],
            ),
        },
        "responses": {"Error": ERROR_RESPONSE},
    },
}


def specimen() -> Document:
    """Return a fresh copy without shared objects."""
    copied: Document = json.loads(json.dumps(_SPECIMEN))
    return copied


def edited(*edits: Edit) -> Document:
    """Return the specimen after the edits."""
    document = specimen()
    for edit in edits:
        edit(document)
    return document


def changes(old: Document, new: Document) -> list[Change]:
    """Return the changes between two documents."""
    return compare(read_specification(old, "old.json"), read_specification(new, "new.json"))


def update(node: Document, facts: Document) -> None:
    """Set facts; None removes one."""
    for key, value in facts.items():
        if value is UNSTATED:
            del node[key]
        else:
            node[key] = copy.deepcopy(value)


def types(document: Document) -> Document:
    """Return the named schemas."""
    schemas: Document = document["components"]["schemas"]
    return schemas


def prop(place: str, facts: Document) -> Edit:
    """Set facts of a property, `Type.Property`."""
    owner, _, name = place.partition(".")
    return lambda document: update(types(document)[owner]["properties"][name], facts)


def retyped(place: str, value: Document | None, *, required: bool = False) -> Edit:
    """Replace or remove a property."""
    owner, _, name = place.partition(".")

    def edit(document: Document) -> None:
        update(types(document)[owner]["properties"], {name: value})
        names = types(document)[owner]["required"]
        if value is None and name in names:
            names.remove(name)
        if required and name not in names:
            names.append(name)

    return edit


def required(place: str, *, demanded: bool) -> Edit:
    """Set the required flag of a property."""
    owner, _, name = place.partition(".")

    def edit(document: Document) -> None:
        names = types(document)[owner]["required"]
        names.append(name) if demanded else names.remove(name)

    return edit


def type_(name: str, schema: Document | None) -> Edit:
    """Set or remove a type."""
    return lambda document: update(types(document), {name: schema})


def typed(name: str, facts: Document) -> Edit:
    """Set facts of a type."""
    return lambda document: update(types(document)[name], facts)


def action(name: str, facts: Document) -> Edit:
    """Set facts of an action."""
    return lambda document: update(document["paths"][f"/{name}"]["post"], facts)


def body(name: str, facts: Document) -> Edit:
    """Set facts beside the schema of an action's request."""
    return lambda document: update(document["paths"][f"/{name}"]["post"]["requestBody"]["content"]["application/json"], facts)


def result(name: str, facts: Document) -> Edit:
    """Set properties of an action's response envelope."""
    content = ("responses", "200", "content", "application/json", "schema", "properties")

    def edit(document: Document) -> None:
        node = document["paths"][f"/{name}"]["post"]
        for key in content:
            node = node[key]
        update(node, facts)

    return edit


def top(facts: Document) -> Edit:
    """Set keys of the document itself."""
    return lambda document: update(document, facts)


def new_action(name: str) -> Edit:
    """Add an action with empty types."""

    def edit(document: Document) -> None:
        document["paths"][f"/{name}"] = {"post": _operation(name)}
        types(document).update({f"{name}Request": _object({}), f"{name}Response": _object({"RequestId": STRING})})

    return edit
