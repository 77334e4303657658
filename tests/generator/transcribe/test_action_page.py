from __future__ import annotations

import hashlib
import re
from typing import Any

import pytest

from generator.transcribe.facts import ErrorCode, Host, Region
from tests.generator.transcribe.pages import LIST, OWN, STATUS, VENDOR, document, inputs, outputs, read

STRING = {"type": "string"}
LIST_INPUTS: dict[str, Any] = {
    "FunctionName": STRING,
    "Namespace": STRING,
    "Qualifier": STRING,
    "InvokeType": {"type": "array", "items": STRING},
    "Status": {"type": "array", "items": STRING},
    "StartTimeInterval": {"$ref": "#/components/schemas/TimeInterval"},
    "EndTimeInterval": {"$ref": "#/components/schemas/TimeInterval"},
    "Order": {"type": "string", "x-tc-default": "DESC", "x-tc-known-values": ["ASC", "DESC"]},
    "Orderby": {"type": "string", "x-tc-default": "StartTime", "x-tc-known-values": ["StartTime", "EndTime"]},
    "Offset": {"type": "integer", "x-tc-default": 0},
    "Limit": {"type": "integer", "maximum": 100, "x-tc-default": 20},
    "InvokeRequestId": STRING,
}
LIST_CODES = [
    "InvalidParameterValue.FunctionName",
    "InvalidParameterValue.InvokeType",
    "InvalidParameterValue.Limit",
    "InvalidParameterValue.Namespace",
    "InvalidParameterValue.Order",
    "InvalidParameterValue.Orderby",
    "InvalidParameterValue.Status",
    "ResourceNotFound.Function",
    "ResourceNotFound.Namespace",
    "ResourceNotFound.Version",
]
STATUS_CODES = [
    "FailedOperation.AsyncEventStatus",
    "ResourceNotFound.AsyncEvent",
    "ResourceNotFound.Function",
    "ResourceNotFound.Namespace",
]
EVENT = {"InvokeRequestId": "xxxxxxxxxxxxxx", "Qualifier": "1", "InvokeType": "COS", "StartTime": "2020-12-01 08:35:00.000"}


def test_list_inputs() -> None:
    """ListAsyncEvents has twelve inputs, with the types, defaults, maximum and known values of its page."""
    schema = document(LIST)["components"]["schemas"]["ListAsyncEventsRequest"]
    assert schema == {"type": "object", "properties": LIST_INPUTS, "required": ["FunctionName"]}
    assert list(schema["properties"]) == list(LIST_INPUTS)


def test_list_outputs() -> None:
    """ListAsyncEvents has the required outputs TotalCount, EventList and RequestId."""
    assert document(LIST)["components"]["schemas"]["ListAsyncEventsResponse"] == {
        "type": "object",
        "properties": {
            "TotalCount": {"type": "integer"},
            "EventList": {"type": "array", "items": {"$ref": "#/components/schemas/AsyncEvent"}},
            "RequestId": STRING,
        },
        "required": ["TotalCount", "EventList", "RequestId"],
    }


def test_list_action() -> None:
    """ListAsyncEvents has a name, version, host, date, digest, rate limit, region row, ten codes and one example."""
    page = read(LIST)
    assert (page.action, page.version, page.host) == ("ListAsyncEvents", "2018-04-16", Host("scf.tencentcloudapi.com", "scf"))
    assert (page.updated, page.sha256) == ("2023-07-18 11:11:07", hashlib.sha256(LIST.encode()).hexdigest())
    assert (page.rate_limit, page.region) == (20, Region(required=False, only=()))
    assert [error.code for error in page.errors] == LIST_CODES
    (example,) = page.examples
    assert example.request == {"FunctionName": "helloworld", "Qualifier": "1", "Offset": 0, "Limit": 20}
    assert example.response == {
        "Response": {
            "TotalCount": 2,
            "EventList": [
                EVENT | {"Status": "FINISHED", "EndTime": "2020-12-01 08:35:30.000"},
                EVENT | {"Status": "RUNNING", "EndTime": ""},
            ],
            "RequestId": "26c5f1a9-ebd4-407e-83d7-ae8001cca644",
        },
    }


def test_status_action() -> None:
    """GetAsyncEventStatus has one input, two outputs, four codes and one example with a description."""
    page = read(STATUS)
    assert (page.action, page.version, page.host.name) == ("GetAsyncEventStatus", "2018-04-16", "scf.tencentcloudapi.com")
    assert (page.updated, page.rate_limit, page.region) == ("2023-05-05 10:16:50", 20, Region(required=False, only=()))
    assert {name: (str(row.type), row.required) for name, row in inputs(page).items()} == {"InvokeRequestId": ("String", True)}
    assert {name: str(row.type) for name, row in outputs(page).items()} == {"Result": "AsyncEventStatus", "RequestId": "String"}
    assert [error.code for error in page.errors] == STATUS_CODES
    (example,) = page.examples
    assert example.request == {"InvokeRequestId": "b379787f-8487-4bac-bd8c-17a20a9ce40e"}
    assert example.response == {"Response": {"Result": {"Status": "abc", "StatusCode": 0, "InvokeRequestId": "abc"}, "RequestId": "abc"}}
    assert example.description == "The values in the response are placeholders, not real states."


def test_keep_prose() -> None:
    """With --prose keep the document has descriptions, error texts and titles of examples, and otherwise none."""
    kept, dropped = document(LIST, keep_prose=True), document(LIST)
    operation, bare = (one["paths"]["/ListAsyncEvents"]["post"] for one in (kept, dropped))
    assert operation["description"].startswith("List the asynchronous invocations of a function")
    assert "API Explorer" not in operation["description"]
    assert "requests a second" not in operation["description"]
    assert operation["x-tc-errors"][0] == {"code": LIST_CODES[0], "description": "No function with this name exists."}
    request = operation["requestBody"]["content"]["application/json"]["examples"]["Example1"]
    assert request["summary"] == "First page of a version's events"
    assert kept["components"]["schemas"]["ListAsyncEventsRequest"]["properties"]["Namespace"]["description"].endswith("the function.")
    assert "description" not in bare
    assert bare["x-tc-errors"] == [{"code": code} for code in LIST_CODES]
    assert list(bare["requestBody"]["content"]["application/json"]["examples"]["Example1"]) == ["value"]


def test_several_pages() -> None:
    """Several pages give one document, with actions and schemas sorted by name."""
    there, back = document(LIST, STATUS), document(STATUS, LIST)
    assert there == back
    assert list(there["paths"]) == ["/GetAsyncEventStatus", "/ListAsyncEvents"]
    assert list(there["components"]["schemas"]) == sorted(there["components"]["schemas"])
    assert (there["info"], there["servers"]) == (
        {"title": "scf", "version": "2018-04-16"},
        [{"url": "https://scf.tencentcloudapi.com"}],
    )


def test_complete_error_description() -> None:
    """The complete text after an error code is its description."""
    assert read(STATUS).errors[0] == ErrorCode(STATUS_CODES[0], "The current state of the event does not allow this. Retry later.")


@pytest.mark.parametrize("name", VENDOR)
def test_facts_of_vendor_pages(name: str) -> None:
    """The vendor's page and ours give the same document, except for the digest."""
    own, vendor = document(OWN[name]), document(VENDOR[name])
    for one in (own, vendor):
        del one["paths"][f"/{name}"]["post"]["x-tc-source"][0]["sha256"]
    assert own == vendor


@pytest.mark.parametrize("name", VENDOR)
def test_no_vendor_sentences(name: str) -> None:
    """No five consecutive words of our page occur on the vendor's, except in the layout, formulas and example data."""
    vendor = {words for path in VENDOR.values() for words in _five_words(path.read_text(encoding="utf-8"))}
    assert _five_words(OWN[name].read_text(encoding="utf-8")) & vendor == set()


def _five_words(page: str) -> set[tuple[str, ...]]:
    found = set()
    for line in page.split("\n"):
        if line.lstrip().startswith(("Parameter Name ", "https://", "&", '"', "{")):
            continue
        # The first cells of rows and machine-readable statements are necessarily the same.
        prose = re.sub(r"^\w+(\.N)? ((Yes|No) )?(Array of )?\w+ |(Valid values|(Default|Maximum) value): [\w, ]+", ". ", line)
        for sentence in re.split(r"[.!?;:]\s|\.$", prose):
            words = re.findall(r"[a-z]+", sentence.lower())
            found |= {tuple(words[start : start + 5]) for start in range(len(words) - 4)}
    return found
