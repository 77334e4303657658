from __future__ import annotations

from typing import Any

import pytest

from tests.generator.transcribe.pages import LIST, after, document, read

NAMESPACE = "Namespace No String Namespace of the function."


@pytest.mark.parametrize(
    ("cells", "facts"),
    [
        ("String Valid values: A, B-2, c.d.", {"x-tc-known-values": ["A", "B-2", "c.d"]}),
        ("String Valid values: `A`, `B` and `C`. More text: x", {"x-tc-known-values": ["A", "B", "C"]}),
        ("String Valid values: A (the first), B (the second).", {}),
        ("String Valid values: see the list.", {}),
        ("String Valid values: 1. The first 2. The second", {}),
        ("String Valid values: A; B. More", {"x-tc-known-values": ["A", "B"]}),
        ("String Default value: a.b. Or so", {"x-tc-default": "a.b"}),
        ('String Default value: "x"', {"x-tc-default": "x"}),
        ("String Default value: the current time.", {}),
        ("String Default value: null.", {}),
        ("String Maximum value: 5", {}),
        ("Integer Valid values: 1, 2/3; 4", {"x-tc-known-values": [1, 2, 3, 4]}),
        ("Integer Valid values: one, two", {}),
        ("Integer Default value: -1; minimum value: -1, really", {"x-tc-default": -1}),
        ("Integer Default value: 20. Maximum value: 1,000.", {"maximum": 1000, "x-tc-default": 20}),
        ("Integer Minimum value: 1. Maximum value: 9", {"minimum": 1, "maximum": 9}),
        ("Integer Value range: [1, 100]. Default value: 10.", {"minimum": 1, "maximum": 100, "x-tc-default": 10}),
        ("Integer Value range: 1-100", {"minimum": 1, "maximum": 100}),
        ("Integer Value range: 1 to 1,000.", {"minimum": 1, "maximum": 1000}),
        ("Integer Value range: (0, 100]", {}),
        ("Integer Maximum value: 0.5", {}),
        ("Float Value range: [0.5, 1]. Default value: 0.75", {"minimum": 0.5, "maximum": 1, "x-tc-default": 0.75}),
        ("Boolean Default value: TRUE", {"x-tc-default": True}),
        ("Boolean Default value: yes", {}),
        ("String It defaults to x, at most 5.", {}),
        ("String Note: this field may return null, indicating nothing.", {"x-tc-nullable": True}),
        ("String Creation TimeNote: This field may return `null`.", {"x-tc-nullable": True}),
        ("Thing Default value: x. This field may return null.", {"x-tc-nullable": True}),
        ("Integer How many. It defaults to 20, at most 100 are sent.", {"x-tc-default": 20}),
        ("Integer Page size. Default is 20. Maximum value is 100.", {"maximum": 100, "x-tc-default": 20}),
        ("Integer How long. Default is 20 seconds, with a maximum value of 60 seconds.", {}),
        ("Integer Seconds, with a default value of 5.", {"x-tc-default": 5}),
        ("String Zone. Default is the current one.", {}),
        ("Integer 页大小，默认为 20，最大值为 100。", {"maximum": 100, "x-tc-default": 20}),
        ("Integer 超时，默认为20秒。", {}),
        ("Integer 偏移量，默认为0 示例值：5", {"x-tc-default": 0}),
        ("Integer 默认值：1；最小值：1。最大值：9", {"minimum": 1, "maximum": 9, "x-tc-default": 1}),
        ("Integer 取值范围：[1, 100]。", {"minimum": 1, "maximum": 100}),
        ("Integer 取值范围为 1~100。", {"minimum": 1, "maximum": 100}),
        ("String 排序方式。可选值：ASC、DESC。默认值：DESC。", {"x-tc-default": "DESC", "x-tc-known-values": ["ASC", "DESC"]}),
        ("String 取值：A，B 或 C。", {"x-tc-known-values": ["A", "B", "C"]}),
        ("String 取值：A（第一个），B（第二个）。", {}),
        ("String 命名空间 默认值: default 示例值:default", {"x-tc-default": "default"}),
        ("Boolean 是否开启，默认为 false。", {"x-tc-default": False}),
        ("String 注意：此字段可能返回 null，表示取不到有效值。", {"x-tc-nullable": True}),
        ("String Deprecated. Use the other one.", {"deprecated": True}),
        ("String (Deprecated) Old name.", {"deprecated": True}),
        ("String A name. This field has been deprecated; use Other.", {"deprecated": True}),
        ("String Valid values: A, B (deprecated).", {}),
        ("String 已弃用，请使用另一个。", {"deprecated": True}),
        ("String 名称。该字段已废弃。", {"deprecated": True}),
        ("Thing **This field is deprecated.**", {"deprecated": True}),
    ],
)
def test_stated_facts(cells: str, facts: dict[str, Any]) -> None:
    """Plain statements in a description become facts, and ambiguous ones do not."""
    assert _facts(cells) == facts


@pytest.mark.parametrize(
    ("lines", "values"),
    [
        (("Valid values:", "A", "B"), None),
        (("Valid values: A, B", "C, D"), None),
        (("Valid values: A, B", "- C"), None),
        (("Valid values: A, B,", "C."), None),
        (("Valid values: A, B", "Note: this field may be empty."), ["A", "B"]),
        (("Valid values: A, B", "", "C, D"), ["A", "B"]),
        (("Valid values: A, B", "It may be empty."), ["A", "B"]),
    ],
)
def test_list_over_several_lines(lines: tuple[str, ...], values: list[str] | None) -> None:
    """A list of values that may continue on the next line is not a fact."""
    page = after(LIST, NAMESPACE, *lines)
    schema = document(page)["components"]["schemas"]["ListAsyncEventsRequest"]["properties"]["Namespace"]
    assert schema.get("x-tc-known-values") == values


def test_facts_of_an_array() -> None:
    """Known values of an array apply to its items, and its defaults and limits are ambiguous."""
    assert _facts("Array of String Valid values: A, B. Default value: A") == {"items": {"type": "string", "x-tc-known-values": ["A", "B"]}}


def test_facts_on_later_lines() -> None:
    """Statements on any line of a cell count."""
    page = after(LIST, NAMESPACE, "", "Default value: default", "May return null: no. It may return null")
    schema = document(page)["components"]["schemas"]["ListAsyncEventsRequest"]["properties"]["Namespace"]
    assert schema == {"type": "string", "x-tc-default": "default", "x-tc-nullable": True}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Default value: 1. Default value: 2.", None),
        ("Maximum value: 1. Value range: [0, 2].", 0),
        ("Valid values: 1, 2. Valid values: 2, 3.", None),
        ("Minimum value: 2. Maximum value: 1.", None),
    ],
)
def test_contradictions(text: str, value: int | None) -> None:
    """A contradictory description gives no fact and is reported."""
    page = read(after(LIST, NAMESPACE, f"Extra No Integer {text}"))
    (extra,) = [row for row in page.inputs if row.name == "Extra"]
    assert (extra.prose.default, extra.prose.minimum, extra.prose.maximum, extra.prose.known_values) == (None, value, None, ())
    assert {(one.fact.rpartition(".")[0], one.line) for one in page.unknown} == {("inputs.Extra", 31)}


def _facts(cells: str) -> dict[str, Any]:
    name = "Extra.N" if cells.startswith("Array") else "Extra"
    page = after(LIST, NAMESPACE, f"{name} No {cells}")
    schema = document(page)["components"]["schemas"]["ListAsyncEventsRequest"]["properties"]["Extra"]
    return {key: value for key, value in schema.items() if key not in {"type", "$ref"}}
