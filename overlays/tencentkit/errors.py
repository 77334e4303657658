"""All errors that tencentkit raises.

    TencentkitError
    ├── RequestInvalid            an argument is invalid; nothing was sent
    ├── CredentialsMissing        no source has credentials; nothing was sent
    │   └── CredentialsExpired    temporary credentials expired
    ├── ConnectionFailed          no response: connection refused or reset, DNS, TLS
    ├── TimedOut                  a connect, read or write timed out
    ├── DeadlineExceeded          the call exceeded its deadline
    ├── ThrottleUnavailable       the throttle's store is unavailable, and `on_unavailable="fail"`; nothing was sent
    ├── ResponseMalformed         the response is not the service's envelope
    ├── ApiError                  the service returned an error; one subclass for each first segment of a code
    │   └── AuthFailure, InvalidParameterValue, RequestLimitExceeded, ResourceNotFound, …
    ├── scf.FunctionError         an invoked function failed; the call itself succeeded
    ├── ListingStalled            the service returns the same page again and again
    ├── WaiterFailed              the resource reached another final state than the expected one
    └── WaiterTimeout             the resource did not reach the expected state in time

Every error can be pickled, contains no secret, and has `retry_safe`: whether a retry is safe.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


class TencentkitError(Exception):
    """Root of all errors of tencentkit.

    Attributes:
        message: Description of the failure, for people.
        retry_safe: Whether repeating the call cannot execute the action twice.
        attempts: Requests sent before this error; 0 if nothing was sent.
        action: Action of the call; `None` if the error belongs to no single call.
        region: Region of the call.
        host: The endpoint's host.
        cursor: Resume point of a listing whose page request failed, for `start=`.
    """

    retry_safe: bool = False

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
        self.attempts = 0
        self.action: str | None = None
        self.region: str | None = None
        self.host: str | None = None
        self.cursor: str | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        return (_rebuild, (type(self), self.args, self.__dict__.copy()))


def _rebuild(kind: type[TencentkitError], arguments: tuple[Any, ...], state: dict[str, Any]) -> TencentkitError:
    # Without __init__, because `args` lacks its keyword-only arguments.
    error = kind.__new__(kind, *arguments)
    error.args = arguments
    error.__dict__.update(state)
    return error


class RequestInvalid(TencentkitError):
    """An argument is invalid. Nothing was sent; a retry fails in the same way.

    Attributes:
        argument: Name of the argument, with the path into it: `start_time_interval.start`.
        rule: The violated rule.
    """

    retry_safe: bool = True

    def __init__(self, argument: str, rule: str) -> None:
        super().__init__(f"{argument}: {rule}")
        self.argument = argument
        self.rule = rule


class CredentialsMissing(TencentkitError):
    """No source has credentials; the message lists the reason of each. Nothing was sent.

    Attributes:
        broken: Whether a source exists but is unusable (half a key pair, an unreadable file).
    """

    retry_safe: bool = True

    def __init__(self, message: str, *, broken: bool = False) -> None:
        super().__init__(message)
        self.broken = broken


class CredentialsExpired(CredentialsMissing):
    """The temporary credentials have expired. Nothing was sent."""


class ConnectionFailed(TencentkitError):
    """No response: connection refused, host name not found, TLS failure, connection reset.

    Attributes:
        sent: Whether the service may have received the request or a part of it.
        permanent: Whether a retry fails in the same way, for example for an invalid certificate.
    """

    def __init__(self, message: str, *, sent: bool, permanent: bool = False) -> None:
        super().__init__(message)
        self.sent = sent
        self.permanent = permanent
        self.retry_safe: bool = not sent


class TimedOut(TencentkitError):
    """One connect, read or write took longer than `timeout`.

    Attributes:
        sent: Whether the service may have received the request or a part of it.
    """

    def __init__(self, message: str, *, sent: bool) -> None:
        super().__init__(message)
        self.sent = sent
        self.retry_safe: bool = not sent


class DeadlineExceeded(TencentkitError):
    """The call exceeded its deadline, or would during its next wait.

    Attributes:
        deadline: The deadline in seconds.
        elapsed: Seconds from the start of the call to this error.
        spent: Seconds by purpose: `credentials`, `throttle`, `network`, `retry`.
        wait: Seconds of the next wait; 0 if the step had already started.
        sent: Whether the service may have received a request.
    """

    def __init__(self, message: str, *, deadline: float, elapsed: float, spent: dict[str, float], wait: float, sent: bool) -> None:
        super().__init__(message)
        self.deadline = deadline
        self.elapsed = elapsed
        self.spent = spent
        self.wait = wait
        self.sent = sent
        self.retry_safe: bool = not sent


class ThrottleUnavailable(TencentkitError):
    """The store of a shared rate limit is unavailable, and the throttle requires it. Nothing was sent.

    Attributes:
        store: The store, without password.
    """

    retry_safe = True

    def __init__(self, message: str, *, store: str) -> None:
        super().__init__(message)
        self.store = store


class ResponseMalformed(TencentkitError):
    """The response is not the service's envelope: HTML, truncated, not JSON, a redirect, or too large.

    Attributes:
        status_code: HTTP status; `None` if the response is not HTTP.
        permanent: Whether a retry fails in the same way, as for a redirect or a result that is too large.
        retry_after: Seconds of the `Retry-After` header.
    """

    def __init__(
        self,
        message: str,
        *,
        status_code: int | None = None,
        permanent: bool = False,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message)
        self.status_code = status_code
        self.permanent = permanent
        self.retry_after = retry_after


class ListingStalled(TencentkitError):
    """A listing makes no progress: the service returns the same items or token again and again."""

    retry_safe = True


class WaiterFailed(TencentkitError):
    """The resource reached another final state than the expected one.

    Attributes:
        waiter: Name of the waiter.
        rule: The rule that matched, such as `result.status is FAILED`.
        result: The last response.
        subject: Arguments that identify the resource: `{"function_name": "f"}`.
    """

    def __init__(self, waiter: str, rule: str, result: Any, subject: Mapping[str, Any] | None = None) -> None:
        super().__init__(f"{waiter}: {rule}{_for_subject(subject)}")
        self.subject: dict[str, Any] = dict(subject or {})
        self.waiter = waiter
        self.rule = rule
        self.result = result


class WaiterTimeout(TencentkitError):
    """The resource did not reach the expected state in time. Waiting again is safe. The cause is the last poll's error, if it failed.

    Attributes:
        waiter: Name of the waiter.
        timeout: Timeout of the wait in seconds.
        result: The last response; `None` if there was none.
        spent: Seconds of the polls by purpose, as for `DeadlineExceeded`; the rest are pauses between them.
        subject: As for `WaiterFailed`.
    """

    retry_safe: bool = True

    def __init__(
        self,
        waiter: str,
        timeout: float,
        result: Any,
        spent: dict[str, float] | None = None,
        subject: Mapping[str, Any] | None = None,
    ) -> None:
        spent = spent or {}
        breakdown = ", ".join(f"{purpose} {used:.3g} s" for purpose, used in spent.items() if used)
        super().__init__(f"{waiter}: timed out after {timeout:g} s{_for_subject(subject)}" + (f" ({breakdown})" if breakdown else ""))
        self.waiter = waiter
        self.timeout = timeout
        self.result = result
        self.spent = spent
        self.subject: dict[str, Any] = dict(subject or {})


def _for_subject(subject: Mapping[str, Any] | None) -> str:
    return " for " + ", ".join(f"{name}={value!r}" for name, value in subject.items()) if subject else ""


class ApiError(TencentkitError):
    """The service returned an error.

    Attributes:
        code: The service's code, such as `ResourceNotFound.Function`; programs decide by it or by the class.
        message: The service's text, for people only.
        request_id: Id of the request, for the vendor's support.
        action: Action of the call.
        region: Region of the call.
        status_code: HTTP status, 200 in nearly all cases.
        attempts: Requests sent, including this one.
        retry_after: Seconds of the `Retry-After` header.
    """

    def __init__(
        self,
        *,
        code: str,
        message: str,
        request_id: str | None = None,
        action: str | None = None,
        region: str | None = None,
        status_code: int = 200,
        attempts: int = 1,
        retry_after: float | None = None,
    ) -> None:
        where = " in ".join(part for part in (action, region) if part)
        facts = ", ".join(part for part in (where, f"request id {request_id}" if request_id else "") if part)
        super().__init__(f"{code}: {message}" + (f" ({facts})" if facts else ""))
        self.code = code
        self.message = message
        self.request_id = request_id
        self.action = action
        self.region = region
        self.status_code = status_code
        self.attempts = attempts
        self.retry_after = retry_after


class _Refused(ApiError):
    """Refusal before execution: a retry is safe, whether or not it helps."""

    retry_safe: bool = True


class ActionOffline(_Refused):
    """The service no longer offers the action."""


class AuthFailure(_Refused):
    """The service refused the signature or the credentials."""


class DryRunOperation(_Refused):
    """A dry run that would have succeeded."""


class FailedOperation(ApiError):
    """The operation failed."""


class InternalError(ApiError):
    """The service failed; whether the action was executed is unknown."""


class InvalidAction(_Refused):
    """The action does not exist."""


class InvalidParameter(_Refused):
    """A parameter has the wrong form or type."""


class InvalidParameterValue(_Refused):
    """A parameter's value is not allowed."""


class InvalidRequest(_Refused):
    """The request has the wrong form."""


class IpInBlacklist(_Refused):
    """The caller's IP address is on the account's block list."""


class IpNotInWhitelist(_Refused):
    """The caller's IP address is not on the account's allow list."""


class LimitExceeded(ApiError):
    """A quota is used up: a number of resources, not a request rate."""


class MissingParameter(_Refused):
    """A required parameter is missing."""


class NoSuchProduct(_Refused):
    """The product does not exist."""


class NoSuchVersion(_Refused):
    """The API version does not exist."""


class OperationDenied(ApiError):
    """The operation is not allowed now."""


class RequestLimitExceeded(_Refused):
    """Rate limit exceeded; the action was not executed."""


class RequestSizeLimitExceeded(_Refused):
    """The request is too large."""


class ResourceInsufficient(ApiError):
    """The service lacks capacity for the request."""


class ResourceInUse(ApiError):
    """The resource is in use."""


class ResourceNotFound(ApiError):
    """The resource does not exist."""


class ResourcesSoldOut(ApiError):
    """The resource is sold out."""


class ResourceUnavailable(ApiError):
    """The resource is unavailable."""


class ResponseSizeLimitExceeded(ApiError):
    """The result is too large for a response."""


class ServiceUnavailable(ApiError):
    """The service is unavailable."""


class UnauthorizedOperation(_Refused):
    """The credentials do not permit the operation."""


class UnknownParameter(_Refused):
    """The action does not know a parameter."""


class UnsupportedOperation(ApiError):
    """The resource, or its state, does not support the operation."""


class UnsupportedProtocol(_Refused):
    """The service does not support the HTTP method or protocol."""


class UnsupportedRegion(_Refused):
    """The service does not offer the action in this region."""


if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        """Return `tencentkit.scf.FunctionError` for programs that import it from here."""
        if name != "FunctionError":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return import_module("tencentkit.scf").FunctionError


__all__ = [
    "ActionOffline",
    "ApiError",
    "AuthFailure",
    "ConnectionFailed",
    "CredentialsExpired",
    "CredentialsMissing",
    "DeadlineExceeded",
    "DryRunOperation",
    "FailedOperation",
    "InternalError",
    "InvalidAction",
    "InvalidParameter",
    "InvalidParameterValue",
    "InvalidRequest",
    "IpInBlacklist",
    "IpNotInWhitelist",
    "LimitExceeded",
    "ListingStalled",
    "MissingParameter",
    "NoSuchProduct",
    "NoSuchVersion",
    "OperationDenied",
    "RequestInvalid",
    "RequestLimitExceeded",
    "RequestSizeLimitExceeded",
    "ResourceInUse",
    "ResourceInsufficient",
    "ResourceNotFound",
    "ResourceUnavailable",
    "ResourcesSoldOut",
    "ResponseMalformed",
    "ResponseSizeLimitExceeded",
    "ServiceUnavailable",
    "TencentkitError",
    "ThrottleUnavailable",
    "TimedOut",
    "UnauthorizedOperation",
    "UnknownParameter",
    "UnsupportedOperation",
    "UnsupportedProtocol",
    "UnsupportedRegion",
    "WaiterFailed",
    "WaiterTimeout",
]
