"""Pages of data types, written from definitions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .definitions import DataType
from .style import Style
from .table_writer import Grid
from .writer import Rows, shown, typed


def write_types(types: Sequence[DataType], style: Style, form: str = "text") -> str:
    """The page of a product's types: in flattened text or with pipes."""
    rows = Rows() if form == "text" else Grid(form)
    zh = style.language == "zh"
    lines = ["tencent cloud", "", "Feedback", "", "数据结构" if zh else "Data Types", "", f"Last updated: {style.updated}", ""]
    for type_ in types:
        lines += _type(type_, style, rows)
    return style.line_end.join(style.indentation + line for line in lines) + "\n"


def _type(type_: DataType, style: Style, rows: Rows) -> Iterator[str]:
    zh = style.language == "zh"
    yield from (type_.name, "", *shown(type_.document, style), "")
    users = ", ".join(type_.used_by)
    yield from (f"被如下接口引用：{users}。" if zh else f"Used by actions: {users}.", "")
    yes, no = ("是", "否") if zh else ("Yes", "No")
    if type_.used_in_requests:
        yield from rows.header(*(("名称", "类型", "必选", "描述") if zh else ("Name", "Type", "Required", "Description")))
    else:
        yield from rows.header(*(("名称", "类型", "描述") if zh else ("Name", "Type", "Description")))
    for field in type_.fields:
        required = [yes if field.required else no] if type_.used_in_requests else []
        yield from rows.row(style, field.name, typed(field), *required, shown(field.document, style))
    yield ""
