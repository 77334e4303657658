# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 09f16c93bd668f73612f4f17ede9ac1099e1b222aa339be844a0e8e95042c7f9).
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
        Field("log", "Log", "string", required=True),
        Field("ret_msg", "RetMsg", "string", required=True),
        Field("err_msg", "ErrMsg", "string", required=True),
        Field("mem_usage", "MemUsage", "integer", required=True),
        Field("duration", "Duration", "number", required=True),
        Field("bill_duration", "BillDuration", "integer", required=True),
        Field("function_request_id", "FunctionRequestId", "string", required=True),
        Field("invoke_result", "InvokeResult", "integer", required=True),
    )

    log: str
    """End of the log, where it was asked for."""
    ret_msg: str
    """What the function returned."""
    err_msg: str
    """Why the function failed; empty where it did not."""
    mem_usage: int
    """Bytes of memory that it used."""
    duration: float
    """Milliseconds that it ran."""
    bill_duration: int
    """Milliseconds that are billed."""
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
