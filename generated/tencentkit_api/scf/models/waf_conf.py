# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model WafConf of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    unknown_or_null_fields,
)


class WafConfDict(TypedDict):
    """Plain dict form of `WafConf`, for arguments."""

    waf_open: NotRequired[Literal["OPEN", "CLOSE"] | str]
    waf_instance_id: NotRequired[str]


@define(kw_only=True, repr=False)
class WafConf(Model):
    """Web application firewall in front of a domain."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("waf_open", "WafOpen", "string", known_values=("OPEN", "CLOSE")),
        Field("waf_instance_id", "WafInstanceId", "string"),
    )

    waf_open: Literal["OPEN", "CLOSE"] | str | None = None
    """State of the firewall: OPEN or CLOSE. Known values: `OPEN`, `CLOSE`."""
    waf_instance_id: str | None = None
    """ID of the firewall."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            waf_open=get("WafOpen"),
            waf_instance_id=get("WafInstanceId"),
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in WafConf.FIELDS)
