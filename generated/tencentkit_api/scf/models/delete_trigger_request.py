# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model DeleteTriggerRequest of scf 2018-04-16."""

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
class DeleteTriggerRequest(Model):
    """Request of DeleteTrigger."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("trigger_name", "TriggerName", "string", required=True),
        Field("type", "Type", "string", required=True),
        Field("namespace", "Namespace", "string"),
        Field("trigger_desc", "TriggerDesc", "string"),
        Field("qualifier", "Qualifier", "string"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    function_name: str
    """Name of the function."""
    trigger_name: str
    """Name of the trigger to delete."""
    type: str
    """Type of the trigger: timer, ckafka, apigw, cls, cos, cmq or http."""
    namespace: str | Unset = UNSET
    """Namespace of the function. Default: `default`."""
    trigger_desc: str | Unset = UNSET
    """Settings of the trigger. Required for COS, in the same format as at creation."""
    qualifier: str | Unset = UNSET
    """Version or alias that the trigger invokes. Default: $LATEST."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            function_name=get("FunctionName", UNSET),
            trigger_name=get("TriggerName", UNSET),
            type=get("Type", UNSET),
            namespace=get("Namespace", UNSET),
            trigger_desc=get("TriggerDesc", UNSET),
            qualifier=get("Qualifier", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in DeleteTriggerRequest.FIELDS)
