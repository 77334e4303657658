# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 37890da5c57b06500a2c934c0771e1c968a5b94c0c14b18f8176bf1879ce0010).
# Do not edit: change the spec or the template.
"""Model NamespaceUsage of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import Field, Model, lazy_extra, unknown_fields
from ...unset import UNSET


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
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            functions=source.get("Functions", UNSET),
            namespace=source.get("Namespace", UNSET),
            functions_count=source.get("FunctionsCount", UNSET),
            total_concurrency_mem=source.get("TotalConcurrencyMem", UNSET),
            total_allocated_concurrency_mem=source.get("TotalAllocatedConcurrencyMem", UNSET),
            total_allocated_provisioned_mem=source.get("TotalAllocatedProvisionedMem", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
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
                    read.functions = item["Functions"]
                    text = item["Namespace"]
                    if text != last_namespace or type(text) is not str:
                        last_namespace = text
                    read.namespace = last_namespace
                    read.functions_count = item["FunctionsCount"]
                    read.total_concurrency_mem = item["TotalConcurrencyMem"]
                    read.total_allocated_concurrency_mem = item["TotalAllocatedConcurrencyMem"]
                    read.total_allocated_provisioned_mem = item["TotalAllocatedProvisionedMem"]
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


_new = object.__new__

_WIRE_NAMES = frozenset(field.wire for field in NamespaceUsage.FIELDS)
