# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model ListLayerVersionsRequest of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    unknown_fields,
)
from ...unset import UNSET, Unset


@define(kw_only=True, repr=False)
class ListLayerVersionsRequest(Model):
    """Request of ListLayerVersions."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("layer_name", "LayerName", "string", required=True),
        Field("compatible_runtime", "CompatibleRuntime", "string", array=True),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    layer_name: str
    """Name of the layer."""
    compatible_runtime: list[str] | tuple[str, ...] | Unset = UNSET
    """Only versions compatible with these runtimes."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            layer_name=get("LayerName", UNSET),
            compatible_runtime=get("CompatibleRuntime", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in ListLayerVersionsRequest.FIELDS)
