"""What stands around a page's body: product name, navigation, title, date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from .problems import quoted
from .punctuation import COLON

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .lines import Line

_UPDATED: Final = re.compile(
    rf"(?:last updated(?: (?:at|on|time))?|最后更新时间|마지막 업데이트 시간|terakhir diperbarui)\s*{COLON}\s*(?P<date>.*)",
    re.IGNORECASE,
)
_DATE_FORMATS: Final = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d")
_DATE_SHAPE: Final = re.compile(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)?)?")
# Buttons between a title and its date, and lines that stand where a title would on a page without one.
_BUTTONS: Final = frozenset({"pdf", "focus mode", "font size"})
_NO_TITLE: Final = frozenset({"tencent cloud", "文档反馈", "feedback", "피드백", "masukan", "all product documents", "apis"})


@dataclass(frozen=True, slots=True)
class Shell:
    """The facts of a page's shell. A page can be without a title, never without a date."""

    titles: tuple[Line, ...]
    updated: str
    updated_line: Line


def read_shell(lines: Sequence[Line], body: Line) -> Shell:
    """Read the lines before the first heading, `body`. Raises `PageRefused` without exactly one date."""
    titles: list[Line] = []
    updated: list[tuple[str, Line]] = []
    above: Line | None = None  # the last line that could be a title
    for line in lines:
        match = _UPDATED.fullmatch(line.text)
        if match:
            updated.append((_date(match["date"].strip(), line), line))
            if above is not None and above.text.casefold() not in _NO_TITLE:
                titles.append(above)
            above = None
        elif line.text and line.text.casefold() not in _BUTTONS:
            above = line
    if not updated:
        raise body.refused('a line like "Last updated: 2023-07-18 11:11:07" above the first part', "no date above the first part")
    for date, line in updated[1:]:
        if date != updated[0][0]:
            raise line.refused(f"the date of line {updated[0][1].number}, {updated[0][0]}")
    return Shell(tuple(titles), *updated[0])


def is_date_line(line: Line) -> bool:
    """Whether this line belongs to a shell: below the first heading it tells that another page begins."""
    match = _UPDATED.fullmatch(line.text)
    return match is not None and _DATE_SHAPE.fullmatch(match["date"].strip()) is not None


def _date(text: str, line: Line) -> str:
    if _DATE_SHAPE.fullmatch(text):
        for date_format in _DATE_FORMATS:
            try:
                datetime.strptime(text, date_format)  # noqa: DTZ007 - pages name no time zone, and only the string is kept
            except ValueError:
                continue
            return text
    raise line.refused('a date like "2023-07-18 11:11:07"', f"the date {quoted(text)}")
