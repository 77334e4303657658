# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 6e4584698ecbebedf0d6da03f94df6ffff29e122413527d3107c62a73656186f).
# Do not edit: mend the spec or the template.
"""TriggerInfo of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...deprecation import deprecated_fields
from ...model import Field, Model, unknown_fields
from ...unset import UNSET, Unset


@deprecated_fields
@define(kw_only=True)
class TriggerInfo(Model):
    """`TriggerInfo`."""

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
        Field("description", "Description", "string", required=True, nullable=True),
        Field("bound_resources", "BoundResources", "string"),
    )

    enable: int
    qualifier: str
    trigger_name: str
    type: str
    trigger_desc: str
    available_status: str
    custom_argument: str | None
    """May be null."""
    add_time: str
    mod_time: str
    resource_id: str
    """It is deprecated: the service means to take it away."""
    bind_status: str
    """It is deprecated: the service means to take it away."""
    trigger_attribute: str
    """It is deprecated: the service means to take it away."""
    description: str | None
    """May be null."""
    bound_resources: str | Unset = UNSET
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
