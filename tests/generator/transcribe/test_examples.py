from __future__ import annotations

import json
from typing import Any

import pytest

from tests.generator.transcribe.pages import LIST, STATUS, after, document, edited, line_of, read, refusal, unknown

NAMESPACE = "Namespace No String Namespace of the function."
OFFSET = "&Offset=0"
REQUEST = LIST[LIST.index("https://") : LIST.index("Output Example")]
EXAMPLE = LIST[LIST.index("Example1 ") : LIST.index("5. Developer")]


def body(*pairs: str, rows: tuple[str, ...] = ()) -> Any:
    """Return the body of the example with additional pairs and rows of inputs."""
    page = after(after(LIST, OFFSET, *pairs), NAMESPACE, *rows)
    request = read(page).examples[0].request
    return {key: value for key, value in request.items() if key not in {"FunctionName", "Qualifier", "Offset", "Limit"}}


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        (("&Status.0=RUNNING", "&Status.1=FAILED"), {"Status": ["RUNNING", "FAILED"]}),
        (("&StartTimeInterval.Start=2020-01-01 00:00:00",), {"StartTimeInterval": {"Start": "2020-01-01 00:00:00"}}),
        (("&Namespace=a=b c&d",), {"Namespace": "a=b c&d"}),
        (("&Namespace=$LATEST  ",), {"Namespace": "$LATEST"}),
        (("&Namespace=<FunctionName>",), {"Namespace": "<FunctionName>"}),
        (("&Namespace=",), {"Namespace": ""}),
        (("&Namespace=a&Order=ASC",), {"Namespace": "a", "Order": "ASC"}),
        (("&Region=ap-guangzhou", "&Version=2018-04-16", "&Timestamp=1"), {}),
    ],
)
def test_get_pairs(pairs: tuple[str, ...], expected: dict[str, Any]) -> None:
    """The pairs of a GET example become the equivalent JSON body, without the common parameters."""
    assert body(*pairs) == expected


def test_types_of_get_values() -> None:
    """GET values have the documented types, and undocumented fields of object types stay strings."""
    rows = (
        "Ratio No Float x",
        "Deep No Boolean x",
        "Ports.N No Array of Integer x",
        "Config No Config x",
        "Filters.N No Array of Filter x",
    )
    pairs = (
        "&Ratio=0.5",
        "&Deep=TRUE",
        "&Ports.0=80",
        "&Ports.1=443",
        "&Config.Weights.0.Version=1",
        "&Config.Weights.0.Weight=0.4",
        "&Filters.0.Name=a",
        "&Filters.1.Name=b",
    )
    assert body(*pairs, rows=rows) == {
        "Ratio": 0.5,
        "Deep": True,
        "Ports": [80, 443],
        "Config": {"Weights": [{"Version": "1", "Weight": "0.4"}]},
        "Filters": [{"Name": "a"}, {"Name": "b"}],
    }


@pytest.mark.parametrize(
    "pairs",
    [
        ("&Status=RUNNING",),
        ("&Status.1=RUNNING",),
        ("&Status.0=RUNNING", "&Status.2=FAILED"),
        ("&Status.First=RUNNING",),
        ("&Namespace.0=x",),
        ("&StartTimeInterval=x",),
        ("&Namespace=x", "&Namespace.Deeper=x"),
        ("&Version=2017-01-01",),
        ("&Nobody=x",),
        ("&.0=x",),
        ("Namespace=x",),
        ("&A" + ".b" * 40 + "=x",),
    ],
)
def test_conflicting_get_pairs(pairs: tuple[str, ...]) -> None:
    """A request whose pairs contradict the table or each other is left out and reported with its line."""
    offset = line_of(LIST, OFFSET)
    page = after(LIST, OFFSET, *pairs)
    assert unknown(page).fact == "Example1.request"
    assert offset < unknown(page).line <= offset + len(pairs)
    (example,) = read(page).examples
    assert example.request is None
    assert example.response is not None


def test_get_on_one_line_without_marker() -> None:
    """A GET example can be on one line, without the marker of the common parameters."""
    page = edited(LIST, REQUEST, "https://scf.tencentcloudapi.com/?Action=ListAsyncEvents&FunctionName=helloworld&Offset=0\n\n")
    assert read(page).examples[0].request == {"FunctionName": "helloworld", "Offset": 0}


def post(body: str, **headers: str) -> str:
    """Return the list page with a POST example."""
    shown = {"Host": "scf.tencentcloudapi.com", "Content-Type": "application/json", "X-TC-Action": "ListAsyncEvents"} | headers
    lines = ["POST / HTTP/1.1", *(f"{name}: {value}" for name, value in shown.items() if value), "<Common request parameters>"]
    return edited(LIST, REQUEST, "\n".join([*lines, "", body, "", ""]))


def test_post_body() -> None:
    """The body of a POST example keeps its values and types."""
    value = {"FunctionName": "f", "Offset": "0", "Status": ["RUNNING"], "StartTimeInterval": {"Start": "ü"}}
    assert read(post(json.dumps(value, indent=4))).examples[0].request == value
    assert read(post("{}")).examples[0].request == {}


@pytest.mark.parametrize(
    ("page", "message"),
    [
        (post('{"Nobody": 1}'), '"Nobody" in the table of inputs'),
        (post("{}", **{"X-TC-Action": "ListEvents"}), "the action of this page"),
        (post("{}", **{"X-TC-Version": "2017-01-01"}), "the version of this page"),
        (post("{}", **{"Content-Type": "multipart/form-data"}), "application/json"),
        (post("{}", Host=""), 'the header "host"'),
        (post(""), "a JSON body"),
        (post("{"), "as JSON"),
        (post("[]"), "a JSON body"),
        (post('{"Offset": 1, "Offset": 2}'), "duplicate key"),
    ],
)
def test_conflicting_post_request(page: str, message: str) -> None:
    """A POST example of another action, version or content type, or with an undocumented input, is left out and reported."""
    assert unknown(page).fact == "Example1.request"
    assert message in unknown(page).reason


def test_post_to_another_product() -> None:
    """A page is refused if all its examples call another product."""
    assert "the page's product, scf" in str(refusal(post("{}", Host="cvm.tencentcloudapi.com")))


def test_body_alone() -> None:
    """An example can show only the body of the request."""
    assert read(edited(LIST, REQUEST, '{"Limit": 3}\n\n')).examples[0].request == {"Limit": 3}


def test_several_examples() -> None:
    """Consecutive numbers in titles separate examples, and similar text is not a title."""
    second = EXAMPLE.replace("Example1 First page of a version's events", "Example 2. More: Example1 again.\n\nExample 7 is no title.")
    third = EXAMPLE.replace("Example1 First page of a version's events", "Example3")
    page = edited(LIST, EXAMPLE, EXAMPLE + second + third)
    examples = read(page).examples
    assert [(example.title, example.description) for example in examples] == [
        ("First page of a version's events", ""),
        ("More: Example1 again.", "Example 7 is no title."),
        ("", ""),
    ]
    operation = document(page)["paths"]["/ListAsyncEvents"]["post"]
    assert list(operation["requestBody"]["content"]["application/json"]["examples"]) == ["Example1", "Example2", "Example3"]


def test_error_response() -> None:
    """An example can show an error without any outputs."""
    response = '{"Response": {"Error": {"Code": "X.Y", "Message": "…"}, "RequestId": "1"}}'
    page = STATUS[: STATUS.index('{\n    "Response"')] + response + STATUS[STATUS.index("\n\n5. Developer") :]
    assert read(page).examples[0].response == json.loads(response)


def test_older_marks() -> None:
    """Older pages use the marks "Input Sample Code" and "Output Sample Code"."""
    page = edited(edited(LIST, "Input Example", "Input Sample Code"), "Output Example", "Output Sample Code")
    assert read(page).examples == read(LIST).examples
