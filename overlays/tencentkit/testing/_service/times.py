"""Times as the service writes them.

No page names a time zone. The fake writes China Standard Time (UTC+8, no summer time), since the service's own console
does; a client that reads a time as UTC is thereby found out.
Inside the fake a time is an integer of milliseconds since 1970: what is written is exactly what is compared.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

ZONE = timezone(timedelta(hours=8))
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC).astimezone(ZONE)
_SECONDS = "%Y-%m-%d %H:%M:%S"
_MILLISECONDS = "%Y-%m-%d %H:%M:%S.%f"


def from_seconds(seconds: float) -> int:
    """Milliseconds of Unix seconds."""
    return round(seconds * 1000)


def to_text(milliseconds: int) -> str:
    """`2020-12-01 08:35:00.000`, in UTC+8."""
    return (_EPOCH + timedelta(milliseconds=milliseconds)).strftime(_MILLISECONDS)[:-3]


def to_seconds_text(milliseconds: int) -> str:
    """`2020-12-01 08:35:00`, in UTC+8."""
    return (_EPOCH + timedelta(milliseconds=milliseconds)).strftime(_SECONDS)


def from_text(text: str, *, milliseconds: bool = True) -> int:
    """Milliseconds of `2020-12-01 08:35:00` in UTC+8.

    Args:
        text: The time.
        milliseconds: Whether `2020-12-01 08:35:00.000` is taken, too.

    Raises:
        ValueError: The text is not of these forms.
    """
    # strptime alone would take "2020-1-1 8:0:0", too.
    form = _MILLISECONDS if milliseconds and len(text) == 23 else _SECONDS
    if form == _SECONDS and len(text) != 19:
        raise ValueError(f"not a time of the form YYYY-mm-dd HH:MM:SS: {text!r}")
    return (datetime.strptime(text, form).replace(tzinfo=ZONE) - _EPOCH) // timedelta(milliseconds=1)
