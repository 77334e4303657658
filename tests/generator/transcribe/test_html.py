from __future__ import annotations

import base64
import quopri

import pytest

from generator.transcribe import PageRefused
from generator.transcribe.facts import PageFacts
from tests.generator.transcribe.pages import inputs, outputs, read, refusal


def _html(body: str) -> str:
    return f"<!DOCTYPE html>\n<html>\n<head><title>x</title></head>\n<body>\n{body}\n</body></html>"


def _row(*cells: str) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


TYPE = 'Array of <a href="#Filter">Filter</a>'
BODY = f"""<nav><a>Error Codes</a></nav><h1>ListBoxes</h1><span>Last updated:</span> <em>2025-01-31 23:59:59</em>
<h2>1. API Description<a href="#1">#</a></h2><p>Domain name for API request: <code>demo.tencentcloudapi.com</code>.</p>
<p>Lists boxes.<br>Newest first.</p><div>A maximum of 20 requests can be initiated per second for this API.</div>
<h2>2. Input Parameters</h2><table><thead><tr><th>Parameter Name</th><th>Required</th><th>Type</th><th>Description</th></tr></thead><tbody>
{_row("Action", "Yes", "String", '<a href="/x">Common Params</a>. The value used for this API: ListBoxes.')}
{_row("Version", "Yes", "String", "Common Params. The value used for this API: 2020-01-01.")}
{_row("Region", '<img src="no.svg" alt="No">', "String", "Not required.")}
{_row("Filters.N", "No", TYPE, "<ul><li>name - String</li><li>size - String</li></ul><p>At most 5 &lt; 6.</p>")}
</tbody></table><p>Row Yes String that is none.</p>
<h2>3. Output Parameters</h2><table><tr><th>Parameter Name</th><th>Type</th><th>Description</th></tr>
{_row("User", "<a>Import</a>", "Who.<br/>This field may return null.")}
{_row("RequestId", "String", "")}</table>
<h2>4. Example</h2><h3>Example1 First &amp; last</h3><h4>Input Example</h4>
<div class="box"><button>Copy</button><pre><code>https://demo.tencentcloudapi.com/?Action=ListBoxes
&amp;Filters.0.Name=a&lt;b
&amp;&lt;Common request parameters&gt;</code></pre></div>
<h4>Output Example</h4><pre>{{
    "Response": {{
        "User": null,
        "RequestId": "1"
    }}
}}</pre>
<h2>6. Error Code</h2><p>Only these.</p><table><tr><th>Error Code</th><th>Description</th></tr>
{_row("ResourceNotFound", "Nothing<br>there")}{_row("InternalError.", "")}</table>
<div>Some words below.</div><script>if (a < b) {{ document.write("<table>") }}</script>"""


def _check_html(page: PageFacts) -> None:
    assert (page.action, page.updated, page.rate_limit, page.description) == (
        "ListBoxes",
        "2025-01-31 23:59:59",
        20,
        "Lists boxes.\nNewest first.",
    )
    assert page.region.required is False
    assert inputs(page)["Filters"].description == "• name - String\n• size - String\nAt most 5 < 6."
    assert (str(outputs(page)["User"].type), outputs(page)["User"].prose.nullable) == ("Import", True)
    assert page.examples[0].title == "First & last"
    assert page.examples[0].request == {"Filters": [{"Name": "a<b"}]}
    assert page.examples[0].response == {"Response": {"User": None, "RequestId": "1"}}
    assert [(one.code, one.description) for one in page.errors] == [("ResourceNotFound", "Nothing\nthere"), ("InternalError.", "")]
    assert page.unknown == ()


@pytest.mark.parametrize(
    "form",
    [
        _html,
        lambda body: f"<div>{body}</div>\n",
        lambda body: "\ufeff<!-- saved from url=(0030)https://x -->\n" + _html(body),
        lambda body: _html(body).replace("\n<h", "<h"),
        lambda body: _html(body).replace("</td>", "").replace("</tr>", "").replace("</li>", ""),
        lambda body: _html(
            body.replace("<table", '<table class="a"').replace("<tr>", "<tr\n>").replace("<td>", "<td><p>").replace("</td>", "</p></td>")
        ),
    ],
    ids=range(6),
)
def test_html(form: object) -> None:
    """HTML of a browser, a fragment, HTML on one line and HTML without optional closing tags give the same facts."""
    assert callable(form)
    _check_html(read(form(BODY)))


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
def test_archive(encoding: str) -> None:
    """A page saved with its pictures as one file gives the same facts."""
    html = _html(BODY).encode()
    content = quopri.encodestring(html) if encoding == "quoted-printable" else base64.encodebytes(html)
    head = (
        "From: <Saved by a browser>\r\nSubject: ListBoxes\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----b"\r\n\r\n\r\n------b\r\n'
        f"Content-Type: text/html\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
    )
    _check_html(read(head.encode() + content + b"\r\n------b--\r\n"))


def test_truncated_html() -> None:
    """Truncated HTML is refused, because its closing tags are missing."""
    page = _html(BODY)
    for length in range(40, len(page), 37):
        assert refusal(page[:length]).line <= page.count("\n") + 1
    for cut in ("</tr>", "</table>", "</div>"):
        assert "closing tags" in refusal(page[: page.rindex(cut) + len(cut)]).expected


def test_line_number() -> None:
    """The line in a message is the line of the HTML file."""
    page = _html(BODY.replace(">Filters.N<", ">Filters N<"))
    assert refusal(page).line == 1 + next(number for number, line in enumerate(page.split("\n")) if "Filters N" in line)


def test_empty_cells() -> None:
    """A type or mark that an extractor dropped from a table is an unknown fact."""
    page = read(
        _html(
            BODY.replace("<a>Import</a>", "").replace(
                '<td>No</td><td>Array of <a href="#Filter">Filter</a></td>', "<td></td><td>Array of</td>"
            )
        )
    )
    assert {one.fact for one in page.unknown} == {"required", "inputs.Filters.type", "outputs.User.type"}
    assert inputs(page)["Filters"].required is None
    assert inputs(page)["Filters"].type.schema() == {"type": "array", "items": {}}
    assert outputs(page)["User"].type.schema() == {}


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("<html></html>", "an empty page"),
        ("<html><body><p>x</p></body></html>", "the section"),
        (b"<html>\xff</html>", "the byte 0xFF"),
        (
            "From: x\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/plain\n\nx\n--b--\n",
            "an archive without an HTML page",
        ),
    ],
)
def test_refused_html(page: str | bytes, message: str) -> None:
    """HTML that is not a page is refused."""
    with pytest.raises(PageRefused, match=message):
        read(page)
