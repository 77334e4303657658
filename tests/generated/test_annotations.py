"""Values of documented responses against the annotations of the models."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tencentkit_api.scf import models
from tests.generator.products.conformance import attributes, fits, mismatches

SPEC = json.loads((Path(__file__).parents[2] / "spec/scf/2018-04-16/openapi.json").read_text(encoding="utf-8"))
RESPONSES = [
    pytest.param(path[1:], example["value"]["Response"], id=f"{path[1:]}-{name}")
    for path, item in SPEC["paths"].items()
    for name, example in item["post"]["responses"]["200"]["content"]["application/json"].get("examples", {}).items()
]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize(("action", "content"), RESPONSES)
def test_documented_values_fit(action: str, content: dict[str, Any]) -> None:
    """Each attribute of each documented response of SCF has a value of its annotated type."""
    read = getattr(models, f"{action}Response").from_dict(content)
    assert list(mismatches(read, action)) == []
    assert read.to_dict() == content


def test_mismatch_is_found() -> None:
    """Missing, null and mistyped values are reported, also in nested models and in lists."""
    page = models.ListAsyncEventsResponse.from_dict({"TotalCount": True, "EventList": [{"Status": 3, "Qualifier": "1"}, None]})
    found = [line.partition(":")[0] for line in mismatches(page, "page")]
    event = [f"page.event_list.{name}" for name in ("invoke_request_id", "invoke_type", "status", "start_time", "end_time")]
    assert found == ["page.total_count", "page.event_list", *event, "page.request_id"]
    assert len(list(attributes(page))) == 9


@pytest.mark.parametrize(
    ("value", "hint", "expected"),
    [
        (1, float, True),
        (True, float, False),
        (True, int, False),
        (1.0, int, False),
        ([1, "a"], list[int | str], True),
        ([None], list[int], False),
        ({}, dict[str, Any], True),
        (None, int | None, True),
    ],
)
def test_types_of_values(value: Any, hint: Any, expected: bool) -> None:  # noqa: FBT001
    """A boolean is no integer; an integer is a float."""
    assert fits(value, hint) is expected
