from __future__ import annotations

import pytest

from tests.generator.transcribe.pages import LIST, edited, read

BODY = LIST[LIST.index("1. API Description") :]
FACTS = read(LIST)
DATE = "2023-07-18 11:11:07"
NAVIGATION = "\n".join(["Serverless Cloud Function", "Data Types", "Error Codes", "History", *(f"Page {n}" for n in range(150))])


@pytest.mark.parametrize(
    "shell",
    [
        f"tencent cloud\n\nFeedback\n\nListAsyncEvents\n\nLast updated: {DATE}\n\n",
        f"tencent cloud\n\n피드백\n\nListAsyncEvents\n\n마지막 업데이트 시간:{DATE}\n\n",
        f"tencent cloud\n\nMasukan\n\nListAsyncEvents\n\nTerakhir diperbarui:{DATE}\n\n",
        f"ListAsyncEvents\n\nLast updated: {DATE}\n",
        f"tencent cloud\n\n\n\nLast updated: {DATE}\n",
        f"ListAsyncEvents\nLast updated: {DATE}\nListAsyncEvents\n最后更新时间: {DATE}\n",
        f"All product documents\nAPIs\nListAsyncEvents\nLast updated: {DATE}\nListAsyncEvents\nLast updated: {DATE}\n",
        f"{NAVIGATION}\nListAsyncEvents\nPDF\nFocus Mode\nFont Size\nLast updated: {DATE}\n",
    ],
)
def test_shell(shell: str) -> None:
    """Every known shell around the same body gives the same facts."""
    page = read(shell + BODY)
    assert (page.action, page.updated, page.errors) == (FACTS.action, DATE, FACTS.errors)


@pytest.mark.parametrize("date", ["2023-07-18", "2023-07-18 11:11", DATE])
def test_date_is_kept_as_it_stands(date: str) -> None:
    """The date stays the page's own string."""
    assert read(edited(LIST, DATE, date)).updated == date


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda page: page.replace("\n", "\r\n"), "CRLF"),
        (lambda page: page.replace("\n", "\r"), "CR"),
        (lambda page: "\ufeff" + page, "BOM"),
        (lambda page: "\n".join("    " + line for line in page.split("\n")), "indentation"),
        (lambda page: "\n".join(line.lstrip() for line in page.split("\n")), "no indentation"),
        (lambda page: "\n".join(line + "  " for line in page.split("\n")), "blanks at the ends"),
        (lambda page: page.replace("\n\n", "\n\n\n\n"), "more blank lines"),
        (lambda page: page.replace("AsyncEvents.", "Async\u200bEvents.\u2060"), "zero-width characters"),
        (lambda page: page.replace(" ", "\u00a0"), "no-break spaces"),
    ],
)
def test_what_extractors_do(change: object, what: str) -> None:
    """Line ends, indentation, blanks and invisible characters change no fact."""
    assert callable(change)
    page = read(change(LIST))
    same = ("action", "version", "host", "rate_limit", "region", "examples", "errors", "updated", "description")
    assert [getattr(page, name) for name in same] == [getattr(FACTS, name) for name in same], what
    assert [(row.name, row.type, row.required, row.prose) for row in (*page.inputs, *page.outputs)] == [
        (row.name, row.type, row.required, row.prose) for row in (*FACTS.inputs, *FACTS.outputs)
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1. API Description", "1. API Descriptions"),
        ("2. Input Parameters", "## 2. Request Parameters"),
        ("2. Input Parameters", "#### **2. Input Parameters**"),
        ("3. Output Parameters", "  • 3. Output Parameters"),
        ("3. Output Parameters", "3. Return Parameters"),
        ("4. Example", "5. Examples"),
        ("5. Developer Resources", "6. Other Resources"),
        ("6. Error Code", "4. Error Codes"),
    ],
)
def test_headings(old: str, new: str) -> None:
    """Headings are known by their words: numbers, marks and older wordings do not matter."""
    assert read(edited(LIST, f"\n{old}\n", f"\n{new}\n")).examples == FACTS.examples


def test_order_of_2018() -> None:
    """Error codes before the examples, as in 2018, are read the same."""
    start, resources, errors = (BODY.index(heading) for heading in ("4. Example", "5. Developer Resources", "6. Error Code"))
    page = LIST.replace(BODY, BODY[:start] + BODY[errors:] + BODY[start:resources] + BODY[resources:errors])
    assert (read(page).errors, read(page).examples) == (FACTS.errors, FACTS.examples)
