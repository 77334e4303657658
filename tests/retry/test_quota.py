"""Retry quota."""

from __future__ import annotations

from tencentkit.retry import Cause
from tencentkit.retry._policy import RetryQuota


def test_success_returns_tokens() -> None:
    """A successful retry costs nothing, a first success adds one token, and the quota has an upper limit."""
    quota = RetryQuota(20)
    cost = quota.take(Cause.TRANSIENT)
    assert (cost, quota.left) == (14, 6)
    assert quota.take(Cause.TRANSIENT) is None
    assert quota.take(Cause.THROTTLED) == 5
    quota.give_back(14)
    quota.give_back(100)
    assert quota.left == 20
