# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model AsyncEventStatus of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    unknown_or_null_fields,
)


@define(kw_only=True, repr=False)
class AsyncEventStatus(Model):
    """Status of an asynchronous invocation."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("status", "Status", "string", required=True, known_values=("RUNNING", "FINISHED", "ABORTED", "FAILED")),
        Field("status_code", "StatusCode", "integer", required=True),
        Field("invoke_request_id", "InvokeRequestId", "string", required=True),
    )

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
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in AsyncEventStatus.FIELDS)
