# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 6e4584698ecbebedf0d6da03f94df6ffff29e122413527d3107c62a73656186f).
# Do not edit: mend the spec or the template.
"""NamespaceLimit of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import Field, Model, read_object, unknown_fields
from ...unset import UNSET
from .trigger_count import TriggerCount


@define(kw_only=True)
class NamespaceLimit(Model):
    """`NamespaceLimit`."""

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
    trigger: TriggerCount
    namespace: str
    concurrent_executions: int
    timeout_limit: int
    test_model_limit: int | None
    """May be null."""
    init_timeout_limit: int
    retry_num_limit: int
    min_msg_ttl: int
    max_msg_ttl: int
    extra: dict[str, Any] = _field(factory=dict)
    """Fields that this version does not know, by wire name."""

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


_WIRE_NAMES = frozenset(field.wire for field in NamespaceLimit.FIELDS)
