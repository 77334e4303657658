from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.spec.document import ERROR_RESPONSE
from generator.spec.lint import RULES, extensions, identity, lint, names, pagination, references, schemas, unknowns, waiters
from generator.spec.lint.unknowns import check_unknown_facts
from generator.spec.validation import validate

STRING = {"type": "string"}
Edit = Callable[[Any, Any, Any], object]


def good() -> Any:
    """Return a valid document."""
    operation = {
        "operationId": "ListThings",
        "tags": ["x"],
        "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/ListThingsRequest"}}}},
        "responses": {
            "200": {
                "description": "…",
                "content": {
                    "application/json": {
                        "schema": {
                            "type": "object",
                            "properties": {"Response": {"$ref": "#/components/schemas/ListThingsResponse"}},
                            "required": ["Response"],
                        },
                        # wire data may contain keys with a meaning in schemas
                        "examples": {"Example1": {"value": {"Response": {"$ref": "x", "default": 1, "enum": []}}}},
                    },
                },
            },
            "default": {"$ref": "#/components/responses/Error"},
        },
        "x-tc-version": "2018-04-16",
        "x-tc-rate-limit": 20,
        "x-tc-region": {"required": True, "only": ["ap-guangzhou"]},
        "x-tc-errors": [{"code": "Busy.Now", "description": "…"}, {"code": "Other"}],
        "x-tc-source": [{"kind": "page", "title": "ListThings", "updated": "2020-01-01", "sha256": "0"}],
        "x-tc-read-only": True,
        "x-tc-pagination": {"offset": "Offset", "limit": "Limit", "maximum": 100, "total": "Total", "items": "Things"},
        "x-tc-waiters": [
            {
                "name": "ThingReady",
                "interval": 0.5,
                "acceptors": [
                    {"state": "success", "path": "Thing.State", "values": ["UP"]},
                    {"state": "failure", "path": "Thing.State", "values": ["DOWN"]},
                    {"state": "retry", "error": "Busy.Now"},
                ],
            },
        ],
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "x", "version": "2018-04-16"},
        "servers": [{"url": "https://x.intl.tencentcloudapi.com"}],
        "tags": [{"name": "x"}],
        "paths": {"/ListThings": {"post": operation}},
        "components": {
            "schemas": {
                "ListThingsRequest": {
                    "type": "object",
                    "properties": {
                        "Offset": {"type": "integer", "x-tc-default": 0},
                        "Limit": {"type": "integer", "minimum": 1, "maximum": 100, "x-tc-default": 20},
                        "Ratio": {"type": "number", "x-tc-default": 1},
                        "Deep": {"type": "boolean", "x-tc-default": False},
                        "States": {"type": "array", "items": {"type": "string", "x-tc-known-values": ["UP", "DOWN"]}},
                        "default": dict(STRING),
                        "enum": dict(STRING),
                    },
                },
                "ListThingsResponse": {
                    "type": "object",
                    "properties": {
                        "Total": {"type": "integer"},
                        "Thing": {"$ref": "#/components/schemas/Thing", "description": "…"},
                        "Things": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}},
                        "RequestId": dict(STRING),
                    },
                    "required": ["Total", "Thing", "Things", "RequestId"],
                },
                "Thing": {
                    "type": "object",
                    "properties": {
                        "State": {"type": "string", "x-tc-known-values": ["UP", "DOWN"], "x-tc-nullable": True},
                        "Since": {"type": "string", "x-tc-type": "Timestamp ISO8601"},
                        "Parts": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}},
                    },
                    "required": ["State"],
                },
            },
            "responses": {"Error": copy.deepcopy(ERROR_RESPONSE)},
        },
    }


def put(node: Any, *path: str | int, value: Any) -> None:
    """Set the value at a path."""
    *steps, last = path
    for step in steps:
        node = node[step]
    node[last] = value


def drop(node: Any, *path: str | int) -> None:
    """Delete the value at a path."""
    *steps, last = path
    for step in steps:
        node = node[step]
    del node[last]


# Each edit invalidates (document, operation, schemas); the rule must report the message.
CASES: list[tuple[Any, Edit, str]] = [
    (references.check_references, lambda _, __, s: drop(s, "Thing"), "unresolved reference '#/components/schemas/Thing'"),
    (references.check_references, lambda d, _, __: drop(d, "components", "responses", "Error"), "responses/Error'"),
    (references.check_references, lambda _, __, s: put(s, "Thing", "properties", "State", value={"$ref": "x.json"}), "'x.json'"),
    (names.check_schema_names, lambda _, __, s: put(s, "THING", value=s["Thing"]), "Thing and THING differ only by case"),
    (names.check_schema_names, lambda _, __, s: put(s, "List_Things_Request", value=s["Thing"]), "map to the same module"),
    (names.check_schema_names, lambda _, __, s: put(s, "___", value=s["Thing"]), "no letter"),
    (
        names.check_property_names,
        lambda _, __, s: put(s, "Thing", "properties", "STATE", value=STRING),
        "State and STATE differ only by case",
    ),
    (
        extensions.check_extensions,
        lambda _, __, s: put(s, "ListThingsResponse", "properties", "Total", "x-tc-secret", value=True),
        "Total/x-tc-secret: must be true or false, on a string",
    ),
    (
        extensions.check_extensions,
        lambda _, __, s: put(s, "Thing", "properties", "State", "x-tc-secret", value={"inferred": "token", "of": "us"}),
        "State/x-tc-secret: must be true or false, on a string",
    ),
    (
        names.check_property_names,
        lambda _, __, s: put(s, "Thing", "properties", "STATE", value=STRING | {"x-tc-name": "since"}),
        "map to the same attribute",
    ),
    (
        names.check_reserved_attributes,
        lambda _, __, s: put(s, "Thing", "properties", "STATE", value=STRING | {"x-tc-name": "extra"}),
        "'extra' must be 'extra_'",
    ),
    (names.check_property_names, lambda _, __, s: put(s, "Thing", "properties", "State_", value=STRING), "map to the same attribute"),
    (names.check_property_names, lambda _, __, s: s["Thing"]["properties"].update(Meta=STRING, Meta_=STRING), "same attribute|Meta"),
    (names.check_reserved_attributes, lambda _, __, s: put(s, "Thing", "properties", "_", value=STRING), "no letter"),
    (schemas.check_inline_schemas, lambda _, __, s: put(s, "Thing", value={"type": "string"}), "must be an object with properties"),
    (schemas.check_inline_schemas, lambda _, __, s: put(s, "Thing", "required", 0, value="Missing"), "'Missing' is not a property"),
    (
        schemas.check_inline_schemas,
        lambda _, __, s: put(s, "Thing", "properties", "In", value={"type": "object"}),
        "Thing/properties/In: is an inline",
    ),
    (schemas.check_inline_schemas, lambda _, __, s: put(s, "Thing", "properties", "In", value={"properties": {}}), "is an inline object"),
    (
        schemas.check_inline_schemas,
        lambda _, __, s: put(s, "Thing", "properties", "Parts", "items", value={"type": "object"}),
        "is an inline object",
    ),
    (schemas.check_inline_schemas, lambda _, __, s: put(s, "Thing", "properties", "In", value={"type": "array"}), "must be an array of"),
    (
        schemas.check_inline_schemas,
        lambda _, __, s: put(s, "Thing", "properties", "In", value={"type": "array", "items": {"type": "array", "items": STRING}}),
        "must be an array of",
    ),
    (schemas.check_inline_schemas, lambda _, __, s: put(s, "Thing", "properties", "In", value={}), "must have a $ref or one of"),
    (
        schemas.check_inline_schemas,
        lambda _, __, s: put(s, "Thing", "properties", "In", value={"type": ["string", "null"]}),
        "must have a $ref",
    ),
    *(
        (
            schemas.check_unsupported_keywords,
            lambda _, __, s, key=key: put(s, "Thing", "properties", "State", key, value=[]),
            f"State/{key}",
        )
        for key in ("default", "enum", "const", "oneOf", "anyOf", "allOf")
    ),
    (
        schemas.check_unsupported_keywords,
        lambda _, __, s: put(s, "Thing", "properties", "State", "format", value="date-time"),
        "date-time",
    ),
    (
        schemas.check_unsupported_keywords,
        lambda _, o, __: put(o, "responses", "200", "content", "application/json", "schema", "oneOf", value=[]),
        "schema/oneOf",
    ),
    (
        schemas.check_header_parameters,
        lambda _, o, __: put(o, "parameters", value=[{"name": "X-TC-Action", "in": "header"}]),
        "X-TC-Action",
    ),
    (
        schemas.check_header_parameters,
        lambda d, _, __: put(d, "components", "parameters", value={"P": {"name": "x-tc-token"}}),
        "x-tc-token",
    ),
    (
        schemas.check_header_parameters,
        lambda d, _, __: put(d, "paths", "/ListThings", "parameters", value=[{"name": "X-TC-Region"}]),
        "Region",
    ),
    (pagination.check_pagination, lambda _, o, __: drop(o, "x-tc-pagination", "items"), "must have the keys"),
    (pagination.check_pagination, lambda _, o, __: put(o, "x-tc-pagination", value=None), "must have the keys"),
    (
        pagination.check_pagination,
        lambda _, o, __: put(o, "x-tc-pagination", "offset", value="Ofset"),
        "'Ofset' is not of type integer",
    ),
    (pagination.check_pagination, lambda _, o, __: put(o, "x-tc-pagination", "limit", value="Ratio"), "'Ratio' is not an integer"),
    (pagination.check_pagination, lambda _, o, __: put(o, "x-tc-pagination", "limit", value="Offset"), "the same property"),
    (
        pagination.check_pagination,
        lambda _, o, __: put(o, "x-tc-pagination", "total", value="Limit"),
        "integer property of the response",
    ),
    (
        pagination.check_pagination,
        lambda _, o, __: put(o, "x-tc-pagination", "maximum", value=101),
        "101 is not a positive integer up to the maximum of Limit",
    ),
    (pagination.check_pagination, lambda _, o, __: put(o, "x-tc-pagination", "items", value="Thing"), "is not an array in the response"),
    (
        pagination.check_pagination,
        lambda _, __, s: put(s, "ListThingsResponse", "properties", "Things", value=STRING),
        "is not an array in the response",
    ),
    (waiters.check_waiters, lambda _, o, __: put(o, "x-tc-waiters", value=[]), "a non-empty list of waiters"),
    (waiters.check_waiters, lambda _, o, __: drop(o, "x-tc-waiters", 0, "interval"), "must have the keys"),
    (waiters.check_waiters, lambda _, o, __: put(o, "x-tc-waiters", 0, "name", value="thing ready"), "a CamelCase name"),
    (waiters.check_waiters, lambda _, o, __: put(o, "x-tc-waiters", 0, "interval", value=0), "above 0"),
    (waiters.check_waiters, lambda _, o, __: o["x-tc-waiters"].append(copy.deepcopy(o["x-tc-waiters"][0])), "duplicate waiter name"),
    (waiters.check_waiters, lambda _, o, __: drop(o, "x-tc-waiters", 0, "acceptors", 0), "has the state success"),
    (
        waiters.check_waiters,
        lambda _, o, __: put(o, "x-tc-waiters", 0, "acceptors", 1, "values", value=["UP"]),
        "an earlier acceptor already matches",
    ),
    (waiters.check_waiters, lambda _, o, __: put(o, "x-tc-waiters", 0, "acceptors", 0, "state", value="done"), "must be one of"),
    (waiters.check_waiters, lambda _, o, __: put(o, "x-tc-waiters", 0, "acceptors", 0, "error", value="Other"), "either an error, or"),
    (
        waiters.check_waiters,
        lambda _, o, __: put(o, "x-tc-waiters", 0, "acceptors", 0, "path", value="Thing.Stat"),
        "not a path to a primitive property",
    ),
    (
        waiters.check_waiters,
        lambda _, o, __: put(o, "x-tc-waiters", 0, "acceptors", 0, "path", value="Thing"),
        "not a path to a primitive property",
    ),
    (
        waiters.check_waiters,
        lambda _, o, __: put(o, "x-tc-waiters", 0, "acceptors", 0, "path", value="Things.State"),
        "not a path to a primitive property",
    ),
    (
        waiters.check_waiters,
        lambda _, o, __: put(o, "x-tc-waiters", 0, "acceptors", 0, "values", value=["UPP"]),
        "'UPP' is not a known value",
    ),
    (waiters.check_waiters, lambda _, o, __: put(o, "x-tc-waiters", 0, "acceptors", 0, "values", value=[]), "a non-empty list of values"),
    (
        waiters.check_waiters,
        lambda _, o, __: put(o, "x-tc-waiters", 0, "acceptors", 2, "error", value="Busy"),
        "'Busy' is not an error code",
    ),
    (identity.check_identity, lambda d, _, __: put(d, "tags", value=[{"name": "x"}, {"name": "y"}]), "#/tags"),
    (identity.check_identity, lambda d, _, __: put(d, "info", "version", value="1.0"), "'1.0' is not a version"),
    (identity.check_identity, lambda d, _, __: put(d, "servers", value=[{"url": "https://y.tencentcloudapi.com"}]), "#/servers"),
    (identity.check_identity, lambda d, _, __: put(d, "servers", value=d["servers"] * 2), "#/servers"),
    (identity.check_identity, lambda _, o, __: put(o, "tags", value=["y"]), "post/tags"),
    (identity.check_identity, lambda _, o, __: put(o, "x-tc-version", value="2019-04-16"), "as in #/info/version"),
    (identity.check_operations, lambda d, _, __: put(d, "paths", value={}), "there are no actions"),
    (identity.check_operations, lambda d, o, __: put(d, "paths", "/ListThings", "get", value=o), "exactly one POST operation"),
    (
        identity.check_operations,
        lambda d, _, __: put(d, "paths", "/list", value=d["paths"].pop("/ListThings")),
        "is not a valid action name",
    ),
    (identity.check_operations, lambda _, o, __: put(o, "operationId", value="List"), "'List' must equal the path name"),
    (identity.check_operations, lambda _, o, __: drop(o, "requestBody"), "schema ListThingsRequest"),
    (identity.check_operations, lambda _, o, __: drop(o, "responses", "200", "content"), "schema ListThingsResponse"),
    (identity.check_operations, lambda _, o, __: drop(o, "responses", "default"), "the error envelope"),
    (extensions.check_extensions, lambda _, o, __: put(o, "x-tc-pagnation", value={}), "unknown extension"),
    (extensions.check_extensions, lambda _, o, __: drop(o, "x-tc-source"), "x-tc-source is missing"),
    (extensions.check_extensions, lambda _, o, __: put(o, "x-tc-offline", value=False), "true, or absent"),
    (extensions.check_extensions, lambda _, o, __: drop(o, "x-tc-source", 0, "updated"), '"updated"'),
    (extensions.check_extensions, lambda _, o, __: drop(o, "x-tc-read-only"), "not marked x-tc-read-only"),
    (extensions.check_extensions, lambda _, o, __: put(o, "x-tc-read-only", value="yes"), "true or false"),
    (
        extensions.check_extensions,
        lambda _, o, __: o.update({"x-tc-read-only": False, "x-tc-secret-read": True}),
        "requires x-tc-read-only",
    ),
    (extensions.check_extensions, lambda _, o, __: put(o, "x-tc-secret-read", value=1), "true or false"),
    (extensions.check_extensions, lambda _, o, __: put(o, "x-tc-client-token", value="Nothing"), "'Nothing' is not a string property"),
    (extensions.check_extensions, lambda _, o, __: put(o, "x-tc-client-token", value=""), "name of a string property"),
    (
        extensions.check_extensions,
        lambda _, o, __: put(o, "x-tc-stream", value={"switch": "Nothing"}),
        "not a boolean property",
    ),
    (extensions.check_extensions, lambda _, o, __: put(o, "x-tc-stream", value={"swich": "Name"}), "all optional"),
    (extensions.check_extensions, lambda _, o, __: put(o, "x-tc-stream", value={"default": "yes"}), "all optional"),
    (extensions.check_extensions, lambda _, o, __: put(o, "x-tc-rate-limit", value=0), "above 0"),
    (extensions.check_extensions, lambda _, o, __: put(o, "x-tc-rate-limit", value=True), "above 0"),
    (extensions.check_extensions, lambda _, o, __: drop(o, "x-tc-region", "only"), "list of regions"),
    (extensions.check_extensions, lambda _, o, __: o["x-tc-errors"].append({"code": "Other"}), "distinct codes"),
    (extensions.check_extensions, lambda _, o, __: put(o, "x-tc-source", value=[]), '"sha256"'),
    (
        extensions.check_extensions,
        lambda _, __, s: put(s, "Thing", "properties", "State", "x-tc-nulable", value=1),
        "unknown extension",
    ),
    (
        extensions.check_extensions,
        lambda _, __, s: put(s, "ListThingsRequest", "properties", "Limit", "x-tc-default", value="20"),
        "the property's type",
    ),
    (
        extensions.check_extensions,
        lambda _, __, s: put(s, "Thing", "properties", "State", "x-tc-known-values", value=["UP", "UP"]),
        "distinct values",
    ),
    (
        extensions.check_extensions,
        lambda _, __, s: put(s, "ListThingsRequest", "properties", "States", "x-tc-known-values", value=["UP"]),
        "on its items",
    ),
    (
        extensions.check_extensions,
        lambda _, __, s: put(s, "Thing", "properties", "Since", "type", value="integer"),
        "a type name from a page",
    ),
    (
        unknowns.check_unknown_facts,
        lambda _, o, __: o.update({"x-tc-unknown": [{"fact": "region", "line": 7, "reason": "lost"}]}),
        "region is unknown: lost",
    ),
]


def test_good_document() -> None:
    """A valid document has no problems."""
    assert lint(good()) == []
    assert list(validate(good())) == []


@pytest.mark.parametrize(
    ("rule", "edit", "message"),
    CASES,
    ids=[f"{number}-{rule.__name__}" for number, (rule, _, _) in enumerate(CASES)],
)
def test_violation(rule: Any, edit: Edit, message: str) -> None:
    """Each rule reports its violation, and `lint` runs every rule."""
    document = good()
    edit(document, document["paths"]["/ListThings"]["post"], document["components"]["schemas"])
    found = [str(problem) for problem in rule(document)]
    assert any(part in problem for problem in found for part in message.split("|")), found
    assert {str(problem) for problem in lint(document)} >= set(found)


def test_given_name() -> None:
    """`x-tc-name` separates two properties that map to one attribute."""
    document = good()
    document["components"]["schemas"]["Thing"]["properties"]["STATE"] = STRING | {"x-tc-name": "state_2"}
    assert lint(document) == []


def test_optional_facts() -> None:
    """An action without region and error codes passes, as definitions state neither."""
    document = good()
    operation = document["paths"]["/ListThings"]["post"]
    operation["x-tc-waiters"][0]["acceptors"] = [row for row in operation["x-tc-waiters"][0]["acceptors"] if "error" not in row]
    for key in ("x-tc-region", "x-tc-errors"):
        del operation[key]
    assert lint(document) == []


def test_every_rule_has_a_case() -> None:
    """Every rule has a case; unknown facts have a test module of their own."""
    assert {rule for rule, _, _ in CASES} | {check_unknown_facts} == set(RULES)


def test_reserved_attribute(monkeypatch: pytest.MonkeyPatch) -> None:
    """A property with a reserved name is rejected if the naming rule does not append an underscore."""
    from generator import naming

    document = good()
    document["components"]["schemas"]["Thing"]["properties"]["ToDict"] = STRING
    assert list(names.check_reserved_attributes(document)) == []
    monkeypatch.setattr(naming, "attribute_name", naming.snake_case)
    (problem,) = names.check_reserved_attributes(document)
    assert "'to_dict', a reserved name of models" in str(problem)


@pytest.mark.parametrize("document", [{}, {"paths": []}, {"paths": {"/A": 1}, "components": {"schemas": {"A": 1}}}, {"components": 1}])
def test_any_document(document: Any) -> None:
    """The lint raises no exception for invalid documents."""
    assert lint(document)
    assert list(validate({"openapi": "3.1.0", **document}))


def places(node: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the paths of all values in a document."""
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [place for key, child in children for place in ((*path, key), *places(child, (*path, key)))]


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(
    st.sampled_from(places(good())),
    st.recursive(
        st.none() | st.booleans() | st.integers(-1, 200) | st.sampled_from(["", "x", "State", "object", "array", "string", "$ref"]),
        lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["type", "items", "properties", "$ref", "x-y"]), inner),
        max_leaves=4,
    ),
)
def test_any_value_anywhere(place: tuple[str | int, ...], value: Any) -> None:
    """No value at any location makes a rule raise an exception."""
    document = good()
    put(document, *place, value=value)
    assert all(problem.what for problem in [*lint(document), *validate(document)])
