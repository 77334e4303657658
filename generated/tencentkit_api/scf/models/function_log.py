# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model FunctionLog of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...deprecation import deprecated_fields
from ...model import (
    Field,
    Model,
    lazy_extra,
    unknown_or_null_fields,
)


@deprecated_fields
@lazy_extra
@define(kw_only=True, repr=False)
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
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
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


_new = object.__new__

_WIRE_NAMES = frozenset(field.wire for field in FunctionLog.FIELDS)
