# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model DeadLetterConfig of scf 2018-04-16."""

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


class DeadLetterConfigDict(TypedDict):
    """Plain dict form of `DeadLetterConfig`, for arguments."""

    type: str
    name: str
    filter_type: NotRequired[str]


@define(kw_only=True, repr=False)
class DeadLetterConfig(Model):
    """Dead-letter queue for events that failed permanently."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("type", "Type", "string", required=True),
        Field("name", "Name", "string", required=True),
        Field("filter_type", "FilterType", "string"),
    )

    type: str
    """Type of the queue."""
    name: str
    """Name of the queue."""
    filter_type: str | None = None
    """Filter for the messages of a topic."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            type=get("Type"),
            name=get("Name"),
            filter_type=get("FilterType"),
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in DeadLetterConfig.FIELDS)
