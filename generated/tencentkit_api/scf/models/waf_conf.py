# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 37890da5c57b06500a2c934c0771e1c968a5b94c0c14b18f8176bf1879ce0010).
# Do not edit: change the spec or the template.
"""Model WafConf of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import Field, Model, unknown_fields
from ...unset import UNSET, Unset


class WafConfDict(TypedDict):
    """Plain dict form of `WafConf`, for arguments."""

    waf_open: NotRequired[str]
    waf_instance_id: NotRequired[str]


@define(kw_only=True, repr=False)
class WafConf(Model):
    """Web application firewall in front of a domain."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("waf_open", "WafOpen", "string"),
        Field("waf_instance_id", "WafInstanceId", "string"),
    )

    waf_open: str | Unset = UNSET
    """State of the firewall: OPEN or CLOSE."""
    waf_instance_id: str | Unset = UNSET
    """ID of the firewall."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            waf_open=source.get("WafOpen", UNSET),
            waf_instance_id=source.get("WafInstanceId", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in WafConf.FIELDS)
