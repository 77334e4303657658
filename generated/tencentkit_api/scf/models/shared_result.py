# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json.
# Do not edit: change the spec or the template.
"""Models of scf 2018-04-16: Result."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    unknown_or_null_fields,
)


@define(kw_only=True, repr=False, eq=False)
class Result(Model):
    """Result of a synchronous invocation. An asynchronous invocation has no values here."""

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
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    log: str | None
    """End of the log, if requested. May be null."""
    ret_msg: str | None
    """Return value of the function. May be null."""
    err_msg: str | None
    """Error message of the function; empty for success. May be null."""
    mem_usage: int | None
    """Memory used, in bytes. May be null."""
    duration: float | None
    """Duration in milliseconds. May be null."""
    bill_duration: int | None
    """Billed duration in milliseconds. May be null."""
    function_request_id: str
    """Request ID of the invocation."""
    invoke_result: int
    """Status code of the invocation, 0 for success. Invoke does not return it."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            log=get("Log"),
            ret_msg=get("RetMsg"),
            err_msg=get("ErrMsg"),
            mem_usage=get("MemUsage"),
            duration=get("Duration"),
            bill_duration=get("BillDuration"),
            function_request_id=get("FunctionRequestId"),
            invoke_result=get("InvokeResult"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )
