"""Hand-written edits with the expected class, forward and reverse. Nothing here is computed."""

from __future__ import annotations

from typing import NamedTuple

from tests.generator.diff.specimens import (
    INTEGER,
    NUMBER,
    STRING,
    UNSTATED,
    Edit,
    action,
    array,
    body,
    new_action,
    prop,
    ref,
    required,
    result,
    retyped,
    top,
    type_,
    typed,
)

B, A, I = "breaking", "additive", "internal"  # noqa: E741 - three columns of one letter
REQ, RES, BOTH, THING = "ListThingsRequest", "ListThingsResponse", "Both", "Thing"
PAGING = {"offset": "Offset", "limit": "Limit", "maximum": 100, "total": "Total", "items": "Things"}
WAITER = {"name": "ThingUp", "interval": 1, "acceptors": [{"state": "success", "path": "Thing.State", "values": ["A"]}]}
FIVE = {"x-tc-known-values": ["A", "B", "C"]}
LOST = {"fact": "Example1.request", "line": 7, "reason": "It is cut off."}

OTHER_PAIRS: list[tuple[Edit, Edit]] = [
    (action("GetThing", {"x-tc-version": "2021"}), action("GetThing", {"x-tc-version": "2022"})),
    (required("Filter.Nothing", demanded=True), required("Filter.Missing", demanded=True)),
    (prop("ListThingsRequest.Offset", {"format": "int64"}), prop("ListThingsRequest.Offset", {"format": "uint64"})),
    (prop("ListThingsResponse.Total", {"format": "int64"}), prop("ListThingsResponse.Total", {"format": "uint64"})),
    (prop("ListThingsRequest.Kind", {"x-tc-name": "a"}), prop("ListThingsRequest.Kind", {"x-tc-name": "b"})),
    (action("GetThing", {"x-tc-unknown": [LOST]}), action("GetThing", {"x-tc-unknown": [LOST | {"reason": "It is no JSON."}]})),
    (action("ListThings", {"x-tc-client-token": "Name"}), action("ListThings", {"x-tc-client-token": "Kind"})),
    (action("GetThing", {"x-tc-deprecated": "Use A."}), action("GetThing", {"x-tc-deprecated": "Use B."})),
]
"""Pairs of edits, for changes that do not start from the specimen itself."""


class Case(NamedTuple):
    """An edit with its location, and its expected class and change, forward and reverse."""

    title: str
    edit: Edit
    there: str
    back: str
    where: str
    fact: str
    change: str
    change_back: str


CASES = [
    # the product
    Case("another product", top({"info": {"title": "cvm", "version": "2020-01-01"}}), B, B, "product", "product", "changed", "changed"),
    Case("another API version", top({"info": {"title": "zoo", "version": "2021-01-01"}}), B, B, "product", "API version", "changed",
         "changed"),
    Case("another host", top({"servers": [{"url": "https://x.example"}]}), B, B, "product", "host", "changed", "changed"),
    Case("an unknown key", typed(THING, {"x-new": 1}), B, B, "#/components/schemas/Thing/x-new", "other", "added", "removed"),
    Case("a changed tag", top({"tags": [{"name": "x"}]}), B, B, "#/tags", "other", "changed", "changed"),
    # actions
    Case("an added action", new_action("FeedThing"), A, B, "FeedThing", "action", "added", "removed"),
    Case("another request type", body("GetThing", {"schema": ref("Plain")}), B, B, "GetThing", "request type", "changed", "changed"),
    Case("no request type", body("GetThing", {"schema": {}}), B, B, "GetThing", "request type", "removed", "added"),
    Case("another response type", result("GetThing", {"Response": ref("Plain")}), B, B, "GetThing", "response type", "changed", "changed"),
    Case("no response type", result("GetThing", {"Response": {}}), B, B, "GetThing", "response type", "removed", "added"),
    Case("an action of another version", action("GetThing", {"x-tc-version": "2021"}), B, B, "GetThing", "action's version", "added",
         "removed"),
    Case("a higher rate limit", action("ListThings", {"x-tc-rate-limit": 50}), A, B, "ListThings", "rate limit", "raised", "lowered"),
    Case("a removed rate limit", action("ListThings", {"x-tc-rate-limit": UNSTATED}), B, B, "ListThings", "rate limit", "withdrawn",
         "stated"),
    Case(
        "a region is required",
        action("ListThings", {"x-tc-region": {"required": True, "only": ["ap-one", "ap-two"]}}),
        B, A, "ListThings", "region required", "set", "unset",
    ),
    Case("a removed region", action("ListThings", {"x-tc-region": {"only": ["ap-one"]}}), B, A, "ListThings", "regions", "lost", "gained"),
    Case("every region", action("ListThings", {"x-tc-region": {"only": []}}), A, B, "ListThings", "regions", "opened", "restricted"),
    Case("regions in another order", action("ListThings", {"x-tc-region": {"only": ["ap-two", "ap-one"]}}), I, I,
         "ListThings", "regions", "reordered", "reordered"),
    Case("an added error code", action("GetThing", {"x-tc-errors": [{"code": "X.Y"}]}), A, A, "GetThing", "error code", "added", "removed"),
    Case("an error's text", action("ListThings", {"x-tc-errors": [{"code": "A.B", "description": "New."}, {"code": "C"}]}), I, I,
         "ListThings", "text of an error code", "changed", "changed"),
    Case("an error's first text", action("ListThings", {"x-tc-errors": [{"code": "A.B", "description": "Words."}, {"code": "C",
         "description": "x"}]}),
         I, I, "ListThings", "text of an error code", "added", "removed"),
    Case("errors in another order", action("ListThings", {"x-tc-errors": [{"code": "C"}, {"code": "A.B", "description": "Words."}]}), I, I,
         "ListThings", "order of error codes", "changed", "changed"),
    Case("read-only flag removed", action("ListThings", {"x-tc-read-only": False}), B, A, "ListThings", "read-only", "unset", "set"),
    Case("a client token", action("ListThings", {"x-tc-client-token": "Name"}), A, B, "ListThings", "client token", "added", "removed"),
    Case("a removed paging", action("ListThings", {"x-tc-pagination": UNSTATED}), B, A, "ListThings", "paging", "removed", "added"),
    Case("other items in a page", action("ListThings", {"x-tc-pagination": PAGING | {"items": "Others"}}), B, B,
         "ListThings", "paging", "changed", "changed"),
    Case("larger pages", action("ListThings", {"x-tc-pagination": PAGING | {"maximum": 200}}), A, B,
         "ListThings", "paging", "maximum raised", "maximum lowered"),
    Case("a removed waiter", action("ListThings", {"x-tc-waiters": UNSTATED}), B, A, "ListThings", "waiter", "removed", "added"),
    Case("a waiter with other final states", action("ListThings", {"x-tc-waiters": [WAITER | {"acceptors": []}]}), B, B,
         "ListThings", "waiter", "changed", "changed"),
    Case("a longer interval", action("ListThings", {"x-tc-waiters": [WAITER | {"interval": 5}]}), A, A,
         "ListThings", "waiter", "interval changed", "interval changed"),
    Case("a newer page", action("GetThing", {"x-tc-source": [{"kind": "page", "title": "GetThing", "updated": "2021", "sha256": "1"}]}),
         I, I,
         "GetThing", "source", "changed", "changed"),
    Case("no source", action("GetThing", {"x-tc-source": UNSTATED}), I, I, "GetThing", "source", "removed", "added"),
    Case("an unreadable example", action("GetThing", {"x-tc-unknown": [LOST]}), I, I, "GetThing", "unknown", "added", "removed"),
    Case("another example", body("ListThings", {"examples": {"Example1": {"summary": "One", "value": {"Name": "x"}}}}), I, I,
         "ListThings", "examples", "changed", "changed"),
    Case("no example", body("ListThings", {"examples": UNSTATED}), I, I, "ListThings", "examples", "removed", "added"),
    Case("an example's title", body("ListThings", {"examples": {"Example1": {"summary": "Two", "value": {}}}}), I, I,
         "ListThings", "titles of examples", "changed", "changed"),
    Case("a removed example title", body("ListThings", {"examples": {"Example1": {"value": {}}}}), I, I,
         "ListThings", "titles of examples", "removed", "added"),
    Case("a summary", action("GetThing", {"summary": "New words."}), I, I, "GetThing", "summary", "added", "removed"),
    Case("another summary", action("ListThings", {"summary": "New words."}), I, I, "ListThings", "summary", "changed", "changed"),
    Case("another description of an action", action("GetThing", {"description": "New words."}), I, I, "GetThing", "description",
         "changed", "changed"),
    Case("a deprecated action", action("GetThing", {"deprecated": True}), A, A, "GetThing", "deprecated", "set", "unset"),
    Case("an offline action", action("GetThing", {"x-tc-offline": True}), B, A, "GetThing", "offline", "set", "unset"),
    Case("an action that needs no signature", action("GetThing", {"x-tc-skip-sign": True}), I, I, "GetThing", "unsigned", "set", "unset"),
    Case("a deprecation text", action("GetThing", {"x-tc-deprecated": "Use ListThings."}), I, I, "GetThing", "text of a deprecation",
         "added", "removed"),
    # types
    Case("an added type", type_("New", {"type": "object", "properties": {}}), A, B, "New", "type", "added", "removed"),
    Case("a type without a kind", typed("Plain", {"type": UNSTATED}), B, B, "Plain", "kind of type", "changed", "changed"),
    Case("a required unknown name", required("Filter.Nothing", demanded=True), B, A, "Filter", "required without a property", "added",
         "removed"),
    Case("an added description of a type", typed(THING, {"description": "Words."}), I, I, THING, "description", "added", "removed"),
    Case("a type is added to requests", retyped("GetThingRequest.Id", ref(THING)), B, B, THING, "use", "added to requests",
         "removed from requests"),
    Case("a nested type is added to responses", retyped(f"{THING}.Filter", ref("Filter")), B, B,
         "Filter", "use", "added to responses, nested", "removed from responses, nested"),
    Case("a flat type is removed from responses", retyped(f"{REQ}.Plain", ref("Plain")), A, B,
         "Plain", "use", "removed from responses, flat", "added to responses, flat"),
    # properties
    Case("a new optional input", retyped(f"{REQ}.New", STRING), A, B, f"{REQ}.New", "property", "added, optional", "removed"),
    Case("a new required input", retyped(f"{REQ}.New", STRING, required=True), B, B, f"{REQ}.New", "property", "added, required",
         "removed"),
    Case("a new output", retyped(f"{RES}.New", STRING, required=True), A, B, f"{RES}.New", "property", "added, required", "removed"),
    Case("a new output that may be missing", retyped(f"{THING}.New", STRING), A, B, f"{THING}.New", "property", "added, optional",
         "removed"),
    Case("a new required part of a type of both", retyped(f"{BOTH}.New", STRING, required=True), B, B,
         f"{BOTH}.New", "property", "added, required", "removed"),
    Case("an input of another type", retyped(f"{REQ}.Name", INTEGER), B, B, f"{REQ}.Name", "value type", "changed", "changed"),
    Case("an input that takes fractions", prop(f"{REQ}.Offset", NUMBER), A, B, f"{REQ}.Offset", "value type", "integer to number",
         "changed"),
    Case("an input list that takes fractions", prop(f"{REQ}.Numbers", {"items": NUMBER}), B, B,
         f"{REQ}.Numbers", "value type", "integer to number", "changed"),
    Case("an output with fractions", prop(f"{THING}.Size", NUMBER), B, B, f"{THING}.Size", "value type", "integer to number", "changed"),
    Case("a part of both with fractions", prop(f"{BOTH}.Size", NUMBER), B, B, f"{BOTH}.Size", "value type", "integer to number", "changed"),
    Case("an output of another type", retyped(f"{THING}.Id", INTEGER), B, B, f"{THING}.Id", "value type", "changed", "changed"),
    Case("an output of another object", prop(f"{RES}.Both", ref(THING)), B, B, f"{RES}.Both", "value type", "changed", "changed"),
    Case("an input becomes a list", retyped(f"{REQ}.Name", array(STRING)), B, B, f"{REQ}.Name", "array", "set", "unset"),
    Case("an output becomes a list", retyped(f"{THING}.Id", array(STRING)), B, B, f"{THING}.Id", "array", "set", "unset"),
    Case("an input is required", required(f"{REQ}.Kind", demanded=True), B, A, f"{REQ}.Kind", "required", "set", "unset"),
    Case("an output may be missing", required(f"{THING}.Id", demanded=False), B, B, f"{THING}.Id", "required", "unset", "set"),
    Case("a part of both may be missing", required(f"{BOTH}.Size", demanded=False), B, B, f"{BOTH}.Size", "required", "unset", "set"),
    Case("an input may be null", prop(f"{REQ}.Name", {"x-tc-nullable": True}), A, B, f"{REQ}.Name", "nullable", "set", "unset"),
    Case("an output may be null", prop(f"{THING}.Id", {"x-tc-nullable": True}), B, A, f"{THING}.Id", "nullable", "set", "unset"),
    Case("a secret", prop(f"{REQ}.Name", {"x-tc-secret": True}), I, I, f"{REQ}.Name", "secret", "set", "unset"),
    Case("an inferred secret", prop(f"{REQ}.Name", {"x-tc-secret": {"inferred": "token"}}), I, I, f"{REQ}.Name", "secret", "set", "unset"),
    Case("an input of any form", prop(f"{REQ}.Since", {"x-tc-type": UNSTATED}), A, B, f"{REQ}.Since", "form", "withdrawn", "stated"),
    Case("an input of another form", prop(f"{REQ}.Since", {"x-tc-type": "Date"}), B, B, f"{REQ}.Since", "form", "changed", "changed"),
    Case("an output of any form", prop(f"{THING}.Since", {"x-tc-type": UNSTATED}), B, A, f"{THING}.Since", "form", "withdrawn", "stated"),
    Case("an output of another form", prop(f"{THING}.Since", {"x-tc-type": "Binary"}), B, B, f"{THING}.Since", "form", "changed",
         "changed"),
    Case("another default", prop(f"{REQ}.Limit", {"x-tc-default": 50}), B, B, f"{REQ}.Limit", "default", "changed", "changed"),
    Case("a removed default", prop(f"{REQ}.Limit", {"x-tc-default": UNSTATED}), B, A, f"{REQ}.Limit", "default", "withdrawn", "stated"),
    Case("a default of an output", prop(f"{THING}.Size", {"x-tc-default": 1}), I, I, f"{THING}.Size", "default", "stated", "withdrawn"),
    Case("another default in both", prop(f"{BOTH}.Size", {"x-tc-default": 4}), B, B, f"{BOTH}.Size", "default", "changed", "changed"),
    Case("a lower maximum", prop(f"{REQ}.Limit", {"maximum": 50}), B, A, f"{REQ}.Limit", "maximum", "lowered", "raised"),
    Case("a removed maximum", prop(f"{REQ}.Limit", {"maximum": UNSTATED}), A, B, f"{REQ}.Limit", "maximum", "withdrawn", "stated"),
    Case("a higher minimum", prop(f"{REQ}.Limit", {"minimum": 2}), B, A, f"{REQ}.Limit", "minimum", "raised", "lowered"),
    Case("a removed minimum", prop(f"{REQ}.Limit", {"minimum": UNSTATED}), A, B, f"{REQ}.Limit", "minimum", "withdrawn", "stated"),
    Case("an output with a lower maximum", prop(f"{THING}.Size", {"maximum": 5}), A, B, f"{THING}.Size", "maximum", "lowered", "raised"),
    Case("an unbounded output", prop(f"{THING}.Size", {"maximum": UNSTATED}), B, A, f"{THING}.Size", "maximum", "withdrawn", "stated"),
    Case("an output with a higher minimum", prop(f"{THING}.Size", {"minimum": 2}), A, B, f"{THING}.Size", "minimum", "raised", "lowered"),
    Case("an output without a minimum", prop(f"{THING}.Size", {"minimum": UNSTATED}), B, A, f"{THING}.Size", "minimum", "withdrawn",
         "stated"),
    Case("a bound of both", prop(f"{BOTH}.Size", {"maximum": 99}), B, B, f"{BOTH}.Size", "maximum", "raised", "lowered"),
    Case("an added known input", prop(f"{REQ}.Kind", FIVE), A, B, f"{REQ}.Kind", "known values", "gained", "lost"),
    Case("an added known list value", prop(f"{REQ}.Kinds", {"items": STRING | FIVE}), A, B, f"{REQ}.Kinds", "known values",
         "gained", "lost"),
    Case("a removed known inputs", prop(f"{REQ}.Kind", {"x-tc-known-values": UNSTATED}), B, A, f"{REQ}.Kind", "known values",
         "withdrawn", "stated"),
    Case("known inputs in another order", prop(f"{REQ}.Kind", {"x-tc-known-values": ["B", "A"]}), I, I,
         f"{REQ}.Kind", "known values", "reordered", "reordered"),
    Case("an added known output", prop(f"{THING}.State", FIVE), A, A, f"{THING}.State", "known values", "gained", "lost"),
    Case("a removed known outputs", prop(f"{THING}.State", {"x-tc-known-values": UNSTATED}), A, A,
         f"{THING}.State", "known values", "withdrawn", "stated"),
    Case("known outputs in another order", prop(f"{THING}.State", {"x-tc-known-values": ["B", "A"]}), I, I,
         f"{THING}.State", "known values", "reordered", "reordered"),
    Case("an added known value of both", prop(f"{BOTH}.State", FIVE), A, B, f"{BOTH}.State", "known values", "gained", "lost"),
    Case("a deprecated input", prop(f"{REQ}.Kind", {"deprecated": True}), A, A, f"{REQ}.Kind", "deprecated", "set", "unset"),
    Case("a width of an input", prop(f"{REQ}.Offset", {"format": "int64"}), I, I, f"{REQ}.Offset", "width", "stated", "withdrawn"),
    Case("a width of an output", prop(f"{RES}.Total", {"format": "int64"}), I, I, f"{RES}.Total", "width", "stated", "withdrawn"),
    Case("another name in programs", prop(f"{REQ}.Kind", {"x-tc-name": "sort"}), B, B, f"{REQ}.Kind", "Python name", "added", "removed"),
    Case("what to give instead", prop(f"{REQ}.Kind", {"x-tc-deprecated": "Use Kinds."}), I, I, f"{REQ}.Kind", "text of a deprecation",
         "added", "removed"),
    Case("another description of a property", prop("Filter.Key", {"description": "New words."}), I, I, "Filter.Key", "description",
         "changed", "changed"),
]  # fmt: skip
