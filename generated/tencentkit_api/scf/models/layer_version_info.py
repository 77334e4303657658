# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 6e4584698ecbebedf0d6da03f94df6ffff29e122413527d3107c62a73656186f).
# Do not edit: mend the spec or the template.
"""LayerVersionInfo of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import Field, Model, read_array, unknown_fields
from ...unset import UNSET, Unset
from .tag import Tag


@define(kw_only=True)
class LayerVersionInfo(Model):
    """`LayerVersionInfo`."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("compatible_runtimes", "CompatibleRuntimes", "string", array=True, required=True),
        Field("add_time", "AddTime", "string", required=True),
        Field("description", "Description", "string", required=True),
        Field("license_info", "LicenseInfo", "string", required=True, nullable=True),
        Field("layer_version", "LayerVersion", "integer", required=True),
        Field("layer_name", "LayerName", "string", required=True),
        Field("status", "Status", "string", required=True),
        Field("stamp", "Stamp", "string", required=True),
        Field("tags", "Tags", "object", array=True, nullable=True, model="Tag"),
    )

    compatible_runtimes: list[str]
    add_time: str
    description: str
    license_info: str | None
    """May be null."""
    layer_version: int
    layer_name: str
    status: str
    stamp: str
    tags: list[Tag] | None | Unset = UNSET
    """May be null."""
    extra: dict[str, Any] = _field(factory=dict)
    """Fields that this version does not know, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            compatible_runtimes=source.get("CompatibleRuntimes", UNSET),
            add_time=source.get("AddTime", UNSET),
            description=source.get("Description", UNSET),
            license_info=source.get("LicenseInfo", UNSET),
            layer_version=source.get("LayerVersion", UNSET),
            layer_name=source.get("LayerName", UNSET),
            status=source.get("Status", UNSET),
            stamp=source.get("Stamp", UNSET),
            tags=read_array(Tag, source.get("Tags", UNSET)),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in LayerVersionInfo.FIELDS)
