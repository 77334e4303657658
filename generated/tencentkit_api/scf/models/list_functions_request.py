# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 6e4584698ecbebedf0d6da03f94df6ffff29e122413527d3107c62a73656186f).
# Do not edit: mend the spec or the template.
"""ListFunctionsRequest of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import Field, Model, read_array, unknown_fields
from ...unset import UNSET, Unset
from .filter import Filter, FilterDict


@define(kw_only=True)
class ListFunctionsRequest(Model):
    """Arguments of ListFunctions."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("order", "Order", "string"),
        Field("orderby", "Orderby", "string"),
        Field("offset", "Offset", "integer"),
        Field("limit", "Limit", "integer"),
        Field("search_key", "SearchKey", "string"),
        Field("namespace", "Namespace", "string"),
        Field("description", "Description", "string"),
        Field("filters", "Filters", "object", array=True, model="Filter"),
    )

    order: str | Unset = UNSET
    orderby: str | Unset = UNSET
    offset: int | Unset = UNSET
    limit: int | Unset = UNSET
    search_key: str | Unset = UNSET
    namespace: str | Unset = UNSET
    description: str | Unset = UNSET
    filters: Sequence[Filter | FilterDict] | Unset = UNSET
    extra: dict[str, Any] = _field(factory=dict)
    """Fields that this version does not know, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            order=source.get("Order", UNSET),
            orderby=source.get("Orderby", UNSET),
            offset=source.get("Offset", UNSET),
            limit=source.get("Limit", UNSET),
            search_key=source.get("SearchKey", UNSET),
            namespace=source.get("Namespace", UNSET),
            description=source.get("Description", UNSET),
            filters=read_array(Filter, source.get("Filters", UNSET)),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in ListFunctionsRequest.FIELDS)
