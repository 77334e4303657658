# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 6e4584698ecbebedf0d6da03f94df6ffff29e122413527d3107c62a73656186f).
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
    """`Result`."""

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
    ret_msg: str
    err_msg: str
    mem_usage: int
    duration: float
    bill_duration: int
    function_request_id: str
    invoke_result: int
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
