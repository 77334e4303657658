# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 d2380e5a5b3c54341cb3bff7447993bf9fc5056014169d3147cd9da6f682ec9e).
# Do not edit: mend the spec or the template.
"""LogSearchContext of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import Field, Model, unknown_fields
from ...unset import UNSET, Unset


class LogSearchContextDict(TypedDict):
    """`LogSearchContext` as a plain dict, for arguments."""

    offset: str
    limit: int
    keyword: NotRequired[str]
    type: NotRequired[str]


@define(kw_only=True)
class LogSearchContext(Model):
    """Where a search of logs stands; no longer used."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("offset", "Offset", "string", required=True),
        Field("limit", "Limit", "integer", required=True),
        Field("keyword", "Keyword", "string"),
        Field("type", "Type", "string"),
    )

    offset: str
    """Where to go on."""
    limit: int
    """How many entries."""
    keyword: str | Unset = UNSET
    """Word to search for."""
    type: str | Unset = UNSET
    """Application or Platform; Application where none is given."""
    extra: dict[str, Any] = _field(factory=dict)
    """Fields that this version does not know, by wire name."""

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
