# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json.
# Do not edit: change the spec or the template.
"""Models of scf 2018-04-16: AsyncEvent, ListAsyncEventsRequest, ListAsyncEventsResponse, TerminateAsyncEventRequest,
TerminateAsyncEventResponse, TimeInterval.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...meta import Meta
from ...model import (
    Field,
    Model,
    lazy_extra,
    read_items,
    unknown_or_null_fields,
)
from ...unset import UNSET, Unset

_new = object.__new__


@lazy_extra
@define(kw_only=True, repr=False, eq=False)
class AsyncEvent(Model):
    """Asynchronous invocation of a function."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("invoke_request_id", "InvokeRequestId", "string", required=True),
        Field("invoke_type", "InvokeType", "string", required=True),
        Field("qualifier", "Qualifier", "string", required=True),
        Field("status", "Status", "string", required=True, known_values=("RUNNING", "FINISHED", "ABORTED", "FAILED")),
        Field("start_time", "StartTime", "string", required=True),
        Field("end_time", "EndTime", "string", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    invoke_request_id: str
    """Request ID of the invocation, 36 or 64 characters. GetAsyncEventStatus takes this ID."""
    invoke_type: str
    """Source of the invocation, such as COS or TRIGGER_TIMER. The vendor publishes no list."""
    qualifier: str
    """Invoked version of the function."""
    status: Literal["RUNNING", "FINISHED", "ABORTED", "FAILED"] | str
    """State of the invocation. Final states: FINISHED (succeeded), ABORTED (terminated) and FAILED. Known values:
    `RUNNING`, `FINISHED`, `ABORTED`, `FAILED`.
    """
    start_time: str
    """Start time with milliseconds, such as 2020-12-01 08:35:00.000. The time zone is not documented; the vendor's
    console shows UTC+8.
    """
    end_time: str
    """End time in the format of StartTime; empty while the invocation runs."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            invoke_request_id=get("InvokeRequestId"),
            invoke_type=get("InvokeType"),
            qualifier=get("Qualifier"),
            status=get("Status"),
            start_time=get("StartTime"),
            end_time=get("EndTime"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not AsyncEvent:  # a subclass may override the parser
            return super().from_list(source)
        result: list[Any] = []
        last_invoke_request_id: Any = None
        last_invoke_type: Any = None
        last_qualifier: Any = None
        last_status: Any = None
        last_start_time: Any = None
        last_end_time: Any = None
        for item in source:
            # Fast path for items with exactly the known fields; repeated strings share one object.
            if type(item) is dict and len(item) == 6:
                read = _new(cls)
                try:
                    text = item["InvokeRequestId"]
                    if text != last_invoke_request_id or type(text) is not str:
                        if text is None:
                            read.extra["InvokeRequestId"] = None
                        last_invoke_request_id = text
                    read.invoke_request_id = last_invoke_request_id
                    text = item["InvokeType"]
                    if text != last_invoke_type or type(text) is not str:
                        if text is None:
                            read.extra["InvokeType"] = None
                        last_invoke_type = text
                    read.invoke_type = last_invoke_type
                    text = item["Qualifier"]
                    if text != last_qualifier or type(text) is not str:
                        if text is None:
                            read.extra["Qualifier"] = None
                        last_qualifier = text
                    read.qualifier = last_qualifier
                    text = item["Status"]
                    if text != last_status or type(text) is not str:
                        if text is None:
                            read.extra["Status"] = None
                        last_status = text
                    read.status = last_status
                    text = item["StartTime"]
                    if text != last_start_time or type(text) is not str:
                        if text is None:
                            read.extra["StartTime"] = None
                        last_start_time = text
                    read.start_time = last_start_time
                    text = item["EndTime"]
                    if text != last_end_time or type(text) is not str:
                        if text is None:
                            read.extra["EndTime"] = None
                        last_end_time = text
                    read.end_time = last_end_time
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


@define(kw_only=True, repr=False, eq=False)
class ListAsyncEventsRequest(Model):
    """Request of ListAsyncEvents."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("namespace", "Namespace", "string"),
        Field("qualifier", "Qualifier", "string"),
        Field("invoke_type", "InvokeType", "string", array=True),
        Field("status", "Status", "string", array=True, known_values=("RUNNING", "FINISHED", "ABORTED", "FAILED")),
        Field("start_time_interval", "StartTimeInterval", "object", model="TimeInterval"),
        Field("end_time_interval", "EndTimeInterval", "object", model="TimeInterval"),
        Field("order", "Order", "string", default="DESC", known_values=("ASC", "DESC")),
        Field("orderby", "Orderby", "string", default="StartTime", known_values=("StartTime", "EndTime")),
        Field("offset", "Offset", "integer", default=0),
        Field("limit", "Limit", "integer", default=20, maximum=100),
        Field("invoke_request_id", "InvokeRequestId", "string"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    function_name: str
    """Name of the function whose events are listed."""
    namespace: str | Unset = UNSET
    """Namespace of the function."""
    qualifier: str | Unset = UNSET
    """Only events of this function version."""
    invoke_type: list[str] | tuple[str, ...] | Unset = UNSET
    """Only events from one of these sources, such as COS or TRIGGER_TIMER."""
    status: (
        list[Literal["RUNNING", "FINISHED", "ABORTED", "FAILED"] | str]
        | tuple[Literal["RUNNING", "FINISHED", "ABORTED", "FAILED"] | str, ...]
        | Unset
    ) = UNSET
    """Only events in one of these states. Known values: `RUNNING`, `FINISHED`, `ABORTED`, `FAILED`."""
    start_time_interval: TimeInterval | TimeIntervalDict | Unset = UNSET
    """Only events that started in this time window, which includes Start and excludes End."""
    end_time_interval: TimeInterval | TimeIntervalDict | Unset = UNSET
    """Only events that ended in this time window, which includes Start and excludes End."""
    order: Literal["ASC", "DESC"] | str | Unset = UNSET
    """Sort direction. Default: `DESC`. Known values: `ASC`, `DESC`."""
    orderby: Literal["StartTime", "EndTime"] | str | Unset = UNSET
    """Sort field. Running events have no EndTime. Default: `StartTime`. Known values: `StartTime`, `EndTime`."""
    offset: int | Unset = UNSET
    """Number of events to skip. Default: 0."""
    limit: int | Unset = UNSET
    """Maximum number of events to return. At most 100. Default: 20."""
    invoke_request_id: str | Unset = UNSET
    """Only the event with this request ID."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class ListAsyncEventsResponse(Model):
    """Response of ListAsyncEvents."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("total_count", "TotalCount", "integer", required=True),
        Field("event_list", "EventList", "object", array=True, required=True, model="AsyncEvent"),
        Field("request_id", "RequestId", "string", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    total_count: int
    """Total number of matching events on all pages."""
    event_list: list[AsyncEvent]
    """Matching events of this page."""
    request_id: str
    """Request ID. Quote it when you contact the vendor's support."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""
    meta: Meta = _field(factory=Meta, eq=False, repr=False)
    """Metadata of the call that returned this response."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            total_count=get("TotalCount"),
            event_list=read_items(AsyncEvent, get("EventList")),
            request_id=get("RequestId"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


@define(kw_only=True, repr=False, eq=False)
class TerminateAsyncEventRequest(Model):
    """Request of TerminateAsyncEvent."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("invoke_request_id", "InvokeRequestId", "string", required=True),
        Field("namespace", "Namespace", "string"),
        Field("grace_shutdown", "GraceShutdown", "boolean", default=False),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    function_name: str
    """Name of the function."""
    invoke_request_id: str
    """Request ID of the invocation to terminate."""
    namespace: str | Unset = UNSET
    """Namespace of the function. Default: `default`."""
    grace_shutdown: bool | Unset = UNSET
    """If true, the function receives SIGTERM and can end by itself. Default: False."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class TerminateAsyncEventResponse(Model):
    """Response of TerminateAsyncEvent."""

    FIELDS: ClassVar[tuple[Field, ...]] = (Field("request_id", "RequestId", "string", required=True),)
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    request_id: str
    """Request ID. Quote it when you contact the vendor's support."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""
    meta: Meta = _field(factory=Meta, eq=False, repr=False)
    """Metadata of the call that returned this response."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            request_id=get("RequestId"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


class TimeIntervalDict(TypedDict):
    """Plain dict form of `TimeInterval`, for arguments."""

    start: str
    end: str


@define(kw_only=True, repr=False, eq=False)
class TimeInterval(Model):
    """Time window that includes Start and excludes End."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("start", "Start", "string", required=True),
        Field("end", "End", "string", required=True),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    start: str
    """Start of the time window, as YYYY-MM-DD hh:mm:ss in the undocumented time zone of AsyncEvent.StartTime."""
    end: str
    """End of the time window (exclusive), in the format of Start."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""
