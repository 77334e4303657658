from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tencentkit.testing._service import dispatch as _service
from tencentkit.testing._service.refusal import Refusal
from tencentkit.testing._service.schema_check import Schemas, SchemaViolation

SCHEMAS = Schemas(
    {
        "GetRequest": {
            "type": "object",
            "properties": {"Limit": {"type": "integer", "minimum": 1, "maximum": 100}},
        },
        "GetResponse": {
            "type": "object",
            "properties": {
                "type": {"type": "string", "x-tc-nullable": True},
                "Item": {"$ref": "#/components/schemas/Item", "x-tc-nullable": True},
            },
            "required": ["type", "Item"],
        },
        "Item": {"type": "object", "properties": {"Name": {"type": "string"}}, "required": ["Name"]},
    }
)


@pytest.mark.parametrize("value", [0, 101])
@pytest.mark.parametrize(
    ("documented", "code"),
    [(("InvalidParameterValue.Limit",), "InvalidParameterValue.Limit"), ((), "InvalidParameterValue")],
)
def test_a_range_of_the_schema_is_refused_with_the_pages_code(value: int, documented: tuple[str, ...], code: str) -> None:
    """The parameter's own code where the page lists one, the bare class elsewhere."""
    with pytest.raises(Refusal) as caught:
        SCHEMAS.check_request("Get", {"Limit": value}, documented)
    assert caught.value.code == code
    SCHEMAS.check_request("Get", {"Limit": 100}, documented)


@pytest.mark.parametrize("result", [{"type": None, "Item": None}, {"type": "t", "Item": {"Name": "n"}}])
def test_a_nullable_field_may_be_null(result: dict[str, Any]) -> None:
    """Whether it is a plain one or a model; and a field may be named like a keyword."""
    SCHEMAS.check_response("Get", result)


@pytest.mark.parametrize(
    "result",
    [{"type": 1, "Item": None}, {"type": "t", "Item": {}}, {"type": "t", "Item": {"Name": "n", "More": 1}}, {}],
)
def test_an_answer_holds_what_is_promised_and_nothing_else(result: dict[str, Any]) -> None:
    """Missing, mistyped and undocumented fields are bugs of the fake, in nested objects, too."""
    with pytest.raises(SchemaViolation):
        SCHEMAS.check_response("Get", result)


def test_an_action_may_be_served_in_some_regions_only(ask: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where its row lists regions, any other is refused."""
    row = _service.ROWS["ListAsyncEvents"]._replace(regions=("ap-shanghai",))
    monkeypatch.setitem(_service.ROWS, "ListAsyncEvents", row)
    assert ask(x_tc_region="ap-shanghai")["TotalCount"] == 0
    assert ask(x_tc_region="ap-guangzhou") == "UnsupportedRegion"
