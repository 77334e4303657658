# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json.
# Do not edit: change the spec or the template.
"""Models of scf 2018-04-16: Trigger."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...deprecation import deprecated_fields
from ...model import (
    Field,
    Model,
    lazy_extra,
    unknown_or_null_fields,
)

_new = object.__new__


@deprecated_fields
@lazy_extra
@define(kw_only=True, repr=False, eq=False)
class Trigger(Model):
    """Trigger of a function."""

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
            deprecated="resource_id is deprecated. The service may remove it.",
        ),
        Field(
            "bind_status",
            "BindStatus",
            "string",
            required=True,
            deprecated="bind_status is deprecated. The service may remove it.",
        ),
        Field(
            "trigger_attribute",
            "TriggerAttribute",
            "string",
            required=True,
            deprecated="trigger_attribute is deprecated. The service may remove it.",
        ),
        Field("qualifier", "Qualifier", "string", required=True),
        Field("description", "Description", "string", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    mod_time: str
    """Time of the last change."""
    type: str
    """Type of the trigger."""
    trigger_desc: str
    """Settings of the trigger in the format of its type. Most types take JSON text."""
    trigger_name: str
    """Name of the trigger."""
    add_time: str
    """Creation time."""
    enable: int
    """Enabled state: 1 for enabled, 0 for disabled."""
    custom_argument: str
    """Message of a timer trigger to the function."""
    available_status: str
    """Availability of the trigger."""
    resource_id: str
    """Deprecated. No longer set by the service. It is deprecated. The service may remove it."""
    bind_status: str
    """Deprecated. No longer set by the service. It is deprecated. The service may remove it."""
    trigger_attribute: str
    """Deprecated. No longer set by the service. It is deprecated. The service may remove it."""
    qualifier: str
    """Version or alias that the trigger invokes."""
    description: str
    """Description of the trigger."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            mod_time=get("ModTime"),
            type=get("Type"),
            trigger_desc=get("TriggerDesc"),
            trigger_name=get("TriggerName"),
            add_time=get("AddTime"),
            enable=get("Enable"),
            custom_argument=get("CustomArgument"),
            available_status=get("AvailableStatus"),
            resource_id=get("ResourceId"),
            bind_status=get("BindStatus"),
            trigger_attribute=get("TriggerAttribute"),
            qualifier=get("Qualifier"),
            description=get("Description"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not Trigger:  # a subclass may override the parser
            return super().from_list(source)
        result: list[Any] = []
        last_mod_time: Any = None
        last_type: Any = None
        last_trigger_desc: Any = None
        last_trigger_name: Any = None
        last_add_time: Any = None
        last_custom_argument: Any = None
        last_available_status: Any = None
        last_resource_id: Any = None
        last_bind_status: Any = None
        last_trigger_attribute: Any = None
        last_qualifier: Any = None
        last_description: Any = None
        for item in source:
            # Fast path for items with exactly the known fields; repeated strings share one object.
            if type(item) is dict and len(item) == 13:
                read = _new(cls)
                try:
                    text = item["ModTime"]
                    if text != last_mod_time or type(text) is not str:
                        if text is None:
                            read.extra["ModTime"] = None
                        last_mod_time = text
                    read.mod_time = last_mod_time
                    text = item["Type"]
                    if text != last_type or type(text) is not str:
                        if text is None:
                            read.extra["Type"] = None
                        last_type = text
                    read.type = last_type
                    text = item["TriggerDesc"]
                    if text != last_trigger_desc or type(text) is not str:
                        if text is None:
                            read.extra["TriggerDesc"] = None
                        last_trigger_desc = text
                    read.trigger_desc = last_trigger_desc
                    text = item["TriggerName"]
                    if text != last_trigger_name or type(text) is not str:
                        if text is None:
                            read.extra["TriggerName"] = None
                        last_trigger_name = text
                    read.trigger_name = last_trigger_name
                    text = item["AddTime"]
                    if text != last_add_time or type(text) is not str:
                        if text is None:
                            read.extra["AddTime"] = None
                        last_add_time = text
                    read.add_time = last_add_time
                    value = item["Enable"]
                    if value is None:
                        read.extra["Enable"] = None
                    read.enable = value
                    text = item["CustomArgument"]
                    if text != last_custom_argument or type(text) is not str:
                        if text is None:
                            read.extra["CustomArgument"] = None
                        last_custom_argument = text
                    read.custom_argument = last_custom_argument
                    text = item["AvailableStatus"]
                    if text != last_available_status or type(text) is not str:
                        if text is None:
                            read.extra["AvailableStatus"] = None
                        last_available_status = text
                    read.available_status = last_available_status
                    text = item["ResourceId"]
                    if text != last_resource_id or type(text) is not str:
                        if text is None:
                            read.extra["ResourceId"] = None
                        last_resource_id = text
                    read.resource_id = last_resource_id
                    text = item["BindStatus"]
                    if text != last_bind_status or type(text) is not str:
                        if text is None:
                            read.extra["BindStatus"] = None
                        last_bind_status = text
                    read.bind_status = last_bind_status
                    text = item["TriggerAttribute"]
                    if text != last_trigger_attribute or type(text) is not str:
                        if text is None:
                            read.extra["TriggerAttribute"] = None
                        last_trigger_attribute = text
                    read.trigger_attribute = last_trigger_attribute
                    text = item["Qualifier"]
                    if text != last_qualifier or type(text) is not str:
                        if text is None:
                            read.extra["Qualifier"] = None
                        last_qualifier = text
                    read.qualifier = last_qualifier
                    text = item["Description"]
                    if text != last_description or type(text) is not str:
                        if text is None:
                            read.extra["Description"] = None
                        last_description = text
                    read.description = last_description
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result
