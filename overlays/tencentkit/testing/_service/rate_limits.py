"""Requests a second, counted as the service counts them: by arrival, for each account, host and action.

Source: the protocol's section "Rate limits".
"""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

from .refusal import Refusal


class Bucket(NamedTuple):
    """What is counted together; the region of the header `X-TC-Region` is not part of it."""

    account: str
    host: str
    action: str


class RateLimits:
    """Arrivals of the last second."""

    def __init__(self) -> None:
        self._arrivals: dict[Bucket, deque[float]] = {}

    def check(self, bucket: Bucket, limit: int | None, now: float) -> None:
        """Refuse an arrival at `now` (monotonic seconds) if the sliding second that ends with it has `limit` already.

        Raises:
            Refusal: `RequestLimitExceeded`; such an arrival is not counted.
        """
        arrivals = self._arrivals.setdefault(bucket, deque())
        while arrivals and arrivals[0] <= now - 1.0:
            arrivals.popleft()
        if limit is not None and len(arrivals) >= limit:
            raise Refusal(
                "RequestLimitExceeded",
                f"`{len(arrivals) + 1}` requests for `{bucket.action}` came within a second; the limit is `{limit}`.",
            )

    def count(self, bucket: Bucket, now: float) -> None:
        """Note an arrival that `check` let through."""
        self._arrivals[bucket].append(now)
