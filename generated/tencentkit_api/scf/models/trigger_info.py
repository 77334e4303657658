# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 bd69e82bc1367138b9c1522b7f221432a9ed0610bc88bb293965e40371eaa2a7).
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
    """Deprecated. No longer filled in by the service. It is deprecated: the service means to take it away."""
    bind_status: str
    """Deprecated. No longer filled in by the service. It is deprecated: the service means to take it away."""
    trigger_attribute: str
    """Deprecated. No longer filled in by the service. It is deprecated: the service means to take it away."""
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

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not TriggerInfo:  # a subclass may read otherwise
            return super().from_list(source)
        result: list[Any] = []
        before: Any = cls.from_dict({})
        for item in source:
            # Field by field where all of them are there and nothing else is; texts that repeat are kept once.
            if type(item) is dict and len(item) == 14:
                read = _new(cls)
                try:
                    read.enable = item["Enable"]
                    text = item["Qualifier"]
                    read.qualifier = before.qualifier if type(text) is str and text == before.qualifier else text
                    text = item["TriggerName"]
                    read.trigger_name = (
                        before.trigger_name if type(text) is str and text == before.trigger_name else text
                    )
                    text = item["Type"]
                    read.type = before.type if type(text) is str and text == before.type else text
                    text = item["TriggerDesc"]
                    read.trigger_desc = (
                        before.trigger_desc if type(text) is str and text == before.trigger_desc else text
                    )
                    text = item["AvailableStatus"]
                    read.available_status = (
                        before.available_status if type(text) is str and text == before.available_status else text
                    )
                    text = item["CustomArgument"]
                    read.custom_argument = (
                        before.custom_argument if type(text) is str and text == before.custom_argument else text
                    )
                    text = item["AddTime"]
                    read.add_time = before.add_time if type(text) is str and text == before.add_time else text
                    text = item["ModTime"]
                    read.mod_time = before.mod_time if type(text) is str and text == before.mod_time else text
                    text = item["ResourceId"]
                    read.resource_id = before.resource_id if type(text) is str and text == before.resource_id else text
                    text = item["BindStatus"]
                    read.bind_status = before.bind_status if type(text) is str and text == before.bind_status else text
                    text = item["TriggerAttribute"]
                    read.trigger_attribute = (
                        before.trigger_attribute if type(text) is str and text == before.trigger_attribute else text
                    )
                    text = item["Description"]
                    read.description = before.description if type(text) is str and text == before.description else text
                    text = item["BoundResources"]
                    read.bound_resources = (
                        before.bound_resources if type(text) is str and text == before.bound_resources else text
                    )
                except KeyError:
                    pass
                else:
                    result.append(read)
                    before = read
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


_new = object.__new__

_WIRE_NAMES = frozenset(field.wire for field in TriggerInfo.FIELDS)
