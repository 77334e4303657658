# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model Function of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    lazy_extra,
    read_items,
    unknown_or_null_fields,
)
from .status_reason import StatusReason
from .tag import Tag


@lazy_extra
@define(kw_only=True, repr=False)
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
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
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


_new = object.__new__

_WIRE_NAMES = frozenset(field.wire for field in Function.FIELDS)
