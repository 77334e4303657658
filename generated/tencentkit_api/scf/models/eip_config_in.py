# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model EipConfigIn of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    unknown_fields,
)
from ...unset import UNSET, Unset


class EipConfigInDict(TypedDict):
    """Plain dict form of `EipConfigIn`, for arguments."""

    eip_status: Literal["ENABLE", "DISABLE"] | str


@define(kw_only=True, repr=False)
class EipConfigIn(Model):
    """Setting for a fixed public IP address of a function."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("eip_status", "EipStatus", "string", required=True, known_values=("ENABLE", "DISABLE")),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    eip_status: Literal["ENABLE", "DISABLE"] | str
    """Fixed address setting: ENABLE or DISABLE. Known values: `ENABLE`, `DISABLE`."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            eip_status=get("EipStatus", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in EipConfigIn.FIELDS)
