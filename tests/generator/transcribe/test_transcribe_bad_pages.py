from __future__ import annotations

from typing import NamedTuple

import pytest

from generator.transcribe import PageRefused, Reading, assemble
from generator.transcribe.source import PageSource
from tests.generator.transcribe.pages import LIST, OWN, STATUS, after, document, edited, line_of, read, refusal, unknown

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
    """A damaged page, the line that is to blame, and a piece of the message."""

    page: str
    line: int
    message: str


def below(line: str, *more: str) -> tuple[str, int]:
    """The list page with lines below this one, and the number of the first of them."""
    return after(LIST, line, *more), line_of(LIST, line) + 1


def instead(old: str, new: str) -> tuple[str, int]:
    """The list page with a line changed, and its number."""
    return edited(LIST, old, new), line_of(LIST, old)


BAD = {
    "first row without a Yes or No": Bad(*below(HEADER, "Foo Maybe String x"), 'found "Foo Maybe String x"'),
    "row without a Yes or No": Bad(*below(NAMESPACE, "Foo Maybe String x"), "expected a row"),
    "row without its second cell": Bad(*below(NAMESPACE, "Foo String x"), "expected a row"),
    "row without a type": Bad(*below(NAMESPACE, "Foo Yes"), "expected a row"),
    "lower-case type": Bad(*instead(NAMESPACE, "Namespace No string Namespace"), "expected a row"),
    "array of nothing": Bad(*instead(NAMESPACE, "Namespace No Array x"), "expected a row"),
    "array of arrays": Bad(*instead(NAMESPACE, "Namespace No Array of Array of String x"), "expected a row"),
    "index on a plain type": Bad(*instead(NAMESPACE, "Namespace.N No String x"), "the type String"),
    "dotted name": Bad(*instead(NAMESPACE, "Namespace.Name No String x"), "expected a row"),
    "duplicated name": Bad(*below(NAMESPACE, "Namespace No String Once more."), 'the name "Namespace" again'),
    "duplicated output": Bad(*below(TOTAL, "TotalCount Integer Once more."), 'the name "TotalCount" again'),
    "duplicated common row": Bad(*below(REGION, VERSION), "a common row among"),
    "row above the header": Bad(edited(LIST, f"{HEADER}\n{ACTION}", f"{ACTION}\n{HEADER}"), line_of(LIST, ACTION) + 1, "the common row"),
    "two rows in one line": Bad(edited(LIST, f"{FUNCTION_NAME}\n", f"{FUNCTION_NAME} "), 29, "a line of its own"),
    "second header": Bad(*below(NAMESPACE, HEADER), "a second table header"),
    "no header": Bad(edited(LIST, f"{HEADER}\n", ""), line_of(LIST, "InvokeRequestId No String") - 1, "the table header"),
    "output without a type": Bad(*instead(TOTAL, "TotalCount integer Total"), 'found "TotalCount integer Total"'),
    "output that may be text": Bad(*below(TOTAL, "User Import"), "may be a row"),
    "outputs without RequestId": Bad(
        edited(LIST, "RequestId String Request ID. Quote it when you contact the vendor's support.\n", ""),
        line_of(LIST, "EventList Array of AsyncEvent"),
        '"RequestId String" as the last row',
    ),
    "no common row": Bad(edited(LIST, f"{VERSION}\n", ""), line_of(LIST, VERSION), 'the common row "Version'),
    "action row without a value": Bad(*instead(ACTION, "Action Yes String Common parameter."), "the name of an action"),
    "action row that is not required": Bad(*instead(ACTION, ACTION.replace("Yes", "No")), '"Yes" in the common row'),
    "version that is no date": Bad(*instead(VERSION, VERSION.replace("04-16", "13-16")), "a version that is a date"),
    "region that is required and is not": Bad(*instead(REGION, "Region Yes String Not required here."), "agrees with itself"),
    "regions without their list": Bad(*instead(REGION, "Region Yes String Try ap-guangzhou."), "the supported regions"),
    "region list with a word in it": Bad(*instead(REGION, "Region Yes String Only here: ap-guangzhou, Beijing."), 'the region "Beijing"'),
    "title of another action": Bad(edited(LIST, "\nListAsyncEvents\n", "\nListEvents\n"), 5, 'the title "ListEvents"'),
    "action row of another action": Bad(*instead(ACTION, ACTION.replace("ListAsync", "List"))[:1], 5, "the title"),
    "example of another product": Bad(*instead(ADDRESS, ADDRESS.replace("scf", "cvm")), 'the host "cvm.tencentcloudapi.com"'),
    "example of another vendor": Bad(*instead(ADDRESS, ADDRESS.replace("tencentcloudapi", "example")), 'the host "scf.example.com"'),
    "host of another product": Bad(edited(LIST, HOST, HOST.replace("scf", "cvm")), line_of(LIST, ADDRESS), "own product, cvm"),
    "host that is none": Bad(*instead(HOST, "API request domain: scf.example.com."), "the domain name for requests"),
    "no host sentence": Bad(edited(LIST, f"{HOST}\n", ""), line_of(LIST, HOST) + 1, "the domain name for requests"),
    "rate that is no number": Bad(*instead(RATE, "Rate limit: at most 2O requests a second."), "a rate limit like"),
    "rate of nothing": Bad(*instead(RATE, "Rate limit: at most 0 requests a second."), "a rate limit like"),
    "rate that is no whole number": Bad(*instead(RATE, "Rate limit: at most 2.5 requests a second."), "a rate limit like"),
    "date that is none": Bad(*instead("最后更新时间", "最后更新时间:2023-02-30 11:11:07 x"), "the date"),
    "two dates": Bad(*below("最后更新时间:2023-07-18 11:11:07", "Last updated: 2023-07-19"), "the date of line 7"),
    "second part of one kind": Bad(*below("SDK", "2. Input Parameters"), 'a second part "Input Parameters"'),
    "parts in another order": Bad(
        edited(edited(edited(LIST, "2. Input", "2. X"), "3. Output", "3. Input"), "2. X", "2. Output"),
        line_of(LIST, "2. Input"),
        'the part "Input Parameters" here',
    ),
    "output mark missing": Bad(edited(LIST, "Output Example\n", ""), line_of(LIST, "5. Developer") - 3, '"Output Example"'),
    "no title of the example": Bad(*instead("Example1 ", "Example2 "), "the title of the first example"),
    "codes out of order": Bad(*instead("ResourceNotFound.Namespace There", "AuthFailure.Namespace There"), "sorted codes"),
    "code twice": Bad(*instead("ResourceNotFound.Namespace There", "ResourceNotFound.Function There"), "each code once"),
    "code with a full stop": Bad(*instead("InvalidParameterValue.Limit Limit is out of range.", "InvalidParameterValue."), "a full stop"),
    "last code without a text": Bad(edited(LIST, ".Version The function has no such version.", ".Version").rstrip(), 111, "full stop"),
    "glued to another page": Bad(LIST + STATUS, 111 + line_of(STATUS, "1. API Description"), 'a second part "API Description"'),
    "glued without a line end": Bad(LIST.rstrip() + STATUS, 110 + line_of(STATUS, "1. API Description"), "a second part"),
    "pipes below a header without them": Bad(*below(HEADER, "---|---|---|---"), "expected a row"),
    "API 2.0": Bad(LIST.replace("scf.tencentcloudapi.com", "scf.api.qcloud.com/v2/index.php"), 11, "a page of API 2.0"),
    "control character": Bad(*instead(TOTAL, TOTAL + "\x00"), "the control character U+0000"),
}

UNREAD = {
    "contradicting maximum": Bad(*instead("Maximum value: 100. D", "Maximum value: 100. Maximum value: 50. D"), "in two ways"),
    "no date": Bad(edited(LIST, "最后更新时间:2023-07-18 11:11:07\n", ""), 8, "no line like"),
    "output that an example shows is missing": Bad(edited(LIST, f"{TOTAL}\n", ""), line_of(LIST, "4. Example") - 1, '"TotalCount"'),
    "example of another action": Bad(*instead(ADDRESS, ADDRESS.replace("ListAsync", "List")), 'the action "ListEvents"'),
    "no host": Bad(*instead(HOST, "API request domain: ."), "has lost it"),
    "input that no row documents": Bad(*instead("&Offset=0", "&Offsets=0"), '"Offsets" in the table of inputs'),
    "input of another type": Bad(*instead("&Offset=0", "&Offset=first"), "a value of type Integer"),
    "input twice": Bad(*below("&Offset=0", "&Offset=1"), "each key once"),
    "line that is no pair": Bad(*below("&Offset=0", "Limit 20"), '"&Key=Value"'),
    "pair below the marker": Bad(*below("&<Common request parameters>", "&Namespace=x"), "nothing below the marker"),
    "address without a scheme": Bad(*instead(ADDRESS, ADDRESS.removeprefix("https://")), '"https://HOST/?Action=…"'),
    "output that is no JSON": Bad(*instead('"TotalCount": 2,', '"TotalCount": 2')[:1], 67, "as JSON"),
    "output with a word behind it": Bad(
        edited(LIST, "\n}\n\n5.", "\n}\n\nSDK\n5."),
        line_of(LIST, "5. Developer"),
        "Extra data",
    ),
    "output with a key twice": Bad(*instead('"TotalCount": 2,', '"TotalCount": 2, "TotalCount": 2,')[:1], 64, "stands twice"),
    "output without an envelope": Bad(*instead('    "Response": {', '    "Respond": {')[:1], 62, '{"Response": {…}}'),
}
"""Damage that a page survives: the one fact that it touches is reported as unknown."""


@pytest.mark.parametrize("name", BAD)
def test_bad_page(name: str) -> None:
    """A page that cannot be read whole is refused at the line to blame, with what was found and what was expected."""
    bad = BAD[name]
    refused = refusal(bad.page)
    assert bad.message in str(refused)
    assert (refused.page, refused.line) == ("page.txt", bad.line)
    assert "\n" not in str(refused)


@pytest.mark.parametrize("name", UNREAD)
def test_unread_fact(name: str) -> None:
    """An example that cannot be read, and a host that an extractor removed, are reported with their line; all else is read."""
    bad = UNREAD[name]
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
        (LIST.encode("utf-16"), 1, "no UTF-8"),
        (b"tencent cloud\r\n\xe6\x96\n", 2, "the byte 0xE6"),
        (b"x" * 100_000, 1, "a line of 100,000 characters"),
        (b"no page at all", 1, "the part"),
    ],
)
def test_no_page_at_all(data: bytes, line: int, message: str) -> None:
    """What is no text, or no page, is refused."""
    refused = refusal(data)
    assert refused.line == line
    assert message in str(refused)


def test_glued_shells() -> None:
    """The beginning of another page behind a whole one is refused, even though it has no part yet."""
    refused = refusal(LIST + STATUS[: STATUS.index("1. API")])
    assert refused.found == "the date line of another page"


NEAR_MATCHES = (
    *("Default value: ", "Valid values: a, ", "Value range: [1, ", "1,000,", "only ", "Array of ", "Timestamp ", "Yes String "),
    *("a", "a ", " ", "\t", "A.b", "Aa", "AaBb.", "a.b-", "&A.0.B=1", "&a", "1 requests ", "requests a ", "-", "9", "{", "Example1 "),
)


@pytest.mark.parametrize("unit", NEAR_MATCHES, ids=range(len(NEAR_MATCHES)))
def test_long_lines_take_no_time(unit: str) -> None:
    """Long lines of repeated near-matches are read or refused; a pattern that backtracks would run into the suite's timeout."""
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


def test_endless_json() -> None:
    """JSON that is nested without end, holds half a surrogate pair or an endless number is left out and reported."""
    for value in ("[" * 60_000, '"\\ud800"', "9" * 5000, "1e999", "NaN"):
        assert "JSON" in unknown(edited(LIST, '"TotalCount": 2,', f'"TotalCount": {value},')).reason


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("scf.tencentcloudapi.com", "cvm.tencentcloudapi.com", 'the host "cvm.tencentcloudapi.com"'),
        ("scf.tencentcloudapi.com", "scf.intl.tencentcloudapi.com", 'the host "scf.intl.tencentcloudapi.com"'),
        ("2018-04-16", "2019-04-16", 'the version "2019-04-16"'),
    ],
)
def test_pages_of_one_run(old: str, new: str, message: str) -> None:
    """Pages of one run are of one product, one host and one version."""
    with pytest.raises(PageRefused) as caught:
        document(LIST, STATUS.replace(old, new))
    assert message in str(caught.value)
    assert caught.value.page == "page1.txt"


def test_page_twice() -> None:
    """An action that two pages of one run describe is refused."""
    with pytest.raises(PageRefused) as caught:
        assemble(Reading([read(LIST, "a.txt"), read(LIST, "b.txt")]), keep_prose=False)
    assert str(caught.value) == "b.txt:1: found the action ListAsyncEvents again; expected each action once: a.txt describes it, too"


def test_source_is_bounded() -> None:
    """A file is read up to a cap and no further, so a device without end is refused as well."""
    with pytest.raises(PageRefused, match="more than 2,097,152 bytes"):
        PageSource.open("/dev/zero")


def test_source_that_is_no_file() -> None:
    """A missing file, a folder and an impossible name are refused like any page."""
    folder = OWN["ListAsyncEvents"].parent
    for name in (str(folder), str(folder / "Missing.txt"), "a\0b"):
        with pytest.raises(PageRefused, match="no readable file"):
            PageSource.open(name)
