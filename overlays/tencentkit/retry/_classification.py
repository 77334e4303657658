"""Classification of failed attempts."""

from __future__ import annotations

from ..errors import ApiError, ConnectionFailed, ResponseMalformed, TencentkitError, TimedOut
from ._policy import Cause

_THROTTLED = ("requestlimitexceeded", "limitexceeded.ratelimitexceeded")
_SERVER = ("internalerror", "serviceunavailable", "resourceunavailable")
_PERMANENT = ("resourceunavailable.insufficientbalance", "resourceunavailable.servicesuspended", "resourceunavailable.namespace")
_CLOCK = ("authfailure.signatureexpire",)
_TOKEN = ("authfailure.tokenfailure",)
_TOO_MANY_REQUESTS = 429


def cause_of(error: TencentkitError, *, read_only: bool) -> Cause:
    """Classify a failed attempt.

    Args:
        error: The error of the attempt.
        read_only: Whether the action only reads, so that running it twice does no harm.
    """
    if isinstance(error, ApiError):
        code = error.code.lower()
        if _matches(code, _THROTTLED) or error.status_code == _TOO_MANY_REQUESTS:
            return Cause.THROTTLED
        if _matches(code, _CLOCK):
            return Cause.CLOCK
        if _matches(code, _TOKEN):
            return Cause.TOKEN
        if read_only and _matches(code, _SERVER) and not _matches(code, _PERMANENT):
            return Cause.TRANSIENT
    elif isinstance(error, ResponseMalformed):
        if error.status_code == _TOO_MANY_REQUESTS:
            return Cause.THROTTLED
        if read_only and not error.permanent:
            return Cause.TRANSIENT
    elif isinstance(error, ConnectionFailed):
        if not error.permanent and (read_only or not error.sent):
            return Cause.TRANSIENT
    elif isinstance(error, TimedOut) and (read_only or not error.sent):
        return Cause.TRANSIENT
    return Cause.FINAL


def retry_after_of(error: TencentkitError) -> float | None:
    """Return the service's `Retry-After` of an error, in seconds."""
    return error.retry_after if isinstance(error, ApiError | ResponseMalformed) else None


def _matches(code: str, prefixes: tuple[str, ...]) -> bool:
    return any(code == prefix or code.startswith(f"{prefix}.") for prefix in prefixes)
