"""Invocation of functions: `run_function` and `start_function` of both clients, `FunctionRun` and `FunctionError`."""

from __future__ import annotations

import json
from abc import abstractmethod
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Required, Self, TypedDict, TypeVar

import attrs

from tencentkit_api.scf import models
from tencentkit_api.scf.actions import INVOKE
from tencentkit_api.scf.async_operations import AsyncOperations
from tencentkit_api.scf.operations import Operations
from tencentkit_api.unset import UNSET, Unset

from .._client.keywords import checked_arguments
from ..errors import RequestInvalid, ResponseMalformed, TencentkitError

if TYPE_CHECKING:
    from tencentkit_api.action import Action
    from tencentkit_api.meta import Meta
    from tencentkit_api.scf.models import InvokeResponse, Result


_MethodT = TypeVar("_MethodT", bound=Callable[..., object])


def calls_action(action: Action) -> Callable[[_MethodT], _MethodT]:
    """Record which action a method calls: the command line offers the method with that action's rules."""

    def mark(method: _MethodT) -> _MethodT:
        marked: Any = method
        marked.calls_action = action
        return method

    return mark


@attrs.frozen(kw_only=True)
class FunctionRun:
    """Outcome of a synchronous invocation.

    Attributes:
        text: Return value of the function, as text.
        log: End of its log with `log=True`, at most 4 KB; else empty.
        duration: Run time, in seconds.
        billed: Billed time, in seconds.
        memory: Memory used, in bytes.
        request_id: ID of the invocation, as in its log.
        result: The service's result, unchanged.
        meta: Metadata of the call.
    """

    text: str
    log: str
    duration: float | None
    billed: float | None
    memory: int | None
    request_id: str | None
    result: Result = attrs.field(repr=False)
    meta: Meta = attrs.field(repr=False)

    @property
    def bytes(self) -> bytes:
        """Return value of the function, in UTF-8."""
        return self.text.encode("utf-8", "surrogatepass")

    def json(self) -> Any:
        """Parse the return value as JSON.

        Raises:
            ValueError: It is not JSON.
        """
        return json.loads(self.text)


class FunctionError(TencentkitError):
    """An invoked function failed. It ran, so invoking it again runs it again, and `retryable` is false.

    Attributes:
        run: Outcome of the invocation: return value, log and request ID.
    """

    _own = ("message", "run", "attempts")
    _contents = frozenset({"run"})

    def __init__(self, message: str, run: FunctionRun, attempts: int = 1, facts: Mapping[str, Any] | None = None) -> None:
        self.run = run
        super().__init__(message, {"attempts": attempts, **(facts or {})})


def payload_text(payload: object) -> str | Unset:
    """Return the JSON text for a payload: bytes unchanged, anything else serialized.

    Raises:
        RequestInvalid: The bytes are not UTF-8, or the value is not serializable as JSON.
    """
    if isinstance(payload, Unset):
        return UNSET
    if isinstance(payload, bytes | bytearray):
        try:
            return payload.decode()
        except UnicodeDecodeError:
            raise RequestInvalid("payload", "bytes must be UTF-8: a function receives a JSON text") from None
    try:
        return json.dumps(payload, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    except (TypeError, ValueError, RecursionError) as error:
        from .._client.serializer import json_ready

        json_ready(payload, "payload")  # raises with the type and its path
        raise RequestInvalid("payload", f"not serializable as JSON: {type(error).__name__}") from None


class Invocation(TypedDict, total=False):
    """Arguments of `invoke` that the methods below set."""

    function_name: Required[str]
    invocation_type: str
    client_context: str | Unset
    qualifier: str | Unset
    namespace: str | Unset
    log_type: str | Unset


def _invocation(
    kind: str, function_name: str, payload: object, qualifier: str | Unset, namespace: str | Unset, *, log: bool = False
) -> Invocation:
    return Invocation(
        function_name=function_name,
        invocation_type=kind,
        client_context=payload_text(payload),
        qualifier=qualifier,
        namespace=namespace,
        log_type="Tail" if log else UNSET,
    )


def run_of(response: InvokeResponse, facts: Mapping[str, Any]) -> FunctionRun:
    """Return the outcome of an invocation.

    Args:
        response: The response to Invoke.
        facts: Action, region and host of the call, for an error.

    Raises:
        FunctionError: The function failed.
        ResponseMalformed: The response has no result.
    """
    result = _result_of(response, facts)
    run = FunctionRun(
        text=_or(result.ret_msg, ""),
        log=_or(result.log, ""),
        duration=_seconds(result.duration),
        billed=_seconds(result.bill_duration),
        memory=_or(result.mem_usage, None),
        request_id=_or(result.function_request_id, None),
        result=result,
        meta=response.meta,
    )
    failure, code = _or(result.err_msg, ""), _or(result.invoke_result, 0)
    if failure or code:
        raise FunctionError(failure or f"InvokeResult is {code}", run=run, attempts=response.meta.attempts, facts=facts)
    return run


def started_id(response: InvokeResponse, facts: Mapping[str, Any]) -> str:
    """Return the request ID of an invocation that was started.

    Args:
        response: The response to Invoke.
        facts: Action, region and host of the call, for an error.

    Raises:
        ResponseMalformed: The response has no request ID.
    """
    request_id = _or(_result_of(response, facts).function_request_id, None)
    if not request_id:
        raise _malformed("FunctionRequestId", response, facts)
    return request_id


def _result_of(response: InvokeResponse, facts: Mapping[str, Any]) -> Result:
    result: object = response.result  # the service may omit a field that the spec promises
    if not isinstance(result, models.Result):
        raise _malformed("Result", response, facts)
    return result


def _malformed(missing: str, response: InvokeResponse, facts: Mapping[str, Any]) -> ResponseMalformed:
    attempts = {"attempts": response.meta.attempts}
    return ResponseMalformed(f"the response to Invoke has no {missing}", status_code=200, facts={**facts, **attempts})


_ValueT = TypeVar("_ValueT")
_DefaultT = TypeVar("_DefaultT")


def _or(value: _ValueT | None, default: _DefaultT) -> _ValueT | _DefaultT:
    return default if value is None else value


def _seconds(milliseconds: float | None) -> float | None:
    value = _or(milliseconds, None)
    return None if value is None else value / 1000


class FunctionMethods(Operations):
    """Hand-written methods of `Client`, beside the generated ones."""

    @abstractmethod
    def _without_read_timeout(self) -> Self:
        """Return a view without a read timeout, unless this one sets a timeout itself."""

    @abstractmethod
    def _facts(self, action: Action | None) -> dict[str, Any]:
        """Return action, region and host of a call, for an error about its result."""

    @calls_action(INVOKE)
    @checked_arguments
    def run_function(
        self,
        *,
        function_name: str,
        payload: object = UNSET,
        qualifier: str | Unset = UNSET,
        namespace: str | Unset = UNSET,
        log: bool = False,
    ) -> FunctionRun:
        """Invoke a function and wait for its return value.

        The call waits until its deadline (by default 300 s), which must be longer than the function may run:
        `client.with_options(deadline=900).run_function(…)`. The client's `timeout` applies to connecting only.
        A `timeout` of `with_options` applies to each read, too.

        Args:
            function_name: Name of the function.
            payload: Input of the function, at most 6 MB: bytes that are a JSON text, or a value that is serialized as JSON.
            qualifier: Version or alias (default: $LATEST).
            namespace: Namespace of the function (default: `default`).
            log: Also return the end of its log.

        Raises:
            FunctionError: The function failed.
            RequestInvalid: An argument is invalid; nothing was sent.
            ApiError: The service returned an error.
            TencentkitError: Any other failure; see `tencentkit.errors`.

        Source: the page of Invoke.
        """
        invocation = _invocation("RequestResponse", function_name, payload, qualifier, namespace, log=log)
        return run_of(self._without_read_timeout().invoke(**invocation), self._facts(INVOKE))

    @calls_action(INVOKE)
    @checked_arguments
    def start_function(
        self,
        *,
        function_name: str,
        payload: object = UNSET,
        qualifier: str | Unset = UNSET,
        namespace: str | Unset = UNSET,
    ) -> str:
        """Start a function without waiting for it.

        Args:
            function_name: Name of the function.
            payload: As for `run_function`, at most 128 KB.
            qualifier: As for `run_function`.
            namespace: As for `run_function`.

        Returns:
            The request ID of the invocation, for `wait_until_async_event_finished`.

        Raises:
            RequestInvalid: An argument is invalid; nothing was sent.
            ApiError: The service returned an error.
            TencentkitError: Any other failure; see `tencentkit.errors`.

        Source: the page of Invoke.
        """
        return started_id(self.invoke(**_invocation("Event", function_name, payload, qualifier, namespace)), self._facts(INVOKE))


class AsyncFunctionMethods(AsyncOperations):
    """Hand-written methods of `AsyncClient`, beside the generated ones."""

    @abstractmethod
    def _without_read_timeout(self) -> Self:
        """Return a view without a read timeout, unless this one sets a timeout itself."""

    @abstractmethod
    def _facts(self, action: Action | None) -> dict[str, Any]:
        """Return action, region and host of a call, for an error about its result."""

    @checked_arguments
    async def run_function(
        self,
        *,
        function_name: str,
        payload: object = UNSET,
        qualifier: str | Unset = UNSET,
        namespace: str | Unset = UNSET,
        log: bool = False,
    ) -> FunctionRun:
        """Invoke a function and wait for its return value; see `Client.run_function`."""
        invocation = _invocation("RequestResponse", function_name, payload, qualifier, namespace, log=log)
        return run_of(await self._without_read_timeout().invoke(**invocation), self._facts(INVOKE))

    @checked_arguments
    async def start_function(
        self,
        *,
        function_name: str,
        payload: object = UNSET,
        qualifier: str | Unset = UNSET,
        namespace: str | Unset = UNSET,
    ) -> str:
        """Start a function without waiting for it; see `Client.start_function`."""
        return started_id(await self.invoke(**_invocation("Event", function_name, payload, qualifier, namespace)), self._facts(INVOKE))
