"""Times as the service writes them, which are compared and stepped as they stand: no page names their zone, and none is needed."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

_SAMPLE = datetime(2020, 12, 30, 23, 59, 58)  # noqa: DTZ001 - of no zone


class Window(NamedTuple):
    """A stretch of time, written to the second: its start belongs to it, its end does not."""

    start: str
    end: str


class TimestampFormat:
    """Arithmetic on texts of one format; what a text holds beyond the format, such as milliseconds, only counts in comparisons.

    Args:
        form: As for `strftime`.
    """

    def __init__(self, form: str) -> None:
        self._form = form
        self._width = len(_SAMPLE.strftime(form))

    def readable(self, text: object) -> bool:
        """Whether `text` is such a time."""
        if not isinstance(text, str):
            return False
        try:
            self._read(text)
        except ValueError:
            return False
        return True

    def second(self, text: str) -> str:
        """The second that `text` is in."""
        return text[: self._width]

    def after(self, text: str) -> str:
        """The first second after it."""
        return (self._read(text) + timedelta(seconds=1)).strftime(self._form)

    def before(self, text: str, seconds: int) -> str:
        """So many seconds before."""
        return (self._read(text) - timedelta(seconds=seconds)).strftime(self._form)

    def _read(self, text: str) -> datetime:
        return datetime.strptime(text[: self._width], self._form)  # noqa: DTZ007 - of no zone
