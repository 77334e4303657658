# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 d2380e5a5b3c54341cb3bff7447993bf9fc5056014169d3147cd9da6f682ec9e).
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
        Field("offset", "Offset", "integer", default=0),
        Field("limit", "Limit", "integer", default=20),
        Field("search_key", "SearchKey", "string"),
        Field("namespace", "Namespace", "string"),
        Field("description", "Description", "string"),
        Field("filters", "Filters", "object", array=True, model="Filter"),
    )

    order: str | Unset = UNSET
    """Direction of the sorting, ASC or DESC."""
    orderby: str | Unset = UNSET
    """What to sort by: AddTime, ModTime or FunctionName."""
    offset: int | Unset = UNSET
    """How many items to leave out at the beginning; 0 where none is given. Default: 0."""
    limit: int | Unset = UNSET
    """How many items to return at most; 20 where none is given. Default: 20."""
    search_key: str | Unset = UNSET
    """Part of the function's name."""
    namespace: str | Unset = UNSET
    """Namespace of the function; `default` where none is given."""
    description: str | Unset = UNSET
    """Part of the function's description."""
    filters: Sequence[Filter | FilterDict] | Unset = UNSET
    """Conditions on the functions, 10 at most: by VpcId, SubnetId, ClsTopicId, ClsLogsetId, Role, CfsId,
    CfsMountInsId, Eip, Status, Runtime, a tag and more.
    """
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
