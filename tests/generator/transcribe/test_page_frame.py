from __future__ import annotations

import pytest

from tests.generator.transcribe.pages import LIST, edited, read

BODY = LIST[LIST.index("1. API Description") :]
FACTS = read(LIST)
DATE = "2023-07-18 11:11:07"
NAVIGATION = "\n".join(["Serverless Cloud Function", "Data Types", "Error Codes", "History", *(f"Page {n}" for n in range(150))])


@pytest.mark.parametrize(
    "frame",
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
def test_page_frame(frame: str) -> None:
    """All known page frames around the same body give the same facts."""
    page = read(frame + BODY)
    assert (page.action, page.updated, page.errors) == (FACTS.action, DATE, FACTS.errors)


@pytest.mark.parametrize("date", ["2023-07-18", "2023-07-18 11:11", DATE])
def test_date_unchanged(date: str) -> None:
    """The date keeps the format of the page."""
    assert read(edited(LIST, DATE, date)).updated == date


@pytest.mark.parametrize(
    "frame",
    [
        "tencent cloud\n\nAPIs\n\nListAsyncEvents\n\nDownload\nFocus Mode\nFont Size\nLast updated: {}\n",
        "ListAsyncEvents\n\nPDF\nMode fokus\nUkuran font\nTerakhir diperbarui: {}\n",
        "文档中心 > 云函数 > API 文档\n\n获取函数异步事件列表\n\n最近更新时间：{}\n\n我的收藏\n",
        "ListAsyncEvents\nLast updated:\n\n{}\n",
        "# ListAsyncEvents\n**Last updated:** {}\n",
        "DescribeOthers\nGetAsyncEventStatus\n\nAsk for help now\nLast updated: {}\n",
    ],
)
def test_current_page_frames(frame: str) -> None:
    """Buttons, Chinese titles and a date on the next line are accepted."""
    body = LIST[LIST.index("1. API Description") :]
    assert read(frame.format("2026-06-17 17:21:38") + body).updated == "2026-06-17 17:21:38"
