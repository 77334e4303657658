# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 da5c91333f9e2cf85f02a292f6458c21c85756c43fe49017e226d5502c8f4600).
# Do not edit: mend the spec or the template.
"""Trigger of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import Field, Model, unknown_fields
from ...unset import UNSET


@define(kw_only=True)
class Trigger(Model):
    """A trigger of a function."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("mod_time", "ModTime", "string", required=True),
        Field("type", "Type", "string", required=True),
        Field("trigger_desc", "TriggerDesc", "string", required=True),
        Field("trigger_name", "TriggerName", "string", required=True),
        Field("add_time", "AddTime", "string", required=True),
        Field("enable", "Enable", "integer", required=True),
        Field("custom_argument", "CustomArgument", "string", required=True),
        Field("available_status", "AvailableStatus", "string", required=True),
        Field("resource_id", "ResourceId", "string", required=True),
        Field("bind_status", "BindStatus", "string", required=True),
        Field("trigger_attribute", "TriggerAttribute", "string", required=True),
        Field("qualifier", "Qualifier", "string", required=True),
        Field("description", "Description", "string", required=True),
    )

    mod_time: str
    """When it was last changed."""
    type: str
    """Kind of the trigger."""
    trigger_desc: str
    """Settings of the trigger, in its type's own notation; a JSON text for most types."""
    trigger_name: str
    """Name of the trigger."""
    add_time: str
    """When it was created."""
    enable: int
    """1 where it is on, 0 where it is off."""
    custom_argument: str
    """What a timer trigger hands to the function as its message."""
    available_status: str
    """Whether the trigger works."""
    resource_id: str
    """No longer filled in by the service."""
    bind_status: str
    """No longer filled in by the service."""
    trigger_attribute: str
    """No longer filled in by the service."""
    qualifier: str
    """Version or alias that it invokes."""
    description: str
    """What the trigger is for."""
    extra: dict[str, Any] = _field(factory=dict)
    """Fields that this version does not know, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            mod_time=source.get("ModTime", UNSET),
            type=source.get("Type", UNSET),
            trigger_desc=source.get("TriggerDesc", UNSET),
            trigger_name=source.get("TriggerName", UNSET),
            add_time=source.get("AddTime", UNSET),
            enable=source.get("Enable", UNSET),
            custom_argument=source.get("CustomArgument", UNSET),
            available_status=source.get("AvailableStatus", UNSET),
            resource_id=source.get("ResourceId", UNSET),
            bind_status=source.get("BindStatus", UNSET),
            trigger_attribute=source.get("TriggerAttribute", UNSET),
            qualifier=source.get("Qualifier", UNSET),
            description=source.get("Description", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in Trigger.FIELDS)
