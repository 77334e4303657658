# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model PublicNetConfigIn of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    read_object,
    unknown_fields,
)
from ...unset import UNSET, Unset
from .eip_config_in import EipConfigIn, EipConfigInDict


class PublicNetConfigInDict(TypedDict):
    """Plain dict form of `PublicNetConfigIn`, for arguments."""

    public_net_status: Literal["DISABLE", "ENABLE"] | str
    eip_config: NotRequired[EipConfigIn | EipConfigInDict]


@define(kw_only=True, repr=False)
class PublicNetConfigIn(Model):
    """Access of a function to the public internet."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("public_net_status", "PublicNetStatus", "string", required=True, known_values=("DISABLE", "ENABLE")),
        Field("eip_config", "EipConfig", "object", model="EipConfigIn"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    public_net_status: Literal["DISABLE", "ENABLE"] | str
    """Fixed address setting: ENABLE or DISABLE. Known values: `DISABLE`, `ENABLE`."""
    eip_config: EipConfigIn | EipConfigInDict | Unset = UNSET
    """Setting for a fixed public IP address."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            public_net_status=get("PublicNetStatus", UNSET),
            eip_config=read_object(EipConfigIn, get("EipConfig", UNSET)),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in PublicNetConfigIn.FIELDS)
