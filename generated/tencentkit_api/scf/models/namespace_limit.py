# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 37890da5c57b06500a2c934c0771e1c968a5b94c0c14b18f8176bf1879ce0010).
# Do not edit: change the spec or the template.
"""Model NamespaceLimit of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import Field, Model, lazy_extra, read_object, unknown_fields
from ...unset import UNSET
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
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            functions_count=source.get("FunctionsCount", UNSET),
            trigger=read_object(TriggerCount, source.get("Trigger", UNSET)),
            namespace=source.get("Namespace", UNSET),
            concurrent_executions=source.get("ConcurrentExecutions", UNSET),
            timeout_limit=source.get("TimeoutLimit", UNSET),
            test_model_limit=source.get("TestModelLimit", UNSET),
            init_timeout_limit=source.get("InitTimeoutLimit", UNSET),
            retry_num_limit=source.get("RetryNumLimit", UNSET),
            min_msg_ttl=source.get("MinMsgTTL", UNSET),
            max_msg_ttl=source.get("MaxMsgTTL", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
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
                    read.functions_count = item["FunctionsCount"]
                    read.trigger = read_object(TriggerCount, item["Trigger"])
                    text = item["Namespace"]
                    if text != last_namespace or type(text) is not str:
                        last_namespace = text
                    read.namespace = last_namespace
                    read.concurrent_executions = item["ConcurrentExecutions"]
                    read.timeout_limit = item["TimeoutLimit"]
                    read.test_model_limit = item["TestModelLimit"]
                    read.init_timeout_limit = item["InitTimeoutLimit"]
                    read.retry_num_limit = item["RetryNumLimit"]
                    read.min_msg_ttl = item["MinMsgTTL"]
                    read.max_msg_ttl = item["MaxMsgTTL"]
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


_new = object.__new__

_WIRE_NAMES = frozenset(field.wire for field in NamespaceLimit.FIELDS)
