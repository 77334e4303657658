"""Pages in the vendor's layout, written from definitions."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from .definitions import Action, Field
from .style import Style

_BREAK = re.compile(r"<\s*/?\s*(?:br|p|div|ul|ol|tr|table|h\d)\b[^>]*>", re.IGNORECASE)
_ITEM = re.compile(r"<\s*li\b[^>]*>", re.IGNORECASE)
_CELL = re.compile(r"<\s*/\s*t[dh]\s*>", re.IGNORECASE)
_TAG = re.compile(
    r"</?\s*(?:li|a|b|i|em|strong|span|font|code|pre|td|th|tbody|thead|sup|sub|u|dx-[a-z]+|img|center|del|s)\b[^>]*>", re.IGNORECASE
)


def shown(document: str, style: Style) -> list[str]:
    """A description as a page shows it: HTML becomes line breaks and bullets, or vanishes."""
    text = _TAG.sub("", _CELL.sub(" ", _ITEM.sub(f"\n{style.bullets}", _BREAK.sub("\n", document))))
    return [line.rstrip() for line in html.unescape(text).replace("\r", "\n").strip().split("\n")]


def typed(field: Field) -> str:
    """The type as a page names it."""
    return f"Array of {field.type}" if field.array else field.type


def write(action: Action, style: Style, rows: Rows | None = None) -> str:
    """The page of one action: in flattened text, unless the rows are written in another form."""
    rows = rows or Rows()
    parts = [
        list(introduction(action, style)),
        ["", *input_table(action, style, rows)],
        ["", *output_table(action, style, rows)],
        [line for number, _ in enumerate(action.samples, start=1) for line in _example(action, style, number)],
        ["", "SDK", "", "SDKs sign and send the calls.", "", "Command Line Interface"],
        list(errors(style, rows)),
    ]
    lines = list(_shell(action, style))
    glue = style.bullets.strip() == "•" and any(style.bullets in line for line in parts[1])
    for number, part in enumerate(style.order, start=1):
        heading = style.heading.format(number, style.headings[part])
        lines += [f"  • {heading}" if glue and part == 2 and heading[0].isdigit() else heading, *parts[part], ""]
    while not lines[-1]:
        lines.pop()
    if style.footer:
        lines += ["", "Help and Support", "", "Was this page helpful?", "", "Feedback"]
    return style.line_end.join(style.indentation + line for line in lines) + _closing(action, lines[-1])


def _closing(action: Action, last: str) -> str:
    """A page whose last text has no full stop has a line end: without one nothing tells it from a page that was cut off."""
    return "" if last.endswith((".", "!", "。")) and len(action.name) % 2 else "\n"


class Rows:
    """Writes rows in flattened text: cells parted by one blank, the last one perhaps over several lines."""

    def header(self, *cells: str) -> list[str]:
        """The header, in one line."""
        return [" ".join(cells)]

    def row(self, style: Style, *cells: str | list[str]) -> list[str]:
        """A row, over as many lines as its last cell has."""
        *first, last = cells
        lines = [last] if isinstance(last, str) else last
        head = style.blank.join(str(cell) for cell in first)
        return [f"{head}{style.blank}{lines[0]}" if lines[0] else head, *lines[1:]]


def _shell(action: Action, style: Style) -> Iterator[str]:
    date = style.updated
    match style.shell:
        case "zh":
            yield from ("tencent cloud", "", "文档反馈", "", action.name, "", f"最后更新时间:{date}", "")
        case "en":
            yield from ("tencent cloud", "", "Feedback", "", action.name, "", f"Last updated: {date}", "")
        case "ko":
            yield from ("tencent cloud", "", "피드백", "", action.name, "", f"마지막 업데이트 시간:{date}", "")
        case "id":
            yield from ("tencent cloud", "", "Masukan", "", action.name, "", f"Terakhir diperbarui:{date}", "")
        case "bare":
            yield from (action.name, "", f"Last updated: {date}")
        case "untitled":
            yield from ("tencent cloud", "", "", "", f"Last updated: {date}")
        case "double":
            yield from (action.name, f"Last updated: {date}", action.name, f"最后更新时间: {date}")
        case "crumbs":
            yield from ("All product documents", "APIs", action.name, f"Last updated: {date}", action.name, f"Last updated: {date}")
        case _:
            yield from (
                "Some Product",
                "Release Notes",
                "API Category",
                "Data Types",
                "Error Codes",
                "History",
                *(f"Page {n}" for n in range(30)),
            )
            yield from (action.name, "PDF", "Focus Mode", "Font Size", f"Last updated: {date}")


def introduction(action: Action, style: Style) -> Iterator[str]:
    """Part 1."""
    yield from ("", style.host_sentence.format(style.host), "", *shown(action.document, style), "")
    if style.rate is not None:
        yield from (style.rate_sentence.format(style.rate), "")
    if style.finance and style.language == "en":
        yield from (f"Note: This API supports Finance regions, for example: {action.service}.ap-shanghai-fsi.tencentcloudapi.com", "")
    if style.explorer:
        if style.language == "zh":
            yield from ("推荐使用 API Explorer", "点击调试", "API Explorer 提供了在线调用、签名验证等能力。")
        else:
            yield from ("We recommend you to use API Explorer", "Try it", "API Explorer signs calls and shows what goes out.")


def input_table(action: Action, style: Style, rows: Rows) -> Iterator[str]:
    """Part 2."""
    zh = style.language == "zh"
    yield from ("Below stand the inputs.", "")
    yield from rows.header(*(("参数名称", "必选", "类型", "描述") if zh else ("Parameter Name", "Required", "Type", "Description")))
    yes, no = ("是", "否") if zh else ("Yes", "No")
    yield from rows.row(style, "Action", yes, "String", style.common.format(action.name))
    yield from rows.row(style, "Version", yes, "String", style.common.format(action.version))
    yield from rows.row(style, "Region", style.region[0], "String", style.region[1])
    for field in action.inputs:
        name = f"{field.name}.N" if field.array else field.name
        yield from rows.row(style, name, yes if field.required else no, typed(field), shown(field.document, style))


def output_table(action: Action, style: Style, rows: Rows) -> Iterator[str]:
    """Part 3."""
    yield from rows.header(*(("参数名称", "类型", "描述") if style.language == "zh" else ("Parameter Name", "Type", "Description")))
    for field in action.outputs:
        document = style.request_id if field.name == "RequestId" and field is action.outputs[-1] else field.document
        yield from rows.row(style, field.name, typed(field), shown(document, style))


def _example(action: Action, style: Style, number: int) -> Iterator[str]:
    sample = action.samples[number - 1]
    yield from ("", style.example_title.format(number, " ".join(sample.title.split())), "", *shown(sample.document, style))
    yield from ("", style.marks[0], "", *sample.input.rstrip().splitlines(), "", style.marks[1], "", *sample.output.rstrip().splitlines())


def errors(style: Style, rows: Rows) -> Iterator[str]:
    """Part 6."""
    zh = style.language == "zh"
    if not style.codes:
        sentence = "There is no error code related to the API business logic. For other error codes, see Common Error Codes."
        yield from ("", "该接口暂无业务逻辑相关的错误码，其他错误码详见公共错误码。" if zh else sentence)
        return
    yield from ("", "以下仅列出了接口业务逻辑相关的错误码。" if zh else "Only these codes are the action's own.", "")
    yield from rows.header(*(("错误码", "描述") if zh else ("Error Code", "Description")))
    for code, text in style.codes:
        yield from rows.row(style, code, text.split("\n"))
