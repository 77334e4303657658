# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json.
# Do not edit: change the spec or the template.
"""Models of scf 2018-04-16: AccessInfo, CopyFunctionRequest, CopyFunctionResponse, CreateFunctionRequest,
CreateFunctionResponse, DeleteFunctionRequest, DeleteFunctionResponse, EipConfigOut, EipOutConfig, Function,
GetFunctionRequest, GetFunctionResponse, IntranetConfigOut, InvokeFunctionRequest, InvokeFunctionResponse,
ListFunctionsRequest, ListFunctionsResponse, PublicNetConfigOut, StatusReason.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Literal, Self

from attrs import define
from attrs import field as _field

from ...meta import Meta
from ...model import (
    Field,
    Model,
    UnsetList,
    lazy_extra,
    read_items,
    read_list,
    read_object,
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
from .shared_code import Code, CodeDict, ImageConfig
from .shared_filter import Filter, FilterDict
from .shared_layer_version_info import LayerVersionInfo
from .shared_result import Result
from .shared_tag import Tag, TagDict
from .shared_trigger import Trigger

_new = object.__new__


@define(kw_only=True, repr=False, eq=False)
class AccessInfo(Model):
    """Address of a function."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("host", "Host", "string", required=True),
        Field("vip", "Vip", "string", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    host: str
    """Host name."""
    vip: str
    """Virtual IP address."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            host=get("Host"),
            vip=get("Vip"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


@define(kw_only=True, repr=False, eq=False)
class CopyFunctionRequest(Model):
    """Request of CopyFunction."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("new_function_name", "NewFunctionName", "string", required=True),
        Field("namespace", "Namespace", "string"),
        Field("target_namespace", "TargetNamespace", "string"),
        Field("description", "Description", "string"),
        Field("target_region", "TargetRegion", "string"),
        Field("override", "Override", "boolean"),
        Field("copy_configuration", "CopyConfiguration", "boolean"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    function_name: str
    """Name of the function to copy."""
    new_function_name: str
    """Name of the copy."""
    namespace: str | Unset = UNSET
    """Namespace of the function to copy. Default: `default`."""
    target_namespace: str | Unset = UNSET
    """Namespace of the copy. Default: `default`."""
    description: str | Unset = UNSET
    """Description of the copy."""
    target_region: str | Unset = UNSET
    """Region of the copy. Default: the region of the request."""
    override: bool | Unset = UNSET
    """If true, the copy replaces an existing function of the same name, which the service deletes first. Default:
    false.
    """
    copy_configuration: bool | Unset = UNSET
    """If true, the service also copies settings such as memory, variables and network. Default: true."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class CopyFunctionResponse(Model):
    """Response of CopyFunction."""

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


@define(kw_only=True, repr=False, eq=False)
class CreateFunctionResponse(Model):
    """Response of CreateFunction."""

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
class DeleteFunctionRequest(Model):
    """Request of DeleteFunction."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("namespace", "Namespace", "string"),
        Field("qualifier", "Qualifier", "string"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    function_name: str
    """Name of the function to delete."""
    namespace: str | Unset = UNSET
    """Namespace of the function. Default: `default`."""
    qualifier: str | Unset = UNSET
    """Version to delete. Default: all versions."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class DeleteFunctionResponse(Model):
    """Response of DeleteFunction."""

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
class EipConfigOut(Model):
    """Fixed public IP addresses of a function."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("eip_status", "EipStatus", "string", required=True),
        Field("eip_address", "EipAddress", "string", array=True, required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    eip_status: str
    """Fixed address setting: ENABLE or DISABLE."""
    eip_address: list[str]
    """Addresses."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            eip_status=get("EipStatus"),
            eip_address=read_list(get("EipAddress")),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


@define(kw_only=True, repr=False, eq=False)
class EipOutConfig(Model):
    """Fixed public IP addresses of a function."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("eip_fixed", "EipFixed", "string", required=True),
        Field("eips", "Eips", "string", array=True, required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    eip_fixed: str
    """Fixed address setting: TRUE or FALSE."""
    eips: list[str]
    """Addresses."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            eip_fixed=get("EipFixed"),
            eips=read_list(get("Eips")),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


@lazy_extra
@define(kw_only=True, repr=False, eq=False)
class Function(Model):
    """Function in a listing."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("mod_time", "ModTime", "string", required=True),
        Field("add_time", "AddTime", "string", required=True),
        Field("runtime", "Runtime", "string", required=True, nullable=True),
        Field("function_name", "FunctionName", "string", required=True),
        Field("function_id", "FunctionId", "string", required=True),
        Field("namespace", "Namespace", "string", required=True),
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
        Field("description", "Description", "string", required=True),
        Field("tags", "Tags", "object", array=True, required=True, model="Tag"),
        Field("type", "Type", "string", required=True),
        Field("status_reasons", "StatusReasons", "object", array=True, required=True, model="StatusReason"),
        Field(
            "total_provisioned_concurrency_mem",
            "TotalProvisionedConcurrencyMem",
            "integer",
            required=True,
            nullable=True,
        ),
        Field("reserved_concurrency_mem", "ReservedConcurrencyMem", "integer", required=True, nullable=True),
        Field("async_run_enable", "AsyncRunEnable", "string", required=True),
        Field("trace_enable", "TraceEnable", "string", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    mod_time: str
    """Time of the last change."""
    add_time: str
    """Creation time."""
    runtime: str | None
    """Language and version of the runtime, such as Python3.10, Nodejs18.15 or CustomRuntime. May be null."""
    function_name: str
    """Name of the function."""
    function_id: str
    """ID of the function."""
    namespace: str
    """Namespace of the function."""
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
    description: str
    """Description of the function."""
    tags: list[Tag]
    """Tags, as pairs of key and value."""
    type: str
    """Type of the function: Event, or HTTP for a web function."""
    status_reasons: list[StatusReason]
    """Reasons for the failed state of the function."""
    total_provisioned_concurrency_mem: int | None
    """Memory of the provisioned instances of all versions, in MB. May be null."""
    reserved_concurrency_mem: int | None
    """Memory reserved for concurrency, in MB. May be null."""
    async_run_enable: str
    """Asynchronous execution for long tasks: TRUE or FALSE."""
    trace_enable: str
    """Tracing of asynchronous events: TRUE or FALSE."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            mod_time=get("ModTime"),
            add_time=get("AddTime"),
            runtime=get("Runtime"),
            function_name=get("FunctionName"),
            function_id=get("FunctionId"),
            namespace=get("Namespace"),
            status=get("Status"),
            status_desc=get("StatusDesc"),
            description=get("Description"),
            tags=read_items(Tag, get("Tags")),
            type=get("Type"),
            status_reasons=read_items(StatusReason, get("StatusReasons")),
            total_provisioned_concurrency_mem=get("TotalProvisionedConcurrencyMem"),
            reserved_concurrency_mem=get("ReservedConcurrencyMem"),
            async_run_enable=get("AsyncRunEnable"),
            trace_enable=get("TraceEnable"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not Function:  # a subclass may override the parser
            return super().from_list(source)
        result: list[Any] = []
        last_mod_time: Any = None
        last_add_time: Any = None
        last_runtime: Any = None
        last_function_name: Any = None
        last_function_id: Any = None
        last_namespace: Any = None
        last_status: Any = None
        last_status_desc: Any = None
        last_description: Any = None
        last_type: Any = None
        last_async_run_enable: Any = None
        last_trace_enable: Any = None
        for item in source:
            # Fast path for items with exactly the known fields; repeated strings share one object.
            if type(item) is dict and len(item) == 16:
                read = _new(cls)
                try:
                    text = item["ModTime"]
                    if text != last_mod_time or type(text) is not str:
                        if text is None:
                            read.extra["ModTime"] = None
                        last_mod_time = text
                    read.mod_time = last_mod_time
                    text = item["AddTime"]
                    if text != last_add_time or type(text) is not str:
                        if text is None:
                            read.extra["AddTime"] = None
                        last_add_time = text
                    read.add_time = last_add_time
                    text = item["Runtime"]
                    if text != last_runtime or type(text) is not str:
                        if text is None:
                            read.extra["Runtime"] = None
                        last_runtime = text
                    read.runtime = last_runtime
                    text = item["FunctionName"]
                    if text != last_function_name or type(text) is not str:
                        if text is None:
                            read.extra["FunctionName"] = None
                        last_function_name = text
                    read.function_name = last_function_name
                    text = item["FunctionId"]
                    if text != last_function_id or type(text) is not str:
                        if text is None:
                            read.extra["FunctionId"] = None
                        last_function_id = text
                    read.function_id = last_function_id
                    text = item["Namespace"]
                    if text != last_namespace or type(text) is not str:
                        if text is None:
                            read.extra["Namespace"] = None
                        last_namespace = text
                    read.namespace = last_namespace
                    text = item["Status"]
                    if text != last_status or type(text) is not str:
                        if text is None:
                            read.extra["Status"] = None
                        last_status = text
                    read.status = last_status
                    text = item["StatusDesc"]
                    if text != last_status_desc or type(text) is not str:
                        if text is None:
                            read.extra["StatusDesc"] = None
                        last_status_desc = text
                    read.status_desc = last_status_desc
                    text = item["Description"]
                    if text != last_description or type(text) is not str:
                        if text is None:
                            read.extra["Description"] = None
                        last_description = text
                    read.description = last_description
                    value = item["Tags"]
                    if value is None:
                        read.extra["Tags"] = None
                    read.tags = read_items(Tag, value)
                    text = item["Type"]
                    if text != last_type or type(text) is not str:
                        if text is None:
                            read.extra["Type"] = None
                        last_type = text
                    read.type = last_type
                    value = item["StatusReasons"]
                    if value is None:
                        read.extra["StatusReasons"] = None
                    read.status_reasons = read_items(StatusReason, value)
                    value = item["TotalProvisionedConcurrencyMem"]
                    if value is None:
                        read.extra["TotalProvisionedConcurrencyMem"] = None
                    read.total_provisioned_concurrency_mem = value
                    value = item["ReservedConcurrencyMem"]
                    if value is None:
                        read.extra["ReservedConcurrencyMem"] = None
                    read.reserved_concurrency_mem = value
                    text = item["AsyncRunEnable"]
                    if text != last_async_run_enable or type(text) is not str:
                        if text is None:
                            read.extra["AsyncRunEnable"] = None
                        last_async_run_enable = text
                    read.async_run_enable = last_async_run_enable
                    text = item["TraceEnable"]
                    if text != last_trace_enable or type(text) is not str:
                        if text is None:
                            read.extra["TraceEnable"] = None
                        last_trace_enable = text
                    read.trace_enable = last_trace_enable
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


@define(kw_only=True, repr=False, eq=False)
class GetFunctionRequest(Model):
    """Request of GetFunction."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string"),
        Field("qualifier", "Qualifier", "string", default="$LATEST"),
        Field("namespace", "Namespace", "string", default="default"),
        Field("show_code", "ShowCode", "string", known_values=("TRUE", "FALSE")),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    function_name: str | Unset = UNSET
    """Name of the function."""
    qualifier: str | Unset = UNSET
    """Version or alias of the function. Default: `$LATEST`."""
    namespace: str | Unset = UNSET
    """Namespace of the function. Default: `default`."""
    show_code: Literal["TRUE", "FALSE"] | str | Unset = UNSET
    """Code in the response: TRUE or FALSE. The service omits an entry file above 1 MB. Known values: `TRUE`,
    `FALSE`.
    """
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
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
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

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
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


@define(kw_only=True, repr=False, eq=False)
class IntranetConfigOut(Model):
    """Fixed private IP addresses of a function."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("ip_fixed", "IpFixed", "string", required=True),
        Field("ip_address", "IpAddress", "string", array=True, nullable=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    ip_fixed: str
    """Fixed address setting: ENABLE or DISABLE."""
    ip_address: list[str] = _field(factory=UnsetList)
    """IP addresses in use. May be null."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            ip_fixed=get("IpFixed"),
            ip_address=read_list(get("IpAddress")),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


@define(kw_only=True, repr=False, eq=False)
class InvokeFunctionRequest(Model):
    """Request of InvokeFunction."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("qualifier", "Qualifier", "string"),
        Field("event", "Event", "string"),
        Field("log_type", "LogType", "string"),
        Field("namespace", "Namespace", "string"),
        Field("routing_key", "RoutingKey", "string"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    function_name: str
    """Name of the function."""
    qualifier: str | Unset = UNSET
    """Version or alias to invoke. Default: $DEFAULT."""
    event: str | Unset = UNSET
    """Event for the function, as JSON text of at most 6 MB."""
    log_type: str | Unset = UNSET
    """Tail returns the last 4 KB of the log; None returns no log. Default: None."""
    namespace: str | Unset = UNSET
    """Namespace of the function. Default: `default`."""
    routing_key: str | Unset = UNSET
    """Routing key for version rules: JSON text with string keys and values, at most 1,024 bytes."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class InvokeFunctionResponse(Model):
    """Response of InvokeFunction."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("result", "Result", "object", required=True, model="Result"),
        Field("request_id", "RequestId", "string", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    result: Result
    """Result of the invocation."""
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
            result=read_object(Result, get("Result")),
            request_id=get("RequestId"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


@define(kw_only=True, repr=False, eq=False)
class ListFunctionsRequest(Model):
    """Request of ListFunctions."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("order", "Order", "string", known_values=("ASC", "DESC")),
        Field("orderby", "Orderby", "string"),
        Field("offset", "Offset", "integer", default=0),
        Field("limit", "Limit", "integer", default=20),
        Field("search_key", "SearchKey", "string"),
        Field("namespace", "Namespace", "string"),
        Field("description", "Description", "string"),
        Field("filters", "Filters", "object", array=True, model="Filter"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    order: Literal["ASC", "DESC"] | str | Unset = UNSET
    """Sort direction: ASC or DESC. Known values: `ASC`, `DESC`."""
    orderby: str | Unset = UNSET
    """Sort field: AddTime, ModTime or FunctionName."""
    offset: int | Unset = UNSET
    """Number of items to skip. Default: 0."""
    limit: int | Unset = UNSET
    """Maximum number of items to return. Default: 20."""
    search_key: str | Unset = UNSET
    """Substring of the function name."""
    namespace: str | Unset = UNSET
    """Namespace of the function. Default: `default`."""
    description: str | Unset = UNSET
    """Substring of the function description."""
    filters: Sequence[Filter | FilterDict] | Unset = UNSET
    """Up to 10 filters, by VpcId, SubnetId, ClsTopicId, ClsLogsetId, Role, CfsId, CfsMountInsId, Eip, Status,
    Runtime, a tag and more.
    """
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class ListFunctionsResponse(Model):
    """Response of ListFunctions."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("functions", "Functions", "object", array=True, required=True, model="Function"),
        Field("total_count", "TotalCount", "integer", required=True),
        Field("request_id", "RequestId", "string", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    functions: list[Function]
    """Functions."""
    total_count: int
    """Total number of matching items."""
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
            functions=read_items(Function, get("Functions")),
            total_count=get("TotalCount"),
            request_id=get("RequestId"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


@define(kw_only=True, repr=False, eq=False)
class PublicNetConfigOut(Model):
    """Access of a function to the public internet."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("public_net_status", "PublicNetStatus", "string", required=True, known_values=("DISABLE", "ENABLE")),
        Field("eip_config", "EipConfig", "object", required=True, model="EipConfigOut"),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    public_net_status: Literal["DISABLE", "ENABLE"] | str
    """Fixed address setting: ENABLE or DISABLE. Known values: `DISABLE`, `ENABLE`."""
    eip_config: EipConfigOut
    """Fixed public IP addresses."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            public_net_status=get("PublicNetStatus"),
            eip_config=read_object(EipConfigOut, get("EipConfig")),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


@lazy_extra
@define(kw_only=True, repr=False, eq=False)
class StatusReason(Model):
    """Reason for the failed state of a function."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("error_code", "ErrorCode", "string", required=True),
        Field("error_message", "ErrorMessage", "string", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    error_code: str
    """Error code."""
    error_message: str
    """Error message."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            error_code=get("ErrorCode"),
            error_message=get("ErrorMessage"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not StatusReason:  # a subclass may override the parser
            return super().from_list(source)
        result: list[Any] = []
        last_error_code: Any = None
        last_error_message: Any = None
        for item in source:
            # Fast path for items with exactly the known fields; repeated strings share one object.
            if type(item) is dict and len(item) == 2:
                read = _new(cls)
                try:
                    text = item["ErrorCode"]
                    if text != last_error_code or type(text) is not str:
                        if text is None:
                            read.extra["ErrorCode"] = None
                        last_error_code = text
                    read.error_code = last_error_code
                    text = item["ErrorMessage"]
                    if text != last_error_message or type(text) is not str:
                        if text is None:
                            read.extra["ErrorMessage"] = None
                        last_error_message = text
                    read.error_message = last_error_message
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result
