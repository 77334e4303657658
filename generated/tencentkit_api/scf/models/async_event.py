# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 6e4584698ecbebedf0d6da03f94df6ffff29e122413527d3107c62a73656186f).
# Do not edit: mend the spec or the template.
"""AsyncEvent of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define
from attrs import field as _field

from ...model import Field, Model, unknown_fields
from ...unset import UNSET


@define(kw_only=True)
class AsyncEvent(Model):
    """One asynchronous invocation of a function."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("invoke_request_id", "InvokeRequestId", "string", required=True),
        Field("invoke_type", "InvokeType", "string", required=True),
        Field("qualifier", "Qualifier", "string", required=True),
        Field("status", "Status", "string", required=True, known_values=("RUNNING", "FINISHED", "ABORTED", "FAILED")),
        Field("start_time", "StartTime", "string", required=True),
        Field("end_time", "EndTime", "string", required=True),
    )

    invoke_request_id: str
    """Request ID of the invocation, 36 or 64 characters; what GetAsyncEventStatus takes."""
    invoke_type: str
    """How the function was invoked, such as COS or TRIGGER_TIMER. No list is published."""
    qualifier: str
    """Version of the function that was invoked."""
    status: Literal["RUNNING", "FINISHED", "ABORTED", "FAILED"] | str
    """State of the invocation. RUNNING goes on; FINISHED (succeeded), ABORTED (terminated) and FAILED are final.
    Known values: `RUNNING`, `FINISHED`, `ABORTED`, `FAILED`.
    """
    start_time: str
    """When it started, with milliseconds, such as 2020-12-01 08:35:00.000. No time zone is documented."""
    end_time: str
    """When it ended, written like StartTime; empty while the invocation runs."""
    extra: dict[str, Any] = _field(factory=dict)
    """Fields that this version does not know, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            invoke_request_id=source.get("InvokeRequestId", UNSET),
            invoke_type=source.get("InvokeType", UNSET),
            qualifier=source.get("Qualifier", UNSET),
            status=source.get("Status", UNSET),
            start_time=source.get("StartTime", UNSET),
            end_time=source.get("EndTime", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in AsyncEvent.FIELDS)
