# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model LogSearchContext of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    unknown_or_null_fields,
)


class LogSearchContextDict(TypedDict):
    """Plain dict form of `LogSearchContext`, for arguments."""

    offset: str
    limit: int
    keyword: NotRequired[str]
    type: NotRequired[str]


@define(kw_only=True, repr=False)
class LogSearchContext(Model):
    """Position of a log search. No longer used by the service."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("offset", "Offset", "string", required=True),
        Field("limit", "Limit", "integer", required=True),
        Field("keyword", "Keyword", "string"),
        Field("type", "Type", "string"),
    )

    offset: str
    """Offset of the next entry."""
    limit: int
    """Number of entries."""
    keyword: str | None = None
    """Search term."""
    type: str | None = None
    """Type of log: Application or Platform. Default: Application."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            offset=get("Offset"),
            limit=get("Limit"),
            keyword=get("Keyword"),
            type=get("Type"),
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in LogSearchContext.FIELDS)
