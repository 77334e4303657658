"""Classification of error codes."""

from __future__ import annotations

from tencentkit.errors import ApiError
from tencentkit.retry import Cause
from tencentkit.retry._classification import cause_of


def test_codes_match_by_prefix() -> None:
    """Codes match by their first segment, in any case: `RequestLimitExceededX` is another code."""
    for code, cause in (
        ("requestlimitexceeded.ipLimitExceeded", Cause.THROTTLED),
        ("RequestLimitExceededX", Cause.FINAL),
        ("INTERNALERROR", Cause.TRANSIENT),
    ):
        assert cause_of(ApiError(code=code, message="")) is cause
