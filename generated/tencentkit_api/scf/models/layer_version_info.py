# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 bd69e82bc1367138b9c1522b7f221432a9ed0610bc88bb293965e40371eaa2a7).
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
    """A version of a layer."""

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
    """Runtimes that the layer is made for."""
    add_time: str
    """When it was created."""
    description: str
    """What the version is for."""
    license_info: str | None
    """Software licence of the layer. May be null."""
    layer_version: int
    """Number of the layer's version."""
    layer_name: str
    """Name of the layer."""
    status: str
    """State of the layer's version."""
    stamp: str
    """A mark of the service's own."""
    tags: list[Tag] | None | Unset = UNSET
    """Tags, as keys with their values. May be null."""
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

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not LayerVersionInfo:  # a subclass may read otherwise
            return super().from_list(source)
        result: list[Any] = []
        before: Any = cls.from_dict({})
        for item in source:
            # Field by field where all of them are there and nothing else is; texts that repeat are kept once.
            if type(item) is dict and len(item) == 9:
                read = _new(cls)
                try:
                    read.compatible_runtimes = item["CompatibleRuntimes"]
                    text = item["AddTime"]
                    read.add_time = before.add_time if type(text) is str and text == before.add_time else text
                    text = item["Description"]
                    read.description = before.description if type(text) is str and text == before.description else text
                    text = item["LicenseInfo"]
                    read.license_info = (
                        before.license_info if type(text) is str and text == before.license_info else text
                    )
                    read.layer_version = item["LayerVersion"]
                    text = item["LayerName"]
                    read.layer_name = before.layer_name if type(text) is str and text == before.layer_name else text
                    text = item["Status"]
                    read.status = before.status if type(text) is str and text == before.status else text
                    text = item["Stamp"]
                    read.stamp = before.stamp if type(text) is str and text == before.stamp else text
                    read.tags = read_array(Tag, item["Tags"])
                except KeyError:
                    pass
                else:
                    result.append(read)
                    before = read
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


_new = object.__new__

_WIRE_NAMES = frozenset(field.wire for field in LayerVersionInfo.FIELDS)
