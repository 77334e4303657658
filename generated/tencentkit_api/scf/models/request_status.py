# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json.
# Do not edit: change the spec or the template.
"""Models of scf 2018-04-16: GetRequestStatusRequest, GetRequestStatusResponse, RequestStatus."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

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


@define(kw_only=True, repr=False, eq=False)
class GetRequestStatusRequest(Model):
    """Request of GetRequestStatus."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("function_request_id", "FunctionRequestId", "string", required=True),
        Field("namespace", "Namespace", "string"),
        Field("start_time", "StartTime", "string"),
        Field("end_time", "EndTime", "string"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    function_name: str
    """Name of the function."""
    function_request_id: str
    """Request ID of the invocation."""
    namespace: str | Unset = UNSET
    """Namespace of the function. Default: `default`."""
    start_time: str | Unset = UNSET
    """Start of the time window, in the format 2006-01-02 15:04:05. Default: 15 minutes ago."""
    end_time: str | Unset = UNSET
    """End of the time window, after StartTime. Required with StartTime."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class GetRequestStatusResponse(Model):
    """Response of GetRequestStatus."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("total_count", "TotalCount", "integer", required=True, nullable=True),
        Field("data", "Data", "object", array=True, required=True, nullable=True, model="RequestStatus"),
        Field("request_id", "RequestId", "string", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    total_count: int | None
    """Total number of matching items. May be null."""
    data: list[RequestStatus]
    """Status of each invocation. May be null."""
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
            data=read_items(RequestStatus, get("Data")),
            request_id=get("RequestId"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


@lazy_extra
@define(kw_only=True, repr=False, eq=False)
class RequestStatus(Model):
    """Status of one invocation."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("ret_msg", "RetMsg", "string", required=True),
        Field("request_id", "RequestId", "string", required=True),
        Field("start_time", "StartTime", "string", required=True),
        Field("ret_code", "RetCode", "integer", required=True, known_values=(0, 1, -1)),
        Field("duration", "Duration", "number", required=True),
        Field("mem_usage", "MemUsage", "number", required=True),
        Field("retry_num", "RetryNum", "integer", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    function_name: str
    """Name of the function."""
    ret_msg: str
    """Return value of the function."""
    request_id: str
    """Request ID of the invocation."""
    start_time: str
    """Start time."""
    ret_code: Literal[0, 1, -1] | int
    """Return code: 0 for success, 1 for running, -1 for an error. Known values: 0, 1, -1."""
    duration: float
    """Duration in milliseconds."""
    mem_usage: float
    """Memory used, in MB."""
    retry_num: int
    """Number of retries."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            function_name=get("FunctionName"),
            ret_msg=get("RetMsg"),
            request_id=get("RequestId"),
            start_time=get("StartTime"),
            ret_code=get("RetCode"),
            duration=get("Duration"),
            mem_usage=get("MemUsage"),
            retry_num=get("RetryNum"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not RequestStatus:  # a subclass may override the parser
            return super().from_list(source)
        result: list[Any] = []
        last_function_name: Any = None
        last_ret_msg: Any = None
        last_request_id: Any = None
        last_start_time: Any = None
        for item in source:
            # Fast path for items with exactly the known fields; repeated strings share one object.
            if type(item) is dict and len(item) == 8:
                read = _new(cls)
                try:
                    text = item["FunctionName"]
                    if text != last_function_name or type(text) is not str:
                        if text is None:
                            read.extra["FunctionName"] = None
                        last_function_name = text
                    read.function_name = last_function_name
                    text = item["RetMsg"]
                    if text != last_ret_msg or type(text) is not str:
                        if text is None:
                            read.extra["RetMsg"] = None
                        last_ret_msg = text
                    read.ret_msg = last_ret_msg
                    text = item["RequestId"]
                    if text != last_request_id or type(text) is not str:
                        if text is None:
                            read.extra["RequestId"] = None
                        last_request_id = text
                    read.request_id = last_request_id
                    text = item["StartTime"]
                    if text != last_start_time or type(text) is not str:
                        if text is None:
                            read.extra["StartTime"] = None
                        last_start_time = text
                    read.start_time = last_start_time
                    value = item["RetCode"]
                    if value is None:
                        read.extra["RetCode"] = None
                    read.ret_code = value
                    value = item["Duration"]
                    if value is None:
                        read.extra["Duration"] = None
                    read.duration = value
                    value = item["MemUsage"]
                    if value is None:
                        read.extra["MemUsage"] = None
                    read.mem_usage = value
                    value = item["RetryNum"]
                    if value is None:
                        read.extra["RetryNum"] = None
                    read.retry_num = value
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result
