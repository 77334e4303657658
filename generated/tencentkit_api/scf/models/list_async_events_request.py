# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model ListAsyncEventsRequest of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    read_object,
    unknown_fields,
)
from ...unset import UNSET, Unset
from .time_interval import TimeInterval, TimeIntervalDict


@define(kw_only=True, repr=False)
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

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            function_name=get("FunctionName", UNSET),
            namespace=get("Namespace", UNSET),
            qualifier=get("Qualifier", UNSET),
            invoke_type=get("InvokeType", UNSET),
            status=get("Status", UNSET),
            start_time_interval=read_object(TimeInterval, get("StartTimeInterval", UNSET)),
            end_time_interval=read_object(TimeInterval, get("EndTimeInterval", UNSET)),
            order=get("Order", UNSET),
            orderby=get("Orderby", UNSET),
            offset=get("Offset", UNSET),
            limit=get("Limit", UNSET),
            invoke_request_id=get("InvokeRequestId", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in ListAsyncEventsRequest.FIELDS)
