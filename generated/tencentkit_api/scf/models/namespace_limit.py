# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model NamespaceLimit of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    lazy_extra,
    read_object,
    unknown_or_null_fields,
)
from .trigger_count import TriggerCount


@lazy_extra
@define(kw_only=True, repr=False)
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
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
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


_new = object.__new__

_WIRE_NAMES = frozenset(field.wire for field in NamespaceLimit.FIELDS)
