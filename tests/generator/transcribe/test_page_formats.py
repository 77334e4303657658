"""Pages in the formats of browser clipboards, Markdown converters and text extractors. All of them are our own text."""

from __future__ import annotations

import re

import pytest

from tests.generator.transcribe.pages import LIST, document, inputs, outputs, read, refusal

MARKDOWN = """Title: ListBoxes

URL Source: https://www.tencentcloud.com/document/product/1/2

Markdown Content:
# ListBoxes

Last updated: 2025-01-31 23:59:59

*   [1\\. API Description](https://www.tencentcloud.com/document/product/1/2#1.-api-description)
*   [2\\. Input Parameters](https://www.tencentcloud.com/document/product/1/2#2.-input-parameters)
*   [3\\. Output Parameters](https://www.tencentcloud.com/document/product/1/2#3.-output-parameters)
*   [4\\. Example](https://www.tencentcloud.com/document/product/1/2#4.-example)
*   [6\\. Error Code](https://www.tencentcloud.com/document/product/1/2#6.-error-code)

## 1\\. API Description[](https://www.tencentcloud.com/document/product/1/2#1.-api-description "Direct link")

Domain name for API request: [demo.tencentcloudapi.com](http://demo.tencentcloudapi.com/).

Lists **boxes**, newest first.

A maximum of 20 requests can be initiated per second for this API.

## 2\\. Input Parameters

See [Common Params](/document/api/1/3) for the others.

| Parameter Name | Required | Type | Description |
| --- | --- | --- | --- |
| Action | Yes | String | [Common Params](/document/api/1/3). The value used for this API: ListBoxes. |
| Version | Yes | String | [Common Params](/document/api/1/3). The value used for this API: 2020-01-01. |
| Region | Yes | String | Common Params. See the [list](/document/api/1/4). This API only supports: ap-bangkok, eu-frankfurt. |
| Filters.N | No | Array of [Filter](/document/api/1/5#Filter) | Filters.<br>- `name` - String<br>- `size \\| weight` - String |
| `Order_by` | No | String | Valid values: `A`, `B`.<br>Default value: `A`. |
| Limit\\_to | No | Integer | At most. Default value: 5. Maximum value: 9. |

## 3\\. Output Parameters

| Parameter Name | Type | Description |
| :--- | :---: | --- |
| BoxSet | Array of [Box](/document/api/1/5#Box) | The boxes.<br>Note: this field may return `null`. |
| RequestId | String | The ID of this request. |

## 4\\. Example

### Example1 A first page

#### Input Example

```
POST / HTTP/1.1
Host: demo.tencentcloudapi.com
Content-Type: application/json
X-TC-Action: ListBoxes
<Common request parameters>

{
    "Limit_to": 1
}
```

#### Output Example

```json
{
    "Response": {
        "BoxSet": [{"Name": "a\\\\b"}],
        "RequestId": "1"
    }
}
```

## 5\\. Developer Resources

### SDK

*   [Python](https://github.com/x)

## 6\\. Error Code

Only these are the action's own.

| Error Code | Description |
| --- | --- |
| `FailedOperation.Busy` | Busy. |
| InternalError.Db\\_Error | Broken |

* * *

Was this page helpful?

You can also [Contact Sales](https://x) or [Submit a Ticket](https://x) for help.
"""

PLAIN = """接口描述
1. 接口描述
接口请求域名: demo.tencentcloudapi.com 。
查询盒子。
默认接口请求频率限制:20次/秒。
推荐使用 API Explorer
点击调试
API Explorer 会签名并发送请求。
2. 输入参数
公共参数见别处。
参数名称 | 必选 | 类型 | 描述 |
---|---|---|---|
Action | 是 | String | 公共参数,本接口取值:ListBoxes。 |
Version | 是 | String | 公共参数,本接口取值:2020-01-01。 |
Region | 否 | String | 公共参数,本接口不需要传递此参数。 |
Limit | 否 | Integer | 返回数量,默认为 20,最大值为 100。 示例值:5 |
3. 输出参数
参数名称 | 类型 | 描述 |
---|---|---|
BoxSet | Array of Box | 盒子。 注意:此字段可能返回 null,表示取不到有效值。 |
RequestId | String | 唯一请求 ID。 |
4. 示例
示例1 查询盒子
输入示例
https://demo.tencentcloudapi.com/?Action=ListBoxes
&Limit=5
&<公共请求参数>
输出示例
{
"Response": {
"BoxSet": [],
"RequestId": "1"
}
}
5. 开发者资源
SDK
- Python: GitHub
6. 错误码
以下是业务错误码。
错误码 | 描述 |
---|---|
FailedOperation.Busy | 忙。 |
InternalError | 内部错误。 |
联系我们
联系我们,为您服务。
技术支持
"""

HEADLESS = """Domain name for API request: demo.tencentcloudapi.com.
Lists boxes.A maximum of 40 requests can be initiated per second for this API.
The inputs stand here; see Common Request Parameters for the others.
Signature V1 is meant: for V3 the common parameters go elsewhere.
Parameter Name | Required | Type | Description |
---|---|---|---|
Action | Yes | String | Common Params. The value used for this API: ListBoxes. |
Version | Yes | String | Common Params. The value used for this API: 2020-01-01. |
Region | No | String | Common Params. This parameter is not required. |
Limit | No | Integer | Default value: 5. |
Parameter Name | Type | Description |
---|---|---|
BoxSet | Array of Box | The boxes. |
RequestId | String | The ID of this request. |
Shows one page.
https://demo.tencentcloudapi.com/?Action=ListBoxes
&Limit=1
&<Common request parameters>
{
"Response": {
"BoxSet": [],
"RequestId": "1"
}
}
Shows the next one.
POST / HTTP/1.1
Host: demo.tencentcloudapi.com
Content-Type: application/json
X-TC-Action: ListBoxes
{
"Limit": 2
}
{
"Response": {
"BoxSet": [],
"RequestId": "2"
}
}
SDKs sign and send the calls.
Only these are the action's own.
Error Code | Description |
---|---|
InternalError | Broken. |
"""


def test_markdown() -> None:
    """Markdown with links, escapes, fences, line breaks in cells, a table of contents and a footer gives every fact."""
    page = read(MARKDOWN)
    assert (page.action, page.version, page.updated, page.rate_limit) == ("ListBoxes", "2020-01-01", "2025-01-31 23:59:59", 20)
    assert page.host is not None
    assert page.host.name == "demo.tencentcloudapi.com"
    assert (page.region.required, page.region.only) == (True, ("ap-bangkok", "eu-frankfurt"))
    assert {name: (str(row.type), row.required) for name, row in inputs(page).items()} == {
        "Filters": ("Array of Filter", False),
        "Order_by": ("String", False),
        "Limit_to": ("Integer", False),
    }
    assert inputs(page)["Filters"].description == "Filters.\n- `name` - String\n- `size | weight` - String"
    assert inputs(page)["Order_by"].prose.known_values == ("A", "B")
    assert inputs(page)["Limit_to"].prose.maximum == 9
    assert outputs(page)["BoxSet"].prose.nullable
    assert [example.request for example in page.examples] == [{"Limit_to": 1}]
    assert page.examples[0].response == {"Response": {"BoxSet": [{"Name": "a\\b"}], "RequestId": "1"}}
    assert [(one.code, one.description) for one in page.errors] == [("FailedOperation.Busy", "Busy."), ("InternalError.Db_Error", "Broken")]
    assert page.unknown == ()


def test_html_tables_in_markdown() -> None:
    """HTML tables inside Markdown give the same facts."""
    page = MARKDOWN
    for table in re.findall(r"(?:^\|.*\n)+", MARKDOWN, re.MULTILINE):
        rows = [re.split(r" *(?<!\\)\| *", row.strip("| ")) for row in table.splitlines()]
        rows = [[re.sub(r"\[(.*?)\]\(.*?\)|[`\\]", r"\1", cell) for cell in row] for row in rows if "---" not in row[0]]
        html = "".join("<tr>\n" + "".join(f"  <td>{cell}</td>\n" for cell in row) + "</tr>\n" for row in rows)
        page = page.replace(table, f"<table>\n{html}</table>\n")
    there, here = read(MARKDOWN), read(page)
    for one, other in ((here.inputs, there.inputs), (here.outputs, there.outputs)):
        assert [(row.name, row.type, row.required) for row in one] == [(row.name, row.type, row.required) for row in other]
    assert here.errors == there.errors
    assert here.errors[0].code == "FailedOperation.Busy"
    assert [*inputs(here)] == ["Filters", "Order_by", "Limit_to"]


def test_chinese_page_without_frame() -> None:
    """A Chinese page without title and date, with a footer, gives every other fact."""
    page = read(PLAIN)
    assert (page.action, page.updated, page.rate_limit, page.region.required) == ("ListBoxes", None, 20, False)
    assert (inputs(page)["Limit"].prose.default, inputs(page)["Limit"].prose.maximum) == (20, 100)
    assert outputs(page)["BoxSet"].prose.nullable
    assert [one.description for one in page.errors] == ["忙。", "内部错误。"]
    assert [example.request for example in page.examples] == [{"Limit": 5}]
    assert [one.fact for one in page.unknown] == ["updated"]


def test_page_without_headings() -> None:
    """Tables, requests and JSON separate the sections of a page without headings."""
    page = read(HEADLESS)
    assert (page.action, page.rate_limit, [*inputs(page)], [*outputs(page)]) == ("ListBoxes", 40, ["Limit"], ["BoxSet", "RequestId"])
    assert page.host is not None
    assert page.host.name == "demo.tencentcloudapi.com"
    assert [example.request for example in page.examples] == [{"Limit": 1}, {"Limit": 2}]
    assert [example.response["Response"]["RequestId"] for example in page.examples if example.response] == ["1", "2"]
    assert [one.code for one in page.errors] == ["InternalError"]
    assert [one.fact for one in page.unknown] == ["updated"]
    assert page.description == ""


@pytest.mark.parametrize(
    "gone", ["Error Code | Description |", "Parameter Name | Type | Description |", "?Action=ListBoxes", "API request: demo"]
)
def test_incomplete_page_without_headings(gone: str) -> None:
    """A page without headings is refused if the start of any section is missing."""
    assert "the end of the page" in refusal(HEADLESS.replace(gone, "x").replace("POST / ", "")).found


def _tabbed(page: str) -> str:
    """Return the page with tabs between cells, as a browser copies it."""
    page = re.sub(r"^(\w+(?:\.N)?) (Yes|No) ((?:Array of )?\w+) ", "\\1\t\\2\t\\3\t", page, flags=re.MULTILINE)
    page = re.sub(r"^(TotalCount|EventList|RequestId) ((?:Array of )?\w+) ", "\\1\t\\2\t", page, flags=re.MULTILINE)
    page = re.sub(r"^((?:\w+\.)+\w+) (?=[A-Z])", "\\1\t", page, flags=re.MULTILINE)
    for header in ("Parameter Name Required Type Description", "Parameter Name Type Description", "Error Code Description"):
        cells = header.replace("Parameter Name", "Parameter_Name").replace("Error Code", "Error_Code").replace(" ", "\t").replace("_", " ")
        page = page.replace(f"\n{header}\n", f"\n{cells}\n")
    return page


def _stacked(page: str) -> str:
    """Return the page with one cell a line."""
    return _tabbed(page).replace("\t", "\n")


FORMS = (_tabbed, _stacked, lambda page: _tabbed(page).replace("\n", " \r\n").replace("\t", "\u00a0\t "))


@pytest.mark.parametrize("form", FORMS, ids=range(len(FORMS)))
def test_clipboard_formats(form: object) -> None:
    """Tabs between cells, or one cell a line, give the same document."""
    assert callable(form)
    there, copied = document(LIST), document(form(LIST))
    for one in (there, copied):
        del one["paths"]["/ListAsyncEvents"]["post"]["x-tc-source"]
    assert copied == there


def test_tabs_distinguish_rows() -> None:
    """With tabs, a row without tabs is text, and an output of any type is a row."""
    page = _tabbed(LIST).replace("TotalCount\tInteger\t", "User\tImport\tWho.\nTotalCount\tInteger\tUser Import\nFoo Yes String bar\n")
    assert str(outputs(read(page))["User"].type) == "Import"
    assert outputs(read(page))["TotalCount"].description.startswith("User Import\nFoo Yes String bar\n")
