# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model AsyncEvent of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    lazy_extra,
    unknown_or_null_fields,
)


@lazy_extra
@define(kw_only=True, repr=False)
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
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
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


_new = object.__new__

_WIRE_NAMES = frozenset(field.wire for field in AsyncEvent.FIELDS)
