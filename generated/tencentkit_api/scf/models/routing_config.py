# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model RoutingConfig of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    UnsetList,
    read_items,
    unknown_or_null_fields,
)
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

    additional_version_weights: list[VersionWeight] = _field(factory=UnsetList)
    """Versions that receive a random share of the requests."""
    addtion_version_matchs: list[VersionMatch] = _field(factory=UnsetList)
    """Versions that receive requests by a rule. The service spells the name this way."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            additional_version_weights=read_items(VersionWeight, get("AdditionalVersionWeights")),
            addtion_version_matchs=read_items(VersionMatch, get("AddtionVersionMatchs")),
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in RoutingConfig.FIELDS)
