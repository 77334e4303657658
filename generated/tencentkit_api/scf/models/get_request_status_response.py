# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model GetRequestStatusResponse of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...meta import Meta
from ...model import (
    Field,
    Model,
    read_items,
    unknown_or_null_fields,
)
from .request_status import RequestStatus


@define(kw_only=True, repr=False)
class GetRequestStatusResponse(Model):
    """Response of GetRequestStatus."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("total_count", "TotalCount", "integer", required=True, nullable=True),
        Field("data", "Data", "object", array=True, required=True, nullable=True, model="RequestStatus"),
        Field("request_id", "RequestId", "string", required=True),
    )

    total_count: int | None
    """Total number of matching items. May be null."""
    data: list[RequestStatus]
    """Status of each invocation. May be null."""
    request_id: str
    """Request ID. Quote it when you contact the vendor's support."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""
    meta: Meta = _field(factory=Meta, eq=False, repr=False)
    """Metadata of the call that returned this response."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            total_count=get("TotalCount"),
            data=read_items(RequestStatus, get("Data")),
            request_id=get("RequestId"),
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in GetRequestStatusResponse.FIELDS)
