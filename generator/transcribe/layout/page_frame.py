"""Page frame around the sections: product name, navigation, title and date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from ..input.markdown import strip_markdown
from ..problems import quoted
from ..unknown import UnknownFact
from ..vocabulary import COLON, FRAME_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..input.lines import SourceLine

_LABEL: Final = (
    r"(?:last (?:updated|modified)(?: (?:at|on|time))?|(?:最后|最近)?更新时间|마지막 업데이트 시간|terakhir diperbarui"
    r"|最終更新日|última atualização)"
)
_UPDATED: Final = re.compile(rf"{_LABEL}\s*{COLON}\s*(?P<date>.*)", re.IGNORECASE)
_LABEL_ALONE: Final = re.compile(rf"{_LABEL}\s*{COLON}?", re.IGNORECASE)
_DATE_FORMATS: Final = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d")
_DATE_SHAPE: Final = re.compile(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)?)?")
# Only a title in camel case can contradict the page: Chinese pages have a sentence there, and the site's buttons change often.
_ACTION_SHAPE: Final = re.compile(r"(?:[A-Z][a-z0-9]+){2,20}|[A-Z][a-z]+[A-Z]\w*", re.ASCII)


@dataclass(frozen=True, slots=True)
class PageFrame:
    """Titles and date of a page. Both can be missing."""

    titles: tuple[SourceLine, ...]
    updated: str | None


def read_page_frame(lines: Sequence[SourceLine], body: SourceLine, unknown: list[UnknownFact]) -> PageFrame:
    """Read the lines above the first heading, `body`. Raises `PageRefused` for an invalid date or two different dates."""
    titles: list[SourceLine] = []
    updated: list[tuple[str, SourceLine]] = []
    above: SourceLine | None = None  # the latest candidate for the title
    for line, text in _join_date_labels(lines):
        match = _UPDATED.fullmatch(text)
        if match:
            updated.append((_date(match["date"].strip(), line), line))
            if above is not None and _ACTION_SHAPE.fullmatch(strip_markdown(above.text).lstrip("# ")):
                titles.append(above)
            above = None
        elif text and text.casefold() not in FRAME_WORDS:
            above = line
    for date, line in updated[1:]:
        if date != updated[0][0]:
            raise line.refusal(f"the date of line {updated[0][1].number}, {updated[0][0]}")
    if not updated:
        unknown.append(
            UnknownFact(body.page, body.number, "updated", 'no line like "Last updated: 2023-07-18 11:11:07" above the first section')
        )
    return PageFrame(tuple(titles), updated[0][0] if updated else None)


def find_date(lines: Sequence[SourceLine]) -> str | None:
    """Return the last date in the frame, or None."""
    dates = [_date(match["date"].strip(), line) for line, text in _join_date_labels(lines) if (match := _UPDATED.fullmatch(text))]
    return dates[-1] if dates else None


def title_text(line: SourceLine) -> str:
    """Return the text of a title."""
    return strip_markdown(line.text).lstrip("# ")


def is_date_line(line: SourceLine) -> bool:
    """Return whether the line states the date of a page. Below the first heading, it starts another page."""
    match = _UPDATED.fullmatch(line.text)
    return match is not None and _DATE_SHAPE.fullmatch(match["date"].strip()) is not None


def _join_date_labels(lines: Sequence[SourceLine]) -> list[tuple[SourceLine, str]]:
    """Return lines with their text, and join a date label with a date on the next line."""
    found: list[tuple[SourceLine, str]] = []
    label: SourceLine | None = None
    for line in lines:
        text = strip_markdown(line.text)
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


def _date(text: str, line: SourceLine) -> str:
    if _DATE_SHAPE.fullmatch(text):
        for date_format in _DATE_FORMATS:
            try:
                datetime.strptime(text, date_format)  # noqa: DTZ007 - pages name no time zone, and only the string is kept
            except ValueError:
                continue
            return text
    raise line.refusal('a date like "2023-07-18 11:11:07"', f"the date {quoted(text)}")
