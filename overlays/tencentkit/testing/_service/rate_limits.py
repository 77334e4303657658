"""Rate limits by arrival time for each account, host and action; docs/design/protocol.md, section "Rate limits"."""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

from .service_error import ServiceError


class Bucket(NamedTuple):
    """Key by which requests are counted; the header `X-TC-Region` is not part of it."""

    account: str
    host: str
    action: str


class RateLimits:
    """Sliding window of one second for each bucket."""

    def __init__(self) -> None:
        self._arrivals: dict[Bucket, deque[float]] = {}

    def check(self, bucket: Bucket, limit: int | None, now: float) -> None:
        """Reject a request at `now` (monotonic seconds) if the window already holds `limit` requests.

        Raises:
            ServiceError: `RequestLimitExceeded`; the rejected request is not counted.
        """
        arrivals = self._arrivals.setdefault(bucket, deque())
        while arrivals and arrivals[0] <= now - 1.0:
            arrivals.popleft()
        if limit is not None and len(arrivals) >= limit:
            raise ServiceError(
                "RequestLimitExceeded",
                f"`{len(arrivals) + 1}` requests for `{bucket.action}` within a second exceed the limit of `{limit}`.",
            )

    def count(self, bucket: Bucket, now: float) -> None:
        """Count a request that `check` accepted."""
        self._arrivals[bucket].append(now)
