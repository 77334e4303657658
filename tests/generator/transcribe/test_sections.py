from __future__ import annotations

import pytest

from tests.generator.transcribe.pages import LIST, edited, read

BODY = LIST[LIST.index("1. API Description") :]
FACTS = read(LIST)


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
    """The words of headings count, not their numbers and marks."""
    assert read(edited(LIST, f"\n{old}\n", f"\n{new}\n")).examples == FACTS.examples


def test_sections_in_older_order() -> None:
    """Error codes above the examples, as in 2018, give the same facts."""
    start, resources, errors = (BODY.index(heading) for heading in ("4. Example", "5. Developer Resources", "6. Error Code"))
    page = LIST.replace(BODY, BODY[:start] + BODY[errors:] + BODY[start:resources] + BODY[resources:errors])
    assert (read(page).errors, read(page).examples) == (FACTS.errors, FACTS.examples)


@pytest.mark.parametrize(
    "footer",
    [
        "Help and Support\n\nWas this page helpful?\n\nYou can also Contact Sales or Submit a Ticket for help.\n\nYes\n\nNo\n",
        "本页内容是否解决了您的问题?\n您也可以 联系销售 提交工单 以寻求帮助。\n\n文档反馈",
        "联系我们\n\n联系我们，为您的业务提供专属服务。\n\n技术支持\n\n7x24 电话支持\n",
        "**Was this page helpful?**\n\nFoo Yes String what looks like a row\n",
    ],
)
def test_footers(footer: str) -> None:
    """Text below the first line of the site's footer is not part of the last error text."""
    facts = read(LIST)
    assert read(f"{LIST}\n{footer}").errors == facts.errors


def test_table_of_contents() -> None:
    """A table of contents above or below the body is not one of its sections."""
    titles = ("1. API Description", "2. Input Parameters", "3. Output Parameters", "4. Example", "Example1 First page", "6. Error Code")
    contents = "\n".join((*titles, ""))
    facts = read(LIST)
    assert read(edited(LIST, "最后更新", f"{contents}最后更新")).errors == facts.errors
    assert read(f"{LIST}\nOn this page\n{contents}").errors[:-1] == facts.errors[:-1]


def test_optional_developer_resources() -> None:
    """A page without the section of developer resources is complete."""
    start, end = LIST.index("5. Developer Resources"), LIST.index("6. Error Code")
    assert read(LIST[:start] + LIST[end:]).errors == read(LIST).errors
