# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 37890da5c57b06500a2c934c0771e1c968a5b94c0c14b18f8176bf1879ce0010).
# Do not edit: change the spec or the template.
"""Model IntranetConfigOut of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import Field, Model, unknown_fields
from ...unset import UNSET, Unset


@define(kw_only=True, repr=False)
class IntranetConfigOut(Model):
    """Fixed private IP addresses of a function."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("ip_fixed", "IpFixed", "string", required=True),
        Field("ip_address", "IpAddress", "string", array=True, nullable=True),
    )

    ip_fixed: str
    """Fixed address setting: ENABLE or DISABLE."""
    ip_address: list[str] | None | Unset = UNSET
    """IP addresses in use. May be null."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            ip_fixed=source.get("IpFixed", UNSET),
            ip_address=source.get("IpAddress", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in IntranetConfigOut.FIELDS)
