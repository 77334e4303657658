# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 da5c91333f9e2cf85f02a292f6458c21c85756c43fe49017e226d5502c8f4600).
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
    """How one invocation stands."""

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
    """Name of the function."""
    ret_msg: str
    """What the function returned."""
    request_id: str
    """Request ID of the invocation."""
    start_time: str
    """When it started."""
    ret_code: int
    """0 for success, 1 while it runs, -1 for an error."""
    duration: float
    """Milliseconds that it ran."""
    mem_usage: float
    """MB of memory that it used."""
    retry_num: int
    """How often it was repeated."""
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
