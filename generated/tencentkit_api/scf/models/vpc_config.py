# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 37890da5c57b06500a2c934c0771e1c968a5b94c0c14b18f8176bf1879ce0010).
# Do not edit: change the spec or the template.
"""Model VpcConfig of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import Field, Model, unknown_fields
from ...unset import UNSET, Unset


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

    vpc_id: str | Unset = UNSET
    """ID of the private network."""
    subnet_id: str | Unset = UNSET
    """ID of the subnet."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            vpc_id=source.get("VpcId", UNSET),
            subnet_id=source.get("SubnetId", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in VpcConfig.FIELDS)
