# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 6e4584698ecbebedf0d6da03f94df6ffff29e122413527d3107c62a73656186f).
# Do not edit: mend the spec or the template.
"""Trigger of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...deprecation import deprecated_fields
from ...model import Field, Model, unknown_fields
from ...unset import UNSET


@deprecated_fields
@define(kw_only=True)
class Trigger(Model):
    """`Trigger`."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("mod_time", "ModTime", "string", required=True),
        Field("type", "Type", "string", required=True),
        Field("trigger_desc", "TriggerDesc", "string", required=True),
        Field("trigger_name", "TriggerName", "string", required=True),
        Field("add_time", "AddTime", "string", required=True),
        Field("enable", "Enable", "integer", required=True),
        Field("custom_argument", "CustomArgument", "string", required=True),
        Field("available_status", "AvailableStatus", "string", required=True),
        Field(
            "resource_id",
            "ResourceId",
            "string",
            required=True,
            deprecated="resource_id is deprecated: the service means to take it away.",
        ),
        Field(
            "bind_status",
            "BindStatus",
            "string",
            required=True,
            deprecated="bind_status is deprecated: the service means to take it away.",
        ),
        Field(
            "trigger_attribute",
            "TriggerAttribute",
            "string",
            required=True,
            deprecated="trigger_attribute is deprecated: the service means to take it away.",
        ),
        Field("qualifier", "Qualifier", "string", required=True),
        Field("description", "Description", "string", required=True),
    )

    mod_time: str
    type: str
    trigger_desc: str
    trigger_name: str
    add_time: str
    enable: int
    custom_argument: str
    available_status: str
    resource_id: str
    """It is deprecated: the service means to take it away."""
    bind_status: str
    """It is deprecated: the service means to take it away."""
    trigger_attribute: str
    """It is deprecated: the service means to take it away."""
    qualifier: str
    description: str
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
