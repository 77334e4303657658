# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 d2380e5a5b3c54341cb3bff7447993bf9fc5056014169d3147cd9da6f682ec9e).
# Do not edit: mend the spec or the template.
"""Result of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import Field, Model, unknown_fields
from ...unset import UNSET


@define(kw_only=True)
class Result(Model):
    """What came of an invocation; filled in only where it was waited for."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("log", "Log", "string", required=True, nullable=True),
        Field("ret_msg", "RetMsg", "string", required=True, nullable=True),
        Field("err_msg", "ErrMsg", "string", required=True, nullable=True),
        Field("mem_usage", "MemUsage", "integer", required=True, nullable=True),
        Field("duration", "Duration", "number", required=True, nullable=True),
        Field("bill_duration", "BillDuration", "integer", required=True, nullable=True),
        Field("function_request_id", "FunctionRequestId", "string", required=True),
        Field("invoke_result", "InvokeResult", "integer", required=True),
    )

    log: str | None
    """End of the log, where it was asked for. May be null."""
    ret_msg: str | None
    """What the function returned. May be null."""
    err_msg: str | None
    """Why the function failed; empty where it did not. May be null."""
    mem_usage: int | None
    """Bytes of memory that it used. May be null."""
    duration: float | None
    """Milliseconds that it ran. May be null."""
    bill_duration: int | None
    """Milliseconds that are billed. May be null."""
    function_request_id: str
    """Request ID of the invocation."""
    invoke_result: int
    """Status code of the invocation, 0 for success; Invoke does not tell it."""
    extra: dict[str, Any] = _field(factory=dict)
    """Fields that this version does not know, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            log=source.get("Log", UNSET),
            ret_msg=source.get("RetMsg", UNSET),
            err_msg=source.get("ErrMsg", UNSET),
            mem_usage=source.get("MemUsage", UNSET),
            duration=source.get("Duration", UNSET),
            bill_duration=source.get("BillDuration", UNSET),
            function_request_id=source.get("FunctionRequestId", UNSET),
            invoke_result=source.get("InvokeResult", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in Result.FIELDS)
