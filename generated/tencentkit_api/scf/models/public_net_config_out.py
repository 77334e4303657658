# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model PublicNetConfigOut of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    read_object,
    unknown_or_null_fields,
)
from .eip_config_out import EipConfigOut


@define(kw_only=True, repr=False)
class PublicNetConfigOut(Model):
    """Access of a function to the public internet."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("public_net_status", "PublicNetStatus", "string", required=True, known_values=("DISABLE", "ENABLE")),
        Field("eip_config", "EipConfig", "object", required=True, model="EipConfigOut"),
    )

    public_net_status: Literal["DISABLE", "ENABLE"] | str
    """Fixed address setting: ENABLE or DISABLE. Known values: `DISABLE`, `ENABLE`."""
    eip_config: EipConfigOut
    """Fixed public IP addresses."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            public_net_status=get("PublicNetStatus"),
            eip_config=read_object(EipConfigOut, get("EipConfig")),
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in PublicNetConfigOut.FIELDS)
