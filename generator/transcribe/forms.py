"""The forms that are not read: they are recognised, to be refused by name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .lines import Line

_EXPECTED: Final = "an API 3.0 page as text, with or without pipes in its tables"


class Form(NamedTuple):
    """A form that is not read, and the sign that tells it."""

    name: str
    sign: re.Pattern[str]


_UNREAD: Final = (
    Form("HTML", re.compile(r"<(?:!doctype|html|head|body|table|div)\b", re.IGNORECASE)),
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
