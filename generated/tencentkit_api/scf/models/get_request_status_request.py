# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model GetRequestStatusRequest of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    unknown_fields,
)
from ...unset import UNSET, Unset


@define(kw_only=True, repr=False)
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

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            function_name=get("FunctionName", UNSET),
            function_request_id=get("FunctionRequestId", UNSET),
            namespace=get("Namespace", UNSET),
            start_time=get("StartTime", UNSET),
            end_time=get("EndTime", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in GetRequestStatusRequest.FIELDS)
