# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json.
# Do not edit: change the spec or the template.
"""Models of scf 2018-04-16: GetAccountRequest, GetAccountResponse, LimitsInfo, NamespaceLimit, NamespaceUsage,
TriggerCount, UsageInfo.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

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

_new = object.__new__


@define(kw_only=True, repr=False, eq=False)
class GetAccountRequest(Model):
    """Request of GetAccount."""

    FIELDS: ClassVar[tuple[Field, ...]] = ()
    NOT_SET: ClassVar[Unset | None] = UNSET

    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class GetAccountResponse(Model):
    """Response of GetAccount."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("account_usage", "AccountUsage", "object", required=True, model="UsageInfo"),
        Field("account_limit", "AccountLimit", "object", required=True, model="LimitsInfo"),
        Field("request_id", "RequestId", "string", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    account_usage: UsageInfo
    """Usage of the account."""
    account_limit: LimitsInfo
    """Limits of the account."""
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
            account_usage=read_object(UsageInfo, get("AccountUsage")),
            account_limit=read_object(LimitsInfo, get("AccountLimit")),
            request_id=get("RequestId"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


@define(kw_only=True, repr=False, eq=False)
class LimitsInfo(Model):
    """Limits of an account in a region."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("namespaces_count", "NamespacesCount", "integer", required=True),
        Field("namespace", "Namespace", "object", array=True, required=True, model="NamespaceLimit"),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    namespaces_count: int
    """Maximum number of namespaces."""
    namespace: list[NamespaceLimit]
    """Limits of each namespace."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            namespaces_count=get("NamespacesCount"),
            namespace=read_items(NamespaceLimit, get("Namespace")),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


@lazy_extra
@define(kw_only=True, repr=False, eq=False)
class NamespaceLimit(Model):
    """Limits of a namespace."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("functions_count", "FunctionsCount", "integer", required=True),
        Field("trigger", "Trigger", "object", required=True, model="TriggerCount"),
        Field("namespace", "Namespace", "string", required=True),
        Field("concurrent_executions", "ConcurrentExecutions", "integer", required=True),
        Field("timeout_limit", "TimeoutLimit", "integer", required=True),
        Field("test_model_limit", "TestModelLimit", "integer", required=True, nullable=True),
        Field("init_timeout_limit", "InitTimeoutLimit", "integer", required=True),
        Field("retry_num_limit", "RetryNumLimit", "integer", required=True),
        Field("min_msg_ttl", "MinMsgTTL", "integer", required=True),
        Field("max_msg_ttl", "MaxMsgTTL", "integer", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    functions_count: int
    """Maximum number of functions."""
    trigger: TriggerCount
    """Maximum number of triggers of each type for a function."""
    namespace: str
    """Name of the namespace."""
    concurrent_executions: int
    """Maximum number of concurrent invocations."""
    timeout_limit: int
    """Maximum timeout of an invocation, in seconds."""
    test_model_limit: int | None
    """Maximum number of test events. May be null."""
    init_timeout_limit: int
    """Maximum start time of an instance, in seconds."""
    retry_num_limit: int
    """Maximum number of retries of an asynchronous invocation."""
    min_msg_ttl: int
    """Lower limit for the maximum age of an event, in seconds."""
    max_msg_ttl: int
    """Upper limit for the maximum age of an event, in seconds."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            functions_count=get("FunctionsCount"),
            trigger=read_object(TriggerCount, get("Trigger")),
            namespace=get("Namespace"),
            concurrent_executions=get("ConcurrentExecutions"),
            timeout_limit=get("TimeoutLimit"),
            test_model_limit=get("TestModelLimit"),
            init_timeout_limit=get("InitTimeoutLimit"),
            retry_num_limit=get("RetryNumLimit"),
            min_msg_ttl=get("MinMsgTTL"),
            max_msg_ttl=get("MaxMsgTTL"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not NamespaceLimit:  # a subclass may override the parser
            return super().from_list(source)
        result: list[Any] = []
        last_namespace: Any = None
        for item in source:
            # Fast path for items with exactly the known fields; repeated strings share one object.
            if type(item) is dict and len(item) == 10:
                read = _new(cls)
                try:
                    value = item["FunctionsCount"]
                    if value is None:
                        read.extra["FunctionsCount"] = None
                    read.functions_count = value
                    value = item["Trigger"]
                    if value is None:
                        read.extra["Trigger"] = None
                    read.trigger = read_object(TriggerCount, value)
                    text = item["Namespace"]
                    if text != last_namespace or type(text) is not str:
                        if text is None:
                            read.extra["Namespace"] = None
                        last_namespace = text
                    read.namespace = last_namespace
                    value = item["ConcurrentExecutions"]
                    if value is None:
                        read.extra["ConcurrentExecutions"] = None
                    read.concurrent_executions = value
                    value = item["TimeoutLimit"]
                    if value is None:
                        read.extra["TimeoutLimit"] = None
                    read.timeout_limit = value
                    value = item["TestModelLimit"]
                    if value is None:
                        read.extra["TestModelLimit"] = None
                    read.test_model_limit = value
                    value = item["InitTimeoutLimit"]
                    if value is None:
                        read.extra["InitTimeoutLimit"] = None
                    read.init_timeout_limit = value
                    value = item["RetryNumLimit"]
                    if value is None:
                        read.extra["RetryNumLimit"] = None
                    read.retry_num_limit = value
                    value = item["MinMsgTTL"]
                    if value is None:
                        read.extra["MinMsgTTL"] = None
                    read.min_msg_ttl = value
                    value = item["MaxMsgTTL"]
                    if value is None:
                        read.extra["MaxMsgTTL"] = None
                    read.max_msg_ttl = value
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


@lazy_extra
@define(kw_only=True, repr=False, eq=False)
class NamespaceUsage(Model):
    """Usage of a namespace."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("functions", "Functions", "string", array=True, required=True),
        Field("namespace", "Namespace", "string", required=True),
        Field("functions_count", "FunctionsCount", "integer", required=True),
        Field("total_concurrency_mem", "TotalConcurrencyMem", "integer", required=True),
        Field("total_allocated_concurrency_mem", "TotalAllocatedConcurrencyMem", "integer", required=True),
        Field("total_allocated_provisioned_mem", "TotalAllocatedProvisionedMem", "integer", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    functions: list[str]
    """Names of the functions."""
    namespace: str
    """Name of the namespace."""
    functions_count: int
    """Number of functions."""
    total_concurrency_mem: int
    """Total memory for concurrency, in MB."""
    total_allocated_concurrency_mem: int
    """Memory reserved for functions, in MB."""
    total_allocated_provisioned_mem: int
    """Provisioned memory, in MB."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            functions=read_list(get("Functions")),
            namespace=get("Namespace"),
            functions_count=get("FunctionsCount"),
            total_concurrency_mem=get("TotalConcurrencyMem"),
            total_allocated_concurrency_mem=get("TotalAllocatedConcurrencyMem"),
            total_allocated_provisioned_mem=get("TotalAllocatedProvisionedMem"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not NamespaceUsage:  # a subclass may override the parser
            return super().from_list(source)
        result: list[Any] = []
        last_namespace: Any = None
        for item in source:
            # Fast path for items with exactly the known fields; repeated strings share one object.
            if type(item) is dict and len(item) == 6:
                read = _new(cls)
                try:
                    value = item["Functions"]
                    if value is None:
                        read.extra["Functions"] = None
                        value = UnsetList()
                    read.functions = value
                    text = item["Namespace"]
                    if text != last_namespace or type(text) is not str:
                        if text is None:
                            read.extra["Namespace"] = None
                        last_namespace = text
                    read.namespace = last_namespace
                    value = item["FunctionsCount"]
                    if value is None:
                        read.extra["FunctionsCount"] = None
                    read.functions_count = value
                    value = item["TotalConcurrencyMem"]
                    if value is None:
                        read.extra["TotalConcurrencyMem"] = None
                    read.total_concurrency_mem = value
                    value = item["TotalAllocatedConcurrencyMem"]
                    if value is None:
                        read.extra["TotalAllocatedConcurrencyMem"] = None
                    read.total_allocated_concurrency_mem = value
                    value = item["TotalAllocatedProvisionedMem"]
                    if value is None:
                        read.extra["TotalAllocatedProvisionedMem"] = None
                    read.total_allocated_provisioned_mem = value
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


@define(kw_only=True, repr=False, eq=False)
class TriggerCount(Model):
    """Maximum number of triggers of each type."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("cos", "Cos", "integer", required=True),
        Field("timer", "Timer", "integer", required=True),
        Field("cmq", "Cmq", "integer", required=True),
        Field("total", "Total", "integer", required=True),
        Field("ckafka", "Ckafka", "integer", required=True),
        Field("apigw", "Apigw", "integer", required=True),
        Field("cls", "Cls", "integer", required=True),
        Field("clb", "Clb", "integer", required=True),
        Field("mps", "Mps", "integer", required=True),
        Field("cm", "Cm", "integer", required=True),
        Field("vod", "Vod", "integer", required=True),
        Field("eb", "Eb", "integer", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    cos: int
    """COS triggers."""
    timer: int
    """Timer triggers."""
    cmq: int
    """CMQ triggers."""
    total: int
    """Triggers of all types."""
    ckafka: int
    """CKafka triggers."""
    apigw: int
    """API Gateway triggers."""
    cls: int
    """CLS triggers."""
    clb: int
    """CLB triggers."""
    mps: int
    """MPS triggers."""
    cm: int
    """CM triggers."""
    vod: int
    """VOD triggers."""
    eb: int
    """EventBridge triggers."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            cos=get("Cos"),
            timer=get("Timer"),
            cmq=get("Cmq"),
            total=get("Total"),
            ckafka=get("Ckafka"),
            apigw=get("Apigw"),
            cls=get("Cls"),
            clb=get("Clb"),
            mps=get("Mps"),
            cm=get("Cm"),
            vod=get("Vod"),
            eb=get("Eb"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


@define(kw_only=True, repr=False, eq=False)
class UsageInfo(Model):
    """Usage of an account in a region."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("namespaces_count", "NamespacesCount", "integer", required=True),
        Field("namespace", "Namespace", "object", array=True, required=True, model="NamespaceUsage"),
        Field("total_concurrency_mem", "TotalConcurrencyMem", "integer", required=True),
        Field("total_allocated_concurrency_mem", "TotalAllocatedConcurrencyMem", "integer", required=True),
        Field("user_concurrency_mem_limit", "UserConcurrencyMemLimit", "integer", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    namespaces_count: int
    """Number of namespaces."""
    namespace: list[NamespaceUsage]
    """Usage of each namespace."""
    total_concurrency_mem: int
    """Memory for concurrency available to the account, in MB."""
    total_allocated_concurrency_mem: int
    """Memory reserved for functions, in MB."""
    user_concurrency_mem_limit: int
    """Memory for concurrency set by the account, in MB."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            namespaces_count=get("NamespacesCount"),
            namespace=read_items(NamespaceUsage, get("Namespace")),
            total_concurrency_mem=get("TotalConcurrencyMem"),
            total_allocated_concurrency_mem=get("TotalAllocatedConcurrencyMem"),
            user_concurrency_mem_limit=get("UserConcurrencyMemLimit"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )
