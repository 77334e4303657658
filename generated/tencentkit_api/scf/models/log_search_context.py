# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 37890da5c57b06500a2c934c0771e1c968a5b94c0c14b18f8176bf1879ce0010).
# Do not edit: change the spec or the template.
"""Model LogSearchContext of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import Field, Model, unknown_fields
from ...unset import UNSET, Unset


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
    keyword: str | Unset = UNSET
    """Search term."""
    type: str | Unset = UNSET
    """Type of log: Application or Platform. Default: Application."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            offset=source.get("Offset", UNSET),
            limit=source.get("Limit", UNSET),
            keyword=source.get("Keyword", UNSET),
            type=source.get("Type", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in LogSearchContext.FIELDS)
