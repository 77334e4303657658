"""Exit codes of the command."""

from __future__ import annotations

import sys
from typing import Final

from ..errors import (
    ApiError,
    AuthFailure,
    CredentialsMissing,
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
NO_RESPONSE = 3
UNAUTHORIZED = 4
NOT_FOUND = 5
RATE_LIMITED = 6
WAITER_FAILED = 7
WAITER_TIMEOUT = 8
INTERNAL = 70
NOT_WRITTEN = 74
INTERRUPTED = 130

EXIT_CODES: Final = {
    SUCCESS: "success",
    REFUSED: "the service returned an error without a code of its own here, or the invoked function failed",
    USAGE: "invalid command line or argument; nothing was sent",
    NO_RESPONSE: "no usable response: connection failed, timed out, deadline exceeded, or a malformed response",
    UNAUTHORIZED: "credentials missing or refused, or operation not permitted",
    NOT_FOUND: "resource not found",
    RATE_LIMITED: "rate limit exceeded after all retries",
    WAITER_FAILED: "the wait ended in another final state, which was printed",
    WAITER_TIMEOUT: "the wait timed out",
    INTERNAL: "an unexpected error of the command itself",
    NOT_WRITTEN: "the output could not be written",
    INTERRUPTED: "interrupted by Ctrl-C",
}
"""Meaning of every exit code."""

_BY_ERROR: tuple[tuple[type[TencentkitError], int], ...] = (
    (RequestInvalid, USAGE),
    (CredentialsMissing, UNAUTHORIZED),
    (AuthFailure, UNAUTHORIZED),
    (UnauthorizedOperation, UNAUTHORIZED),
    (ResourceNotFound, NOT_FOUND),
    (RequestLimitExceeded, RATE_LIMITED),
    (ApiError, REFUSED),
    (WaiterFailed, WAITER_FAILED),
    (WaiterTimeout, WAITER_TIMEOUT),
)


def exit_code(error: TencentkitError) -> int:
    """Return the exit code for an error."""
    if is_function_error(error):
        return REFUSED
    return next((code for kind, code in _BY_ERROR if isinstance(error, kind)), NO_RESPONSE)


def is_function_error(error: TencentkitError) -> bool:
    """Return whether an invoked function failed. The import of SCF would delay the commands of every other product."""
    functions = sys.modules.get("tencentkit.scf._functions")
    return functions is not None and isinstance(error, functions.FunctionError)
