# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model ListCustomDomainsRequest of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Literal, Self

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    read_array,
    unknown_fields,
)
from ...unset import UNSET, Unset
from .filter import Filter, FilterDict


@define(kw_only=True, repr=False)
class ListCustomDomainsRequest(Model):
    """Request of ListCustomDomains."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("offset", "Offset", "integer"),
        Field("limit", "Limit", "integer"),
        Field("order_by", "OrderBy", "string", known_values=("AddTime", "ModTime")),
        Field("order", "Order", "string", known_values=("DESC", "ASC")),
        Field("filters", "Filters", "object", array=True, model="Filter"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    offset: int | Unset = UNSET
    """Number of items to skip. Default: 0."""
    limit: int | Unset = UNSET
    """Maximum number of items to return. Default: 20."""
    order_by: Literal["AddTime", "ModTime"] | str | Unset = UNSET
    """Sort field: AddTime or ModTime. Default: AddTime. Known values: `AddTime`, `ModTime`."""
    order: Literal["DESC", "ASC"] | str | Unset = UNSET
    """Sort direction: ASC or DESC. Known values: `DESC`, `ASC`."""
    filters: Sequence[Filter | FilterDict] | Unset = UNSET
    """Filters for the domains."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            offset=get("Offset", UNSET),
            limit=get("Limit", UNSET),
            order_by=get("OrderBy", UNSET),
            order=get("Order", UNSET),
            filters=read_array(Filter, get("Filters", UNSET)),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in ListCustomDomainsRequest.FIELDS)
