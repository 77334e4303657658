# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model TerminateAsyncEventRequest of scf 2018-04-16."""

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
class TerminateAsyncEventRequest(Model):
    """Request of TerminateAsyncEvent."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("invoke_request_id", "InvokeRequestId", "string", required=True),
        Field("namespace", "Namespace", "string"),
        Field("grace_shutdown", "GraceShutdown", "boolean", default=False),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    function_name: str
    """Name of the function."""
    invoke_request_id: str
    """Request ID of the invocation to terminate."""
    namespace: str | Unset = UNSET
    """Namespace of the function. Default: `default`."""
    grace_shutdown: bool | Unset = UNSET
    """If true, the function receives SIGTERM and can end by itself. Default: False."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            function_name=get("FunctionName", UNSET),
            invoke_request_id=get("InvokeRequestId", UNSET),
            namespace=get("Namespace", UNSET),
            grace_shutdown=get("GraceShutdown", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in TerminateAsyncEventRequest.FIELDS)
