# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json.
# Do not edit: change the spec or the template.
"""Models of scf 2018-04-16: CfsConfig, CfsInsInfo, DeadLetterConfig, EipConfigIn, Environment,
InstanceConcurrencyConfig, IntranetConfigIn, LayerVersionSimple, MixNodeConfig, ProtocolParams, PublicNetConfigIn,
SessionConfig, Variable, VpcConfig, WSParams.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Literal, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    UnsetList,
    hidden,
    lazy_extra,
    read_items,
    read_object,
    unknown_or_null_fields,
)
from ...unset import UNSET, Unset

_new = object.__new__


class CfsConfigDict(TypedDict):
    """Plain dict form of `CfsConfig`, for arguments."""

    cfs_ins_list: Sequence[CfsInsInfo | CfsInsInfoDict]


@define(kw_only=True, repr=False, eq=False)
class CfsConfig(Model):
    """File systems mounted by a function."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("cfs_ins_list", "CfsInsList", "object", array=True, required=True, model="CfsInsInfo"),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    cfs_ins_list: list[CfsInsInfo]
    """File systems."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            cfs_ins_list=read_items(CfsInsInfo, get("CfsInsList")),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


class CfsInsInfoDict(TypedDict):
    """Plain dict form of `CfsInsInfo`, for arguments."""

    user_id: str
    user_group_id: str
    cfs_id: str
    mount_ins_id: str
    local_mount_dir: str
    remote_mount_dir: str
    ip_address: NotRequired[str | None]
    mount_vpc_id: NotRequired[str | None]
    mount_subnet_id: NotRequired[str | None]


@lazy_extra
@define(kw_only=True, repr=False, eq=False)
class CfsInsInfo(Model):
    """CFS file system and its mount point."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("user_id", "UserId", "string", required=True),
        Field("user_group_id", "UserGroupId", "string", required=True),
        Field("cfs_id", "CfsId", "string", required=True),
        Field("mount_ins_id", "MountInsId", "string", required=True),
        Field("local_mount_dir", "LocalMountDir", "string", required=True),
        Field("remote_mount_dir", "RemoteMountDir", "string", required=True),
        Field("ip_address", "IpAddress", "string", nullable=True),
        Field("mount_vpc_id", "MountVpcId", "string", nullable=True),
        Field("mount_subnet_id", "MountSubnetId", "string", nullable=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    user_id: str
    """User ID for file access."""
    user_group_id: str
    """Group ID for file access."""
    cfs_id: str
    """ID of the file system."""
    mount_ins_id: str
    """ID of the mount point."""
    local_mount_dir: str
    """Mount directory in the function."""
    remote_mount_dir: str
    """Mounted directory of the file system."""
    ip_address: str | None = None
    """IP address of the file system. Optional. May be null."""
    mount_vpc_id: str | None = None
    """Private network of the file system. Optional. May be null."""
    mount_subnet_id: str | None = None
    """Subnet of the file system. Optional. May be null."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            user_id=get("UserId"),
            user_group_id=get("UserGroupId"),
            cfs_id=get("CfsId"),
            mount_ins_id=get("MountInsId"),
            local_mount_dir=get("LocalMountDir"),
            remote_mount_dir=get("RemoteMountDir"),
            ip_address=get("IpAddress"),
            mount_vpc_id=get("MountVpcId"),
            mount_subnet_id=get("MountSubnetId"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not CfsInsInfo:  # a subclass may override the parser
            return super().from_list(source)
        result: list[Any] = []
        last_user_id: Any = None
        last_user_group_id: Any = None
        last_cfs_id: Any = None
        last_mount_ins_id: Any = None
        last_local_mount_dir: Any = None
        last_remote_mount_dir: Any = None
        last_ip_address: Any = None
        last_mount_vpc_id: Any = None
        last_mount_subnet_id: Any = None
        for item in source:
            # Fast path for items with exactly the known fields; repeated strings share one object.
            if type(item) is dict and len(item) == 9:
                read = _new(cls)
                try:
                    text = item["UserId"]
                    if text != last_user_id or type(text) is not str:
                        if text is None:
                            read.extra["UserId"] = None
                        last_user_id = text
                    read.user_id = last_user_id
                    text = item["UserGroupId"]
                    if text != last_user_group_id or type(text) is not str:
                        if text is None:
                            read.extra["UserGroupId"] = None
                        last_user_group_id = text
                    read.user_group_id = last_user_group_id
                    text = item["CfsId"]
                    if text != last_cfs_id or type(text) is not str:
                        if text is None:
                            read.extra["CfsId"] = None
                        last_cfs_id = text
                    read.cfs_id = last_cfs_id
                    text = item["MountInsId"]
                    if text != last_mount_ins_id or type(text) is not str:
                        if text is None:
                            read.extra["MountInsId"] = None
                        last_mount_ins_id = text
                    read.mount_ins_id = last_mount_ins_id
                    text = item["LocalMountDir"]
                    if text != last_local_mount_dir or type(text) is not str:
                        if text is None:
                            read.extra["LocalMountDir"] = None
                        last_local_mount_dir = text
                    read.local_mount_dir = last_local_mount_dir
                    text = item["RemoteMountDir"]
                    if text != last_remote_mount_dir or type(text) is not str:
                        if text is None:
                            read.extra["RemoteMountDir"] = None
                        last_remote_mount_dir = text
                    read.remote_mount_dir = last_remote_mount_dir
                    text = item["IpAddress"]
                    if text != last_ip_address or type(text) is not str:
                        if text is None:
                            read.extra["IpAddress"] = None
                        last_ip_address = text
                    read.ip_address = last_ip_address
                    text = item["MountVpcId"]
                    if text != last_mount_vpc_id or type(text) is not str:
                        if text is None:
                            read.extra["MountVpcId"] = None
                        last_mount_vpc_id = text
                    read.mount_vpc_id = last_mount_vpc_id
                    text = item["MountSubnetId"]
                    if text != last_mount_subnet_id or type(text) is not str:
                        if text is None:
                            read.extra["MountSubnetId"] = None
                        last_mount_subnet_id = text
                    read.mount_subnet_id = last_mount_subnet_id
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


class DeadLetterConfigDict(TypedDict):
    """Plain dict form of `DeadLetterConfig`, for arguments."""

    type: str
    name: str
    filter_type: NotRequired[str]


@define(kw_only=True, repr=False, eq=False)
class DeadLetterConfig(Model):
    """Dead-letter queue for events that failed permanently."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("type", "Type", "string", required=True),
        Field("name", "Name", "string", required=True),
        Field("filter_type", "FilterType", "string"),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    type: str
    """Type of the queue."""
    name: str
    """Name of the queue."""
    filter_type: str | None = None
    """Filter for the messages of a topic."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            type=get("Type"),
            name=get("Name"),
            filter_type=get("FilterType"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


class EipConfigInDict(TypedDict):
    """Plain dict form of `EipConfigIn`, for arguments."""

    eip_status: Literal["ENABLE", "DISABLE"] | str


@define(kw_only=True, repr=False, eq=False)
class EipConfigIn(Model):
    """Setting for a fixed public IP address of a function."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("eip_status", "EipStatus", "string", required=True, known_values=("ENABLE", "DISABLE")),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    eip_status: Literal["ENABLE", "DISABLE"] | str
    """Fixed address setting: ENABLE or DISABLE. Known values: `ENABLE`, `DISABLE`."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


class EnvironmentDict(TypedDict):
    """Plain dict form of `Environment`, for arguments."""

    variables: NotRequired[Sequence[Variable | VariableDict]]


@define(kw_only=True, repr=False, eq=False)
class Environment(Model):
    """Environment variables."""

    FIELDS: ClassVar[tuple[Field, ...]] = (Field("variables", "Variables", "object", array=True, model="Variable"),)
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    variables: list[Variable] = _field(factory=UnsetList)
    """Environment variables."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            variables=read_items(Variable, get("Variables")),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


class InstanceConcurrencyConfigDict(TypedDict):
    """Plain dict form of `InstanceConcurrencyConfig`, for arguments."""

    dynamic_enabled: NotRequired[str | None]
    max_concurrency: NotRequired[int | None]
    instance_isolation_enabled: NotRequired[str]
    type: NotRequired[str]
    mix_node_config: NotRequired[Sequence[MixNodeConfig | MixNodeConfigDict]]
    session_config: NotRequired[SessionConfig | SessionConfigDict]


@define(kw_only=True, repr=False, eq=False)
class InstanceConcurrencyConfig(Model):
    """Concurrency settings of one instance."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("dynamic_enabled", "DynamicEnabled", "string", nullable=True),
        Field("max_concurrency", "MaxConcurrency", "integer", nullable=True),
        Field("instance_isolation_enabled", "InstanceIsolationEnabled", "string"),
        Field("type", "Type", "string"),
        Field("mix_node_config", "MixNodeConfig", "object", array=True, model="MixNodeConfig"),
        Field("session_config", "SessionConfig", "object", model="SessionConfig"),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    dynamic_enabled: str | None = None
    """Dynamic concurrency: TRUE, FALSE to use MaxConcurrency, or an empty string to disable both. May be null."""
    max_concurrency: int | None = None
    """Maximum number of concurrent requests, 1 to 100. May be null."""
    instance_isolation_enabled: str | None = None
    """If true, each session has its own instance."""
    type: str | None = None
    """Type of concurrency: Session-Based or Request-Based."""
    mix_node_config: list[MixNodeConfig] = _field(factory=UnsetList)
    """Concurrency for each GPU model."""
    session_config: SessionConfig | None = None
    """Session identification and limits."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            dynamic_enabled=get("DynamicEnabled"),
            max_concurrency=get("MaxConcurrency"),
            instance_isolation_enabled=get("InstanceIsolationEnabled"),
            type=get("Type"),
            mix_node_config=read_items(MixNodeConfig, get("MixNodeConfig")),
            session_config=read_object(SessionConfig, get("SessionConfig")),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


class IntranetConfigInDict(TypedDict):
    """Plain dict form of `IntranetConfigIn`, for arguments."""

    ip_fixed: str


@define(kw_only=True, repr=False, eq=False)
class IntranetConfigIn(Model):
    """Setting for a fixed private IP address of a function."""

    FIELDS: ClassVar[tuple[Field, ...]] = (Field("ip_fixed", "IpFixed", "string", required=True),)
    NOT_SET: ClassVar[Unset | None] = UNSET

    ip_fixed: str
    """Fixed address setting: ENABLE or DISABLE."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


class LayerVersionSimpleDict(TypedDict):
    """Plain dict form of `LayerVersionSimple`, for arguments."""

    layer_name: str
    layer_version: int


@define(kw_only=True, repr=False, eq=False)
class LayerVersionSimple(Model):
    """Layer and its version."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("layer_name", "LayerName", "string", required=True),
        Field("layer_version", "LayerVersion", "integer", required=True),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    layer_name: str
    """Name of the layer. An empty string removes the layer."""
    layer_version: int
    """Number of the layer version. 0 removes the last layer."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


class MixNodeConfigDict(TypedDict):
    """Plain dict form of `MixNodeConfig`, for arguments."""

    node_spec: NotRequired[str]
    num: NotRequired[int]


@lazy_extra
@define(kw_only=True, repr=False, eq=False)
class MixNodeConfig(Model):
    """Concurrency for one GPU model."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("node_spec", "NodeSpec", "string"),
        Field("num", "Num", "integer"),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    node_spec: str | None = None
    """GPU model."""
    num: int | None = None
    """Number of concurrent requests."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            node_spec=get("NodeSpec"),
            num=get("Num"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not MixNodeConfig:  # a subclass may override the parser
            return super().from_list(source)
        result: list[Any] = []
        last_node_spec: Any = None
        for item in source:
            # Fast path for items with exactly the known fields; repeated strings share one object.
            if type(item) is dict and len(item) == 2:
                read = _new(cls)
                try:
                    text = item["NodeSpec"]
                    if text != last_node_spec or type(text) is not str:
                        if text is None:
                            read.extra["NodeSpec"] = None
                        last_node_spec = text
                    read.node_spec = last_node_spec
                    value = item["Num"]
                    if value is None:
                        read.extra["Num"] = None
                    read.num = value
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


class ProtocolParamsDict(TypedDict):
    """Plain dict form of `ProtocolParams`, for arguments."""

    ws_params: NotRequired[WSParams | WSParamsDict | None]


@define(kw_only=True, repr=False, eq=False)
class ProtocolParams(Model):
    """Settings of an additional protocol."""

    FIELDS: ClassVar[tuple[Field, ...]] = (Field("ws_params", "WSParams", "object", nullable=True, model="WSParams"),)
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    ws_params: WSParams | None = None
    """WebSocket settings. May be null."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            ws_params=read_object(WSParams, get("WSParams")),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


class PublicNetConfigInDict(TypedDict):
    """Plain dict form of `PublicNetConfigIn`, for arguments."""

    public_net_status: Literal["DISABLE", "ENABLE"] | str
    eip_config: NotRequired[EipConfigIn | EipConfigInDict]


@define(kw_only=True, repr=False, eq=False)
class PublicNetConfigIn(Model):
    """Access of a function to the public internet."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("public_net_status", "PublicNetStatus", "string", required=True, known_values=("DISABLE", "ENABLE")),
        Field("eip_config", "EipConfig", "object", model="EipConfigIn"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    public_net_status: Literal["DISABLE", "ENABLE"] | str
    """Fixed address setting: ENABLE or DISABLE. Known values: `DISABLE`, `ENABLE`."""
    eip_config: EipConfigIn | EipConfigInDict | Unset = UNSET
    """Setting for a fixed public IP address."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


class SessionConfigDict(TypedDict):
    """Plain dict form of `SessionConfig`, for arguments."""

    session_source: NotRequired[str]
    session_name: NotRequired[str]
    maximum_concurrency_session_per_instance: NotRequired[int]
    maximum_ttl_in_seconds: NotRequired[int]
    maximum_idle_time_in_seconds: NotRequired[int]
    session_path: NotRequired[str]
    idle_timeout_strategy: NotRequired[str]


@define(kw_only=True, repr=False, eq=False)
class SessionConfig(Model):
    """Session identification and limits."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("session_source", "SessionSource", "string"),
        Field("session_name", "SessionName", "string"),
        Field("maximum_concurrency_session_per_instance", "MaximumConcurrencySessionPerInstance", "integer"),
        Field("maximum_ttl_in_seconds", "MaximumTTLInSeconds", "integer"),
        Field("maximum_idle_time_in_seconds", "MaximumIdleTimeInSeconds", "integer"),
        Field("session_path", "SessionPath", "string"),
        Field("idle_timeout_strategy", "IdleTimeoutStrategy", "string"),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    session_source: str | None = None
    """Source of the session ID: HEADER, COOKIE or QUERY_STRING."""
    session_name: str | None = None
    """Name of the header, cookie or parameter. It has 5 to 40 letters, digits, `_` and `-` and begins with a letter."""
    maximum_concurrency_session_per_instance: int | None = None
    """Maximum number of concurrent sessions in one instance."""
    maximum_ttl_in_seconds: int | None = None
    """Maximum lifetime of a session, in seconds."""
    maximum_idle_time_in_seconds: int | None = None
    """Maximum idle time of a session, in seconds."""
    session_path: str | None = None
    """Path of the session."""
    idle_timeout_strategy: str | None = None
    """Action for an idle isolated session: FATAL ends it, PAUSE suspends it."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            session_source=get("SessionSource"),
            session_name=get("SessionName"),
            maximum_concurrency_session_per_instance=get("MaximumConcurrencySessionPerInstance"),
            maximum_ttl_in_seconds=get("MaximumTTLInSeconds"),
            maximum_idle_time_in_seconds=get("MaximumIdleTimeInSeconds"),
            session_path=get("SessionPath"),
            idle_timeout_strategy=get("IdleTimeoutStrategy"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


class VariableDict(TypedDict):
    """Plain dict form of `Variable`, for arguments."""

    key: NotRequired[str]
    value: NotRequired[str]


@lazy_extra
@define(kw_only=True, repr=False, eq=False)
class Variable(Model):
    """Environment variable."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("key", "Key", "string"),
        Field("value", "Value", "string", secret=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    key: str | None = None
    """Name of the variable."""
    value: str | None = _field(default=None, repr=hidden)
    """Value of the variable."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            key=get("Key"),
            value=get("Value"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not Variable:  # a subclass may override the parser
            return super().from_list(source)
        result: list[Any] = []
        last_key: Any = None
        last_value: Any = None
        for item in source:
            # Fast path for items with exactly the known fields; repeated strings share one object.
            if type(item) is dict and len(item) == 2:
                read = _new(cls)
                try:
                    text = item["Key"]
                    if text != last_key or type(text) is not str:
                        if text is None:
                            read.extra["Key"] = None
                        last_key = text
                    read.key = last_key
                    text = item["Value"]
                    if text != last_value or type(text) is not str:
                        if text is None:
                            read.extra["Value"] = None
                        last_value = text
                    read.value = last_value
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


class VpcConfigDict(TypedDict):
    """Plain dict form of `VpcConfig`, for arguments."""

    vpc_id: NotRequired[str]
    subnet_id: NotRequired[str]


@define(kw_only=True, repr=False, eq=False)
class VpcConfig(Model):
    """Private network and subnet."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("vpc_id", "VpcId", "string"),
        Field("subnet_id", "SubnetId", "string"),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    vpc_id: str | None = None
    """ID of the private network."""
    subnet_id: str | None = None
    """ID of the subnet."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            vpc_id=get("VpcId"),
            subnet_id=get("SubnetId"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


class WSParamsDict(TypedDict):
    """Plain dict form of `WSParams`, for arguments."""

    idle_time_out: NotRequired[int | None]


@define(kw_only=True, repr=False, eq=False)
class WSParams(Model):
    """WebSocket settings."""

    FIELDS: ClassVar[tuple[Field, ...]] = (Field("idle_time_out", "IdleTimeOut", "integer", nullable=True),)
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    idle_time_out: int | None = None
    """Maximum idle time of a connection in seconds, 1 to 1,800. Default: 15. May be null."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            idle_time_out=get("IdleTimeOut"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )
