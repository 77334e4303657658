"""Classification of failed attempts. Reasons and measurements: docs/design/retry.md."""

from __future__ import annotations

from collections.abc import Iterable

from ..errors import (
    ApiError,
    ConnectionFailed,
    CredentialsMissing,
    DeadlineExceeded,
    ResponseMalformed,
    TencentkitError,
    ThrottleUnavailable,
    TimedOut,
)
from ._policy import Cause

_THROTTLED = ("requestlimitexceeded", "limitexceeded.ratelimitexceeded")
_SERVER = (
    "internalerror",
    "internalservererror",
    "internalfailure",
    "servererror",
    "systemerror",
    "unknownerror",
    "serviceunavailable",
    "failedoperation.internalerror",
    "failedoperation.internalservererror",
    "failedoperation.servererror",
    "failedoperation.systemerror",
    "failedoperation.unknownerror",
    "failedoperation.serverbusy",
    "failedoperation.requesttimeout",
    "failedoperation.timeout",
)
_SERVER_EXACTLY = "resourceunavailable"
"""Its sub-codes describe a state or the account, such as arrears."""
_CLOCK = ("authfailure.signatureexpire",)
_TOKEN = ("authfailure.tokenfailure",)
_TOO_MANY_REQUESTS = 429


def cause_of(error: TencentkitError, codes: Iterable[str] = ()) -> Cause:
    """Classify a failed attempt, without regard to whether its call may be repeated.

    Args:
        error: The error of the attempt.
        codes: Further transient codes, in lower case; see `Retry.codes`.
    """
    if isinstance(error, ApiError):
        code = error.code.lower()
        if _matches(code, _THROTTLED) or error.status_code == _TOO_MANY_REQUESTS:
            return Cause.THROTTLED
        if _matches(code, _CLOCK):
            return Cause.CLOCK
        if _matches(code, _TOKEN):
            return Cause.TOKEN
        transient = code == _SERVER_EXACTLY or _matches(code, _SERVER) or _matches(code, codes)
    elif isinstance(error, ResponseMalformed):
        if error.status_code == _TOO_MANY_REQUESTS:
            return Cause.THROTTLED
        transient = not error.permanent
    elif isinstance(error, ConnectionFailed):
        transient = not error.permanent
    else:
        transient = isinstance(error, TimedOut)
    return Cause.TRANSIENT if transient else Cause.FINAL


def is_transient(error: TencentkitError, cause: Cause) -> bool:
    """Return whether the same call may succeed later: in this call, or only in a new one, with its own deadline."""
    if cause in {Cause.TRANSIENT, Cause.THROTTLED}:
        return True
    if isinstance(error, CredentialsMissing):
        return error.transient
    return isinstance(error, DeadlineExceeded | ThrottleUnavailable)


def may_have_executed(error: TencentkitError, cause: Cause) -> bool:
    """Return whether a write may have been executed in the attempt that failed with `error`."""
    if cause is Cause.THROTTLED or isinstance(error, DeadlineExceeded):
        return False
    if isinstance(error, ConnectionFailed | TimedOut):
        return error.sent
    # Not the error's own attribute, which a client sets for a whole call.
    return type(error).maybe_executed


def retry_after_of(error: TencentkitError) -> float | None:
    """Return the service's `Retry-After` of an error, in seconds."""
    return error.retry_after if isinstance(error, ApiError | ResponseMalformed) else None


def _matches(code: str, prefixes: Iterable[str]) -> bool:
    return any(code == prefix or code.startswith(f"{prefix}.") for prefix in prefixes)
