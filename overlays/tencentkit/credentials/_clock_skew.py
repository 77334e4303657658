"""Clock skew between this machine and a server that issues temporary credentials."""

from __future__ import annotations

from collections.abc import Mapping

from ..clock import Clock
from ..transport._http_date import http_date

_IGNORED_SKEW = 2.0


def clock_skew(headers: Mapping[str, str], clock: Clock) -> float:
    """Return the seconds by which the server's clock is ahead, by its `Date` header; expiry times follow that clock."""
    date = http_date(headers.get("date", ""))
    skew = 0.0 if date is None else date - clock.time()
    return skew if abs(skew) > _IGNORED_SKEW else 0.0
