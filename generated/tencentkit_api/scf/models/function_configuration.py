# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json.
# Do not edit: change the spec or the template.
"""Models of scf 2018-04-16: UpdateFunctionConfigurationRequest, UpdateFunctionConfigurationResponse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...meta import Meta
from ...model import (
    Field,
    Model,
    unknown_or_null_fields,
)
from ...unset import UNSET, Unset
from .shared_cfs_config import (
    CfsConfig,
    CfsConfigDict,
    DeadLetterConfig,
    DeadLetterConfigDict,
    Environment,
    EnvironmentDict,
    InstanceConcurrencyConfig,
    InstanceConcurrencyConfigDict,
    IntranetConfigIn,
    IntranetConfigInDict,
    LayerVersionSimple,
    LayerVersionSimpleDict,
    ProtocolParams,
    ProtocolParamsDict,
    PublicNetConfigIn,
    PublicNetConfigInDict,
    VpcConfig,
    VpcConfigDict,
)


@define(kw_only=True, repr=False, eq=False)
class UpdateFunctionConfigurationRequest(Model):
    """Request of UpdateFunctionConfiguration."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("description", "Description", "string"),
        Field("memory_size", "MemorySize", "integer"),
        Field("timeout", "Timeout", "integer"),
        Field("runtime", "Runtime", "string"),
        Field("environment", "Environment", "object", model="Environment"),
        Field("namespace", "Namespace", "string", default="default"),
        Field("vpc_config", "VpcConfig", "object", model="VpcConfig"),
        Field("role", "Role", "string"),
        Field("install_dependency", "InstallDependency", "string"),
        Field("cls_logset_id", "ClsLogsetId", "string"),
        Field("cls_topic_id", "ClsTopicId", "string"),
        Field("publish", "Publish", "string"),
        Field("l5_enable", "L5Enable", "string"),
        Field("layers", "Layers", "object", array=True, model="LayerVersionSimple"),
        Field("dead_letter_config", "DeadLetterConfig", "object", model="DeadLetterConfig"),
        Field("public_net_config", "PublicNetConfig", "object", model="PublicNetConfigIn"),
        Field("cfs_config", "CfsConfig", "object", model="CfsConfig"),
        Field("init_timeout", "InitTimeout", "integer"),
        Field("protocol_params", "ProtocolParams", "object", model="ProtocolParams"),
        Field("instance_concurrency_config", "InstanceConcurrencyConfig", "object", model="InstanceConcurrencyConfig"),
        Field("dns_cache", "DnsCache", "string"),
        Field("intranet_config", "IntranetConfig", "object", model="IntranetConfigIn"),
        Field("ignore_sys_log", "IgnoreSysLog", "boolean"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    function_name: str
    """Name of the function to update."""
    description: str | Unset = UNSET
    """Description of the function, up to 1,000 characters."""
    memory_size: int | Unset = UNSET
    """Memory of an instance in MB: 64, or 128 to 3,072 in steps of 128."""
    timeout: int | Unset = UNSET
    """Maximum duration of an invocation in seconds, 1 to 900."""
    runtime: str | Unset = UNSET
    """Language and version of the runtime. The service does not allow a change."""
    environment: Environment | EnvironmentDict | Unset = UNSET
    """Environment variables of the function."""
    namespace: str | Unset = UNSET
    """Namespace of the function. Default: `default`."""
    vpc_config: VpcConfig | VpcConfigDict | Unset = UNSET
    """Private network of the function."""
    role: str | Unset = UNSET
    """CAM role of the running function."""
    install_dependency: str | Unset = UNSET
    """Installation of dependencies on deployment: TRUE or FALSE. Node.js only."""
    cls_logset_id: str | Unset = UNSET
    """CLS log set for the logs of the function."""
    cls_topic_id: str | Unset = UNSET
    """CLS log topic for the logs of the function."""
    publish: str | Unset = UNSET
    """Publication of a new version in the same step: TRUE or FALSE. Default: FALSE."""
    l5_enable: str | Unset = UNSET
    """L5 access: TRUE or FALSE."""
    layers: Sequence[LayerVersionSimple | LayerVersionSimpleDict] | Unset = UNSET
    """Layer versions of the function. Files of a later layer override files of an earlier one."""
    dead_letter_config: DeadLetterConfig | DeadLetterConfigDict | Unset = UNSET
    """Dead-letter queue for events that failed permanently."""
    public_net_config: PublicNetConfigIn | PublicNetConfigInDict | Unset = UNSET
    """Access of the function to the public internet."""
    cfs_config: CfsConfig | CfsConfigDict | Unset = UNSET
    """File systems mounted by the function."""
    init_timeout: int | Unset = UNSET
    """Maximum start time of an instance in seconds."""
    protocol_params: ProtocolParams | ProtocolParamsDict | Unset = UNSET
    """Settings of the additional protocol."""
    instance_concurrency_config: InstanceConcurrencyConfig | InstanceConcurrencyConfigDict | Unset = UNSET
    """Concurrent requests in one instance. Web functions only."""
    dns_cache: str | Unset = UNSET
    """Cache for DNS lookups: TRUE or FALSE. Event functions only."""
    intranet_config: IntranetConfigIn | IntranetConfigInDict | Unset = UNSET
    """Access to the private network."""
    ignore_sys_log: bool | Unset = UNSET
    """If true, the log contains no lines of the platform."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class UpdateFunctionConfigurationResponse(Model):
    """Response of UpdateFunctionConfiguration."""

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
