# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model Filter of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    unknown_fields,
)
from ...unset import UNSET, Unset


class FilterDict(TypedDict):
    """Plain dict form of `Filter`, for arguments."""

    name: str
    values: list[str] | tuple[str, ...]


@define(kw_only=True, repr=False)
class Filter(Model):
    """Filter for listed items. An item matches if it has one of the values."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("name", "Name", "string", required=True),
        Field("values", "Values", "string", array=True, required=True),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    name: str
    """Name of the filter. Each action documents its own names."""
    values: list[str] | tuple[str, ...]
    """Values that match."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            name=get("Name", UNSET),
            values=get("Values", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in Filter.FIELDS)
