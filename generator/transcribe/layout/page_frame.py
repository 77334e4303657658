"""What stands around a page's body: product name, navigation, title, date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from ..input.markdown import plain
from ..problems import quoted
from ..unknown import Unknown
from ..vocabulary import BUTTONS, COLON

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..input.lines import Line

_LABEL: Final = (
    r"(?:last (?:updated|modified)(?: (?:at|on|time))?|(?:最后|最近)?更新时间|마지막 업데이트 시간|terakhir diperbarui"
    r"|最終更新日|última atualização)"
)
_UPDATED: Final = re.compile(rf"{_LABEL}\s*{COLON}\s*(?P<date>.*)", re.IGNORECASE)
_LABEL_ALONE: Final = re.compile(rf"{_LABEL}\s*{COLON}?", re.IGNORECASE)
_DATE_FORMATS: Final = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d")
_DATE_SHAPE: Final = re.compile(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)?)?")
# Only a word with humps is a title that can contradict the page: pages in Chinese have a sentence there, and buttons change every year.
_ACTION_SHAPE: Final = re.compile(r"(?:[A-Z][a-z0-9]+){2,20}|[A-Z][a-z]+[A-Z]\w*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Shell:
    """The facts of a page's shell: both can be lost."""

    titles: tuple[Line, ...]
    updated: str | None


def read_shell(lines: Sequence[Line], body: Line, unknown: list[Unknown]) -> Shell:
    """Read the lines before the first heading, `body`. Raises `PageRefused` for two dates, or for one that is none."""
    titles: list[Line] = []
    updated: list[tuple[str, Line]] = []
    above: Line | None = None  # the last line that could be a title
    for line, text in _dated(lines):
        match = _UPDATED.fullmatch(text)
        if match:
            updated.append((_date(match["date"].strip(), line), line))
            if above is not None and _ACTION_SHAPE.fullmatch(plain(above.text).lstrip("# ")):
                titles.append(above)
            above = None
        elif text and text.casefold() not in BUTTONS:
            above = line
    for date, line in updated[1:]:
        if date != updated[0][0]:
            raise line.refused(f"the date of line {updated[0][1].number}, {updated[0][0]}")
    if not updated:
        unknown.append(Unknown(body.page, body.number, "updated", 'no line like "Last updated: 2023-07-18 11:11:07" above the first part'))
    return Shell(tuple(titles), updated[0][0] if updated else None)


def find_date(lines: Sequence[Line]) -> str | None:
    """The date of a page whose shell has nothing else to tell; None without one."""
    dates = [_date(match["date"].strip(), line) for line, text in _dated(lines) if (match := _UPDATED.fullmatch(text))]
    return dates[-1] if dates else None


def title_of(line: Line) -> str:
    """The words of a title."""
    return plain(line.text).lstrip("# ")


def is_date_line(line: Line) -> bool:
    """Whether this line belongs to a shell: below the first heading it tells that another page begins."""
    match = _UPDATED.fullmatch(line.text)
    return match is not None and _DATE_SHAPE.fullmatch(match["date"].strip()) is not None


def _dated(lines: Sequence[Line]) -> list[tuple[Line, str]]:
    """The lines with their words; a label whose date stands in the next line has it beside it."""
    found: list[tuple[Line, str]] = []
    label: Line | None = None
    for line in lines:
        text = plain(line.text)
        if label is not None and text:
            if _DATE_SHAPE.fullmatch(text):
                found.append((label, f"{label.text.rstrip(':：')}: {text}"))
                label = None
                continue
            found.append((label, label.text))
            label = None
        if _LABEL_ALONE.fullmatch(text):
            label = line
        else:
            found.append((line, text))
    return found if label is None else [*found, (label, label.text)]


def _date(text: str, line: Line) -> str:
    if _DATE_SHAPE.fullmatch(text):
        for date_format in _DATE_FORMATS:
            try:
                datetime.strptime(text, date_format)  # noqa: DTZ007 - pages name no time zone, and only the string is kept
            except ValueError:
                continue
            return text
    raise line.refused('a date like "2023-07-18 11:11:07"', f"the date {quoted(text)}")
