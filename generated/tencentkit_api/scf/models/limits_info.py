# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 37890da5c57b06500a2c934c0771e1c968a5b94c0c14b18f8176bf1879ce0010).
# Do not edit: change the spec or the template.
"""Model LimitsInfo of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import Field, Model, read_array, unknown_fields
from ...unset import UNSET
from .namespace_limit import NamespaceLimit


@define(kw_only=True, repr=False)
class LimitsInfo(Model):
    """Limits of an account in a region."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("namespaces_count", "NamespacesCount", "integer", required=True),
        Field("namespace", "Namespace", "object", array=True, required=True, model="NamespaceLimit"),
    )

    namespaces_count: int
    """Maximum number of namespaces."""
    namespace: list[NamespaceLimit]
    """Limits of each namespace."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            namespaces_count=source.get("NamespacesCount", UNSET),
            namespace=read_array(NamespaceLimit, source.get("Namespace", UNSET)),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in LimitsInfo.FIELDS)
