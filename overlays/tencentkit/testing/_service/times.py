"""Times in the service's text formats.

No page names a time zone. The fake uses China Standard Time (UTC+8, no daylight saving time), as the service's console does.
A client that assumes UTC therefore fails in tests. Internally a time is an integer of milliseconds since 1970, so the value in a
response is exactly the value that is compared.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

ZONE = timezone(timedelta(hours=8))
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC).astimezone(ZONE)
_SECONDS = "%Y-%m-%d %H:%M:%S"
_MILLISECONDS = "%Y-%m-%d %H:%M:%S.%f"


def from_seconds(seconds: float) -> int:
    """Convert Unix seconds to milliseconds."""
    return round(seconds * 1000)


def to_text(milliseconds: int) -> str:
    """Format a time as `2020-12-01 08:35:00.000`, in UTC+8."""
    return (_EPOCH + timedelta(milliseconds=milliseconds)).strftime(_MILLISECONDS)[:-3]


def to_seconds_text(milliseconds: int) -> str:
    """Format a time as `2020-12-01 08:35:00`, in UTC+8."""
    return (_EPOCH + timedelta(milliseconds=milliseconds)).strftime(_SECONDS)


def from_text(text: str, *, milliseconds: bool = True) -> int:
    """Parse `2020-12-01 08:35:00` in UTC+8 into milliseconds.

    Args:
        text: The time.
        milliseconds: Whether to accept `2020-12-01 08:35:00.000` too.

    Raises:
        ValueError: The text has another format.
    """
    # The length check is needed because strptime accepts "2020-1-1 8:0:0".
    form = _MILLISECONDS if milliseconds and len(text) == 23 else _SECONDS
    if form == _SECONDS and len(text) != 19:
        raise ValueError(f"not a time in the format YYYY-mm-dd HH:MM:SS: {text!r}")
    return (datetime.strptime(text, form).replace(tzinfo=ZONE) - _EPOCH) // timedelta(milliseconds=1)
