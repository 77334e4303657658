# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 bd69e82bc1367138b9c1522b7f221432a9ed0610bc88bb293965e40371eaa2a7).
# Do not edit: mend the spec or the template.
"""Function of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define
from attrs import field as _field

from ...model import Field, Model, read_array, unknown_fields
from ...unset import UNSET
from .status_reason import StatusReason
from .tag import Tag


@define(kw_only=True)
class Function(Model):
    """A function as it is listed."""

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
    """When it was last changed."""
    add_time: str
    """When it was created."""
    runtime: str | None
    """Language and version that run the code, such as Python3.10, Nodejs18.15 or CustomRuntime. May be null."""
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
    """What the function is for."""
    tags: list[Tag]
    """Tags, as keys with their values."""
    type: str
    """Event, or HTTP for a web function."""
    status_reasons: list[StatusReason]
    """Why the function is in a failed state."""
    total_provisioned_concurrency_mem: int | None
    """Memory of provisioned instances over all versions, in MB. May be null."""
    reserved_concurrency_mem: int | None
    """Memory that is reserved for its concurrency, in MB. May be null."""
    async_run_enable: str
    """Whether invocations run asynchronously, for long tasks: TRUE or FALSE."""
    trace_enable: str
    """Whether asynchronous events are traced: TRUE or FALSE."""
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

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not Function:  # a subclass may read otherwise
            return super().from_list(source)
        result: list[Any] = []
        before: Any = cls.from_dict({})
        for item in source:
            # Field by field where all of them are there and nothing else is; texts that repeat are kept once.
            if type(item) is dict and len(item) == 16:
                read = _new(cls)
                try:
                    text = item["ModTime"]
                    read.mod_time = before.mod_time if type(text) is str and text == before.mod_time else text
                    text = item["AddTime"]
                    read.add_time = before.add_time if type(text) is str and text == before.add_time else text
                    text = item["Runtime"]
                    read.runtime = before.runtime if type(text) is str and text == before.runtime else text
                    text = item["FunctionName"]
                    read.function_name = (
                        before.function_name if type(text) is str and text == before.function_name else text
                    )
                    text = item["FunctionId"]
                    read.function_id = before.function_id if type(text) is str and text == before.function_id else text
                    text = item["Namespace"]
                    read.namespace = before.namespace if type(text) is str and text == before.namespace else text
                    text = item["Status"]
                    read.status = before.status if type(text) is str and text == before.status else text
                    text = item["StatusDesc"]
                    read.status_desc = before.status_desc if type(text) is str and text == before.status_desc else text
                    text = item["Description"]
                    read.description = before.description if type(text) is str and text == before.description else text
                    read.tags = read_array(Tag, item["Tags"])
                    text = item["Type"]
                    read.type = before.type if type(text) is str and text == before.type else text
                    read.status_reasons = read_array(StatusReason, item["StatusReasons"])
                    read.total_provisioned_concurrency_mem = item["TotalProvisionedConcurrencyMem"]
                    read.reserved_concurrency_mem = item["ReservedConcurrencyMem"]
                    text = item["AsyncRunEnable"]
                    read.async_run_enable = (
                        before.async_run_enable if type(text) is str and text == before.async_run_enable else text
                    )
                    text = item["TraceEnable"]
                    read.trace_enable = (
                        before.trace_enable if type(text) is str and text == before.trace_enable else text
                    )
                except KeyError:
                    pass
                else:
                    result.append(read)
                    before = read
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


_new = object.__new__

_WIRE_NAMES = frozenset(field.wire for field in Function.FIELDS)
