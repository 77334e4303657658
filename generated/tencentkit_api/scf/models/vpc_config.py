# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model VpcConfig of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    unknown_or_null_fields,
)


class VpcConfigDict(TypedDict):
    """Plain dict form of `VpcConfig`, for arguments."""

    vpc_id: NotRequired[str]
    subnet_id: NotRequired[str]


@define(kw_only=True, repr=False)
class VpcConfig(Model):
    """Private network and subnet."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("vpc_id", "VpcId", "string"),
        Field("subnet_id", "SubnetId", "string"),
    )

    vpc_id: str | None = None
    """ID of the private network."""
    subnet_id: str | None = None
    """ID of the subnet."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            vpc_id=get("VpcId"),
            subnet_id=get("SubnetId"),
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in VpcConfig.FIELDS)
