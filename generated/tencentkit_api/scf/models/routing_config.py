# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 37890da5c57b06500a2c934c0771e1c968a5b94c0c14b18f8176bf1879ce0010).
# Do not edit: change the spec or the template.
"""Model RoutingConfig of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import Field, Model, read_array, unknown_fields
from ...unset import UNSET, Unset
from .version_match import VersionMatch, VersionMatchDict
from .version_weight import VersionWeight, VersionWeightDict


class RoutingConfigDict(TypedDict):
    """Plain dict form of `RoutingConfig`, for arguments."""

    additional_version_weights: NotRequired[Sequence[VersionWeight | VersionWeightDict]]
    addtion_version_matchs: NotRequired[Sequence[VersionMatch | VersionMatchDict]]


@define(kw_only=True, repr=False)
class RoutingConfig(Model):
    """Request split between the main version and other versions."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("additional_version_weights", "AdditionalVersionWeights", "object", array=True, model="VersionWeight"),
        Field("addtion_version_matchs", "AddtionVersionMatchs", "object", array=True, model="VersionMatch"),
    )

    additional_version_weights: list[VersionWeight] | Unset = UNSET
    """Versions that receive a random share of the requests."""
    addtion_version_matchs: list[VersionMatch] | Unset = UNSET
    """Versions that receive requests by a rule. The service spells the name this way."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            additional_version_weights=read_array(VersionWeight, source.get("AdditionalVersionWeights", UNSET)),
            addtion_version_matchs=read_array(VersionMatch, source.get("AddtionVersionMatchs", UNSET)),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in RoutingConfig.FIELDS)
