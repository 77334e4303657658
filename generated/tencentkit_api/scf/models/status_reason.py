# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 da5c91333f9e2cf85f02a292f6458c21c85756c43fe49017e226d5502c8f4600).
# Do not edit: mend the spec or the template.
"""StatusReason of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import Field, Model, unknown_fields
from ...unset import UNSET


@define(kw_only=True)
class StatusReason(Model):
    """Why a function is in a failed state."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("error_code", "ErrorCode", "string", required=True),
        Field("error_message", "ErrorMessage", "string", required=True),
    )

    error_code: str
    """Code of the error."""
    error_message: str
    """Text of the error."""
    extra: dict[str, Any] = _field(factory=dict)
    """Fields that this version does not know, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            error_code=source.get("ErrorCode", UNSET),
            error_message=source.get("ErrorMessage", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in StatusReason.FIELDS)
