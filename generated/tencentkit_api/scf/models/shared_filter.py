# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json.
# Do not edit: change the spec or the template.
"""Models of scf 2018-04-16: Filter."""

from __future__ import annotations

from typing import Any, ClassVar, TypedDict

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
)
from ...unset import UNSET, Unset


class FilterDict(TypedDict):
    """Plain dict form of `Filter`, for arguments."""

    name: str
    values: list[str] | tuple[str, ...]


@define(kw_only=True, repr=False, eq=False)
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
