"""Base of the clients for threads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Self, TypeVar

from tencentkit_api.action import Action, PagingOptions, Streaming, Waiter
from tencentkit_api.model import Model
from tencentkit_api.pager import Pager
from tencentkit_api.stream import Stream

from .._pipeline.call import call_steps
from .._pipeline.steps import drive
from ..responses import RawResponse
from ..transport._types import Transport
from .base import BaseClient
from .keywords import checked_arguments
from .results import model_result, raw_result
from .serializer import encode_request

_ResponseT = TypeVar("_ResponseT", bound=Model)


class SyncClient(BaseClient[Transport]):
    """A client that blocks; threads may share it."""

    _is_async = False

    @checked_arguments
    def call(
        self,
        action: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        version: str | None = None,
        read_only: bool = False,
    ) -> RawResponse:
        """Send an action that is not generated yet, with the same signing, throttle, retry and errors.

        Args:
            action: The action's name, such as `ListFunctions`.
            parameters: Its parameters, by wire names.
            version: API version, if not the client's.
            read_only: Whether the action only reads, so that the client may retry it after any failure.

        Returns:
            The response fields by their wire names.

        Raises:
            RequestInvalid: An argument is invalid.
            ApiError: The service returned an error.
            TencentkitError: Any other failure; see `tencentkit.errors`.
        """
        call = self._raw_request(action, parameters, version, read_only=read_only)
        return raw_result(drive(call_steps(call, self._settings), self._transport), call.action)

    def close(self) -> None:
        """Close the transport, and give the throttle's permits back to its store; later calls raise `RequestInvalid`.

        A call that waits in another thread raises `ConnectionFailed` before it would be sent; a sent one finishes.
        """
        self._settings.shared.closed = True
        if self._slot.transport is not None:
            self._slot.transport.close()
        if self._settings.throttle is not None:
            self._settings.throttle.close()

    def __enter__(self) -> Self:
        self._check_open()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _default_transport(self) -> Transport:
        from ..transport._httpx_sync import HttpxTransport

        return HttpxTransport()

    def _call(self, action: Action, request: Model, response: type[_ResponseT]) -> _ResponseT:
        call = self._request(action, encode_request(request))
        return model_result(drive(call_steps(call, self._settings), self._transport), response, action, self._facts)

    def _stream(self, action: Action, request: Model, response: type[_ResponseT]) -> Stream[_ResponseT]:
        from .._streams.event_stream import EventStream

        call = self._stream_request(action, request)
        return EventStream(drive(call_steps(call, self._settings), self._transport), response, action.stream or Streaming())

    def _paginate(self, method: Callable[..., Any], arguments: dict[str, Any], options: PagingOptions) -> Pager[Any, Any]:
        own = self._own_method(method)
        from .._pagination.pager import ListingPager

        return ListingPager(self._listing(own, arguments, options), own, options)

    def wait(
        self,
        method: Callable[..., _ResponseT],
        /,
        *,
        until: Mapping[str, Any] | Callable[[_ResponseT], object],
        failure: Mapping[str, Any] | Callable[[_ResponseT], object] | None = None,
        timeout: float = 600.0,
        interval: float = 2.0,
        backoff: float = 1.0,
        max_interval: float = 60.0,
        on_progress: Callable[[_ResponseT], object] | None = None,
        **arguments: Any,
    ) -> _ResponseT:
        """Poll an action that only reads until its response has an expected state; return the last response.

            cvm.wait(cvm.describe_instances, until={"InstanceSet[].InstanceState": "RUNNING"}, instance_ids=["ins-1"])

        Keywords besides the parameters of the action; where both have a name, `wait_NAME` is the keyword, `NAME_` the parameter:

        Args:
            method: Method of this client.
            until: Values by path, which must all occur, or a function that returns true for the expected state.
                A path has wire or Python names. `Items[]` means every item, and at least one; `Items[any]` one of them.
                Several values of a path are a list: any of them.
            failure: The same for failure states; one path is enough, and `Items[]` means any item.
            timeout: Limit for the whole wait, in seconds (default: 600).
            interval: Seconds between two polls, with jitter (default: 2).
            backoff: Growth of the interval at each poll (default: 1, no growth).
            max_interval: Longest interval that `backoff` reaches, in seconds (default: 60).
            on_progress: Callback for each response.
            **arguments: Parameters of the action.

        Raises:
            RequestInvalid: An argument is invalid, a path does not exist in the response, or the action may write.
            WaiterFailed: The response has a failure state.
            WaiterTimeout: The wait timed out.
            ApiError: The service returned an error that is not retryable.
        """
        from .._waiters import wait

        polling, own, parameters = self._general_wait(
            method,
            arguments,
            until=until,
            failure=failure,
            timeout=timeout,
            interval=interval,
            backoff=backoff,
            max_interval=max_interval,
            on_progress=on_progress,
        )
        result: _ResponseT = wait(polling, own, parameters, self._settings.clock)
        return result

    def _wait(
        self,
        waiter: Waiter,
        method: Callable[..., Any],
        arguments: dict[str, Any],
        *,
        timeout: float,
        on_progress: Callable[[Any], object] | None,
    ) -> Any:
        from .._waiters import wait

        return wait(self._polling(waiter, method, arguments, timeout, on_progress), method, arguments, self._settings.clock)
