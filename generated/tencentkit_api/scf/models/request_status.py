# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 6e4584698ecbebedf0d6da03f94df6ffff29e122413527d3107c62a73656186f).
# Do not edit: mend the spec or the template.
"""RequestStatus of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import Field, Model, unknown_fields
from ...unset import UNSET


@define(kw_only=True)
class RequestStatus(Model):
    """`RequestStatus`."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("ret_msg", "RetMsg", "string", required=True),
        Field("request_id", "RequestId", "string", required=True),
        Field("start_time", "StartTime", "string", required=True),
        Field("ret_code", "RetCode", "integer", required=True),
        Field("duration", "Duration", "number", required=True),
        Field("mem_usage", "MemUsage", "number", required=True),
        Field("retry_num", "RetryNum", "integer", required=True),
    )

    function_name: str
    ret_msg: str
    request_id: str
    start_time: str
    ret_code: int
    duration: float
    mem_usage: float
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
            duration=source.get("Duration", UNSET),
            mem_usage=source.get("MemUsage", UNSET),
            retry_num=source.get("RetryNum", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in RequestStatus.FIELDS)
