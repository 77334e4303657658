# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 da5c91333f9e2cf85f02a292f6458c21c85756c43fe49017e226d5502c8f4600).
# Do not edit: mend the spec or the template.
"""TriggerInfo of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import Field, Model, unknown_fields
from ...unset import UNSET, Unset


@define(kw_only=True)
class TriggerInfo(Model):
    """A trigger as it is listed."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("enable", "Enable", "integer", required=True),
        Field("qualifier", "Qualifier", "string", required=True),
        Field("trigger_name", "TriggerName", "string", required=True),
        Field("type", "Type", "string", required=True),
        Field("trigger_desc", "TriggerDesc", "string", required=True),
        Field("available_status", "AvailableStatus", "string", required=True),
        Field("custom_argument", "CustomArgument", "string", required=True, nullable=True),
        Field("add_time", "AddTime", "string", required=True),
        Field("mod_time", "ModTime", "string", required=True),
        Field("resource_id", "ResourceId", "string", required=True),
        Field("bind_status", "BindStatus", "string", required=True),
        Field("trigger_attribute", "TriggerAttribute", "string", required=True),
        Field("description", "Description", "string", required=True, nullable=True),
        Field("bound_resources", "BoundResources", "string"),
    )

    enable: int
    """1 where it is on, 0 where it is off."""
    qualifier: str
    """Version or alias that it invokes."""
    trigger_name: str
    """Name of the trigger."""
    type: str
    """Kind of the trigger."""
    trigger_desc: str
    """Settings of the trigger, in its type's own notation; a JSON text for most types."""
    available_status: str
    """Whether it can be used."""
    custom_argument: str | None
    """What a timer trigger hands to the function as its message. May be null."""
    add_time: str
    """When it was created."""
    mod_time: str
    """When it was last changed."""
    resource_id: str
    """No longer filled in by the service."""
    bind_status: str
    """No longer filled in by the service."""
    trigger_attribute: str
    """No longer filled in by the service."""
    description: str | None
    """What the trigger is for. May be null."""
    bound_resources: str | Unset = UNSET
    """What else hangs on the trigger; told for the custom domains of a function URL only."""
    extra: dict[str, Any] = _field(factory=dict)
    """Fields that this version does not know, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            enable=source.get("Enable", UNSET),
            qualifier=source.get("Qualifier", UNSET),
            trigger_name=source.get("TriggerName", UNSET),
            type=source.get("Type", UNSET),
            trigger_desc=source.get("TriggerDesc", UNSET),
            available_status=source.get("AvailableStatus", UNSET),
            custom_argument=source.get("CustomArgument", UNSET),
            add_time=source.get("AddTime", UNSET),
            mod_time=source.get("ModTime", UNSET),
            resource_id=source.get("ResourceId", UNSET),
            bind_status=source.get("BindStatus", UNSET),
            trigger_attribute=source.get("TriggerAttribute", UNSET),
            description=source.get("Description", UNSET),
            bound_resources=source.get("BoundResources", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in TriggerInfo.FIELDS)
