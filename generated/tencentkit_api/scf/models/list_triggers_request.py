# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model ListTriggersRequest of scf 2018-04-16."""

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
class ListTriggersRequest(Model):
    """Request of ListTriggers."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("namespace", "Namespace", "string"),
        Field("offset", "Offset", "integer", default=0),
        Field("limit", "Limit", "integer", default=20),
        Field("order_by", "OrderBy", "string"),
        Field("order", "Order", "string", known_values=("ASC", "DESC")),
        Field("filters", "Filters", "object", array=True, model="Filter"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    function_name: str
    """Name of the function."""
    namespace: str | Unset = UNSET
    """Namespace of the function. Default: `default`."""
    offset: int | Unset = UNSET
    """Number of items to skip. Default: 0."""
    limit: int | Unset = UNSET
    """Maximum number of items to return. Default: 20."""
    order_by: str | Unset = UNSET
    """Sort field: add_time or mod_time. Default: mod_time."""
    order: Literal["ASC", "DESC"] | str | Unset = UNSET
    """Sort direction: ASC or DESC. Default: DESC. Known values: `ASC`, `DESC`."""
    filters: Sequence[Filter | FilterDict] | Unset = UNSET
    """Filters for the triggers, by Qualifier, TriggerName or Description."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            function_name=get("FunctionName", UNSET),
            namespace=get("Namespace", UNSET),
            offset=get("Offset", UNSET),
            limit=get("Limit", UNSET),
            order_by=get("OrderBy", UNSET),
            order=get("Order", UNSET),
            filters=read_array(Filter, get("Filters", UNSET)),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in ListTriggersRequest.FIELDS)
