# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json.
# Do not edit: change the spec or the template.
"""Models of scf 2018-04-16: DeleteLayerVersionRequest, DeleteLayerVersionResponse, GetLayerVersionRequest,
GetLayerVersionResponse, ListLayerVersionsRequest, ListLayerVersionsResponse, PublishLayerVersionRequest,
PublishLayerVersionResponse.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...meta import Meta
from ...model import (
    Field,
    Model,
    read_items,
    read_list,
    unknown_or_null_fields,
)
from ...unset import UNSET, Unset
from .shared_code import Code, CodeDict
from .shared_layer_version_info import LayerVersionInfo
from .shared_tag import Tag, TagDict


@define(kw_only=True, repr=False, eq=False)
class DeleteLayerVersionRequest(Model):
    """Request of DeleteLayerVersion."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("layer_name", "LayerName", "string", required=True),
        Field("layer_version", "LayerVersion", "integer", required=True),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    layer_name: str
    """Name of the layer."""
    layer_version: int
    """Number of the layer version."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class DeleteLayerVersionResponse(Model):
    """Response of DeleteLayerVersion."""

    FIELDS: ClassVar[tuple[Field, ...]] = (Field("request_id", "RequestId", "string", required=True),)
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    request_id: str
    """Request ID. Quote it when you contact the vendor's support."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""
    meta: Meta = _field(factory=Meta, eq=False, repr=False)
    """Metadata of the call that returned this response."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            request_id=get("RequestId"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


@define(kw_only=True, repr=False, eq=False)
class GetLayerVersionRequest(Model):
    """Request of GetLayerVersion."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("layer_name", "LayerName", "string", required=True),
        Field("layer_version", "LayerVersion", "integer", required=True),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    layer_name: str
    """Name of the layer."""
    layer_version: int
    """Number of the layer version."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class GetLayerVersionResponse(Model):
    """Response of GetLayerVersion."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("compatible_runtimes", "CompatibleRuntimes", "string", array=True, required=True),
        Field("code_sha256", "CodeSha256", "string", required=True),
        Field("location", "Location", "string", required=True),
        Field("add_time", "AddTime", "string", required=True),
        Field("description", "Description", "string", required=True),
        Field("license_info", "LicenseInfo", "string", required=True),
        Field("layer_version", "LayerVersion", "integer", required=True),
        Field("layer_name", "LayerName", "string", required=True),
        Field("status", "Status", "string", required=True),
        Field("request_id", "RequestId", "string", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    compatible_runtimes: list[str]
    """Compatible runtimes of the layer."""
    code_sha256: str
    """SHA-256 of the code package."""
    location: str
    """Temporary download URL of the files."""
    add_time: str
    """Creation time."""
    description: str
    """Description of the version."""
    license_info: str
    """Software license of the layer."""
    layer_version: int
    """Number of the layer version."""
    layer_name: str
    """Name of the layer."""
    status: str
    """State of the layer version."""
    request_id: str
    """Request ID. Quote it when you contact the vendor's support."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""
    meta: Meta = _field(factory=Meta, eq=False, repr=False)
    """Metadata of the call that returned this response."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            compatible_runtimes=read_list(get("CompatibleRuntimes")),
            code_sha256=get("CodeSha256"),
            location=get("Location"),
            add_time=get("AddTime"),
            description=get("Description"),
            license_info=get("LicenseInfo"),
            layer_version=get("LayerVersion"),
            layer_name=get("LayerName"),
            status=get("Status"),
            request_id=get("RequestId"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


@define(kw_only=True, repr=False, eq=False)
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


@define(kw_only=True, repr=False, eq=False)
class ListLayerVersionsResponse(Model):
    """Response of ListLayerVersions."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("layer_versions", "LayerVersions", "object", array=True, required=True, model="LayerVersionInfo"),
        Field("request_id", "RequestId", "string", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    layer_versions: list[LayerVersionInfo]
    """Versions."""
    request_id: str
    """Request ID. Quote it when you contact the vendor's support."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""
    meta: Meta = _field(factory=Meta, eq=False, repr=False)
    """Metadata of the call that returned this response."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            layer_versions=read_items(LayerVersionInfo, get("LayerVersions")),
            request_id=get("RequestId"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


@define(kw_only=True, repr=False, eq=False)
class PublishLayerVersionRequest(Model):
    """Request of PublishLayerVersion."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("layer_name", "LayerName", "string", required=True),
        Field("compatible_runtimes", "CompatibleRuntimes", "string", array=True, required=True),
        Field("content", "Content", "object", required=True, model="Code"),
        Field("description", "Description", "string"),
        Field("license_info", "LicenseInfo", "string"),
        Field("tags", "Tags", "object", array=True, model="Tag"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    layer_name: str
    """Name of the layer. It has 1 to 64 letters, digits, `-` and `_`, begins with a letter and ends with a letter or
    digit.
    """
    compatible_runtimes: list[str] | tuple[str, ...]
    """Compatible runtimes of the layer."""
    content: Code | CodeDict
    """Files of the layer: a ZIP archive or a COS object."""
    description: str | Unset = UNSET
    """Description of the version."""
    license_info: str | Unset = UNSET
    """Software license of the layer."""
    tags: Sequence[Tag | TagDict] | Unset = UNSET
    """Tags, as pairs of key and value."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class PublishLayerVersionResponse(Model):
    """Response of PublishLayerVersion."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("layer_version", "LayerVersion", "integer", required=True),
        Field("request_id", "RequestId", "string", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    layer_version: int
    """Number of the new version."""
    request_id: str
    """Request ID. Quote it when you contact the vendor's support."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""
    meta: Meta = _field(factory=Meta, eq=False, repr=False)
    """Metadata of the call that returned this response."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            layer_version=get("LayerVersion"),
            request_id=get("RequestId"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )
