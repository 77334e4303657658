from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tencentkit.testing._fake.installed_products import installed_product
from tencentkit.testing._service.schema_check import SchemaValidator, SchemaViolation
from tencentkit.testing._service.service_error import ServiceError

VALIDATOR = SchemaValidator(
    {
        "GetRequest": {
            "type": "object",
            "properties": {
                "Limit": {"type": "integer", "minimum": 1, "maximum": 100},
                "Pair": {"$ref": "#/components/schemas/Pair"},
            },
        },
        "Pair": {"type": "object", "properties": {"Key": {"type": "string", "x-tc-observed": {"missing": True}}}, "required": ["Key"]},
        "GetResponse": {
            "type": "object",
            "properties": {
                "type": {"type": "string", "x-tc-nullable": True},
                "Item": {"$ref": "#/components/schemas/Item", "x-tc-nullable": True},
                "Sums": {"type": "array", "items": {"type": "integer", "maximum": 9, "x-tc-observed": {"null": True, "maximum": True}}},
                "Size": {"type": "integer", "x-tc-observed": {"missing": True, "string": True}},
            },
            "required": ["type", "Item", "Size"],
        },
        "Item": {"type": "object", "properties": {"Name": {"type": "string"}}, "required": ["Name"]},
    }
)


@pytest.mark.parametrize("value", [0, 101])
@pytest.mark.parametrize(
    ("documented", "code"),
    [(("InvalidParameterValue.Limit",), "InvalidParameterValue.Limit"), ((), "InvalidParameterValue")],
)
def test_value_out_of_range(value: int, documented: tuple[str, ...], code: str) -> None:
    """The code is specific to the parameter if the page lists it, else the class alone."""
    with pytest.raises(ServiceError) as caught:
        VALIDATOR.check_request("Get", {"Limit": value}, documented)
    assert caught.value.code == code
    VALIDATOR.check_request("Get", {"Limit": 100}, documented)


@pytest.mark.parametrize(
    "result",
    [
        {"type": None, "Item": None},
        {"type": "t", "Item": {"Name": "n"}},
        {"type": "t", "Item": None, "Size": "3", "Sums": [None, 10]},
    ],
)
def test_nullable_fields(result: dict[str, Any]) -> None:
    """Nullable fields may be null, and observed values are accepted; a field may have the name of a keyword."""
    VALIDATOR.check_response("Get", result)


@pytest.mark.parametrize(
    "result",
    [
        {"type": 1, "Item": None},
        {"type": "t", "Item": None, "Size": None},
        {"type": "t", "Item": {}},
        {"type": "t", "Item": {"Name": "n", "More": 1}},
        {},
    ],
)
def test_invalid_responses(result: dict[str, Any]) -> None:
    """Missing, mistyped and undocumented fields raise `SchemaViolation`, also in nested objects."""
    with pytest.raises(SchemaViolation):
        VALIDATOR.check_response("Get", result)


def test_requests_are_not_widened() -> None:
    """An observation in responses does not change what a request requires."""
    with pytest.raises(ServiceError) as caught:
        VALIDATOR.check_request("Get", {"Pair": {}}, ())
    assert caught.value.code == "MissingParameter"


def test_regions_of_an_action(call: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """A region that the row of the action does not list is an error."""
    rows = installed_product("scf").emulated.rows
    monkeypatch.setitem(rows, "ListAsyncEvents", rows["ListAsyncEvents"]._replace(regions=("ap-shanghai",)))
    assert call(x_tc_region="ap-shanghai")["TotalCount"] == 0
    assert call(x_tc_region="ap-guangzhou") == "UnsupportedRegion"
