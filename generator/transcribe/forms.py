"""The forms that pages come in. Only flattened English text is read so far; the others are recognised, to be refused by name.

A further form gets a front-end of its own that gives the same `Line`s and sections; its row then leaves this table.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .lines import Line

_EXPECTED: Final = "the flattened text of an English API 3.0 page"


class Form(NamedTuple):
    """A form that is not read, and the sign that tells it."""

    name: str
    sign: re.Pattern[str]


_UNREAD: Final = (
    Form("HTML", re.compile(r"<(?:!doctype|html|head|body|table|div)\b", re.IGNORECASE)),
    Form("a table with pipes", re.compile(r"\|?\s*(?::?-{3,}:?\s*\|\s*)+(?::?-{3,}:?)?|\|\s*Action\s*\|.*|Action\s*\|.*", re.IGNORECASE)),
    Form("a Chinese body", re.compile(r"\W*\d{1,2}\.\s*(?:接口描述|输入参数|输出参数|示例|错误码|开发者资源)\W*")),
)


def refuse_other_forms(lines: Sequence[Line]) -> None:
    """Raise `PageRefused` at the first line that shows a form which is not read, and for pages of the older API 2.0."""
    legacy: Line | None = None
    current = False
    for line in lines:
        for form in _UNREAD:
            if (form.sign.match if form.name == "HTML" else form.sign.fullmatch)(line.text):
                raise line.refused(_EXPECTED, f"{form.name} form, which is not read yet")
        if legacy is None and "api.qcloud.com" in line.text:
            legacy = line
        current = current or "tencentcloudapi.com" in line.text
    if legacy is not None and not current:
        raise legacy.refused(_EXPECTED, "a page of API 2.0 (host api.qcloud.com)")
