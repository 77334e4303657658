"""Functions as a program wants to run them: a value in, a value or an error out."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Required, TypedDict, TypeVar, Unpack

import attrs

from tencentkit_api.scf import models
from tencentkit_api.scf.actions import INVOKE
from tencentkit_api.scf.async_operations import AsyncOperations
from tencentkit_api.scf.operations import Operations
from tencentkit_api.unset import UNSET, Unset

from ..errors import FunctionError, RequestInvalid, ResponseMalformed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tencentkit_api.action import Action
    from tencentkit_api.meta import Meta
    from tencentkit_api.scf.models import InvokeResponse, Result


_MethodT = TypeVar("_MethodT", bound=Callable[..., object])


def stands_on(action: Action) -> Callable[[_MethodT], _MethodT]:
    """Say which action a method calls, so that the command line can offer it with that action's rules."""

    def mark(method: _MethodT) -> _MethodT:
        marked: Any = method
        marked.stands_on = action
        return method

    return mark


class CallArguments(TypedDict, total=False):
    """What every method takes for this call alone."""

    region: str | Unset
    timeout: float | Unset | None
    deadline: float | Unset | None
    headers: Mapping[str, str] | Unset


@attrs.frozen(kw_only=True)
class FunctionRun:
    """What came of an invocation that was waited for.

    Attributes:
        text: What the function returned.
        log: The end of its log, 4 KB at most, where it was asked for.
        duration: Seconds that it ran.
        billed: Seconds that are billed.
        memory: Bytes of memory that it used.
        request_id: ID of the invocation, as its log names it.
        result: The result as the service gave it.
        meta: How the call went.
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
        """What the function returned, in UTF-8."""
        return self.text.encode("utf-8", "surrogatepass")

    def json(self) -> Any:
        """What the function returned, read as JSON.

        Raises:
            ValueError: It is no JSON.
        """
        return json.loads(self.text)


def payload_text(payload: object) -> str | Unset:
    """The JSON text that the function is given: bytes as they are, anything else written as JSON.

    Raises:
        RequestInvalid: The bytes are no UTF-8, or JSON cannot carry the value.
    """
    if isinstance(payload, Unset):
        return UNSET
    if isinstance(payload, bytes | bytearray):
        try:
            return payload.decode()
        except UnicodeDecodeError:
            raise RequestInvalid("payload", "must be UTF-8 where it is bytes: a function is given a JSON text") from None
    try:
        return json.dumps(payload, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    except (TypeError, ValueError, RecursionError) as error:
        from .._client.serializer import json_ready

        json_ready(payload, "payload")  # says what it is, and where
        raise RequestInvalid("payload", f"cannot be written as JSON: {type(error).__name__}") from None


class Invocation(TypedDict, total=False):
    """What of the arguments of `invoke` the methods below give."""

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


def _patient(call: CallArguments) -> CallArguments:
    """`call` without a bound on each read unless it gives one: nothing is to be read while the function runs."""
    if isinstance(call.get("timeout", UNSET), Unset):
        return {**call, "timeout": None}
    return call


def run_of(response: InvokeResponse) -> FunctionRun:
    """Read the result of an invocation.

    Raises:
        FunctionError: The function failed.
        ResponseMalformed: The answer has no result.
    """
    result = _result_of(response)
    run = FunctionRun(
        text=_known(result.ret_msg, ""),
        log=_known(result.log, ""),
        duration=_seconds(result.duration),
        billed=_seconds(result.bill_duration),
        memory=_known(result.mem_usage, None),
        request_id=_known(result.function_request_id, None),
        result=result,
        meta=response.meta,
    )
    failure, code = _known(result.err_msg, ""), _known(result.invoke_result, 0)
    if failure or code:
        raise FunctionError(failure or f"ended with {code}", run=run, attempts=response.meta.attempts)
    return run


def started_id(response: InvokeResponse) -> str:
    """The request ID of an invocation that was started.

    Raises:
        ResponseMalformed: The answer does not tell it.
    """
    request_id = _known(_result_of(response).function_request_id, None)
    if not request_id:
        raise ResponseMalformed("the answer to Invoke names no invocation", status_code=200)
    return request_id


def _result_of(response: InvokeResponse) -> Result:
    result: object = response.result  # whatever is promised, data of the service may leave it out
    if not isinstance(result, models.Result):
        raise ResponseMalformed("the answer to Invoke has no result", status_code=200)
    return result


_KnownT = TypeVar("_KnownT")
_OtherT = TypeVar("_OtherT")


def _known(value: _KnownT | Unset | None, otherwise: _OtherT) -> _KnownT | _OtherT:
    return otherwise if isinstance(value, Unset) or value is None else value


def _seconds(milliseconds: float | Unset | None) -> float | None:
    known = _known(milliseconds, None)
    return None if known is None else known / 1000


class Functions(Operations):
    """What a client for threads adds to the emitted operations."""

    @stands_on(INVOKE)
    def run_function(
        self,
        *,
        function_name: str,
        payload: object = UNSET,
        qualifier: str | Unset = UNSET,
        namespace: str | Unset = UNSET,
        log: bool = False,
        **call: Unpack[CallArguments],
    ) -> FunctionRun:
        """Invoke a function and wait for what it returns.

        It waits as long as the call's `deadline` allows (300 s where neither client nor call says another), which must be longer than the
        function may run: the client's `timeout` bounds the connecting only. A `timeout` that is given here bounds each read, too.

        Args:
            function_name: Name of the function.
            payload: What it is given: bytes as they are, which must be a JSON text, anything else written as JSON; 6 MB at most.
            qualifier: Version or alias; $LATEST where none is given.
            namespace: Namespace of the function; `default` where none is given.
            log: Whether to return the end of its log.
            **call: As for every method.

        Raises:
            FunctionError: The function failed.
            RequestInvalid: An argument can never be right.
            ApiError: The service refused.
            TencentkitError: Any other failure; see `tencentkit.errors`.

        Source: the page of Invoke.
        """
        invocation = _invocation("RequestResponse", function_name, payload, qualifier, namespace, log=log)
        return run_of(self.invoke(**invocation, **_patient(call)))

    @stands_on(INVOKE)
    def start_function(
        self,
        *,
        function_name: str,
        payload: object = UNSET,
        qualifier: str | Unset = UNSET,
        namespace: str | Unset = UNSET,
        **call: Unpack[CallArguments],
    ) -> str:
        """Start a function and do not wait for it.

        Args:
            function_name: Name of the function.
            payload: As for `run_function`; 128 KB at most.
            qualifier: As for `run_function`.
            namespace: As for `run_function`.
            **call: As for every method.

        Returns:
            The request ID of the invocation, which `wait_until_async_event_finished` takes.

        Raises:
            RequestInvalid: An argument can never be right.
            ApiError: The service refused.
            TencentkitError: Any other failure; see `tencentkit.errors`.

        Source: the page of Invoke.
        """
        return started_id(self.invoke(**_invocation("Event", function_name, payload, qualifier, namespace), **call))


class AsyncFunctions(AsyncOperations):
    """What a client for event loops adds to the emitted operations."""

    async def run_function(
        self,
        *,
        function_name: str,
        payload: object = UNSET,
        qualifier: str | Unset = UNSET,
        namespace: str | Unset = UNSET,
        log: bool = False,
        **call: Unpack[CallArguments],
    ) -> FunctionRun:
        """Invoke a function and wait for what it returns; see `Client.run_function`."""
        invocation = _invocation("RequestResponse", function_name, payload, qualifier, namespace, log=log)
        return run_of(await self.invoke(**invocation, **_patient(call)))

    async def start_function(
        self,
        *,
        function_name: str,
        payload: object = UNSET,
        qualifier: str | Unset = UNSET,
        namespace: str | Unset = UNSET,
        **call: Unpack[CallArguments],
    ) -> str:
        """Start a function and do not wait for it; see `Client.start_function`."""
        return started_id(await self.invoke(**_invocation("Event", function_name, payload, qualifier, namespace), **call))
