"""Observed types: values of documented examples that the documented type excludes."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from generator.spec.build import build
from generator.spec.document import ERROR_RESPONSE, reference
from generator.spec.files import write_whole
from generator.spec.observations import documented_form, observe, settle, standard_form
from generator.spec.problems import SpecRefused

ROOT = Path(__file__).parents[3]
TEXT, NUMBER = {"type": "string"}, {"type": "integer", "minimum": 1, "maximum": 10}
PROPERTIES = {
    "Name": TEXT,
    "Count": NUMBER,
    "Ratio": {"type": "number"},
    "Part": reference("Part"),
    "Parts": {"type": "array", "items": reference("Part")},
    "Words": {"type": "array", "items": TEXT},
    "Note": TEXT | {"x-tc-nullable": True},
    "RequestId": TEXT,
}
WHOLE: dict[str, Any] = {"Name": "n", "Count": 1, "Ratio": 1, "Part": {"Id": "p"}, "Parts": [], "Words": [], "Note": None, "RequestId": "r"}


def facts(*responses: Any, request: Any = None) -> dict[str, Any]:
    """Return a facts document of one action with these responses."""

    def content(schema: Any, values: Any) -> Any:
        shown = {f"Example{number}": {"value": value} for number, value in enumerate(values, start=1)}
        return {"application/json": {"schema": schema, "examples": shown} if shown else {"schema": schema}}

    envelope = {"type": "object", "properties": {"Response": reference("ReadResponse")}, "required": ["Response"]}
    operation = {
        "operationId": "Read",
        "tags": ["demo"],
        "requestBody": {"required": True, "content": content(reference("ReadRequest"), [request] if request else [])},
        "responses": {
            "200": {"description": "d", "content": content(envelope, [{"Response": value} for value in responses])},
            "default": {"$ref": "#/components/responses/Error"},
        },
        "x-tc-version": "2020-01-01",
        "x-tc-region": {"required": False, "only": []},
        "x-tc-source": [{"kind": "definitions", "title": "t", "sha256": "0"}],
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": "demo", "version": "2020-01-01"},
        "servers": [{"url": "https://demo.tencentcloudapi.com"}],
        "tags": [{"name": "demo"}],
        "paths": {"/Read": {"post": operation}},
        "components": {
            "schemas": (
                {
                    "Part": {"type": "object", "properties": {"Id": TEXT}, "required": ["Id"]},
                    "ReadRequest": {"type": "object", "properties": {"Part": reference("Part")}},
                    "ReadResponse": {"type": "object", "properties": PROPERTIES, "required": list(PROPERTIES)},
                }
            ),
            "responses": {"Error": ERROR_RESPONSE},
        },
    }
    # As from a file: nothing is shared.
    result: dict[str, Any] = json.loads(json.dumps(document))
    return result


def observed(document: dict[str, Any]) -> dict[str, list[str]]:
    """Return the observations by property."""
    found: dict[str, list[str]] = {}
    for schema in document["components"]["schemas"].values():
        for name, node in schema["properties"].items():
            for place, each in ((name, node), (f"{name}[]", node.get("items", {}))):
                if "x-tc-observed" in each:
                    found[place] = list(each["x-tc-observed"])
    return found


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, {}),
        ({"Name": ...}, {"Name": ["missing"]}),
        ({"Name": None}, {"Name": ["null"]}),
        ({"Name": 3}, {"Name": ["integer"]}),
        ({"Name": {"a": 1}}, {"Name": ["object"]}),
        ({"Count": "23"}, {"Count": ["string"]}),
        ({"Count": True}, {"Count": ["boolean"]}),
        ({"Count": 1.0}, {"Count": ["number"]}),
        ({"Count": 0}, {"Count": ["minimum"]}),
        ({"Count": 11}, {"Count": ["maximum"]}),
        ({"Ratio": 2.5}, {}),
        ({"Part": None}, {"Part": ["null"]}),
        ({"Part": []}, {"Part": ["array"]}),
        ({"Part": {}}, {"Id": ["missing"]}),
        ({"Parts": None}, {"Parts": ["null"]}),
        ({"Parts": [None, {"Id": 3}]}, {"Parts[]": ["null"], "Id": ["integer"]}),
        ({"Parts": "x"}, {"Parts": ["string"]}),
        ({"Words": [1, None]}, {"Words[]": ["null", "integer"]}),
        ({"Note": ...}, {"Note": ["missing"]}),
        ({"New": 1}, {}),
    ],
    ids=str,
)
def test_observations(change: dict[str, Any], expected: dict[str, list[str]]) -> None:
    """Each value outside the documented type is noted; afterwards the example validates and the documented form is unchanged."""
    value = {name: item for name, item in (WHOLE | change).items() if item is not ...}
    document = facts(value)
    before = copy.deepcopy(document)
    observe(document)
    assert settle(document) == []
    assert observed(document) == expected
    standard = standard_form(document)
    assert documented_form(standard) == document
    for schema in document["components"]["schemas"].values():
        for node in schema["properties"].values():
            node.pop("x-tc-observed", None)
            node.get("items", {}).pop("x-tc-observed", None)
    assert document == before


OVERLAY = """
overlay: 1.0.0
info: {title: t, version: 1.0.0}
extends: converted.json
actions:
"""


def built(folder: Path, document: dict[str, Any], *actions: dict[str, Any]) -> dict[str, Any]:
    """Build the document with an overlay of these actions."""
    spec = folder / "demo/2020-01-01"
    spec.mkdir(parents=True)
    write_whole(spec / "converted.json", document)
    rows = actions or ({"target": "$.info", "description": "Needs one.", "update": {"description": "d"}},)
    (spec / "overlay.yaml").write_text(OVERLAY + "".join(f"  - {json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return build(spec)


def correction(target: str, update: Any) -> dict[str, Any]:
    return {"target": f"$.components.schemas.{target}", "description": "Known.", "update": update}


def test_standard_form(tmp_path: Path) -> None:
    """The built schemas are plain OpenAPI 3.1: alternatives of types, fewer required names, documented nulls."""
    schema = built(tmp_path, facts(WHOLE | {"Part": None, "Count": "3"}, {"Name": "n", "RequestId": "r"}))["components"]["schemas"][
        "ReadResponse"
    ]
    assert schema["required"] == ["Name", "RequestId"]
    assert schema["properties"]["Note"]["type"] == ["string", "null"]
    assert schema["properties"]["Count"]["type"] == ["integer", "string"]
    assert schema["properties"]["Part"]["anyOf"] == [reference("Part"), {"type": "null"}]


def test_overlay_denies(tmp_path: Path) -> None:
    """A denied observation does not widen the type, and `build` refuses the example that shows it, with file, path and advice."""
    denial = correction("ReadResponse.properties.Count", {"x-tc-observed": {"string": False}})
    with pytest.raises(SpecRefused) as caught:
        built(tmp_path / "one", facts(WHOLE | {"Count": "3"}), denial)
    [problem] = caught.value.problems
    where = "#/paths/~1Read/post/responses/200/content/application~1json/examples/Example1/value"
    assert str(caught.value).startswith(f"{tmp_path / 'one/demo/2020-01-01/openapi.json'}: {where}/Response/Count: ")
    assert problem.what == (
        '"3" violates type of its schema; correct or remove the example, or state its value in overlay.yaml with x-tc-observed'
    )
    removal = {
        "target": "$.paths['/Read'].post.responses['200'].content['application/json'].examples",
        "description": "Wrong.",
        "remove": True,
    }
    result = built(tmp_path / "two", facts(WHOLE | {"Count": "3"}), denial, removal)
    assert result["components"]["schemas"]["ReadResponse"]["properties"]["Count"] == NUMBER


def test_overlay_confirms(tmp_path: Path) -> None:
    """An overlay may state a value that no example has, and correct the type itself."""
    actions = [
        correction("ReadResponse.properties.Name", {"x-tc-observed": {"null": True}}),
        correction("ReadResponse.properties.Ratio", {"type": "string"}),
    ]
    properties = built(tmp_path, facts(WHOLE | {"Ratio": "1"}), *actions)["components"]["schemas"]["ReadResponse"]["properties"]
    assert properties["Name"]["type"] == ["string", "null"]
    assert properties["Ratio"] == TEXT


def test_malformed_observation(tmp_path: Path) -> None:
    """An unknown kind of value is refused."""
    with pytest.raises(SpecRefused, match="properties/Name/x-tc-observed: must map missing, null, boolean"):
        built(tmp_path, facts(WHOLE), correction("ReadResponse.properties.Name", {"x-tc-observed": {"nulls": True}}))


def test_own_examples_do_not_widen(tmp_path: Path) -> None:
    """An example of an overlay is no observation: `build` refuses it if it contradicts the schema."""
    shown = {"target": "$.paths['/Read'].post.responses['200'].content['application/json']", "description": "Ours."}
    example = {"examples": {"Own": {"value": {"Response": {"Name": "n"}}}}}
    with pytest.raises(SpecRefused, match="examples/Own/value/Response: Count is missing, which the schema requires"):
        built(tmp_path, facts(WHOLE), shown | {"update": example})


@pytest.mark.parametrize(
    ("document", "where", "what"),
    [
        (
            facts(WHOLE, request={"Part": {}}),
            "requestBody.*/value/Part",
            "Id is missing, which the schema requires; correct or remove the example",
        ),
        (facts({"Error": {"Code": "c", "Message": "m"}}), "responses/200.*/value/Response", "Name is missing"),
    ],
    ids=["request", "error"],
)
def test_refused_examples(document: dict[str, Any], where: str, what: str, tmp_path: Path) -> None:
    """Requests are never widened, and an error is no example of a result."""
    with pytest.raises(SpecRefused, match=f"{where}: {what}"):
        built(tmp_path, document)


def test_reason_inside_alternatives(tmp_path: Path) -> None:
    """The reason names the property inside a nullable object."""
    document = facts(WHOLE, request={"Part": {"Id": 3}})
    document["components"]["schemas"]["ReadRequest"]["properties"]["Part"]["x-tc-nullable"] = True
    with pytest.raises(SpecRefused, match="3 violates type of its schema"):
        built(tmp_path, document)


def test_committed_document() -> None:
    """The forms of SCF's document convert into each other, and its documented examples need no wider type."""
    document = json.loads((ROOT / "spec/scf/2018-04-16/openapi.json").read_bytes())
    assert standard_form(documented_form(document)) == document
    assert observed(document) == {}


def test_items_of_observed_arrays() -> None:
    """An observed array has `items`, which public linters require, and the documented form has none."""
    properties = {
        "Text": {"type": "string", "x-tc-observed": {"array": True}},
        "Part": {"$ref": "#/components/schemas/T", "x-tc-observed": {"array": True}},
    }
    document = {"components": {"schemas": {"T": {"type": "object", "properties": properties}}}}
    standard = standard_form(document)
    widened = standard["components"]["schemas"]["T"]["properties"]
    assert (widened["Text"]["type"], widened["Text"]["items"]) == (["string", "array"], {})
    assert widened["Part"]["anyOf"][1] == {"type": "array", "items": {}}
    assert documented_form(standard) == document
