# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 4dff441be55f9376a75221dca84a2a0d91b5e803e2241eb959cd15c2c6a352b2).
# Do not edit: mend the spec or the template.
"""Operations of scf 2018-04-16."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, NoReturn, TypeVar

from ..action import Action, CallOptions, PagingOptions, Waiter
from ..operation import operation
from ..pager import Pager
from ..unset import UNSET, Unset
from . import models
from .actions import ASYNC_EVENT_FINISHED, GET_ASYNC_EVENT_STATUS, LIST_ASYNC_EVENTS

if TYPE_CHECKING:
    from ..model import Model

_Response = TypeVar("_Response", bound="Model")


class Operations(ABC):
    """Every action of scf 2018-04-16 as a method; `tencentkit.scf.Client` is what sends them.

    All arguments are keyword-only. An argument that is left out is not sent: the service's default holds.
    """

    __slots__ = ()

    @abstractmethod
    def _call(self, action: Action, request: Model, response: type[_Response], options: CallOptions) -> _Response:
        """Send a request and read its response."""

    @abstractmethod
    def _paginate(
        self,
        method: Callable[..., Any],
        arguments: dict[str, Any],
        options: PagingOptions,
    ) -> Pager[Any, Any]:
        """Call `method` with `arguments` for one page after another."""

    @abstractmethod
    def _wait(
        self,
        waiter: Waiter,
        method: Callable[..., _Response],
        arguments: dict[str, Any],
        *,
        timeout: float,
        on_progress: Callable[[_Response], object] | None,
    ) -> _Response:
        """Call `method` with `arguments` until the waiter has come to an end."""

    @abstractmethod
    def _refuse(
        self,
        action: Action,
        positional: Sequence[Any],
        arguments: Mapping[str, Any],
        *,
        required: frozenset[str],
        known: Sequence[str],
    ) -> NoReturn:
        """Raise the error for arguments that do not fit an action's method."""
        raise NotImplementedError

    @operation(GET_ASYNC_EVENT_STATUS)
    def get_async_event_status(
        self,
        *,
        invoke_request_id: str,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.GetAsyncEventStatusResponse:
        """Tell how one asynchronous invocation stands.

        Tells how one asynchronous invocation of a function, called an event here, stands. Its status can be read for
        three days (3 x 24 hours) after its end.

        Published rate limit: 20 requests a second.

        Args:
            invoke_request_id: Request ID of the invocation, as the asynchronous call returned it.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused. Documented codes:
                - `FailedOperation.AsyncEventStatus`: The event's present state does not allow this. Ask again a little
                  later.
                - `ResourceNotFound.AsyncEvent`: No event has this request ID.
                - `ResourceNotFound.Function`: There is no such function.
                - `ResourceNotFound.Namespace`: There is no such namespace.
            TencentkitError: The call failed on the way.

        Source: documentation page GetAsyncEventStatus, updated 2023-05-05 10:16:50.
        """
        return self._call(
            GET_ASYNC_EVENT_STATUS,
            models.GetAsyncEventStatusRequest(
                invoke_request_id=invoke_request_id,
            ),
            models.GetAsyncEventStatusResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    @operation(LIST_ASYNC_EVENTS)
    def list_async_events(
        self,
        *,
        function_name: str,
        namespace: str | Unset = UNSET,
        qualifier: str | Unset = UNSET,
        invoke_type: list[str] | tuple[str, ...] | Unset = UNSET,
        status: list[Literal["RUNNING", "FINISHED", "ABORTED", "FAILED"] | str]
        | tuple[Literal["RUNNING", "FINISHED", "ABORTED", "FAILED"] | str, ...]
        | Unset = UNSET,
        start_time_interval: models.TimeInterval | models.TimeIntervalDict | Unset = UNSET,
        end_time_interval: models.TimeInterval | models.TimeIntervalDict | Unset = UNSET,
        order: Literal["ASC", "DESC"] | str | Unset = UNSET,
        orderby: Literal["StartTime", "EndTime"] | str | Unset = UNSET,
        offset: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        invoke_request_id: str | Unset = UNSET,
        region: str | Unset = UNSET,
        timeout: float | None | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.ListAsyncEventsResponse:
        """List the asynchronous invocations of a function.

        Lists the asynchronous invocations of one function, called events here, one page at a time. The list reaches
        back three days. To follow a single invocation, poll GetAsyncEventStatus instead.

        Published rate limit: 20 requests a second.

        Args:
            function_name: Name of the function whose events are listed.
            namespace: Namespace that holds the function.
            qualifier: Only events of this version of the function.
            invoke_type: Only events that were invoked in one of these ways, such as COS or TRIGGER_TIMER.
            status: Only events in one of these states. Known values: `RUNNING`, `FINISHED`, `ABORTED`, `FAILED`.
            start_time_interval: Only events that started in this interval. Its start is part of it, its end is not.
            end_time_interval: Only events that ended in this interval. Its start is part of it, its end is not.
            order: Direction of the sorting. Default: `DESC`. Known values: `ASC`, `DESC`.
            orderby: Time to sort by. Events that still run have no EndTime. Default: `StartTime`. Known values:
                `StartTime`, `EndTime`.
            offset: How many events to skip. Default: 0.
            limit: How many events one answer may hold. At most 100. Default: 20.
            invoke_request_id: Only the event with this request ID.
            region: Region of this call; otherwise the client's.
            timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
            deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
            headers: Headers to send with this call.

        Raises:
            RequestInvalid: An argument is missing or has the wrong type.
            ApiError: The service refused. Documented codes:
                - `InvalidParameterValue.FunctionName`: No function has this name.
                - `InvalidParameterValue.InvokeType`: InvokeType holds a value that the service does not know.
                - `InvalidParameterValue.Limit`: Limit is outside of its range.
                - `InvalidParameterValue.Namespace`: Namespace has a value that cannot be right.
                - `InvalidParameterValue.Order`: Order is neither ASC nor DESC.
                - `InvalidParameterValue.Orderby`: Orderby is neither StartTime nor EndTime.
                - `InvalidParameterValue.Status`: Status holds a value that the service does not know.
                - `ResourceNotFound.Function`: There is no such function.
                - `ResourceNotFound.Namespace`: There is no such namespace.
                - `ResourceNotFound.Version`: The function has no such version.
            TencentkitError: The call failed on the way.

        Source: documentation page ListAsyncEvents, updated 2023-07-18 11:11:07.
        """
        return self._call(
            LIST_ASYNC_EVENTS,
            models.ListAsyncEventsRequest(
                function_name=function_name,
                namespace=namespace,
                qualifier=qualifier,
                invoke_type=invoke_type,
                status=status,
                start_time_interval=start_time_interval,
                end_time_interval=end_time_interval,
                order=order,
                orderby=orderby,
                offset=offset,
                limit=limit,
                invoke_request_id=invoke_request_id,
            ),
            models.ListAsyncEventsResponse,
            CallOptions(region=region, timeout=timeout, deadline=deadline, headers=headers),
        )

    if TYPE_CHECKING:

        def paginate(
            self,
            method: Callable[..., models.ListAsyncEventsResponse],
            *,
            function_name: str,
            namespace: str | Unset = UNSET,
            qualifier: str | Unset = UNSET,
            invoke_type: list[str] | tuple[str, ...] | Unset = UNSET,
            status: list[Literal["RUNNING", "FINISHED", "ABORTED", "FAILED"] | str]
            | tuple[Literal["RUNNING", "FINISHED", "ABORTED", "FAILED"] | str, ...]
            | Unset = UNSET,
            start_time_interval: models.TimeInterval | models.TimeIntervalDict | Unset = UNSET,
            end_time_interval: models.TimeInterval | models.TimeIntervalDict | Unset = UNSET,
            order: Literal["ASC", "DESC"] | str | Unset = UNSET,
            orderby: Literal["StartTime", "EndTime"] | str | Unset = UNSET,
            offset: int | Unset = UNSET,
            limit: int | Unset = UNSET,
            invoke_request_id: str | Unset = UNSET,
            region: str | Unset = UNSET,
            timeout: float | None | Unset = UNSET,
            deadline: float | None | Unset = UNSET,
            headers: Mapping[str, str] | Unset = UNSET,
            max_items: int | None = None,
            start: str | None = None,
            prefetch: int = 0,
            plain: bool = False,
            progress: bool = False,
        ) -> Pager[models.AsyncEvent, models.ListAsyncEventsResponse]:
            """Iterate over every item of `list_async_events`, page after page; `.pages()` gives the responses.

            Args:
                method: The client's `list_async_events`.
                function_name: Name of the function whose events are listed.
                namespace: Namespace that holds the function.
                qualifier: Only events of this version of the function.
                invoke_type: Only events that were invoked in one of these ways, such as COS or TRIGGER_TIMER.
                status: Only events in one of these states. Known values: `RUNNING`, `FINISHED`, `ABORTED`, `FAILED`.
                start_time_interval: Only events that started in this interval. Its start is part of it, its end is not.
                end_time_interval: Only events that ended in this interval. Its start is part of it, its end is not.
                order: Direction of the sorting. Default: `DESC`. Known values: `ASC`, `DESC`.
                orderby: Time to sort by. Events that still run have no EndTime. Default: `StartTime`. Known values:
                    `StartTime`, `EndTime`.
                offset: How many events to skip. Default: 0.
                limit: How many events one answer may hold. At most 100. Default: 20.
                invoke_request_id: Only the event with this request ID.
                region: Region of this call; otherwise the client's.
                timeout: Seconds for each connect, read and write; `None`: no limit; otherwise the client's.
                deadline: Seconds for this call with its waits and retries; `None`: no limit; otherwise the client's.
                headers: Headers to send with this call.
                max_items: Stop after so many items; `None`: at the end of the listing.
                start: The `cursor` of an equal listing, to go on from there.
                prefetch: How many pages to fetch ahead, through the same throttle; 0: each when it is needed.
                plain: Walk by offset alone, as single calls would: no closed window, no check, no item dropped that
                    came twice.
                progress: Show a bar on standard error where that is a terminal; needs the extra `progress`.
            """
            raise NotImplementedError

    else:

        def paginate(self, method, *, max_items=None, start=None, prefetch=0, plain=False, progress=False, **arguments):
            """Iterate over every item of `method`, an action that pages, with the action's own `arguments`."""
            return self._paginate(method, arguments, PagingOptions(max_items, start, prefetch, plain, progress))

    @operation(GET_ASYNC_EVENT_STATUS)
    def wait_until_async_event_finished(
        self,
        *,
        invoke_request_id: str,
        timeout: float = 600,
        on_progress: Callable[[models.GetAsyncEventStatusResponse], object] | None = None,
        region: str | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> models.GetAsyncEventStatusResponse:
        """Poll `get_async_event_status` until: async event finished. Returns the last response.

        Args:
            invoke_request_id: Request ID of the invocation, as the asynchronous call returned it.
            timeout: Seconds to wait in total.
            on_progress: Called with each response as it comes, the last one included; what it raises ends the wait.
            region: Region of the calls; otherwise the client's.
            headers: Headers to send with each call.

        Raises:
            WaiterFailed: It ended otherwise than was waited for.
            WaiterTimeout: It had not ended when the time was up.
            ApiError: As `get_async_event_status`.
        """
        return self._wait(
            ASYNC_EVENT_FINISHED,
            self.get_async_event_status,
            {
                "invoke_request_id": invoke_request_id,
                "region": region,
                "headers": headers,
            },
            timeout=timeout,
            on_progress=on_progress,
        )
