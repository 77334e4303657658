# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 37890da5c57b06500a2c934c0771e1c968a5b94c0c14b18f8176bf1879ce0010).
# Do not edit: change the spec or the template.
"""Model SearchKey of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import Field, Model, unknown_fields
from ...unset import UNSET


class SearchKeyDict(TypedDict):
    """Plain dict form of `SearchKey`, for arguments."""

    key: str
    value: str


@define(kw_only=True, repr=False)
class SearchKey(Model):
    """Search term with its field."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("key", "Key", "string", required=True),
        Field("value", "Value", "string", required=True),
    )

    key: str
    """Field to search: Namespace or Description."""
    value: str
    """Search term."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            key=source.get("Key", UNSET),
            value=source.get("Value", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in SearchKey.FIELDS)
