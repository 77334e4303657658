"""All errors that tencentkit raises.

    TencentkitError
    ├── RequestInvalid            an argument can never be right; nothing was sent
    ├── CredentialsMissing        no source of credentials served; nothing was sent
    │   └── CredentialsExpired    temporary credentials ran out
    ├── ConnectionFailed          no answer: refused, DNS, TLS, reset
    ├── TimedOut                  no answer in time from one connect, read or write
    ├── DeadlineExceeded          the call's total time was up
    ├── ThrottleUnavailable       the throttle's store did not answer, and `on_unavailable="fail"`; nothing was sent
    ├── ResponseMalformed         an answer that is not the service's envelope
    ├── ApiError                  the service refused; one subclass for each first segment of a code
    │   └── AuthFailure, InvalidParameterValue, RequestLimitExceeded, ResourceNotFound, …
    ├── scf.FunctionError         an invoked function failed; the call itself succeeded
    ├── ListingStalled            the service gives the same page again and again
    ├── WaiterFailed              the awaited thing ended otherwise
    └── WaiterTimeout             the awaited thing did not end in time

Every error can be pickled, says with `retry_safe` whether sending again can do no harm, and holds no secret.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


class TencentkitError(Exception):
    """Root of all errors of tencentkit.

    Attributes:
        message: What happened, for people.
        retry_safe: Whether the same call may be sent again without any risk of doing a thing twice.
        attempts: How many requests were sent before this error; 0 when nothing was sent.
        action: The action that was called; `None` where the error is of no single call.
        region: The region that it was to go to.
        host: The endpoint's host.
        cursor: Where a listing stood when one of its pages failed; give it to `start=`.
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
    # Not through __init__: its keyword-only arguments are not in `args`.
    error = kind.__new__(kind, *arguments)
    error.args = arguments
    error.__dict__.update(state)
    return error


class RequestInvalid(TencentkitError):
    """An argument can never be right, so nothing was sent, and trying again does no harm and no good.

    Attributes:
        argument: The argument's name, with the path into it: `start_time_interval.start`.
        rule: The rule that it breaks.
    """

    retry_safe: bool = True

    def __init__(self, argument: str, rule: str) -> None:
        super().__init__(f"{argument}: {rule}")
        self.argument = argument
        self.rule = rule


class CredentialsMissing(TencentkitError):
    """No source gave credentials; the message lists each source and why it did not serve. Nothing was sent.

    Attributes:
        broken: Whether a source is there but cannot be used (half a pair of keys, a file that cannot be read), rather than absent.
    """

    retry_safe: bool = True

    def __init__(self, message: str, *, broken: bool = False) -> None:
        super().__init__(message)
        self.broken = broken


class CredentialsExpired(CredentialsMissing):
    """The credentials at hand have expired. Nothing was sent."""


class ConnectionFailed(TencentkitError):
    """No answer came: refused, name not found, TLS failure, connection reset.

    Attributes:
        sent: Whether the request, or a part of it, may have reached the service.
        permanent: Whether trying again is pointless (a certificate that does not verify, say).
    """

    def __init__(self, message: str, *, sent: bool, permanent: bool = False) -> None:
        super().__init__(message)
        self.sent = sent
        self.permanent = permanent
        self.retry_safe: bool = not sent


class TimedOut(TencentkitError):
    """One connect, read or write took longer than `timeout`.

    Attributes:
        sent: Whether the request, or a part of it, may have reached the service.
    """

    def __init__(self, message: str, *, sent: bool) -> None:
        super().__init__(message)
        self.sent = sent
        self.retry_safe: bool = not sent


class DeadlineExceeded(TencentkitError):
    """The call's total time was up, or a wait that it needs would outlast it.

    Attributes:
        deadline: The total, in seconds.
        elapsed: Seconds from the call to this error.
        spent: Where the time went, in seconds: `credentials`, `throttle`, `network`, `retry`.
        wait: Seconds that the next step would have had to wait; 0 when it was under way.
        sent: Whether a request may have reached the service.
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
    """The store in which processes share a rate limit did not answer, and the throttle is not to go on without it. Nothing was sent.

    Attributes:
        store: The store, without its password.
    """

    retry_safe = True

    def __init__(self, message: str, *, store: str) -> None:
        super().__init__(message)
        self.store = store


class ResponseMalformed(TencentkitError):
    """The answer is not the service's envelope: HTML, cut off, not JSON, a redirect, too large.

    Attributes:
        status_code: HTTP status of the answer; `None` where it was not even HTTP.
        permanent: Whether the same request would get the same answer (a redirect, a result that is too large).
        retry_after: Seconds after which the answer asks to try again.
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
    """A listing that does not get on: the service gives the same items, or the same token, again and again."""

    retry_safe = True


class WaiterFailed(TencentkitError):
    """What was awaited ended in a state that is not the one awaited.

    Attributes:
        waiter: The waiter's name.
        rule: The rule that matched, such as `result.status is FAILED`.
        result: The last response.
        subject: What was waited for, by the arguments of the wait: `{"function_name": "f"}`.
    """

    def __init__(self, waiter: str, rule: str, result: Any, subject: Mapping[str, Any] | None = None) -> None:
        super().__init__(f"{waiter}: {rule}{_of(subject)}")
        self.subject: dict[str, Any] = dict(subject or {})
        self.waiter = waiter
        self.rule = rule
        self.result = result


class WaiterTimeout(TencentkitError):
    """What was awaited did not end in time. Waiting again is safe. Where the last poll failed, its error is the cause.

    Attributes:
        waiter: The waiter's name.
        timeout: The time given, in seconds.
        result: The last response; `None` when none came.
        spent: Where the time of the polls went, as for `DeadlineExceeded`; the rest were the pauses between them.
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
        went = ", ".join(f"{purpose} {used:.3g} s" for purpose, used in spent.items() if used)
        super().__init__(f"{waiter}: not reached within {timeout:g} s{_of(subject)}" + (f" ({went})" if went else ""))
        self.waiter = waiter
        self.timeout = timeout
        self.result = result
        self.spent = spent
        self.subject: dict[str, Any] = dict(subject or {})


def _of(subject: Mapping[str, Any] | None) -> str:
    return " for " + ", ".join(f"{name}={value!r}" for name, value in subject.items()) if subject else ""


class ApiError(TencentkitError):
    """The service answered with an error.

    Attributes:
        code: The service's code, such as `ResourceNotFound.Function`: decide by it, or by the class.
        message: The service's text, for people only.
        request_id: Quote it when you ask the vendor.
        action: The action that was refused.
        region: The region that it was sent to.
        status_code: HTTP status, 200 in nearly all cases.
        attempts: How many requests were sent, this one included.
        retry_after: Seconds after which the service asks to try again.
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
    """Refused before it ran: sending again can do no harm (whether it can help is another question)."""

    retry_safe: bool = True


class ActionOffline(_Refused):
    """The action is no longer served."""


class AuthFailure(_Refused):
    """The request's signature or credentials were refused."""


class DryRunOperation(_Refused):
    """A dry run that would have succeeded."""


class FailedOperation(ApiError):
    """The operation failed."""


class InternalError(ApiError):
    """The service failed; what it had done by then is not known."""


class InvalidAction(_Refused):
    """The action does not exist."""


class InvalidParameter(_Refused):
    """A parameter has the wrong form or type."""


class InvalidParameterValue(_Refused):
    """A parameter's value is not allowed."""


class InvalidRequest(_Refused):
    """The request has the wrong form."""


class IpInBlacklist(_Refused):
    """The caller's address is on the account's block list."""


class IpNotInWhitelist(_Refused):
    """The caller's address is not on the account's allow list."""


class LimitExceeded(ApiError):
    """A quota is used up (a count of things, not a rate)."""


class MissingParameter(_Refused):
    """A required parameter is missing."""


class NoSuchProduct(_Refused):
    """The product does not exist."""


class NoSuchVersion(_Refused):
    """The API version does not exist."""


class OperationDenied(ApiError):
    """The operation is not allowed now."""


class RequestLimitExceeded(_Refused):
    """More requests a second than the service allows; it did not run."""


class RequestSizeLimitExceeded(_Refused):
    """The request is too large."""


class ResourceInsufficient(ApiError):
    """The service has no capacity left for it."""


class ResourceInUse(ApiError):
    """Something else uses the resource."""


class ResourceNotFound(ApiError):
    """What the request names does not exist."""


class ResourcesSoldOut(ApiError):
    """The resource is sold out."""


class ResourceUnavailable(ApiError):
    """The resource cannot be used now."""


class ResponseSizeLimitExceeded(ApiError):
    """The result is too large to be sent."""


class ServiceUnavailable(ApiError):
    """The service cannot be used now."""


class UnauthorizedOperation(_Refused):
    """The credentials do not permit the operation."""


class UnknownParameter(_Refused):
    """A parameter is not known to the action."""


class UnsupportedOperation(ApiError):
    """The operation is not supported in this state or for this resource."""


class UnsupportedProtocol(_Refused):
    """The HTTP method or protocol is not supported."""


class UnsupportedRegion(_Refused):
    """The action is not served in this region."""


API_ERRORS: dict[str, type[ApiError]] = {
    kind.__name__.lower(): kind for kind in (*ApiError.__subclasses__(), *_Refused.__subclasses__()) if kind is not _Refused
}
"""Error classes by the first segment of a code, in lower case: pages and service differ in the case of codes."""


def api_error_class(code: str) -> type[ApiError]:
    """The class for `code`; `ApiError` itself where its first segment is not known."""
    return API_ERRORS.get(code.partition(".")[0].lower(), ApiError)


if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        """Return `tencentkit.scf.FunctionError`, for programs that still import it from here."""
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
