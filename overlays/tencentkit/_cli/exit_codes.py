"""Exit codes: what a script can decide by."""

from __future__ import annotations

from typing import Final

from ..errors import (
    ApiError,
    AuthFailure,
    CredentialsMissing,
    FunctionError,
    RequestInvalid,
    RequestLimitExceeded,
    ResourceNotFound,
    TencentkitError,
    UnauthorizedOperation,
    WaiterFailed,
    WaiterTimeout,
)

SUCCESS = 0
REFUSED = 1
USAGE = 2
UNANSWERED = 3
NOT_ALLOWED = 4
NOT_FOUND = 5
TOO_FAST = 6
ENDED_BADLY = 7
NOT_YET = 8
INTERRUPTED = 130

EXITS: Final = {
    SUCCESS: "done",
    REFUSED: "the service refused, for a reason that no other code is for; or the function that ran failed",
    USAGE: "the command line or an argument can never be right; nothing was sent",
    UNANSWERED: "no answer that can be read: connection, timeout, deadline, or not the service's envelope",
    NOT_ALLOWED: "no credentials, or the service does not accept them or permits less",
    NOT_FOUND: "what the arguments name is not there",
    TOO_FAST: "refused for the rate, after all retries",
    ENDED_BADLY: "what was awaited ended otherwise; its last state was printed",
    NOT_YET: "what was awaited had not ended in time",
    INTERRUPTED: "Ctrl-C",
}
"""Every exit code and its meaning."""

_KINDS: tuple[tuple[type[TencentkitError], int], ...] = (
    (RequestInvalid, USAGE),
    (CredentialsMissing, NOT_ALLOWED),
    (AuthFailure, NOT_ALLOWED),
    (UnauthorizedOperation, NOT_ALLOWED),
    (ResourceNotFound, NOT_FOUND),
    (RequestLimitExceeded, TOO_FAST),
    (ApiError, REFUSED),
    (FunctionError, REFUSED),
    (WaiterFailed, ENDED_BADLY),
    (WaiterTimeout, NOT_YET),
)


def exit_code(error: TencentkitError) -> int:
    """The exit code for an error."""
    return next((code for kind, code in _KINDS if isinstance(error, kind)), UNANSWERED)
