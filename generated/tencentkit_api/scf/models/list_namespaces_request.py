# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 6e4584698ecbebedf0d6da03f94df6ffff29e122413527d3107c62a73656186f).
# Do not edit: mend the spec or the template.
"""ListNamespacesRequest of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import Field, Model, read_array, unknown_fields
from ...unset import UNSET, Unset
from .search_key import SearchKey, SearchKeyDict


@define(kw_only=True)
class ListNamespacesRequest(Model):
    """Arguments of ListNamespaces."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("limit", "Limit", "integer"),
        Field("offset", "Offset", "integer"),
        Field("orderby", "Orderby", "string"),
        Field("order", "Order", "string"),
        Field("search_key", "SearchKey", "object", array=True, model="SearchKey"),
    )

    limit: int | Unset = UNSET
    offset: int | Unset = UNSET
    orderby: str | Unset = UNSET
    order: str | Unset = UNSET
    search_key: Sequence[SearchKey | SearchKeyDict] | Unset = UNSET
    extra: dict[str, Any] = _field(factory=dict)
    """Fields that this version does not know, by wire name."""

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
