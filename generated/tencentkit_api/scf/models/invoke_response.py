# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model InvokeResponse of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...meta import Meta
from ...model import (
    Field,
    Model,
    read_object,
    unknown_or_null_fields,
)
from .result import Result


@define(kw_only=True, repr=False)
class InvokeResponse(Model):
    """Response of Invoke."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("result", "Result", "object", required=True, model="Result"),
        Field("request_id", "RequestId", "string", required=True),
    )

    result: Result
    """Result of the invocation."""
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
            result=read_object(Result, get("Result")),
            request_id=get("RequestId"),
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in InvokeResponse.FIELDS)
