# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model ListFunctionsRequest of scf 2018-04-16."""

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
class ListFunctionsRequest(Model):
    """Request of ListFunctions."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("order", "Order", "string", known_values=("ASC", "DESC")),
        Field("orderby", "Orderby", "string"),
        Field("offset", "Offset", "integer", default=0),
        Field("limit", "Limit", "integer", default=20),
        Field("search_key", "SearchKey", "string"),
        Field("namespace", "Namespace", "string"),
        Field("description", "Description", "string"),
        Field("filters", "Filters", "object", array=True, model="Filter"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    order: Literal["ASC", "DESC"] | str | Unset = UNSET
    """Sort direction: ASC or DESC. Known values: `ASC`, `DESC`."""
    orderby: str | Unset = UNSET
    """Sort field: AddTime, ModTime or FunctionName."""
    offset: int | Unset = UNSET
    """Number of items to skip. Default: 0."""
    limit: int | Unset = UNSET
    """Maximum number of items to return. Default: 20."""
    search_key: str | Unset = UNSET
    """Substring of the function name."""
    namespace: str | Unset = UNSET
    """Namespace of the function. Default: `default`."""
    description: str | Unset = UNSET
    """Substring of the function description."""
    filters: Sequence[Filter | FilterDict] | Unset = UNSET
    """Up to 10 filters, by VpcId, SubnetId, ClsTopicId, ClsLogsetId, Role, CfsId, CfsMountInsId, Eip, Status,
    Runtime, a tag and more.
    """
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            order=get("Order", UNSET),
            orderby=get("Orderby", UNSET),
            offset=get("Offset", UNSET),
            limit=get("Limit", UNSET),
            search_key=get("SearchKey", UNSET),
            namespace=get("Namespace", UNSET),
            description=get("Description", UNSET),
            filters=read_array(Filter, get("Filters", UNSET)),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in ListFunctionsRequest.FIELDS)
