# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json.
# Do not edit: change the spec or the template.
"""Models of scf 2018-04-16: LayerVersionInfo."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    UnsetList,
    lazy_extra,
    read_items,
    read_list,
    unknown_or_null_fields,
)
from .shared_tag import Tag

_new = object.__new__


@lazy_extra
@define(kw_only=True, repr=False, eq=False)
class LayerVersionInfo(Model):
    """Version of a layer."""

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
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    compatible_runtimes: list[str]
    """Compatible runtimes of the layer."""
    add_time: str
    """Creation time."""
    description: str
    """Description of the version."""
    license_info: str | None
    """Software license of the layer. May be null."""
    layer_version: int
    """Number of the layer version."""
    layer_name: str
    """Name of the layer."""
    status: str
    """State of the layer version."""
    stamp: str
    """Internal mark of the service."""
    tags: list[Tag] = _field(factory=UnsetList)
    """Tags, as pairs of key and value. May be null."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            compatible_runtimes=read_list(get("CompatibleRuntimes")),
            add_time=get("AddTime"),
            description=get("Description"),
            license_info=get("LicenseInfo"),
            layer_version=get("LayerVersion"),
            layer_name=get("LayerName"),
            status=get("Status"),
            stamp=get("Stamp"),
            tags=read_items(Tag, get("Tags")),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not LayerVersionInfo:  # a subclass may override the parser
            return super().from_list(source)
        result: list[Any] = []
        last_add_time: Any = None
        last_description: Any = None
        last_license_info: Any = None
        last_layer_name: Any = None
        last_status: Any = None
        last_stamp: Any = None
        for item in source:
            # Fast path for items with exactly the known fields; repeated strings share one object.
            if type(item) is dict and len(item) == 9:
                read = _new(cls)
                try:
                    value = item["CompatibleRuntimes"]
                    if value is None:
                        read.extra["CompatibleRuntimes"] = None
                        value = UnsetList()
                    read.compatible_runtimes = value
                    text = item["AddTime"]
                    if text != last_add_time or type(text) is not str:
                        if text is None:
                            read.extra["AddTime"] = None
                        last_add_time = text
                    read.add_time = last_add_time
                    text = item["Description"]
                    if text != last_description or type(text) is not str:
                        if text is None:
                            read.extra["Description"] = None
                        last_description = text
                    read.description = last_description
                    text = item["LicenseInfo"]
                    if text != last_license_info or type(text) is not str:
                        if text is None:
                            read.extra["LicenseInfo"] = None
                        last_license_info = text
                    read.license_info = last_license_info
                    value = item["LayerVersion"]
                    if value is None:
                        read.extra["LayerVersion"] = None
                    read.layer_version = value
                    text = item["LayerName"]
                    if text != last_layer_name or type(text) is not str:
                        if text is None:
                            read.extra["LayerName"] = None
                        last_layer_name = text
                    read.layer_name = last_layer_name
                    text = item["Status"]
                    if text != last_status or type(text) is not str:
                        if text is None:
                            read.extra["Status"] = None
                        last_status = text
                    read.status = last_status
                    text = item["Stamp"]
                    if text != last_stamp or type(text) is not str:
                        if text is None:
                            read.extra["Stamp"] = None
                        last_stamp = text
                    read.stamp = last_stamp
                    value = item["Tags"]
                    if value is None:
                        read.extra["Tags"] = None
                    read.tags = read_items(Tag, value)
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result
