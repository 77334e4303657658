# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json.
# Do not edit: change the spec or the template.
"""Models of scf 2018-04-16: DeleteProvisionedConcurrencyConfigRequest, DeleteProvisionedConcurrencyConfigResponse,
GetProvisionedConcurrencyConfigRequest, GetProvisionedConcurrencyConfigResponse,
PutProvisionedConcurrencyConfigRequest, PutProvisionedConcurrencyConfigResponse, TriggerAction,
VersionProvisionedConcurrencyInfo.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Literal, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...meta import Meta
from ...model import (
    Field,
    Model,
    lazy_extra,
    read_items,
    unknown_or_null_fields,
)
from ...unset import UNSET, Unset

_new = object.__new__


@define(kw_only=True, repr=False, eq=False)
class DeleteProvisionedConcurrencyConfigRequest(Model):
    """Request of DeleteProvisionedConcurrencyConfig."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("qualifier", "Qualifier", "string", required=True),
        Field("namespace", "Namespace", "string"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    function_name: str
    """Name of the function."""
    qualifier: str
    """Number of the version."""
    namespace: str | Unset = UNSET
    """Namespace of the function. Default: `default`."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class DeleteProvisionedConcurrencyConfigResponse(Model):
    """Response of DeleteProvisionedConcurrencyConfig."""

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
class GetProvisionedConcurrencyConfigRequest(Model):
    """Request of GetProvisionedConcurrencyConfig."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("namespace", "Namespace", "string"),
        Field("qualifier", "Qualifier", "string"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    function_name: str
    """Name of the function."""
    namespace: str | Unset = UNSET
    """Namespace of the function. Default: `default`."""
    qualifier: str | Unset = UNSET
    """Number of the version. Default: all versions."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class GetProvisionedConcurrencyConfigResponse(Model):
    """Response of GetProvisionedConcurrencyConfig."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("unallocated_concurrency_num", "UnallocatedConcurrencyNum", "integer", required=True),
        Field("allocated", "Allocated", "object", array=True, required=True, model="VersionProvisionedConcurrencyInfo"),
        Field("request_id", "RequestId", "string", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    unallocated_concurrency_num: int
    """Number of instances that can still be provisioned."""
    allocated: list[VersionProvisionedConcurrencyInfo]
    """Provisioned concurrency of each version."""
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
            unallocated_concurrency_num=get("UnallocatedConcurrencyNum"),
            allocated=read_items(VersionProvisionedConcurrencyInfo, get("Allocated")),
            request_id=get("RequestId"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


@define(kw_only=True, repr=False, eq=False)
class PutProvisionedConcurrencyConfigRequest(Model):
    """Request of PutProvisionedConcurrencyConfig."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("qualifier", "Qualifier", "string", required=True),
        Field("version_provisioned_concurrency_num", "VersionProvisionedConcurrencyNum", "integer", required=True),
        Field("namespace", "Namespace", "string"),
        Field("trigger_actions", "TriggerActions", "object", array=True, model="TriggerAction"),
        Field("provisioned_type", "ProvisionedType", "string"),
        Field("tracking_target", "TrackingTarget", "number"),
        Field("min_capacity", "MinCapacity", "integer", minimum=1),
        Field("max_capacity", "MaxCapacity", "integer"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    function_name: str
    """Name of the function."""
    qualifier: str
    """Number of the version. $LATEST is not supported."""
    version_provisioned_concurrency_num: int
    """Number of provisioned instances."""
    namespace: str | Unset = UNSET
    """Namespace of the function. Default: `default`."""
    trigger_actions: Sequence[TriggerAction | TriggerActionDict] | Unset = UNSET
    """Scheduled changes of the number of instances."""
    provisioned_type: str | Unset = UNSET
    """Scaling mode. Default keeps the number. ConcurrencyUtilizationTracking follows the load and requires
    TrackingTarget, MinCapacity and MaxCapacity.
    """
    tracking_target: float | Unset = UNSET
    """Target share of the concurrency in use, above 0 and below 1."""
    min_capacity: int | Unset = UNSET
    """Minimum number of instances. At least 1."""
    max_capacity: int | Unset = UNSET
    """Maximum number of instances."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class PutProvisionedConcurrencyConfigResponse(Model):
    """Response of PutProvisionedConcurrencyConfig."""

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


class TriggerActionDict(TypedDict):
    """Plain dict form of `TriggerAction`, for arguments."""

    trigger_name: str
    trigger_provisioned_concurrency_num: int
    trigger_cron_config: str
    provisioned_type: NotRequired[str | None]


@lazy_extra
@define(kw_only=True, repr=False, eq=False)
class TriggerAction(Model):
    """Scheduled change of the number of provisioned instances."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("trigger_name", "TriggerName", "string", required=True),
        Field("trigger_provisioned_concurrency_num", "TriggerProvisionedConcurrencyNum", "integer", required=True),
        Field("trigger_cron_config", "TriggerCronConfig", "string", required=True),
        Field("provisioned_type", "ProvisionedType", "string", nullable=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    trigger_name: str
    """Name of the action."""
    trigger_provisioned_concurrency_num: int
    """Number of provisioned instances from this time on."""
    trigger_cron_config: str
    """Schedule, as seven cron fields separated by spaces."""
    provisioned_type: str | None = None
    """Scaling mode. The only value is Default. May be null."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            trigger_name=get("TriggerName"),
            trigger_provisioned_concurrency_num=get("TriggerProvisionedConcurrencyNum"),
            trigger_cron_config=get("TriggerCronConfig"),
            provisioned_type=get("ProvisionedType"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not TriggerAction:  # a subclass may override the parser
            return super().from_list(source)
        result: list[Any] = []
        last_trigger_name: Any = None
        last_trigger_cron_config: Any = None
        last_provisioned_type: Any = None
        for item in source:
            # Fast path for items with exactly the known fields; repeated strings share one object.
            if type(item) is dict and len(item) == 4:
                read = _new(cls)
                try:
                    text = item["TriggerName"]
                    if text != last_trigger_name or type(text) is not str:
                        if text is None:
                            read.extra["TriggerName"] = None
                        last_trigger_name = text
                    read.trigger_name = last_trigger_name
                    value = item["TriggerProvisionedConcurrencyNum"]
                    if value is None:
                        read.extra["TriggerProvisionedConcurrencyNum"] = None
                    read.trigger_provisioned_concurrency_num = value
                    text = item["TriggerCronConfig"]
                    if text != last_trigger_cron_config or type(text) is not str:
                        if text is None:
                            read.extra["TriggerCronConfig"] = None
                        last_trigger_cron_config = text
                    read.trigger_cron_config = last_trigger_cron_config
                    text = item["ProvisionedType"]
                    if text != last_provisioned_type or type(text) is not str:
                        if text is None:
                            read.extra["ProvisionedType"] = None
                        last_provisioned_type = text
                    read.provisioned_type = last_provisioned_type
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


@lazy_extra
@define(kw_only=True, repr=False, eq=False)
class VersionProvisionedConcurrencyInfo(Model):
    """Provisioned concurrency of one version."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("allocated_provisioned_concurrency_num", "AllocatedProvisionedConcurrencyNum", "integer", required=True),
        Field("available_provisioned_concurrency_num", "AvailableProvisionedConcurrencyNum", "integer", required=True),
        Field("status", "Status", "string", required=True, known_values=("Done", "InProgress", "Failed")),
        Field("status_reason", "StatusReason", "string", required=True),
        Field("qualifier", "Qualifier", "string", required=True),
        Field(
            "trigger_actions",
            "TriggerActions",
            "object",
            array=True,
            required=True,
            nullable=True,
            model="TriggerAction",
        ),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    allocated_provisioned_concurrency_num: int
    """Requested number of provisioned instances."""
    available_provisioned_concurrency_num: int
    """Number of ready instances."""
    status: Literal["Done", "InProgress", "Failed"] | str
    """State: Done, InProgress or Failed. Known values: `Done`, `InProgress`, `Failed`."""
    status_reason: str
    """Details of the state."""
    qualifier: str
    """Number of the version."""
    trigger_actions: list[TriggerAction]
    """Scheduled changes of the number of instances. May be null."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            allocated_provisioned_concurrency_num=get("AllocatedProvisionedConcurrencyNum"),
            available_provisioned_concurrency_num=get("AvailableProvisionedConcurrencyNum"),
            status=get("Status"),
            status_reason=get("StatusReason"),
            qualifier=get("Qualifier"),
            trigger_actions=read_items(TriggerAction, get("TriggerActions")),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not VersionProvisionedConcurrencyInfo:  # a subclass may override the parser
            return super().from_list(source)
        result: list[Any] = []
        last_status: Any = None
        last_status_reason: Any = None
        last_qualifier: Any = None
        for item in source:
            # Fast path for items with exactly the known fields; repeated strings share one object.
            if type(item) is dict and len(item) == 6:
                read = _new(cls)
                try:
                    value = item["AllocatedProvisionedConcurrencyNum"]
                    if value is None:
                        read.extra["AllocatedProvisionedConcurrencyNum"] = None
                    read.allocated_provisioned_concurrency_num = value
                    value = item["AvailableProvisionedConcurrencyNum"]
                    if value is None:
                        read.extra["AvailableProvisionedConcurrencyNum"] = None
                    read.available_provisioned_concurrency_num = value
                    text = item["Status"]
                    if text != last_status or type(text) is not str:
                        if text is None:
                            read.extra["Status"] = None
                        last_status = text
                    read.status = last_status
                    text = item["StatusReason"]
                    if text != last_status_reason or type(text) is not str:
                        if text is None:
                            read.extra["StatusReason"] = None
                        last_status_reason = text
                    read.status_reason = last_status_reason
                    text = item["Qualifier"]
                    if text != last_qualifier or type(text) is not str:
                        if text is None:
                            read.extra["Qualifier"] = None
                        last_qualifier = text
                    read.qualifier = last_qualifier
                    value = item["TriggerActions"]
                    if value is None:
                        read.extra["TriggerActions"] = None
                    read.trigger_actions = read_items(TriggerAction, value)
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result
