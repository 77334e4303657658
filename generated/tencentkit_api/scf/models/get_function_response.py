# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model GetFunctionResponse of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define
from attrs import field as _field

from ...meta import Meta
from ...model import (
    Field,
    Model,
    read_items,
    read_object,
    unknown_or_null_fields,
)
from .access_info import AccessInfo
from .cfs_config import CfsConfig
from .dead_letter_config import DeadLetterConfig
from .eip_out_config import EipOutConfig
from .environment import Environment
from .image_config import ImageConfig
from .instance_concurrency_config import InstanceConcurrencyConfig
from .intranet_config_out import IntranetConfigOut
from .layer_version_info import LayerVersionInfo
from .protocol_params import ProtocolParams
from .public_net_config_out import PublicNetConfigOut
from .status_reason import StatusReason
from .tag import Tag
from .trigger import Trigger
from .vpc_config import VpcConfig


@define(kw_only=True, repr=False)
class GetFunctionResponse(Model):
    """Response of GetFunction."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("mod_time", "ModTime", "string", required=True),
        Field("code_info", "CodeInfo", "string", required=True),
        Field("description", "Description", "string", required=True),
        Field("triggers", "Triggers", "object", array=True, required=True, model="Trigger"),
        Field("handler", "Handler", "string", required=True),
        Field("code_size", "CodeSize", "integer", required=True),
        Field("timeout", "Timeout", "integer", required=True),
        Field("function_version", "FunctionVersion", "string", required=True),
        Field("memory_size", "MemorySize", "integer", required=True),
        Field("runtime", "Runtime", "string", required=True, nullable=True),
        Field("function_name", "FunctionName", "string", required=True),
        Field("vpc_config", "VpcConfig", "object", required=True, model="VpcConfig"),
        Field("use_gpu", "UseGpu", "string", required=True),
        Field("environment", "Environment", "object", required=True, model="Environment"),
        Field("code_result", "CodeResult", "string", required=True),
        Field("code_error", "CodeError", "string", required=True),
        Field("err_no", "ErrNo", "integer", required=True),
        Field("namespace", "Namespace", "string", required=True),
        Field("role", "Role", "string", required=True),
        Field("install_dependency", "InstallDependency", "string", required=True),
        Field(
            "status",
            "Status",
            "string",
            required=True,
            known_values=(
                "Creating",
                "CreateFailed",
                "Active",
                "Updating",
                "UpdateFailed",
                "Publishing",
                "PublishFailed",
                "Deleting",
                "DeleteFailed",
            ),
        ),
        Field("status_desc", "StatusDesc", "string", required=True),
        Field("cls_logset_id", "ClsLogsetId", "string", required=True),
        Field("cls_topic_id", "ClsTopicId", "string", required=True),
        Field("function_id", "FunctionId", "string", required=True),
        Field("tags", "Tags", "object", array=True, required=True, model="Tag"),
        Field("eip_config", "EipConfig", "object", required=True, model="EipOutConfig"),
        Field("access_info", "AccessInfo", "object", required=True, model="AccessInfo"),
        Field("type", "Type", "string", required=True),
        Field("l5_enable", "L5Enable", "string", required=True),
        Field("layers", "Layers", "object", array=True, required=True, model="LayerVersionInfo"),
        Field("dead_letter_config", "DeadLetterConfig", "object", required=True, model="DeadLetterConfig"),
        Field("add_time", "AddTime", "string", required=True),
        Field(
            "public_net_config", "PublicNetConfig", "object", required=True, nullable=True, model="PublicNetConfigOut"
        ),
        Field("ons_enable", "OnsEnable", "string", required=True, nullable=True),
        Field("cfs_config", "CfsConfig", "object", required=True, model="CfsConfig"),
        Field("available_status", "AvailableStatus", "string", required=True),
        Field("qualifier", "Qualifier", "string", required=True),
        Field("init_timeout", "InitTimeout", "integer", required=True),
        Field("status_reasons", "StatusReasons", "object", array=True, required=True, model="StatusReason"),
        Field("async_run_enable", "AsyncRunEnable", "string", required=True),
        Field("trace_enable", "TraceEnable", "string", required=True),
        Field("image_config", "ImageConfig", "object", required=True, nullable=True, model="ImageConfig"),
        Field("protocol_type", "ProtocolType", "string", required=True, nullable=True),
        Field("protocol_params", "ProtocolParams", "object", required=True, nullable=True, model="ProtocolParams"),
        Field(
            "instance_concurrency_config",
            "InstanceConcurrencyConfig",
            "object",
            required=True,
            nullable=True,
            model="InstanceConcurrencyConfig",
        ),
        Field("dns_cache", "DnsCache", "string", required=True),
        Field("intranet_config", "IntranetConfig", "object", required=True, nullable=True, model="IntranetConfigOut"),
        Field("request_id", "RequestId", "string", required=True),
    )

    mod_time: str
    """Time of the last change."""
    code_info: str
    """Code of the entry file, if requested."""
    description: str
    """Description of the function."""
    triggers: list[Trigger]
    """Triggers of the function."""
    handler: str
    """Entry point, such as `index.main_handler` (file and function) or `package.Class::method` for Java."""
    code_size: int
    """Size of the code package in bytes."""
    timeout: int
    """Maximum duration of an invocation in seconds."""
    function_version: str
    """Version of the function."""
    memory_size: int
    """Memory of an instance, in MB."""
    runtime: str | None
    """Language and version of the runtime, such as Python3.10, Nodejs18.15 or CustomRuntime. May be null."""
    function_name: str
    """Name of the function."""
    vpc_config: VpcConfig
    """Private network of the function."""
    use_gpu: str
    """GPU use of the instances."""
    environment: Environment
    """Environment variables of the function."""
    code_result: str
    """Result of the code deployment."""
    code_error: str
    """Reason for a failed code deployment."""
    err_no: int
    """Error number of the code."""
    namespace: str
    """Namespace of the function. Default: `default`."""
    role: str
    """CAM role of the running function."""
    install_dependency: str
    """Installation of dependencies on deployment: TRUE or FALSE. Node.js only."""
    status: (
        Literal[
            "Creating",
            "CreateFailed",
            "Active",
            "Updating",
            "UpdateFailed",
            "Publishing",
            "PublishFailed",
            "Deleting",
            "DeleteFailed",
        ]
        | str
    )
    """State of the function, such as Active, Creating, Updating or CreateFailed. Known values: `Creating`,
    `CreateFailed`, `Active`, `Updating`, `UpdateFailed`, `Publishing`, `PublishFailed`, `Deleting`,
    `DeleteFailed`.
    """
    status_desc: str
    """Details of the state."""
    cls_logset_id: str
    """CLS log set for the logs of the function."""
    cls_topic_id: str
    """CLS log topic for the logs of the function."""
    function_id: str
    """ID of the function."""
    tags: list[Tag]
    """Tags, as pairs of key and value."""
    eip_config: EipOutConfig
    """Fixed public address of the function."""
    access_info: AccessInfo
    """Address of the function."""
    type: str
    """Type of the function: Event, or HTTP for a web function."""
    l5_enable: str
    """L5 access: TRUE or FALSE."""
    layers: list[LayerVersionInfo]
    """Layer versions of the function. Files of a later layer override files of an earlier one."""
    dead_letter_config: DeadLetterConfig
    """Dead-letter queue for events that failed permanently."""
    add_time: str
    """Creation time."""
    public_net_config: PublicNetConfigOut | None
    """Access of the function to the public internet. May be null."""
    ons_enable: str | None
    """Use of the vendor's name service. May be null."""
    cfs_config: CfsConfig
    """File systems mounted by the function."""
    available_status: str
    """Availability by the billing state of the account."""
    qualifier: str
    """Version or alias of the function."""
    init_timeout: int
    """Maximum start time of an instance in seconds."""
    status_reasons: list[StatusReason]
    """Reasons for the failed state of the function."""
    async_run_enable: str
    """Asynchronous execution for long tasks: TRUE or FALSE."""
    trace_enable: str
    """Tracing of asynchronous events: TRUE or FALSE."""
    image_config: ImageConfig | None
    """Container image of the function. May be null."""
    protocol_type: str | None
    """Additional protocol of a web function: WS for WebSocket. May be null."""
    protocol_params: ProtocolParams | None
    """Settings of the additional protocol. May be null."""
    instance_concurrency_config: InstanceConcurrencyConfig | None
    """Concurrent requests in one instance. Web functions only. May be null."""
    dns_cache: str
    """Cache for DNS lookups: TRUE or FALSE. Event functions only."""
    intranet_config: IntranetConfigOut | None
    """Access to the private network. May be null."""
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
            mod_time=get("ModTime"),
            code_info=get("CodeInfo"),
            description=get("Description"),
            triggers=read_items(Trigger, get("Triggers")),
            handler=get("Handler"),
            code_size=get("CodeSize"),
            timeout=get("Timeout"),
            function_version=get("FunctionVersion"),
            memory_size=get("MemorySize"),
            runtime=get("Runtime"),
            function_name=get("FunctionName"),
            vpc_config=read_object(VpcConfig, get("VpcConfig")),
            use_gpu=get("UseGpu"),
            environment=read_object(Environment, get("Environment")),
            code_result=get("CodeResult"),
            code_error=get("CodeError"),
            err_no=get("ErrNo"),
            namespace=get("Namespace"),
            role=get("Role"),
            install_dependency=get("InstallDependency"),
            status=get("Status"),
            status_desc=get("StatusDesc"),
            cls_logset_id=get("ClsLogsetId"),
            cls_topic_id=get("ClsTopicId"),
            function_id=get("FunctionId"),
            tags=read_items(Tag, get("Tags")),
            eip_config=read_object(EipOutConfig, get("EipConfig")),
            access_info=read_object(AccessInfo, get("AccessInfo")),
            type=get("Type"),
            l5_enable=get("L5Enable"),
            layers=read_items(LayerVersionInfo, get("Layers")),
            dead_letter_config=read_object(DeadLetterConfig, get("DeadLetterConfig")),
            add_time=get("AddTime"),
            public_net_config=read_object(PublicNetConfigOut, get("PublicNetConfig")),
            ons_enable=get("OnsEnable"),
            cfs_config=read_object(CfsConfig, get("CfsConfig")),
            available_status=get("AvailableStatus"),
            qualifier=get("Qualifier"),
            init_timeout=get("InitTimeout"),
            status_reasons=read_items(StatusReason, get("StatusReasons")),
            async_run_enable=get("AsyncRunEnable"),
            trace_enable=get("TraceEnable"),
            image_config=read_object(ImageConfig, get("ImageConfig")),
            protocol_type=get("ProtocolType"),
            protocol_params=read_object(ProtocolParams, get("ProtocolParams")),
            instance_concurrency_config=read_object(InstanceConcurrencyConfig, get("InstanceConcurrencyConfig")),
            dns_cache=get("DnsCache"),
            intranet_config=read_object(IntranetConfigOut, get("IntranetConfig")),
            request_id=get("RequestId"),
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in GetFunctionResponse.FIELDS)
