# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model ListNamespacesRequest of scf 2018-04-16."""

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
from .search_key import SearchKey, SearchKeyDict


@define(kw_only=True, repr=False)
class ListNamespacesRequest(Model):
    """Request of ListNamespaces."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("limit", "Limit", "integer", default=20),
        Field("offset", "Offset", "integer", default=0),
        Field("orderby", "Orderby", "string"),
        Field("order", "Order", "string", known_values=("ASC", "DESC")),
        Field("search_key", "SearchKey", "object", array=True, model="SearchKey"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    limit: int | Unset = UNSET
    """Maximum number of items to return. Default: 20."""
    offset: int | Unset = UNSET
    """Number of items to skip. Default: 0."""
    orderby: str | Unset = UNSET
    """Sort field: Name or Updatetime."""
    order: Literal["ASC", "DESC"] | str | Unset = UNSET
    """Sort direction: ASC or DESC. Known values: `ASC`, `DESC`."""
    search_key: Sequence[SearchKey | SearchKeyDict] | Unset = UNSET
    """Search terms. A namespace matches only if it contains all of them."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            limit=get("Limit", UNSET),
            offset=get("Offset", UNSET),
            orderby=get("Orderby", UNSET),
            order=get("Order", UNSET),
            search_key=read_array(SearchKey, get("SearchKey", UNSET)),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in ListNamespacesRequest.FIELDS)
