# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 6e4584698ecbebedf0d6da03f94df6ffff29e122413527d3107c62a73656186f).
# Do not edit: mend the spec or the template.
"""CreateFunctionRequest of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import Field, Model, read_array, read_object, unknown_fields
from ...unset import UNSET, Unset
from .cfs_config import CfsConfig, CfsConfigDict
from .code import Code, CodeDict
from .dead_letter_config import DeadLetterConfig, DeadLetterConfigDict
from .environment import Environment, EnvironmentDict
from .instance_concurrency_config import InstanceConcurrencyConfig, InstanceConcurrencyConfigDict
from .intranet_config_in import IntranetConfigIn, IntranetConfigInDict
from .layer_version_simple import LayerVersionSimple, LayerVersionSimpleDict
from .protocol_params import ProtocolParams, ProtocolParamsDict
from .public_net_config_in import PublicNetConfigIn, PublicNetConfigInDict
from .tag import Tag, TagDict
from .vpc_config import VpcConfig, VpcConfigDict


@define(kw_only=True)
class CreateFunctionRequest(Model):
    """Arguments of CreateFunction."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("code", "Code", "object", required=True, model="Code"),
        Field("handler", "Handler", "string"),
        Field("description", "Description", "string"),
        Field("memory_size", "MemorySize", "integer"),
        Field("timeout_", "Timeout", "integer"),
        Field("environment", "Environment", "object", model="Environment"),
        Field("runtime", "Runtime", "string"),
        Field("vpc_config", "VpcConfig", "object", model="VpcConfig"),
        Field("namespace", "Namespace", "string"),
        Field("role", "Role", "string"),
        Field("install_dependency", "InstallDependency", "string"),
        Field("cls_logset_id", "ClsLogsetId", "string"),
        Field("cls_topic_id", "ClsTopicId", "string"),
        Field("type", "Type", "string"),
        Field("code_source", "CodeSource", "string"),
        Field("layers", "Layers", "object", array=True, model="LayerVersionSimple"),
        Field("dead_letter_config", "DeadLetterConfig", "object", model="DeadLetterConfig"),
        Field("public_net_config", "PublicNetConfig", "object", model="PublicNetConfigIn"),
        Field("cfs_config", "CfsConfig", "object", model="CfsConfig"),
        Field("init_timeout", "InitTimeout", "integer"),
        Field("tags", "Tags", "object", array=True, model="Tag"),
        Field("async_run_enable", "AsyncRunEnable", "string"),
        Field("trace_enable", "TraceEnable", "string"),
        Field("auto_deploy_cls_topic_index", "AutoDeployClsTopicIndex", "string"),
        Field("auto_create_cls_topic", "AutoCreateClsTopic", "string"),
        Field("protocol_type", "ProtocolType", "string"),
        Field("protocol_params", "ProtocolParams", "object", model="ProtocolParams"),
        Field("instance_concurrency_config", "InstanceConcurrencyConfig", "object", model="InstanceConcurrencyConfig"),
        Field("dns_cache", "DnsCache", "string"),
        Field("intranet_config", "IntranetConfig", "object", model="IntranetConfigIn"),
    )

    function_name: str
    code: Code | CodeDict
    handler: str | Unset = UNSET
    description: str | Unset = UNSET
    memory_size: int | Unset = UNSET
    timeout_: int | Unset = UNSET
    environment: Environment | EnvironmentDict | Unset = UNSET
    runtime: str | Unset = UNSET
    vpc_config: VpcConfig | VpcConfigDict | Unset = UNSET
    namespace: str | Unset = UNSET
    role: str | Unset = UNSET
    install_dependency: str | Unset = UNSET
    cls_logset_id: str | Unset = UNSET
    cls_topic_id: str | Unset = UNSET
    type: str | Unset = UNSET
    code_source: str | Unset = UNSET
    layers: Sequence[LayerVersionSimple | LayerVersionSimpleDict] | Unset = UNSET
    dead_letter_config: DeadLetterConfig | DeadLetterConfigDict | Unset = UNSET
    public_net_config: PublicNetConfigIn | PublicNetConfigInDict | Unset = UNSET
    cfs_config: CfsConfig | CfsConfigDict | Unset = UNSET
    init_timeout: int | Unset = UNSET
    tags: Sequence[Tag | TagDict] | Unset = UNSET
    async_run_enable: str | Unset = UNSET
    trace_enable: str | Unset = UNSET
    auto_deploy_cls_topic_index: str | Unset = UNSET
    auto_create_cls_topic: str | Unset = UNSET
    protocol_type: str | Unset = UNSET
    protocol_params: ProtocolParams | ProtocolParamsDict | Unset = UNSET
    instance_concurrency_config: InstanceConcurrencyConfig | InstanceConcurrencyConfigDict | Unset = UNSET
    dns_cache: str | Unset = UNSET
    intranet_config: IntranetConfigIn | IntranetConfigInDict | Unset = UNSET
    extra: dict[str, Any] = _field(factory=dict)
    """Fields that this version does not know, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            function_name=source.get("FunctionName", UNSET),
            code=read_object(Code, source.get("Code", UNSET)),
            handler=source.get("Handler", UNSET),
            description=source.get("Description", UNSET),
            memory_size=source.get("MemorySize", UNSET),
            timeout_=source.get("Timeout", UNSET),
            environment=read_object(Environment, source.get("Environment", UNSET)),
            runtime=source.get("Runtime", UNSET),
            vpc_config=read_object(VpcConfig, source.get("VpcConfig", UNSET)),
            namespace=source.get("Namespace", UNSET),
            role=source.get("Role", UNSET),
            install_dependency=source.get("InstallDependency", UNSET),
            cls_logset_id=source.get("ClsLogsetId", UNSET),
            cls_topic_id=source.get("ClsTopicId", UNSET),
            type=source.get("Type", UNSET),
            code_source=source.get("CodeSource", UNSET),
            layers=read_array(LayerVersionSimple, source.get("Layers", UNSET)),
            dead_letter_config=read_object(DeadLetterConfig, source.get("DeadLetterConfig", UNSET)),
            public_net_config=read_object(PublicNetConfigIn, source.get("PublicNetConfig", UNSET)),
            cfs_config=read_object(CfsConfig, source.get("CfsConfig", UNSET)),
            init_timeout=source.get("InitTimeout", UNSET),
            tags=read_array(Tag, source.get("Tags", UNSET)),
            async_run_enable=source.get("AsyncRunEnable", UNSET),
            trace_enable=source.get("TraceEnable", UNSET),
            auto_deploy_cls_topic_index=source.get("AutoDeployClsTopicIndex", UNSET),
            auto_create_cls_topic=source.get("AutoCreateClsTopic", UNSET),
            protocol_type=source.get("ProtocolType", UNSET),
            protocol_params=read_object(ProtocolParams, source.get("ProtocolParams", UNSET)),
            instance_concurrency_config=read_object(
                InstanceConcurrencyConfig, source.get("InstanceConcurrencyConfig", UNSET)
            ),
            dns_cache=source.get("DnsCache", UNSET),
            intranet_config=read_object(IntranetConfigIn, source.get("IntranetConfig", UNSET)),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in CreateFunctionRequest.FIELDS)
