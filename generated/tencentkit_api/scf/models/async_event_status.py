# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json.
# Do not edit: change the spec or the template.
"""Models of scf 2018-04-16: AsyncEventStatus, GetAsyncEventStatusRequest, GetAsyncEventStatusResponse."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define
from attrs import field as _field

from ...meta import Meta
from ...model import (
    Field,
    Model,
    read_object,
    unknown_or_null_fields,
)
from ...unset import UNSET, Unset


@define(kw_only=True, repr=False, eq=False)
class AsyncEventStatus(Model):
    """Status of an asynchronous invocation."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("status", "Status", "string", required=True, known_values=("RUNNING", "FINISHED", "ABORTED", "FAILED")),
        Field("status_code", "StatusCode", "integer", required=True),
        Field("invoke_request_id", "InvokeRequestId", "string", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    status: Literal["RUNNING", "FINISHED", "ABORTED", "FAILED"] | str
    """State of the invocation. Final states: FINISHED (succeeded), ABORTED (terminated) and FAILED. Known values:
    `RUNNING`, `FINISHED`, `ABORTED`, `FAILED`.
    """
    status_code: int
    """Undocumented number. Observed values: 0 (while running) and 200."""
    invoke_request_id: str
    """Request ID of the invocation, 36 or 64 characters."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            status=get("Status"),
            status_code=get("StatusCode"),
            invoke_request_id=get("InvokeRequestId"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


@define(kw_only=True, repr=False, eq=False)
class GetAsyncEventStatusRequest(Model):
    """Request of GetAsyncEventStatus."""

    FIELDS: ClassVar[tuple[Field, ...]] = (Field("invoke_request_id", "InvokeRequestId", "string", required=True),)
    NOT_SET: ClassVar[Unset | None] = UNSET

    invoke_request_id: str
    """Request ID of the invocation, from the response of the asynchronous call."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class GetAsyncEventStatusResponse(Model):
    """Response of GetAsyncEventStatus."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("result", "Result", "object", required=True, model="AsyncEventStatus"),
        Field("request_id", "RequestId", "string", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    result: AsyncEventStatus
    """Status of the invocation."""
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
            result=read_object(AsyncEventStatus, get("Result")),
            request_id=get("RequestId"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )
