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

Every error has two facts for programs: `retryable`, and `maybe_executed`. docs/design/errors.md shows them for each class and cause.
Every error can be pickled, copied and rebuilt from its `args` (`type(error)(*error.args)`), and has `to_dict()`. It contains no secret.
"""

# ruff: noqa: FBT001, FBT002, PLR0917 - task queues rebuild an error from positional arguments

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

_FACTS = ("retryable", "maybe_executed", "attempts", "action", "region", "host", "cursor", "client_token")
"""Attributes of every error that `args` keeps in its last item, a dict."""

_TOO_MANY_REQUESTS = 429
"""HTTP status of a refusal for the request rate: the request was not executed."""


class TencentkitError(Exception):
    """Root of all errors of tencentkit.

    Attributes:
        message: Description of the failure, for people.
        retryable: Whether the same call may succeed later, and repeating it cannot execute a write twice.
        maybe_executed: Whether the request may have had an effect; false for an action that only reads.
        attempts: Requests sent before this error; 0 if nothing was sent.
        action: Action of the call; `None` if the error belongs to no single call.
        region: Region of the call.
        host: The endpoint's host.
        cursor: Resume point of a listing whose page request failed, for `start=`.
        client_token: Idempotency token of the call, if its request had one.

    The classes set `retryable` and `maybe_executed` as for one request that writes; a client sets them for the whole call.
    """

    retryable: bool = False
    maybe_executed: bool = True
    _own: ClassVar[tuple[str, ...]] = ("message",)
    """Attributes that are the constructor's arguments, before `facts`."""
    _contents: ClassVar[frozenset[str]] = frozenset()
    """Those of them that `to_dict` omits, because they are content, not facts."""

    def __init__(self, message: str, facts: Mapping[str, Any] | None = None) -> None:
        # No call of Exception.__init__: it would replace the arguments that `args` returns for a subclass with its own constructor.
        self.message = message
        self.attempts: int = 0
        self.action: str | None = None
        self.region: str | None = None
        self.host: str | None = None
        self.cursor: str | None = None
        self.client_token: str | None = None
        # Of the instance, so that rebuilt errors have the same attributes; a subclass may have set them.
        self.retryable, self.maybe_executed = self.retryable, self.maybe_executed
        self._restore(facts)

    def _restore(self, facts: object) -> None:
        """Set the attributes in `facts`; ignore unknown names, which a later version may have written."""
        if isinstance(facts, Mapping):
            for name in _FACTS:
                if name in facts:
                    setattr(self, name, facts[name])

    @property
    def args(self) -> tuple[Any, ...]:
        """Arguments that rebuild this error. They are JSON-ready, except a result of the service or of a function."""
        everything = (*(getattr(self, name) for name in self._own), {name: getattr(self, name) for name in _FACTS if name not in self._own})
        return everything if _accepts(type(self), everything) else super().args

    @args.setter
    def args(self, arguments: Any) -> None:  # pyright: ignore[reportIncompatibleVariableOverride]  # a descriptor in CPython, too
        self.__init__(*arguments)  # type: ignore[misc]  # the same as a rebuild

    def to_dict(self) -> dict[str, Any]:
        """Return class name, text and all facts, ready for JSON."""
        names = dict.fromkeys((*self._own, *_FACTS))
        facts = {name: getattr(self, name) for name in names if name not in self._contents}
        return {"type": type(self).__name__, "text": str(self)} | facts

    def __str__(self) -> str:
        return self.message

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return (_rebuild, (type(self), super().args, self.__dict__.copy()))


def _rebuild(kind: type[TencentkitError], arguments: tuple[Any, ...], state: dict[str, Any]) -> TencentkitError:
    # Without __init__, because a subclass may have another one.
    error = kind.__new__(kind, *arguments)
    error.__dict__.update(state)
    return error


def _accepts(kind: type[TencentkitError], arguments: tuple[Any, ...]) -> bool:
    """Return whether the constructor of `kind` accepts the arguments of our classes: always, unless a subclass has its own."""
    if "_own" in vars(next(base for base in kind.__mro__ if "__init__" in vars(base))):
        return True
    from inspect import signature

    constructor = signature(kind)
    try:
        bound = constructor.bind(*arguments)
    except TypeError:
        return False
    # Parameters of other names have other meanings.
    kinds = {name: parameter.kind for name, parameter in constructor.parameters.items()}
    own = [name for name in bound.arguments if kinds[name] is not kinds[name].VAR_POSITIONAL]
    return own == [*kind._own, "facts"][: len(own)]  # noqa: SLF001 - our own class


class RequestInvalid(TencentkitError):
    """An argument is invalid. Nothing was sent; a retry fails in the same way.

    Attributes:
        argument: Name of the argument, with the path into it: `start_time_interval.start`.
        rule: The violated rule.
    """

    maybe_executed = False
    _own = ("argument", "rule")

    def __init__(self, argument: str, rule: str, facts: Mapping[str, Any] | None = None) -> None:
        self.argument = argument
        self.rule = rule
        super().__init__(f"{argument}: {rule}", facts)


class CredentialsMissing(TencentkitError):
    """No source has credentials; the message lists the reason of each. Nothing was sent.

    Attributes:
        broken: Whether a source exists but is unusable (half a key pair, an unreadable file).
        transient: Whether the source may have credentials later, for example after a connection failure.
    """

    maybe_executed = False
    _own = ("message", "broken", "transient")

    def __init__(self, message: str, broken: bool = False, transient: bool = False, facts: Mapping[str, Any] | None = None) -> None:
        self.broken = broken
        self.transient = transient
        self.retryable = transient
        super().__init__(message, facts)


class CredentialsExpired(CredentialsMissing):
    """The temporary credentials have expired. Nothing was sent."""


class ConnectionFailed(TencentkitError):
    """No response: connection refused, host name not found, TLS failure, connection reset.

    Attributes:
        sent: Whether the service may have received the last request or a part of it.
        permanent: Whether a retry fails in the same way, for example for an invalid certificate.
    """

    _own = ("message", "sent", "permanent")

    def __init__(self, message: str, sent: bool, permanent: bool = False, facts: Mapping[str, Any] | None = None) -> None:
        self.sent = sent
        self.permanent = permanent
        self.retryable: bool = not sent and not permanent
        self.maybe_executed = sent
        super().__init__(message, facts)


class TimedOut(TencentkitError):
    """One connect, read or write took longer than `timeout`. The service may have executed the request; see `maybe_executed`.

    Attributes:
        sent: Whether the service may have received the last request or a part of it.
    """

    _own = ("message", "sent")

    def __init__(self, message: str, sent: bool, facts: Mapping[str, Any] | None = None) -> None:
        self.sent = sent
        self.retryable: bool = not sent
        self.maybe_executed = sent
        super().__init__(message, facts)


class DeadlineExceeded(TencentkitError):
    """The call exceeded its deadline, or would during its next wait. The same call, with a new deadline, may succeed.

    Attributes:
        deadline: The deadline in seconds.
        elapsed: Seconds from the start of the call to this error.
        spent: Seconds by purpose: `credentials`, `throttle`, `network`, `retry`.
        wait: Seconds of the next wait; 0 if the step had already started.
    """

    _own = ("message", "deadline", "elapsed", "spent", "wait")

    def __init__(
        self,
        message: str,
        deadline: float,
        elapsed: float,
        spent: dict[str, float],
        wait: float = 0.0,
        facts: Mapping[str, Any] | None = None,
    ) -> None:
        self.deadline = deadline
        self.elapsed = elapsed
        self.spent = spent
        self.wait = wait
        super().__init__(message, facts)


class ThrottleUnavailable(TencentkitError):
    """The store of a shared rate limit is unavailable, and the throttle requires it. Nothing was sent.

    Attributes:
        store: The store, without password.
    """

    retryable = True
    maybe_executed = False
    _own = ("message", "store")

    def __init__(self, message: str, store: str, facts: Mapping[str, Any] | None = None) -> None:
        self.store = store
        super().__init__(message, facts)


class ResponseMalformed(TencentkitError):
    """The response is not the service's envelope: HTML, truncated, not JSON, a redirect, or too large.

    Attributes:
        status_code: HTTP status; `None` if the response is not HTTP.
        permanent: Whether a retry fails in the same way, as for a redirect or a result that is too large.
        retry_after: Seconds of the `Retry-After` header.
    """

    _own = ("message", "status_code", "permanent", "retry_after")

    def __init__(
        self,
        message: str,
        status_code: int | None = None,
        permanent: bool = False,
        retry_after: float | None = None,
        facts: Mapping[str, Any] | None = None,
    ) -> None:
        self.status_code = status_code
        self.permanent = permanent
        self.retry_after = retry_after
        self.retryable: bool = status_code == _TOO_MANY_REQUESTS
        self.maybe_executed: bool = not self.retryable
        super().__init__(message, facts)


class ListingStalled(TencentkitError):
    """A listing makes no progress: the service returns the same items or token again and again, which a retry does not change."""

    maybe_executed = False


class WaiterFailed(TencentkitError):
    """The resource reached another final state than the expected one.

    Attributes:
        waiter: Name of the waiter.
        rule: The rule that matched, such as `result.status is FAILED`.
        result: The last response.
        subject: Arguments that identify the resource: `{"function_name": "f"}`.
        attempts: Requests that all polls sent.
    """

    maybe_executed = False
    _own = ("waiter", "rule", "result", "subject")
    _contents = frozenset({"result"})

    def __init__(
        self, waiter: str, rule: str, result: Any, subject: Mapping[str, Any] | None = None, facts: Mapping[str, Any] | None = None
    ) -> None:
        self.subject: dict[str, Any] = dict(subject or {})
        self.waiter = waiter
        self.rule = rule
        self.result = result
        super().__init__(f"{waiter}: {rule}{_for_subject(subject)}", facts)


class WaiterTimeout(TencentkitError):
    """The resource did not reach the expected state in time. Waiting again is safe. The cause is the last poll's error, if it failed.

    Attributes:
        waiter: Name of the waiter.
        timeout: Timeout of the wait in seconds.
        result: The last response; `None` if there was none.
        spent: Seconds of the polls by purpose, as for `DeadlineExceeded`; the rest are pauses between them.
        subject: As for `WaiterFailed`.
        attempts: Requests that all polls sent.
    """

    retryable = True
    maybe_executed = False
    _own = ("waiter", "timeout", "result", "spent", "subject")
    _contents = frozenset({"result"})

    def __init__(
        self,
        waiter: str,
        timeout: float,
        result: Any,
        spent: dict[str, float] | None = None,
        subject: Mapping[str, Any] | None = None,
        facts: Mapping[str, Any] | None = None,
    ) -> None:
        spent = spent or {}
        breakdown = ", ".join(f"{purpose} {used:.3g} s" for purpose, used in spent.items() if used)
        self.waiter = waiter
        self.timeout = timeout
        self.result = result
        self.spent = spent
        self.subject: dict[str, Any] = dict(subject or {})
        text = f"{waiter}: timed out after {timeout:g} s{_for_subject(subject)}"
        super().__init__(text + (f" ({breakdown})" if breakdown else ""), facts)


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

    _own = ("code", "message", "request_id", "action", "region", "status_code", "attempts", "retry_after")

    def __init__(
        self,
        code: str,
        message: str,
        request_id: str | None = None,
        action: str | None = None,
        region: str | None = None,
        status_code: int = 200,
        attempts: int = 1,
        retry_after: float | None = None,
        facts: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.request_id = request_id
        self.action = action
        self.region = region
        self.status_code = status_code
        self.attempts = attempts
        self.retry_after = retry_after
        self._restore(facts)

    def __str__(self) -> str:
        where = " in ".join(part for part in (self.action, self.region) if part)
        facts = ", ".join(part for part in (where, f"request id {self.request_id}" if self.request_id else "") if part)
        return f"{self.code}: {self.message}" + (f" ({facts})" if facts else "")


class _Refused(ApiError):
    """Refusal before execution: the request had no effect."""

    maybe_executed = False


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


class LimitExceeded(_Refused):
    """A quota is used up: a number of resources, not a request rate."""


class MissingParameter(_Refused):
    """A required parameter is missing."""


class NoSuchProduct(_Refused):
    """The product does not exist."""


class NoSuchVersion(_Refused):
    """The API version does not exist."""


class OperationDenied(_Refused):
    """The operation is not allowed now."""


class RequestLimitExceeded(_Refused):
    """Rate limit exceeded; the action was not executed."""

    retryable = True


class RequestSizeLimitExceeded(_Refused):
    """The request is too large."""


class ResourceInsufficient(ApiError):
    """The service lacks capacity for the request."""


class ResourceInUse(_Refused):
    """The resource is in use."""


class ResourceNotFound(_Refused):
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


class UnsupportedOperation(_Refused):
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
