# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model NamespaceUsage of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    UnsetList,
    lazy_extra,
    read_list,
    unknown_or_null_fields,
)


@lazy_extra
@define(kw_only=True, repr=False)
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
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
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


_new = object.__new__

_WIRE_NAMES = frozenset(field.wire for field in NamespaceUsage.FIELDS)
