# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 d2380e5a5b3c54341cb3bff7447993bf9fc5056014169d3147cd9da6f682ec9e).
# Do not edit: mend the spec or the template.
"""GetRequestStatusRequest of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import Field, Model, unknown_fields
from ...unset import UNSET, Unset


@define(kw_only=True)
class GetRequestStatusRequest(Model):
    """Arguments of GetRequestStatus."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("function_request_id", "FunctionRequestId", "string", required=True),
        Field("namespace", "Namespace", "string"),
        Field("start_time", "StartTime", "string"),
        Field("end_time", "EndTime", "string"),
    )

    function_name: str
    """Name of the function."""
    function_request_id: str
    """Request ID of the invocation."""
    namespace: str | Unset = UNSET
    """Namespace of the function; `default` where none is given."""
    start_time: str | Unset = UNSET
    """Beginning of the time searched, as 2006-01-02 15:04:05; a quarter of an hour ago where none is given."""
    end_time: str | Unset = UNSET
    """End of the time searched, after StartTime; needed where StartTime is given."""
    extra: dict[str, Any] = _field(factory=dict)
    """Fields that this version does not know, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            function_name=source.get("FunctionName", UNSET),
            function_request_id=source.get("FunctionRequestId", UNSET),
            namespace=source.get("Namespace", UNSET),
            start_time=source.get("StartTime", UNSET),
            end_time=source.get("EndTime", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in GetRequestStatusRequest.FIELDS)
