# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 37890da5c57b06500a2c934c0771e1c968a5b94c0c14b18f8176bf1879ce0010).
# Do not edit: change the spec or the template.
"""Model ListNamespacesRequest of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import Field, Model, read_array, unknown_fields
from ...unset import UNSET, Unset
from .search_key import SearchKey, SearchKeyDict


@define(kw_only=True, repr=False)
class ListNamespacesRequest(Model):
    """Request of ListNamespaces."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("limit", "Limit", "integer", default=20),
        Field("offset", "Offset", "integer", default=0),
        Field("orderby", "Orderby", "string"),
        Field("order", "Order", "string"),
        Field("search_key", "SearchKey", "object", array=True, model="SearchKey"),
    )

    limit: int | Unset = UNSET
    """Maximum number of items to return. Default: 20."""
    offset: int | Unset = UNSET
    """Number of items to skip. Default: 0."""
    orderby: str | Unset = UNSET
    """Sort field: Name or Updatetime."""
    order: str | Unset = UNSET
    """Sort direction: ASC or DESC."""
    search_key: Sequence[SearchKey | SearchKeyDict] | Unset = UNSET
    """Search terms. A namespace matches only if it contains all of them."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            limit=source.get("Limit", UNSET),
            offset=source.get("Offset", UNSET),
            orderby=source.get("Orderby", UNSET),
            order=source.get("Order", UNSET),
            search_key=read_array(SearchKey, source.get("SearchKey", UNSET)),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in ListNamespacesRequest.FIELDS)
