# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json.
# Do not edit: change the spec or the template.
"""Models of scf 2018-04-16: CreateTriggerRequest, CreateTriggerResponse, DeleteTriggerRequest,
DeleteTriggerResponse, ListTriggersRequest, ListTriggersResponse, TriggerInfo, UpdateTriggerRequest,
UpdateTriggerResponse.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Literal, Self

from attrs import define
from attrs import field as _field

from ...deprecation import deprecated_fields
from ...meta import Meta
from ...model import (
    Field,
    Model,
    lazy_extra,
    read_items,
    read_object,
    unknown_or_null_fields,
)
from ...unset import UNSET, Unset
from .shared_filter import Filter, FilterDict
from .shared_trigger import Trigger

_new = object.__new__


@define(kw_only=True, repr=False, eq=False)
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


@define(kw_only=True, repr=False, eq=False)
class CreateTriggerResponse(Model):
    """Response of CreateTrigger."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("trigger_info", "TriggerInfo", "object", required=True, model="Trigger"),
        Field("request_id", "RequestId", "string", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    trigger_info: Trigger
    """New trigger."""
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
            trigger_info=read_object(Trigger, get("TriggerInfo")),
            request_id=get("RequestId"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


@define(kw_only=True, repr=False, eq=False)
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


@define(kw_only=True, repr=False, eq=False)
class DeleteTriggerResponse(Model):
    """Response of DeleteTrigger."""

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


@define(kw_only=True, repr=False, eq=False)
class ListTriggersRequest(Model):
    """Request of ListTriggers."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("namespace", "Namespace", "string"),
        Field("offset", "Offset", "integer", default=0),
        Field("limit", "Limit", "integer", default=20),
        Field("order_by", "OrderBy", "string"),
        Field("order", "Order", "string", known_values=("ASC", "DESC")),
        Field("filters", "Filters", "object", array=True, model="Filter"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    function_name: str
    """Name of the function."""
    namespace: str | Unset = UNSET
    """Namespace of the function. Default: `default`."""
    offset: int | Unset = UNSET
    """Number of items to skip. Default: 0."""
    limit: int | Unset = UNSET
    """Maximum number of items to return. Default: 20."""
    order_by: str | Unset = UNSET
    """Sort field: add_time or mod_time. Default: mod_time."""
    order: Literal["ASC", "DESC"] | str | Unset = UNSET
    """Sort direction: ASC or DESC. Default: DESC. Known values: `ASC`, `DESC`."""
    filters: Sequence[Filter | FilterDict] | Unset = UNSET
    """Filters for the triggers, by Qualifier, TriggerName or Description."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class ListTriggersResponse(Model):
    """Response of ListTriggers."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("total_count", "TotalCount", "integer", required=True),
        Field("triggers", "Triggers", "object", array=True, required=True, model="TriggerInfo"),
        Field("request_id", "RequestId", "string", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    total_count: int
    """Total number of matching items."""
    triggers: list[TriggerInfo]
    """Triggers."""
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
            total_count=get("TotalCount"),
            triggers=read_items(TriggerInfo, get("Triggers")),
            request_id=get("RequestId"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


@deprecated_fields
@lazy_extra
@define(kw_only=True, repr=False, eq=False)
class TriggerInfo(Model):
    """Trigger in a listing."""

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
        Field("description", "Description", "string", required=True, nullable=True),
        Field("bound_resources", "BoundResources", "string"),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    enable: int
    """Enabled state: 1 for enabled, 0 for disabled."""
    qualifier: str
    """Version or alias that the trigger invokes."""
    trigger_name: str
    """Name of the trigger."""
    type: str
    """Type of the trigger."""
    trigger_desc: str
    """Settings of the trigger in the format of its type. Most types take JSON text."""
    available_status: str
    """Availability of the trigger."""
    custom_argument: str | None
    """Message of a timer trigger to the function. May be null."""
    add_time: str
    """Creation time."""
    mod_time: str
    """Time of the last change."""
    resource_id: str
    """Deprecated. No longer set by the service. It is deprecated. The service may remove it."""
    bind_status: str
    """Deprecated. No longer set by the service. It is deprecated. The service may remove it."""
    trigger_attribute: str
    """Deprecated. No longer set by the service. It is deprecated. The service may remove it."""
    description: str | None
    """Description of the trigger. May be null."""
    bound_resources: str | None = None
    """Resources bound to the trigger. Set only for custom domains of a function URL."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            enable=get("Enable"),
            qualifier=get("Qualifier"),
            trigger_name=get("TriggerName"),
            type=get("Type"),
            trigger_desc=get("TriggerDesc"),
            available_status=get("AvailableStatus"),
            custom_argument=get("CustomArgument"),
            add_time=get("AddTime"),
            mod_time=get("ModTime"),
            resource_id=get("ResourceId"),
            bind_status=get("BindStatus"),
            trigger_attribute=get("TriggerAttribute"),
            description=get("Description"),
            bound_resources=get("BoundResources"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not TriggerInfo:  # a subclass may override the parser
            return super().from_list(source)
        result: list[Any] = []
        last_qualifier: Any = None
        last_trigger_name: Any = None
        last_type: Any = None
        last_trigger_desc: Any = None
        last_available_status: Any = None
        last_custom_argument: Any = None
        last_add_time: Any = None
        last_mod_time: Any = None
        last_resource_id: Any = None
        last_bind_status: Any = None
        last_trigger_attribute: Any = None
        last_description: Any = None
        last_bound_resources: Any = None
        for item in source:
            # Fast path for items with exactly the known fields; repeated strings share one object.
            if type(item) is dict and len(item) == 14:
                read = _new(cls)
                try:
                    value = item["Enable"]
                    if value is None:
                        read.extra["Enable"] = None
                    read.enable = value
                    text = item["Qualifier"]
                    if text != last_qualifier or type(text) is not str:
                        if text is None:
                            read.extra["Qualifier"] = None
                        last_qualifier = text
                    read.qualifier = last_qualifier
                    text = item["TriggerName"]
                    if text != last_trigger_name or type(text) is not str:
                        if text is None:
                            read.extra["TriggerName"] = None
                        last_trigger_name = text
                    read.trigger_name = last_trigger_name
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
                    text = item["AvailableStatus"]
                    if text != last_available_status or type(text) is not str:
                        if text is None:
                            read.extra["AvailableStatus"] = None
                        last_available_status = text
                    read.available_status = last_available_status
                    text = item["CustomArgument"]
                    if text != last_custom_argument or type(text) is not str:
                        if text is None:
                            read.extra["CustomArgument"] = None
                        last_custom_argument = text
                    read.custom_argument = last_custom_argument
                    text = item["AddTime"]
                    if text != last_add_time or type(text) is not str:
                        if text is None:
                            read.extra["AddTime"] = None
                        last_add_time = text
                    read.add_time = last_add_time
                    text = item["ModTime"]
                    if text != last_mod_time or type(text) is not str:
                        if text is None:
                            read.extra["ModTime"] = None
                        last_mod_time = text
                    read.mod_time = last_mod_time
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
                    text = item["Description"]
                    if text != last_description or type(text) is not str:
                        if text is None:
                            read.extra["Description"] = None
                        last_description = text
                    read.description = last_description
                    text = item["BoundResources"]
                    if text != last_bound_resources or type(text) is not str:
                        if text is None:
                            read.extra["BoundResources"] = None
                        last_bound_resources = text
                    read.bound_resources = last_bound_resources
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


@define(kw_only=True, repr=False, eq=False)
class UpdateTriggerRequest(Model):
    """Request of UpdateTrigger."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("trigger_name", "TriggerName", "string", required=True),
        Field("type", "Type", "string", required=True),
        Field("enable", "Enable", "string"),
        Field("qualifier", "Qualifier", "string"),
        Field("namespace", "Namespace", "string"),
        Field("trigger_desc", "TriggerDesc", "string"),
        Field("description", "Description", "string"),
        Field("custom_argument", "CustomArgument", "string"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    function_name: str
    """Name of the function."""
    trigger_name: str
    """Name of the trigger."""
    type: str
    """Type of the trigger: timer, ckafka or http."""
    enable: str | Unset = UNSET
    """OPEN enables the trigger; CLOSE disables it."""
    qualifier: str | Unset = UNSET
    """Version or alias that the trigger invokes. Default: $LATEST."""
    namespace: str | Unset = UNSET
    """Namespace of the function. Default: `default`."""
    trigger_desc: str | Unset = UNSET
    """Settings of the trigger in the format of its type. Most types take JSON text."""
    description: str | Unset = UNSET
    """Description of the trigger."""
    custom_argument: str | Unset = UNSET
    """Message of a timer trigger to the function."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class UpdateTriggerResponse(Model):
    """Response of UpdateTrigger."""

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
