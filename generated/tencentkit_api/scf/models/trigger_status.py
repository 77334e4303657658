# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json.
# Do not edit: change the spec or the template.
"""Models of scf 2018-04-16: UpdateTriggerStatusRequest, UpdateTriggerStatusResponse."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define
from attrs import field as _field

from ...meta import Meta
from ...model import (
    Field,
    Model,
    unknown_or_null_fields,
)
from ...unset import UNSET, Unset


@define(kw_only=True, repr=False, eq=False)
class UpdateTriggerStatusRequest(Model):
    """Request of UpdateTriggerStatus."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("enable", "Enable", "string", required=True, known_values=("OPEN", "CLOSE")),
        Field("function_name", "FunctionName", "string", required=True),
        Field("trigger_name", "TriggerName", "string", required=True),
        Field("type", "Type", "string", required=True),
        Field("qualifier", "Qualifier", "string"),
        Field("namespace", "Namespace", "string"),
        Field("trigger_desc", "TriggerDesc", "string"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    enable: Literal["OPEN", "CLOSE"] | str
    """OPEN enables the trigger; CLOSE disables it. Known values: `OPEN`, `CLOSE`."""
    function_name: str
    """Name of the function."""
    trigger_name: str
    """Name of the trigger."""
    type: str
    """Type of the trigger."""
    qualifier: str | Unset = UNSET
    """Version or alias that the trigger invokes. Default: $LATEST."""
    namespace: str | Unset = UNSET
    """Namespace of the function. Default: `default`."""
    trigger_desc: str | Unset = UNSET
    """Settings of the trigger. Required for COS, in the same format as at creation."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class UpdateTriggerStatusResponse(Model):
    """Response of UpdateTriggerStatus."""

    FIELDS: ClassVar[tuple[Field, ...]] = (Field("request_id", "RequestId", "string", required=True),)
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

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
            request_id=get("RequestId"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )
