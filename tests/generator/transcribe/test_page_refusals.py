from __future__ import annotations

from typing import NamedTuple

import pytest

from generator.transcribe import PageCollection, PageRefused, assemble
from tests.generator.transcribe.pages import LIST, STATUS, after, document, edited, line_of, read, refusal, unknown

FUNCTION_NAME = "FunctionName Yes String Name of the function whose events are listed."
NAMESPACE = "Namespace No String Namespace of the function."
TOTAL = "TotalCount Integer Total number of matching events on all pages."
ACTION = "Action Yes String Common parameter. Always: ListAsyncEvents."
VERSION = "Version Yes String Common parameter. Always: 2018-04-16."
REGION = "Region No String Common parameter. This action can do without it."
HEADER = "Parameter Name Required Type Description"
ADDRESS = "https://scf.tencentcloudapi.com/?Action=ListAsyncEvents"
HOST = "API request domain: scf.tencentcloudapi.com."
RATE = "Rate limit: at most 20 requests a second."


class Bad(NamedTuple):
    """A damaged page, the damaged line, and a part of the message."""

    page: str
    line: int
    message: str


def below(line: str, *more: str) -> tuple[str, int]:
    """Return the list page with lines added below this one, and the number of the first."""
    return after(LIST, line, *more), line_of(LIST, line) + 1


def replaced(old: str, new: str) -> tuple[str, int]:
    """Return the list page with a changed line, and its number."""
    return edited(LIST, old, new), line_of(LIST, old)


BAD = {
    "first row without a Yes or No": Bad(*below(HEADER, "Foo Maybe String x"), 'found "Foo Maybe String x"'),
    "row without a Yes or No": Bad(*below(NAMESPACE, "Foo Maybe String x"), "expected a row"),
    "row without its second cell": Bad(*below(NAMESPACE, "Foo String x"), "expected a row"),
    "row without a type": Bad(*below(NAMESPACE, "Foo Yes"), "expected a row"),
    "lower-case type": Bad(*replaced(NAMESPACE, "Namespace No string Namespace"), "expected a row"),
    "array of nothing": Bad(*replaced(NAMESPACE, "Namespace No Array x"), "expected a row"),
    "array of arrays": Bad(*replaced(NAMESPACE, "Namespace No Array of Array of String x"), "expected a row"),
    "index on a plain type": Bad(*replaced(NAMESPACE, "Namespace.N No String x"), "the type String"),
    "dotted name": Bad(*replaced(NAMESPACE, "Namespace.Name No String x"), "expected a row"),
    "duplicated name": Bad(*below(NAMESPACE, "Namespace No String Once more."), 'the name "Namespace" twice'),
    "duplicated output": Bad(*below(TOTAL, "TotalCount Integer Once more."), 'the name "TotalCount" twice'),
    "duplicated common row": Bad(*below(REGION, VERSION), "a common row among"),
    "row above the header": Bad(edited(LIST, f"{HEADER}\n{ACTION}", f"{ACTION}\n{HEADER}"), line_of(LIST, ACTION) + 1, "the common row"),
    "two rows in one line": Bad(edited(LIST, f"{FUNCTION_NAME}\n", f"{FUNCTION_NAME} "), 29, "one row a line"),
    "second header": Bad(*below(NAMESPACE, HEADER), "a second table header"),
    "no header": Bad(edited(LIST, f"{HEADER}\n", ""), line_of(LIST, "InvokeRequestId No String") - 1, "expected the header"),
    "output without a type": Bad(*replaced(TOTAL, "TotalCount integer Total"), 'found "TotalCount integer Total"'),
    "output that may be text": Bad(*below(TOTAL, "User Import"), "may be a row"),
    "outputs without RequestId": Bad(
        edited(LIST, "RequestId String Request ID. Quote it when you contact the vendor's support.\n", ""),
        line_of(LIST, "EventList Array of AsyncEvent"),
        '"RequestId String" as the last row',
    ),
    "no common row": Bad(edited(LIST, f"{VERSION}\n", ""), line_of(LIST, VERSION), 'the common row "Version'),
    "action row without a value": Bad(*replaced(ACTION, "Action Yes String Common parameter."), "the name of an action"),
    "optional action row": Bad(*replaced(ACTION, ACTION.replace("Yes", "No")), '"Yes" in the common row'),
    "version without a date": Bad(*replaced(VERSION, VERSION.replace("04-16", "13-16")), "a version that is a date"),
    "contradictory region row": Bad(*replaced(REGION, "Region Yes String Not required here."), "a consistent row"),
    "regions without their list": Bad(*replaced(REGION, "Region Yes String Try ap-guangzhou."), "the supported regions"),
    "invalid region in the list": Bad(*replaced(REGION, "Region Yes String Only here: ap-guangzhou, Beijing."), 'the region "Beijing"'),
    "title of another action": Bad(edited(LIST, "\nListAsyncEvents\n", "\nListEvents\n"), 5, 'the title "ListEvents"'),
    "action row of another action": Bad(*replaced(ACTION, ACTION.replace("ListAsync", "List"))[:1], 5, "the title"),
    "example of another product": Bad(*replaced(ADDRESS, ADDRESS.replace("scf", "cvm")), 'the host "cvm.tencentcloudapi.com"'),
    "example of another vendor": Bad(*replaced(ADDRESS, ADDRESS.replace("tencentcloudapi", "example")), 'the host "scf.example.com"'),
    "host of another product": Bad(edited(LIST, HOST, HOST.replace("scf", "cvm")), line_of(LIST, ADDRESS), "the page's product, cvm"),
    "invalid host": Bad(*replaced(HOST, "API request domain: scf.example.com."), "the domain name for requests"),
    "no host sentence": Bad(edited(LIST, f"{HOST}\n", ""), line_of(LIST, HOST) + 1, "the domain name for requests"),
    "rate without a number": Bad(*replaced(RATE, "Rate limit: at most 2O requests a second."), "a rate limit like"),
    "rate of zero": Bad(*replaced(RATE, "Rate limit: at most 0 requests a second."), "a rate limit like"),
    "fractional rate": Bad(*replaced(RATE, "Rate limit: at most 2.5 requests a second."), "a rate limit like"),
    "invalid date": Bad(*replaced("最后更新时间", "最后更新时间:2023-02-30 11:11:07 x"), "the date"),
    "two dates": Bad(*below("最后更新时间:2023-07-18 11:11:07", "Last updated: 2023-07-19"), "the date of line 7"),
    "duplicate section": Bad(*below("SDK", "2. Input Parameters"), 'a second section "Input Parameters"'),
    "sections in another order": Bad(
        edited(edited(edited(LIST, "2. Input", "2. X"), "3. Output", "3. Input"), "2. X", "2. Output"),
        line_of(LIST, "2. Input"),
        'the section "Input Parameters" here',
    ),
    "output mark missing": Bad(edited(LIST, "Output Example\n", ""), line_of(LIST, "5. Developer") - 3, '"Output Example"'),
    "no title of the example": Bad(*replaced("Example1 ", "Example2 "), "the title of the first example"),
    "codes out of order": Bad(*replaced("ResourceNotFound.Namespace There", "AuthFailure.Namespace There"), "sorted codes"),
    "duplicate code": Bad(*replaced("ResourceNotFound.Namespace There", "ResourceNotFound.Function There"), "each code once"),
    "code with a full stop": Bad(*replaced("InvalidParameterValue.Limit Limit is out of range.", "InvalidParameterValue."), "a full stop"),
    "last code without a text": Bad(edited(LIST, ".Version The function has no such version.", ".Version").rstrip(), 111, "full stop"),
    "second page below": Bad(LIST + STATUS, 111 + line_of(STATUS, "1. API Description"), 'a second section "API Description"'),
    "second page without a line break": Bad(LIST.rstrip() + STATUS, 110 + line_of(STATUS, "1. API Description"), "a second section"),
    "pipes below a header without them": Bad(*below(HEADER, "---|---|---|---"), "expected a row"),
    "API 2.0": Bad(LIST.replace("scf.tencentcloudapi.com", "scf.api.qcloud.com/v2/index.php"), 11, "a page of API 2.0"),
    "control character": Bad(*replaced(TOTAL, TOTAL + "\x00"), "the control character U+0000"),
}

UNKNOWN = {
    "contradicting maximum": Bad(*replaced("Maximum value: 100. D", "Maximum value: 100. Maximum value: 50. D"), "two different values"),
    "no date": Bad(edited(LIST, "最后更新时间:2023-07-18 11:11:07\n", ""), 8, "no line like"),
    "undocumented output in an example": Bad(edited(LIST, f"{TOTAL}\n", ""), line_of(LIST, "4. Example") - 1, '"TotalCount"'),
    "example of another action": Bad(*replaced(ADDRESS, ADDRESS.replace("ListAsync", "List")), 'the action "ListEvents"'),
    "no host": Bad(*replaced(HOST, "API request domain: ."), "does not contain it"),
    "undocumented input": Bad(*replaced("&Offset=0", "&Offsets=0"), '"Offsets" in the table of inputs'),
    "input of another type": Bad(*replaced("&Offset=0", "&Offset=first"), "a value of type Integer"),
    "duplicate input": Bad(*below("&Offset=0", "&Offset=1"), "each key once"),
    "line without a pair": Bad(*below("&Offset=0", "Limit 20"), '"&Key=Value"'),
    "pair below the marker": Bad(*below("&<Common request parameters>", "&Namespace=x"), "nothing below the marker"),
    "address without a scheme": Bad(*replaced(ADDRESS, ADDRESS.removeprefix("https://")), '"https://HOST/?Action=…"'),
    "invalid JSON in the output": Bad(*replaced('"TotalCount": 2,', '"TotalCount": 2')[:1], 67, "as JSON"),
    "text after the output": Bad(
        edited(LIST, "\n}\n\n5.", "\n}\n\nSDK\n5."),
        line_of(LIST, "5. Developer"),
        "Extra data",
    ),
    "duplicate key in the output": Bad(*replaced('"TotalCount": 2,', '"TotalCount": 2, "TotalCount": 2,')[:1], 64, "duplicate key"),
    "output without an envelope": Bad(*replaced('    "Response": {', '    "Respond": {')[:1], 62, '{"Response": {…}}'),
}
"""Damage that leaves exactly one fact unknown."""


@pytest.mark.parametrize("name", BAD)
def test_refused_page(name: str) -> None:
    """A damaged page is refused at the damaged line, with the text found and the text expected."""
    bad = BAD[name]
    refused = refusal(bad.page)
    assert bad.message in str(refused)
    assert (refused.page, refused.line) == ("page.txt", bad.line)
    assert "\n" not in str(refused)


@pytest.mark.parametrize("name", UNKNOWN)
def test_unknown_fact(name: str) -> None:
    """A damaged example or a missing host is reported with its line, and all other facts are read."""
    bad = UNKNOWN[name]
    found = unknown(bad.page)
    assert bad.message in found.reason
    assert (found.page, found.line) == ("page.txt", bad.line)
    assert found.fact in {"host", "updated", "inputs.Limit.maximum", "Example1.request", "Example1.response"}


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (b"", 1, "an empty page"),
        (b"\n  \n\xe2\x80\x8b\n", 1, "an empty page"),
        (b"\xef\xbb\xbf", 1, "an empty page"),
        (b"PK\x03\x04\x00\x00", 1, "the control character"),
        (LIST.encode("utf-16"), 1, "invalid in UTF-8"),
        (b"tencent cloud\r\n\xe6\x96\n", 2, "the byte 0xE6"),
        (b"x" * 100_000, 1, "a line of 100,000 characters"),
        (b"no page at all", 1, "the section"),
    ],
)
def test_no_page_at_all(data: bytes, line: int, message: str) -> None:
    """Input that is not text, or not a page, is refused."""
    refused = refusal(data)
    assert refused.line == line
    assert message in str(refused)


def test_second_page_frame() -> None:
    """The frame of a second page below a complete page is refused."""
    refused = refusal(LIST + STATUS[: STATUS.index("1. API")])
    assert refused.found == "the date line of another page"


NEAR_MATCHES = (
    *("Default value: ", "Valid values: a, ", "Value range: [1, ", "1,000,", "only ", "Array of ", "Timestamp ", "Yes String "),
    *("a", "a ", " ", "\t", "A.b", "Aa", "AaBb.", "a.b-", "&A.0.B=1", "&a", "1 requests ", "requests a ", "-", "9", "{", "Example1 "),
)


@pytest.mark.parametrize("unit", NEAR_MATCHES, ids=range(len(NEAR_MATCHES)))
def test_long_lines_in_linear_time(unit: str) -> None:
    """Long lines of near-matches stay within the timeout of the suite, which backtracking patterns would exceed."""
    long = unit * (30_000 // len(unit))
    lines = (
        "SDK",
        HOST,
        RATE,
        ACTION,
        REGION,
        NAMESPACE,
        TOTAL,
        ADDRESS,
        "&Offset=0",
        '        "TotalCount": 2,',
        "Error Code Description",
    )
    for line in lines:
        for page in (after(LIST, line, long, long), edited(LIST, f"\n{line}\n", f"\n{line} {long} x\n- y\n")):
            try:
                read(page)
            except PageRefused:
                continue


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("scf.tencentcloudapi.com", "cvm.tencentcloudapi.com", 'the host "cvm.tencentcloudapi.com"'),
        ("scf.tencentcloudapi.com", "scf.intl.tencentcloudapi.com", 'the host "scf.intl.tencentcloudapi.com"'),
        ("2018-04-16", "2019-04-16", 'the version "2019-04-16"'),
    ],
)
def test_pages_of_one_run(old: str, new: str, message: str) -> None:
    """All pages of one run have the same product, host and version."""
    with pytest.raises(PageRefused) as caught:
        document(LIST, STATUS.replace(old, new))
    assert message in str(caught.value)
    assert caught.value.page == "page1.txt"


def test_duplicate_action() -> None:
    """Two pages of one action in one document are refused."""
    with pytest.raises(PageRefused) as caught:
        assemble(PageCollection([read(LIST, "a.txt"), read(LIST, "b.txt")]), keep_prose=False)
    assert str(caught.value) == "b.txt:1: found the action ListAsyncEvents again; expected each action once; a.txt describes it already"
