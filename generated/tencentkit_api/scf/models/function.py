# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 6e4584698ecbebedf0d6da03f94df6ffff29e122413527d3107c62a73656186f).
# Do not edit: mend the spec or the template.
"""Function of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import Field, Model, read_array, unknown_fields
from ...unset import UNSET
from .status_reason import StatusReason
from .tag import Tag


@define(kw_only=True)
class Function(Model):
    """`Function`."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("mod_time", "ModTime", "string", required=True),
        Field("add_time", "AddTime", "string", required=True),
        Field("runtime", "Runtime", "string", required=True, nullable=True),
        Field("function_name", "FunctionName", "string", required=True),
        Field("function_id", "FunctionId", "string", required=True),
        Field("namespace", "Namespace", "string", required=True),
        Field("status", "Status", "string", required=True),
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

    mod_time: str
    add_time: str
    runtime: str | None
    """May be null."""
    function_name: str
    function_id: str
    namespace: str
    status: str
    status_desc: str
    description: str
    tags: list[Tag]
    type: str
    status_reasons: list[StatusReason]
    total_provisioned_concurrency_mem: int | None
    """May be null."""
    reserved_concurrency_mem: int | None
    """May be null."""
    async_run_enable: str
    trace_enable: str
    extra: dict[str, Any] = _field(factory=dict)
    """Fields that this version does not know, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            mod_time=source.get("ModTime", UNSET),
            add_time=source.get("AddTime", UNSET),
            runtime=source.get("Runtime", UNSET),
            function_name=source.get("FunctionName", UNSET),
            function_id=source.get("FunctionId", UNSET),
            namespace=source.get("Namespace", UNSET),
            status=source.get("Status", UNSET),
            status_desc=source.get("StatusDesc", UNSET),
            description=source.get("Description", UNSET),
            tags=read_array(Tag, source.get("Tags", UNSET)),
            type=source.get("Type", UNSET),
            status_reasons=read_array(StatusReason, source.get("StatusReasons", UNSET)),
            total_provisioned_concurrency_mem=source.get("TotalProvisionedConcurrencyMem", UNSET),
            reserved_concurrency_mem=source.get("ReservedConcurrencyMem", UNSET),
            async_run_enable=source.get("AsyncRunEnable", UNSET),
            trace_enable=source.get("TraceEnable", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in Function.FIELDS)
