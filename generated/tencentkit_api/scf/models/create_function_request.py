# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model CreateFunctionRequest of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    read_array,
    read_object,
    unknown_fields,
)
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


@define(kw_only=True, repr=False)
class CreateFunctionRequest(Model):
    """Request of CreateFunction."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("code", "Code", "object", required=True, model="Code"),
        Field("handler", "Handler", "string"),
        Field("description", "Description", "string"),
        Field("memory_size", "MemorySize", "integer"),
        Field("timeout", "Timeout", "integer"),
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
    NOT_SET: ClassVar[Unset | None] = UNSET

    function_name: str
    """Name of the function. It has 2 to 60 letters, digits, `-` and `_`, begins with a letter and ends with a letter
    or digit.
    """
    code: Code | CodeDict
    """Code of the function from exactly one source: a ZIP archive, a COS object, a template or a container image."""
    handler: str | Unset = UNSET
    """Entry point, such as `index.main_handler` (file and function) or `package.Class::method` for Java."""
    description: str | Unset = UNSET
    """Description of the function, up to 1,000 characters."""
    memory_size: int | Unset = UNSET
    """Memory of an instance in MB: 64, or 128 to 3,072 in steps of 128. Default: 128."""
    timeout: int | Unset = UNSET
    """Maximum duration of an invocation in seconds, 1 to 900. Default: 3."""
    environment: Environment | EnvironmentDict | Unset = UNSET
    """Environment variables of the function."""
    runtime: str | Unset = UNSET
    """Language and version of the runtime, such as Python3.10, Nodejs18.15 or CustomRuntime."""
    vpc_config: VpcConfig | VpcConfigDict | Unset = UNSET
    """Private network of the function."""
    namespace: str | Unset = UNSET
    """Namespace of the function. Default: `default`."""
    role: str | Unset = UNSET
    """CAM role of the running function."""
    install_dependency: str | Unset = UNSET
    """Installation of dependencies on deployment: TRUE or FALSE. Node.js only."""
    cls_logset_id: str | Unset = UNSET
    """CLS log set for the logs of the function."""
    cls_topic_id: str | Unset = UNSET
    """CLS log topic for the logs of the function."""
    type: str | Unset = UNSET
    """Type of the function: Event for invocation by triggers, HTTP for a web function. Default: Event."""
    code_source: str | Unset = UNSET
    """Source of the code, such as ZipFile, Cos or Demo."""
    layers: Sequence[LayerVersionSimple | LayerVersionSimpleDict] | Unset = UNSET
    """Layer versions of the function. Files of a later layer override files of an earlier one."""
    dead_letter_config: DeadLetterConfig | DeadLetterConfigDict | Unset = UNSET
    """Dead-letter queue for events that failed permanently."""
    public_net_config: PublicNetConfigIn | PublicNetConfigInDict | Unset = UNSET
    """Access of the function to the public internet."""
    cfs_config: CfsConfig | CfsConfigDict | Unset = UNSET
    """File systems mounted by the function."""
    init_timeout: int | Unset = UNSET
    """Maximum start time of an instance in seconds. Default: 65, or 90 for images."""
    tags: Sequence[Tag | TagDict] | Unset = UNSET
    """Tags, as pairs of key and value."""
    async_run_enable: str | Unset = UNSET
    """Asynchronous execution for long tasks: TRUE or FALSE."""
    trace_enable: str | Unset = UNSET
    """Tracing of asynchronous events: TRUE or FALSE."""
    auto_deploy_cls_topic_index: str | Unset = UNSET
    """Automatic creation of an index for the log topic: TRUE or FALSE."""
    auto_create_cls_topic: str | Unset = UNSET
    """Automatic creation of a log topic: TRUE or FALSE."""
    protocol_type: str | Unset = UNSET
    """Additional protocol of a web function: WS for WebSocket."""
    protocol_params: ProtocolParams | ProtocolParamsDict | Unset = UNSET
    """Settings of the additional protocol."""
    instance_concurrency_config: InstanceConcurrencyConfig | InstanceConcurrencyConfigDict | Unset = UNSET
    """Concurrent requests in one instance. Web functions only."""
    dns_cache: str | Unset = UNSET
    """Cache for DNS lookups: TRUE or FALSE. Event functions only."""
    intranet_config: IntranetConfigIn | IntranetConfigInDict | Unset = UNSET
    """Access to the private network."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            function_name=get("FunctionName", UNSET),
            code=read_object(Code, get("Code", UNSET)),
            handler=get("Handler", UNSET),
            description=get("Description", UNSET),
            memory_size=get("MemorySize", UNSET),
            timeout=get("Timeout", UNSET),
            environment=read_object(Environment, get("Environment", UNSET)),
            runtime=get("Runtime", UNSET),
            vpc_config=read_object(VpcConfig, get("VpcConfig", UNSET)),
            namespace=get("Namespace", UNSET),
            role=get("Role", UNSET),
            install_dependency=get("InstallDependency", UNSET),
            cls_logset_id=get("ClsLogsetId", UNSET),
            cls_topic_id=get("ClsTopicId", UNSET),
            type=get("Type", UNSET),
            code_source=get("CodeSource", UNSET),
            layers=read_array(LayerVersionSimple, get("Layers", UNSET)),
            dead_letter_config=read_object(DeadLetterConfig, get("DeadLetterConfig", UNSET)),
            public_net_config=read_object(PublicNetConfigIn, get("PublicNetConfig", UNSET)),
            cfs_config=read_object(CfsConfig, get("CfsConfig", UNSET)),
            init_timeout=get("InitTimeout", UNSET),
            tags=read_array(Tag, get("Tags", UNSET)),
            async_run_enable=get("AsyncRunEnable", UNSET),
            trace_enable=get("TraceEnable", UNSET),
            auto_deploy_cls_topic_index=get("AutoDeployClsTopicIndex", UNSET),
            auto_create_cls_topic=get("AutoCreateClsTopic", UNSET),
            protocol_type=get("ProtocolType", UNSET),
            protocol_params=read_object(ProtocolParams, get("ProtocolParams", UNSET)),
            instance_concurrency_config=read_object(InstanceConcurrencyConfig, get("InstanceConcurrencyConfig", UNSET)),
            dns_cache=get("DnsCache", UNSET),
            intranet_config=read_object(IntranetConfigIn, get("IntranetConfig", UNSET)),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in CreateFunctionRequest.FIELDS)
