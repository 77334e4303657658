# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model UsageInfo of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    read_items,
    unknown_or_null_fields,
)
from .namespace_usage import NamespaceUsage


@define(kw_only=True, repr=False)
class UsageInfo(Model):
    """Usage of an account in a region."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("namespaces_count", "NamespacesCount", "integer", required=True),
        Field("namespace", "Namespace", "object", array=True, required=True, model="NamespaceUsage"),
        Field("total_concurrency_mem", "TotalConcurrencyMem", "integer", required=True),
        Field("total_allocated_concurrency_mem", "TotalAllocatedConcurrencyMem", "integer", required=True),
        Field("user_concurrency_mem_limit", "UserConcurrencyMemLimit", "integer", required=True),
    )

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
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in UsageInfo.FIELDS)
