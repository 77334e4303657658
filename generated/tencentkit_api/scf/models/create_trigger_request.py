# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model CreateTriggerRequest of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    unknown_fields,
)
from ...unset import UNSET, Unset


@define(kw_only=True, repr=False)
class CreateTriggerRequest(Model):
    """Request of CreateTrigger."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("trigger_name", "TriggerName", "string", required=True),
        Field("type", "Type", "string", required=True),
        Field("trigger_desc", "TriggerDesc", "string"),
        Field("namespace", "Namespace", "string"),
        Field("qualifier", "Qualifier", "string"),
        Field("enable", "Enable", "string", known_values=("OPEN", "CLOSE")),
        Field("custom_argument", "CustomArgument", "string"),
        Field("description", "Description", "string"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    function_name: str
    """Name of the function to invoke."""
    trigger_name: str
    """Name of the trigger. For COS, the access domain of the bucket."""
    type: str
    """Type of the trigger: cos, cls, timer, ckafka or http."""
    trigger_desc: str | Unset = UNSET
    """Settings of the trigger in the format of its type. Most types take JSON text."""
    namespace: str | Unset = UNSET
    """Namespace of the function. Default: `default`."""
    qualifier: str | Unset = UNSET
    """Version or alias to invoke. Default: $LATEST."""
    enable: Literal["OPEN", "CLOSE"] | str | Unset = UNSET
    """OPEN enables the trigger immediately; CLOSE leaves it disabled. Known values: `OPEN`, `CLOSE`."""
    custom_argument: str | Unset = UNSET
    """Message of a timer trigger to the function."""
    description: str | Unset = UNSET
    """Description of the trigger."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            function_name=get("FunctionName", UNSET),
            trigger_name=get("TriggerName", UNSET),
            type=get("Type", UNSET),
            trigger_desc=get("TriggerDesc", UNSET),
            namespace=get("Namespace", UNSET),
            qualifier=get("Qualifier", UNSET),
            enable=get("Enable", UNSET),
            custom_argument=get("CustomArgument", UNSET),
            description=get("Description", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in CreateTriggerRequest.FIELDS)
