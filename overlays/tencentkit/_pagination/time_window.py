"""Time windows, and arithmetic on timestamps as the service writes them. Time zones are unknown and not needed."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

_SAMPLE = datetime(2020, 12, 30, 23, 59, 58)  # noqa: DTZ001 - of no zone


class Window(NamedTuple):
    """Half-open time window, in whole seconds: the start is inside, the end is not."""

    start: str
    end: str


class TimestampFormat:
    """Arithmetic on timestamps of one format. Text behind the format, such as milliseconds, counts only in comparisons.

    Args:
        form: As for `strftime`.
    """

    def __init__(self, form: str) -> None:
        self._form = form
        self._width = len(_SAMPLE.strftime(form))

    def is_valid(self, text: object) -> bool:
        """Return whether `text` is a timestamp of this format."""
        if not isinstance(text, str):
            return False
        try:
            self._parse(text)
        except ValueError:
            return False
        return True

    def truncate(self, text: str) -> str:
        """Return the timestamp in whole seconds."""
        return text[: self._width]

    def next_second(self, text: str) -> str:
        """Return the first second after the timestamp."""
        return (self._parse(text) + timedelta(seconds=1)).strftime(self._form)

    def subtract(self, text: str, seconds: int) -> str:
        """Return the timestamp minus `seconds`."""
        return (self._parse(text) - timedelta(seconds=seconds)).strftime(self._form)

    def _parse(self, text: str) -> datetime:
        return datetime.strptime(text[: self._width], self._form)  # noqa: DTZ007 - of no zone
