from __future__ import annotations

import pytest

from tests.generator.transcribe.pages import LIST, STATUS, after, document, edited, inputs, line_of, outputs, read, refusal

NAMESPACE = "Namespace No String Namespace of the function."
QUALIFIER = "Qualifier No String Only events of this function version."
TOTAL = "TotalCount Integer Total number of matching events on all pages."
RESULT = "Result AsyncEventStatus Status of the invocation."
REGION = "Region No String Common parameter. This action can do without it."
ACTION = "Action Yes String Common parameter. Always: ListAsyncEvents."


def test_continuation_lines() -> None:
    """A line that is not a row continues the cell above, over blank lines, lists and numbers."""
    more = ["Note: one more line.", "", "- a bullet", "1. a number", "Valid for now", "`off`: No"]
    page = read(after(LIST, NAMESPACE, *more))
    assert list(inputs(page)) == list(inputs(read(LIST)))
    assert inputs(page)["Namespace"].description == (
        "Namespace of the function.\nNote: one more line.\n\n- a bullet\n1. a number\nValid for now\n`off`: No"
    )
    assert inputs(page)["Qualifier"].description == "Only events of this function version."


def test_blank_line_below_row() -> None:
    """A blank line inside a cell does not end the table."""
    page = read(after(STATUS, RESULT, "", "It is empty at first,", "", "later it is not."))
    assert outputs(page)["Result"].description == "Status of the invocation.\n\nIt is empty at first,\n\nlater it is not."
    assert list(outputs(page)) == ["Result", "RequestId"]


@pytest.mark.parametrize(
    ("row", "schema"),
    [
        ("Code Yes Code Function code.", {"$ref": "#/components/schemas/Code"}),
        ("Type Yes String Type of trigger.", {"type": "string"}),
        ("Value No String", {"type": "string"}),
        ("Format No Float 0.5 or so", {"type": "number"}),
        ("Async No Boolean", {"type": "boolean"}),
        ("Filters.N No Array of Filter Filters", {"type": "array", "items": {"$ref": "#/components/schemas/Filter"}}),
        ("Filters No Array of Filter Filters", {"type": "array", "items": {"$ref": "#/components/schemas/Filter"}}),
        ("From No Timestamp Since when", {"type": "string", "x-tc-type": "Timestamp"}),
        ("From No Timestamp ISO8601 Since when", {"type": "string", "x-tc-type": "Timestamp ISO8601"}),
        ("From No Timestamp ISO8601-like text", {"type": "string", "x-tc-type": "Timestamp"}),
        ("Days.N No Array of Date Days", {"type": "array", "items": {"type": "string", "x-tc-type": "Date"}}),
        ("Config Yes AsyncTriggerConfig Async Config", {"$ref": "#/components/schemas/AsyncTriggerConfig"}),
        ("hadAutoFixVul No Integer In lower case", {"type": "integer"}),
        ("Kind No String\tText behind a tab", {"type": "string"}),
    ],
)
def test_input_rows(row: str, schema: dict[str, object]) -> None:
    """An input row is a name, Yes or No, a type and an optional description."""
    page = after(LIST, NAMESPACE, row)
    name = row.partition(" ")[0].removesuffix(".N")
    request = document(page)["components"]["schemas"]["ListAsyncEventsRequest"]
    assert request["properties"][name] == schema
    assert (name in request["required"]) == (row.split()[1] == "Yes")


@pytest.mark.parametrize(
    "row",
    ["Type String Kind of it.", "Value Float", "Since Timestamp ISO8601 x", "Names Array of String x", "Parts Array of Part Parts"],
)
def test_output_rows(row: str) -> None:
    """An output of a primitive type or an array is a row by its type alone."""
    assert row.partition(" ")[0] in outputs(read(after(LIST, TOTAL, row)))


def test_output_of_object_type() -> None:
    """An output of an object type is a row if an example shows its name, and otherwise refused."""
    page = after(LIST, TOTAL, "Summary Counts Of the states")
    assert refusal(page).line == line_of(page, "Summary Counts")
    assert str(outputs(read(edited(page, '"TotalCount": 2,', '"TotalCount": 2, "Summary": {},')))["Summary"].type) == "Counts"


@pytest.mark.parametrize("line", ["The URL is valid", "In String form", "This field may return null.", "Default value as above", "OK"])
def test_output_text(line: str) -> None:
    """A sentence that continues on a new line is text."""
    page = read(after(LIST, TOTAL, line))
    assert list(outputs(page)) == ["TotalCount", "EventList", "RequestId"]
    assert outputs(page)["TotalCount"].description.endswith(line)


def test_action_without_inputs() -> None:
    """An action without inputs has only the three common rows."""
    page = edited(STATUS, "InvokeRequestId Yes String Request ID of the invocation, from the response of the asynchronous call.\n", "")
    page = edited(page, "&InvokeRequestId=b379787f-8487-4bac-bd8c-17a20a9ce40e\n", "")
    assert read(page).inputs == ()
    assert document(page)["components"]["schemas"]["GetAsyncEventStatusRequest"] == {"type": "object", "properties": {}}
