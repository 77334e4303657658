"""Responses from schemas."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tencentkit.testing._service.schema_check import SchemaValidator
from tencentkit.testing._service.synthesis import ResponseSynthesizer, documented

REFERENCE = "#/components/schemas/"
SCHEMAS: dict[str, Any] = {
    "GetResponse": {
        "type": "object",
        "properties": {
            "Name": {"type": "string"},
            "Kind": {"type": "string", "x-tc-known-values": ["BLUE", "RED"]},
            "Count": {"type": "integer", "minimum": 3, "maximum": 4},
            "Ratio": {"type": "number"},
            "Open": {"type": "boolean"},
            "Since": {"type": "string", "x-tc-type": "Timestamp"},
            "Day": {"type": "string", "x-tc-type": "Date"},
            "Data": {"type": "string", "x-tc-type": "Binary"},
            "Free": {"type": "object"},
            "Names": {"type": "array", "items": {"type": "string"}},
            "Node": {"$ref": f"{REFERENCE}Node"},
            "RequestId": {"type": "string"},
        },
        "required": ["Name", "Node", "RequestId"],
    },
    "Node": {
        "type": "object",
        "properties": {
            "Id": {"type": "string"},
            "Parent": {"$ref": f"{REFERENCE}Node", "x-tc-nullable": True},
            "Children": {"type": "array", "items": {"$ref": f"{REFERENCE}Node"}},
            "Next": {"$ref": f"{REFERENCE}Node"},
        },
        "required": ["Id", "Parent", "Children"],
    },
}


@pytest.fixture
def synthesizer() -> ResponseSynthesizer:
    return ResponseSynthesizer(SCHEMAS, 0)


def test_every_field_has_a_value(synthesizer: ResponseSynthesizer) -> None:
    """Each field has a value of its type in the documented range; a type that contains itself ends."""
    response = synthesizer.response("Get")
    assert response.keys() == SCHEMAS["GetResponse"]["properties"].keys() - {"RequestId"}
    SchemaValidator(SCHEMAS).check_response("Get", {**response, "RequestId": "r"})
    assert (response["Kind"], response["Count"] in (3, 4), response["Data"], response["Free"]) == ("BLUE", True, "", {})
    assert re.fullmatch(r"20\d\d-\d\d-\d\d \d\d:\d\d:\d\d", response["Since"])
    assert re.fullmatch(r"20\d\d-\d\d-\d\d", response["Day"])
    assert response["Node"].keys() == {"Id", "Parent", "Children"}
    assert (response["Node"]["Parent"], response["Node"]["Children"]) == (None, [])


def test_items_differ(synthesizer: ResponseSynthesizer) -> None:
    """The items of a listing have different ids."""
    assert len({synthesizer.item("Node", number)["Id"] for number in range(100)}) == 100


def test_missing_fields_are_added(synthesizer: ResponseSynthesizer) -> None:
    """Required fields are added at any depth, and others are kept."""
    completed = synthesizer.with_required_fields("GetResponse", {"Name": "n", "Node": {"Id": "i", "Other": 1}}, "Get")
    assert completed["Name"] == "n"
    assert completed["Node"] == {"Id": "i", "Other": 1, "Parent": None, "Children": []}
    assert "Kind" not in completed


def test_documented_fields_remain() -> None:
    """Fields that the schema lacks are left out at any depth."""
    content = {"Name": "n", "New": 1, "Node": {"Id": "i", "New": 1, "Children": [{"Id": "j", "New": 1}]}}
    assert documented(SCHEMAS, "GetResponse", content) == {"Name": "n", "Node": {"Id": "i", "Children": [{"Id": "j"}]}}
