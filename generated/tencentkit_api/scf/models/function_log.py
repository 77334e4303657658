# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 6e4584698ecbebedf0d6da03f94df6ffff29e122413527d3107c62a73656186f).
# Do not edit: mend the spec or the template.
"""FunctionLog of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...deprecation import deprecated_fields
from ...model import Field, Model, unknown_fields
from ...unset import UNSET


@deprecated_fields
@define(kw_only=True)
class FunctionLog(Model):
    """`FunctionLog`."""

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
        Field(
            "level",
            "Level",
            "string",
            required=True,
            deprecated="level is deprecated: the service means to take it away.",
        ),
        Field(
            "source",
            "Source",
            "string",
            required=True,
            deprecated="source is deprecated: the service means to take it away.",
        ),
        Field("retry_num", "RetryNum", "integer", required=True),
    )

    function_name: str
    ret_msg: str
    request_id: str
    start_time: str
    ret_code: int
    invoke_finished: int
    duration: float
    bill_duration: int
    mem_usage: int
    log: str
    level: str
    """It is deprecated: the service means to take it away."""
    source: str
    """It is deprecated: the service means to take it away."""
    retry_num: int
    extra: dict[str, Any] = _field(factory=dict)
    """Fields that this version does not know, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            function_name=source.get("FunctionName", UNSET),
            ret_msg=source.get("RetMsg", UNSET),
            request_id=source.get("RequestId", UNSET),
            start_time=source.get("StartTime", UNSET),
            ret_code=source.get("RetCode", UNSET),
            invoke_finished=source.get("InvokeFinished", UNSET),
            duration=source.get("Duration", UNSET),
            bill_duration=source.get("BillDuration", UNSET),
            mem_usage=source.get("MemUsage", UNSET),
            log=source.get("Log", UNSET),
            level=source.get("Level", UNSET),
            source=source.get("Source", UNSET),
            retry_num=source.get("RetryNum", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in FunctionLog.FIELDS)
