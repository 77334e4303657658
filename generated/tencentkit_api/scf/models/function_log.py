# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json.
# Do not edit: change the spec or the template.
"""Models of scf 2018-04-16: FunctionLog, GetFunctionLogsRequest, GetFunctionLogsResponse, LogFilter,
LogSearchContext.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...deprecation import deprecated_fields
from ...meta import Meta
from ...model import (
    Field,
    Model,
    lazy_extra,
    read_items,
    read_object,
    unknown_or_null_fields,
)
from ...unset import UNSET, Unset

_new = object.__new__


@deprecated_fields
@lazy_extra
@define(kw_only=True, repr=False, eq=False)
class FunctionLog(Model):
    """Log entry of one invocation."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("ret_msg", "RetMsg", "string", required=True),
        Field("request_id", "RequestId", "string", required=True),
        Field("start_time", "StartTime", "string", required=True),
        Field("ret_code", "RetCode", "integer", required=True),
        Field("invoke_finished", "InvokeFinished", "integer", required=True),
        Field("duration", "Duration", "number", required=True),
        Field("bill_duration", "BillDuration", "integer", required=True),
        Field("mem_usage", "MemUsage", "integer", required=True),
        Field("log", "Log", "string", required=True),
        Field("level", "Level", "string", required=True, deprecated="level is deprecated. The service may remove it."),
        Field(
            "source", "Source", "string", required=True, deprecated="source is deprecated. The service may remove it."
        ),
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
    ret_code: int
    """Return code: 0 for success, 2 for running, 3 for interrupted. Any other value is a failure."""
    invoke_finished: int
    """Completion flag: 1 after the invocation has finished."""
    duration: float
    """Duration in milliseconds."""
    bill_duration: int
    """Billed duration in milliseconds, a multiple of 100."""
    mem_usage: int
    """Memory used, in bytes."""
    log: str
    """Log output of the invocation."""
    level: str
    """Deprecated. No longer set by the service. It is deprecated. The service may remove it."""
    source: str
    """Deprecated. No longer set by the service. It is deprecated. The service may remove it."""
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
            invoke_finished=get("InvokeFinished"),
            duration=get("Duration"),
            bill_duration=get("BillDuration"),
            mem_usage=get("MemUsage"),
            log=get("Log"),
            level=get("Level"),
            source=get("Source"),
            retry_num=get("RetryNum"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not FunctionLog:  # a subclass may override the parser
            return super().from_list(source)
        result: list[Any] = []
        last_function_name: Any = None
        last_ret_msg: Any = None
        last_request_id: Any = None
        last_start_time: Any = None
        last_log: Any = None
        last_level: Any = None
        last_source: Any = None
        for item in source:
            # Fast path for items with exactly the known fields; repeated strings share one object.
            if type(item) is dict and len(item) == 13:
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
                    value = item["InvokeFinished"]
                    if value is None:
                        read.extra["InvokeFinished"] = None
                    read.invoke_finished = value
                    value = item["Duration"]
                    if value is None:
                        read.extra["Duration"] = None
                    read.duration = value
                    value = item["BillDuration"]
                    if value is None:
                        read.extra["BillDuration"] = None
                    read.bill_duration = value
                    value = item["MemUsage"]
                    if value is None:
                        read.extra["MemUsage"] = None
                    read.mem_usage = value
                    text = item["Log"]
                    if text != last_log or type(text) is not str:
                        if text is None:
                            read.extra["Log"] = None
                        last_log = text
                    read.log = last_log
                    text = item["Level"]
                    if text != last_level or type(text) is not str:
                        if text is None:
                            read.extra["Level"] = None
                        last_level = text
                    read.level = last_level
                    text = item["Source"]
                    if text != last_source or type(text) is not str:
                        if text is None:
                            read.extra["Source"] = None
                        last_source = text
                    read.source = last_source
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


@define(kw_only=True, repr=False, eq=False)
class GetFunctionLogsRequest(Model):
    """Request of GetFunctionLogs."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string"),
        Field("offset", "Offset", "integer"),
        Field("limit", "Limit", "integer"),
        Field("order", "Order", "string", known_values=("desc", "asc")),
        Field("order_by", "OrderBy", "string"),
        Field("filter", "Filter", "object", model="LogFilter"),
        Field("namespace", "Namespace", "string"),
        Field("qualifier", "Qualifier", "string"),
        Field("function_request_id", "FunctionRequestId", "string"),
        Field("start_time", "StartTime", "string"),
        Field("end_time", "EndTime", "string"),
        Field(
            "search_context",
            "SearchContext",
            "object",
            model="LogSearchContext",
            deprecated="search_context is deprecated. The service may remove it.",
        ),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    function_name: str | Unset = UNSET
    """Name of the function."""
    offset: int | Unset = UNSET
    """Number of entries to skip. Offset and Limit together are at most 10,000."""
    limit: int | Unset = UNSET
    """Maximum number of entries to return. Offset and Limit together are at most 10,000."""
    order: Literal["desc", "asc"] | str | Unset = UNSET
    """Sort direction: asc or desc. Known values: `desc`, `asc`."""
    order_by: str | Unset = UNSET
    """Sort field: function_name, duration, mem_usage or start_time."""
    filter: LogFilter | LogFilterDict | Unset = UNSET
    """Filter for the entries."""
    namespace: str | Unset = UNSET
    """Namespace of the function. Default: `default`."""
    qualifier: str | Unset = UNSET
    """Version or alias of the function."""
    function_request_id: str | Unset = UNSET
    """Request ID of the invocation."""
    start_time: str | Unset = UNSET
    """Start of the time window, in the format 2006-01-02 15:04:05. It is at most one day before EndTime."""
    end_time: str | Unset = UNSET
    """End of the time window, in the format 2006-01-02 15:04:05."""
    search_context: LogSearchContext | LogSearchContextDict | Unset = UNSET
    """Deprecated. No longer used by the service. It is deprecated. The service may remove it."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@deprecated_fields
@define(kw_only=True, repr=False, eq=False)
class GetFunctionLogsResponse(Model):
    """Response of GetFunctionLogs."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("total_count", "TotalCount", "integer", required=True),
        Field("data", "Data", "object", array=True, required=True, model="FunctionLog"),
        Field(
            "search_context",
            "SearchContext",
            "object",
            required=True,
            model="LogSearchContext",
            deprecated="search_context is deprecated. The service may remove it.",
        ),
        Field("request_id", "RequestId", "string", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    total_count: int
    """Total number of matching items."""
    data: list[FunctionLog]
    """Log entries."""
    search_context: LogSearchContext
    """Deprecated. No longer used by the service. It is deprecated. The service may remove it."""
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
            data=read_items(FunctionLog, get("Data")),
            search_context=read_object(LogSearchContext, get("SearchContext")),
            request_id=get("RequestId"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


class LogFilterDict(TypedDict):
    """Plain dict form of `LogFilter`, for arguments."""

    ret_code: NotRequired[Literal["not0", "is0"] | str]


@define(kw_only=True, repr=False, eq=False)
class LogFilter(Model):
    """Filter for log entries."""

    FIELDS: ClassVar[tuple[Field, ...]] = (Field("ret_code", "RetCode", "string", known_values=("not0", "is0")),)
    NOT_SET: ClassVar[Unset | None] = UNSET

    ret_code: Literal["not0", "is0"] | str | Unset = UNSET
    """Return code to match: is0 for success, not0 for errors; TimeLimitExceeded, ResourceLimitExceeded or
    UserCodeException for one cause. Known values: `not0`, `is0`.
    """
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


class LogSearchContextDict(TypedDict):
    """Plain dict form of `LogSearchContext`, for arguments."""

    offset: str
    limit: int
    keyword: NotRequired[str]
    type: NotRequired[str]


@define(kw_only=True, repr=False, eq=False)
class LogSearchContext(Model):
    """Position of a log search. No longer used by the service."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("offset", "Offset", "string", required=True),
        Field("limit", "Limit", "integer", required=True),
        Field("keyword", "Keyword", "string"),
        Field("type", "Type", "string"),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    offset: str
    """Offset of the next entry."""
    limit: int
    """Number of entries."""
    keyword: str | None = None
    """Search term."""
    type: str | None = None
    """Type of log: Application or Platform. Default: Application."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            offset=get("Offset"),
            limit=get("Limit"),
            keyword=get("Keyword"),
            type=get("Type"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )
