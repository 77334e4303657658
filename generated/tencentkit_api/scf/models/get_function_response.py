# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 6e4584698ecbebedf0d6da03f94df6ffff29e122413527d3107c62a73656186f).
# Do not edit: mend the spec or the template.
"""GetFunctionResponse of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...meta import Meta
from ...model import Field, Model, read_array, read_object, unknown_fields
from ...unset import UNSET
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


@define(kw_only=True)
class GetFunctionResponse(Model):
    """Result of GetFunction."""

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
        Field("status", "Status", "string", required=True),
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
    code_info: str
    description: str
    triggers: list[Trigger]
    handler: str
    code_size: int
    timeout: int
    function_version: str
    memory_size: int
    runtime: str | None
    """May be null."""
    function_name: str
    vpc_config: VpcConfig
    use_gpu: str
    environment: Environment
    code_result: str
    code_error: str
    err_no: int
    namespace: str
    role: str
    install_dependency: str
    status: str
    status_desc: str
    cls_logset_id: str
    cls_topic_id: str
    function_id: str
    tags: list[Tag]
    eip_config: EipOutConfig
    access_info: AccessInfo
    type: str
    l5_enable: str
    layers: list[LayerVersionInfo]
    dead_letter_config: DeadLetterConfig
    add_time: str
    public_net_config: PublicNetConfigOut | None
    """May be null."""
    ons_enable: str | None
    """May be null."""
    cfs_config: CfsConfig
    available_status: str
    qualifier: str
    init_timeout: int
    status_reasons: list[StatusReason]
    async_run_enable: str
    trace_enable: str
    image_config: ImageConfig | None
    """May be null."""
    protocol_type: str | None
    """May be null."""
    protocol_params: ProtocolParams | None
    """May be null."""
    instance_concurrency_config: InstanceConcurrencyConfig | None
    """May be null."""
    dns_cache: str
    intranet_config: IntranetConfigOut | None
    """May be null."""
    request_id: str
    extra: dict[str, Any] = _field(factory=dict)
    """Fields that this version does not know, by wire name."""
    meta: Meta = _field(factory=Meta, eq=False, repr=False)
    """What is known of the call that gave this response."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            mod_time=source.get("ModTime", UNSET),
            code_info=source.get("CodeInfo", UNSET),
            description=source.get("Description", UNSET),
            triggers=read_array(Trigger, source.get("Triggers", UNSET)),
            handler=source.get("Handler", UNSET),
            code_size=source.get("CodeSize", UNSET),
            timeout=source.get("Timeout", UNSET),
            function_version=source.get("FunctionVersion", UNSET),
            memory_size=source.get("MemorySize", UNSET),
            runtime=source.get("Runtime", UNSET),
            function_name=source.get("FunctionName", UNSET),
            vpc_config=read_object(VpcConfig, source.get("VpcConfig", UNSET)),
            use_gpu=source.get("UseGpu", UNSET),
            environment=read_object(Environment, source.get("Environment", UNSET)),
            code_result=source.get("CodeResult", UNSET),
            code_error=source.get("CodeError", UNSET),
            err_no=source.get("ErrNo", UNSET),
            namespace=source.get("Namespace", UNSET),
            role=source.get("Role", UNSET),
            install_dependency=source.get("InstallDependency", UNSET),
            status=source.get("Status", UNSET),
            status_desc=source.get("StatusDesc", UNSET),
            cls_logset_id=source.get("ClsLogsetId", UNSET),
            cls_topic_id=source.get("ClsTopicId", UNSET),
            function_id=source.get("FunctionId", UNSET),
            tags=read_array(Tag, source.get("Tags", UNSET)),
            eip_config=read_object(EipOutConfig, source.get("EipConfig", UNSET)),
            access_info=read_object(AccessInfo, source.get("AccessInfo", UNSET)),
            type=source.get("Type", UNSET),
            l5_enable=source.get("L5Enable", UNSET),
            layers=read_array(LayerVersionInfo, source.get("Layers", UNSET)),
            dead_letter_config=read_object(DeadLetterConfig, source.get("DeadLetterConfig", UNSET)),
            add_time=source.get("AddTime", UNSET),
            public_net_config=read_object(PublicNetConfigOut, source.get("PublicNetConfig", UNSET)),
            ons_enable=source.get("OnsEnable", UNSET),
            cfs_config=read_object(CfsConfig, source.get("CfsConfig", UNSET)),
            available_status=source.get("AvailableStatus", UNSET),
            qualifier=source.get("Qualifier", UNSET),
            init_timeout=source.get("InitTimeout", UNSET),
            status_reasons=read_array(StatusReason, source.get("StatusReasons", UNSET)),
            async_run_enable=source.get("AsyncRunEnable", UNSET),
            trace_enable=source.get("TraceEnable", UNSET),
            image_config=read_object(ImageConfig, source.get("ImageConfig", UNSET)),
            protocol_type=source.get("ProtocolType", UNSET),
            protocol_params=read_object(ProtocolParams, source.get("ProtocolParams", UNSET)),
            instance_concurrency_config=read_object(
                InstanceConcurrencyConfig, source.get("InstanceConcurrencyConfig", UNSET)
            ),
            dns_cache=source.get("DnsCache", UNSET),
            intranet_config=read_object(IntranetConfigOut, source.get("IntranetConfig", UNSET)),
            request_id=source.get("RequestId", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in GetFunctionResponse.FIELDS)
