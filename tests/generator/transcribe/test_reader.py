from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.transcribe import PageCollection, assemble, read_pages
from tests.generator.transcribe.pages import LIST, STATUS, edited

TYPES = """Data Types

Last updated: 2023-07-18 11:11:07

AsyncEvent

An event.

Used by actions: ListAsyncEvents.

Name Type Description
Status String Where it stands.
Retries Integer How often.

TimeInterval

A span of time.

Used by actions: ListAsyncEvents.

Name Type Required Description
Start String Yes Its start.
End String No Its end.

Was this page helpful?
"""

CATEGORY = """tencent cloud

API Category

Last updated: 2024-07-18 11:11:07

Event APIs

API Name Feature Frequency Limit (maximum requests per second)
ListAsyncEvents Lists the events
of 1 function 40
GetAsyncEventStatus Asks for 1 event 20

DNSPod APIs

API Name Feature Frequency Limit (maximum requests per second)
Invoke Calls a function 1000
GetAsyncEventStatus Asks for 1 event 20

Note: a rate is that of one account.
"""

PIPES = """事件相关接口
接口名称 | 接口功能 | 频率限制(次/秒) |
---|---|---|
ListAsyncEvents | 查询事件 | 40 |
注意:以上给出的接口频率限制维度为
API + 接入地域
"""

MARKDOWN_TYPES = """# Data Types

## AsyncEvent[](https://x#AsyncEvent)

An event.

Used by actions: [ListAsyncEvents](/document/x).

| Name | Type | Description |
| --- | --- | --- |
| Status | String | Where it stands. |
| Retries | Integer | How often. |

## **TimeInterval**

A span of time.

Used by actions: [ListAsyncEvents](/document/x), [Other](/y).

| Name | Type | Required | Description |
| --- | --- | --- | --- |
| `Start` | String | Yes | Its start. |
| End | String | No | Its end. |

Was this page helpful?
"""

HTML_TYPES = """<html><body><h1>Data Types</h1>
<h2>AsyncEvent</h2><p>An event.</p><p>Used by actions: <a>ListAsyncEvents</a>.</p>
<table><tr><th>Name</th><th>Type</th><th>Description</th></tr>
<tr><td>Status</td><td>String</td><td>Where it stands.</td></tr><tr><td>Retries</td><td>Integer</td><td>How often.</td></tr></table>
<h2>TimeInterval</h2><p>A span of time.</p><p>Used by actions: ListAsyncEvents.</p>
<table><tr><th>Name</th><th>Type</th><th>Required</th><th>Description</th></tr>
<tr><td>Start</td><td>String</td><td>Yes</td><td>Its start.</td></tr>
<tr><td>End</td><td>String</td><td>No</td><td>Its end.</td></tr></table>
<div>Was this page helpful?</div></body></html>"""

CODES = """Error Codes

Last updated: 2024-07-18 11:11:07

{
    "Response": {"Error": {"Code": "AuthFailure", "Message": "x"}}
}

Common Error Codes

Error Code Description
ActionOffline It is gone.
AuthFailure.SignatureFailure Sign again.

Business Error Codes

Error Code Description
InternalError Broken.
ResourceNotFound.Function No such function.

Help and Support
"""


def files(folder: Path, **pages: str) -> list[str]:
    """Write the pages to files and return their names."""
    for name, page in pages.items():
        (folder / f"{name}.txt").write_text(page, encoding="utf-8")
    return [str(folder / f"{name}.txt") for name in pages]


def test_kinds_of_pages(tmp_path: Path) -> None:
    """The content of pages of actions, data types, rates and error codes decides their kind, not their names or order."""
    reading = read_pages(files(tmp_path, a=CODES, b=CATEGORY, c=LIST, d=TYPES, e=PIPES))
    assert reading.problems == []
    assert [page.action for page in reading.actions] == ["ListAsyncEvents"]
    assert [type_.name for type_ in reading.types[0].types] == ["AsyncEvent", "TimeInterval"]
    assert [{name: rate.value for name, rate in page.rates.items()} for page in reading.categories] == [
        {"ListAsyncEvents": 40, "GetAsyncEventStatus": 20, "Invoke": 1000},
        {"ListAsyncEvents": 40},
    ]
    assert [page.updated for page in reading.categories] == ["2024-07-18 11:11:07", None]
    assert [code.code for code in reading.codes[0].codes] == [
        *("ActionOffline", "AuthFailure.SignatureFailure", "InternalError", "ResourceNotFound.Function"),
    ]
    assert reading.codes[0].codes[1].description == "Sign again."


@pytest.mark.parametrize("page", [TYPES, MARKDOWN_TYPES, HTML_TYPES], ids=["text", "markdown", "html"])
def test_data_type_formats(page: str, tmp_path: Path) -> None:
    """A page of data types gives the same facts as text, Markdown and HTML."""
    reading = read_pages(files(tmp_path, page=page))
    assert [
        (type_.name, type_.description, [(row.name, str(row.type), row.required, row.description) for row in type_.fields])
        for type_ in reading.types[0].types
    ] == [
        ("AsyncEvent", "An event.", [("Status", "String", None, "Where it stands."), ("Retries", "Integer", None, "How often.")]),
        ("TimeInterval", "A span of time.", [("Start", "String", True, "Its start."), ("End", "String", False, "Its end.")]),
    ]


def test_category_rates(tmp_path: Path) -> None:
    """A category's rate applies without a rate on the action's page, and a different one is reported."""
    bare = edited(LIST, "Rate limit: at most 20 requests a second.\n", "")
    reading = read_pages(files(tmp_path, a=bare, b=STATUS, c=CATEGORY))
    operations = {path: item["post"] for path, item in assemble(reading, keep_prose=False)["paths"].items()}
    listing = operations["/ListAsyncEvents"]
    assert (listing["x-tc-rate-limit"], "x-tc-unknown" in listing) == (40, False)
    assert [(one["title"], one["updated"]) for one in listing["x-tc-source"]] == [
        ("ListAsyncEvents", "2023-07-18 11:11:07"),
        ("API Category", "2024-07-18 11:11:07"),
    ]
    assert [one["title"] for one in operations["/GetAsyncEventStatus"]["x-tc-source"]] == ["GetAsyncEventStatus"]
    reading = read_pages(files(tmp_path, a=LIST, c=CATEGORY))
    listing = assemble(reading, keep_prose=False)["paths"]["/ListAsyncEvents"]["post"]
    assert listing["x-tc-rate-limit"] == 20
    assert listing["x-tc-unknown"] == [{"fact": "rate-limit", "line": 10, "reason": "the action's page states 20, and the API category 40"}]


def test_product_error_codes(tmp_path: Path) -> None:
    """The error codes of a product are at the top level of the document, with texts only if prose is kept."""
    reading = read_pages(files(tmp_path, a=LIST, b=CODES))
    assert assemble(reading, keep_prose=False)["x-tc-errors"][0] == {"code": "ActionOffline"}
    assert assemble(reading, keep_prose=True)["x-tc-errors"][2] == {"code": "InternalError", "description": "Broken."}


@pytest.mark.parametrize(
    ("page", "line", "message"),
    [
        (edited(CATEGORY, "GetAsyncEventStatus Asks for 1 event 20\n\nDNSPod", "DNSPod"), 0, ""),
        (CATEGORY.replace("event 20\n\nNote", "event 30\n\nNote"), 18, "one rate of GetAsyncEventStatus: line 12 says 20"),
        (CATEGORY.replace("of 1 function 40", "of one function"), 11, ""),
        (PIPES.replace(" | 40 |", " | - |"), 4, 'a row "API Name'),
        (CATEGORY.replace("Note: a rate is that of one account.", "PutMore Calls more functions"), 20, "without a rate"),
        (edited(CODES, "InternalError Broken.", "InternalError. Broken."), 18, "a full stop"),
        (CODES.replace("Error Code Description", "x"), 0, "the section"),
        ("Common Params\n\nX-TC-Action String Yes The action.\n", 3, "a page of the common parameters"),
        (TYPES.replace("End String No", "End string No"), 23, "expected a row"),
    ],
    ids=range(9),
)
def test_refused_product_page(page: str, line: int, message: str, tmp_path: Path) -> None:
    """A damaged page of rates, codes or types is refused with its line."""
    reading = read_pages(files(tmp_path, page=page, good=STATUS))
    if not message:  # harmless damage: another table has the same row, or the text continues to a number
        assert reading.problems == []
        return
    (problem,) = reading.problems
    assert message in problem
    assert not line or problem.startswith(f"{tmp_path / 'page.txt'}:{line}: ")


def test_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder argument means its pages, and unknown facts go to standard error with exit code 0."""
    folder = tmp_path / "pages"
    folder.mkdir()
    files(folder, a=edited(LIST, "API request domain: scf.tencentcloudapi.com.", "API request domain: ."), b=STATUS, c=TYPES)
    (folder / "notes.rst").write_text("no page")
    output = tmp_path / "facts.json"
    assert main(["transcribe", str(folder), "--output", str(output)]) == 0
    warned = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [(one["action"], one["fact"]) for one in warned] == [("ListAsyncEvents", "host")]
    assert "AsyncEvent" in json.loads(output.read_text())["components"]["schemas"]
    assert main(["transcribe", str(folder / "c.txt"), "--output", str(output)]) == 1
    assert "found no action page" in capsys.readouterr().err


def test_no_pages() -> None:
    """A run without an action page is refused."""
    with pytest.raises(Exception, match="no action page"):
        assemble(PageCollection(), keep_prose=False)
