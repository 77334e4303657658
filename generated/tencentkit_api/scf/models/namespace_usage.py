# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 6e4584698ecbebedf0d6da03f94df6ffff29e122413527d3107c62a73656186f).
# Do not edit: mend the spec or the template.
"""NamespaceUsage of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import Field, Model, unknown_fields
from ...unset import UNSET


@define(kw_only=True)
class NamespaceUsage(Model):
    """`NamespaceUsage`."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("functions", "Functions", "string", array=True, required=True),
        Field("namespace", "Namespace", "string", required=True),
        Field("functions_count", "FunctionsCount", "integer", required=True),
        Field("total_concurrency_mem", "TotalConcurrencyMem", "integer", required=True),
        Field("total_allocated_concurrency_mem", "TotalAllocatedConcurrencyMem", "integer", required=True),
        Field("total_allocated_provisioned_mem", "TotalAllocatedProvisionedMem", "integer", required=True),
    )

    functions: list[str]
    namespace: str
    functions_count: int
    total_concurrency_mem: int
    total_allocated_concurrency_mem: int
    total_allocated_provisioned_mem: int
    extra: dict[str, Any] = _field(factory=dict)
    """Fields that this version does not know, by wire name."""

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


_WIRE_NAMES = frozenset(field.wire for field in NamespaceUsage.FIELDS)
