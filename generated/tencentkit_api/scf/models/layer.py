# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json.
# Do not edit: change the spec or the template.
"""Models of scf 2018-04-16: ListLayersRequest, ListLayersResponse."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...meta import Meta
from ...model import (
    Field,
    Model,
    read_items,
    unknown_or_null_fields,
)
from ...unset import UNSET, Unset
from .shared_layer_version_info import LayerVersionInfo


@define(kw_only=True, repr=False, eq=False)
class ListLayersRequest(Model):
    """Request of ListLayers."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("compatible_runtime", "CompatibleRuntime", "string"),
        Field("offset", "Offset", "integer"),
        Field("limit", "Limit", "integer"),
        Field("search_key", "SearchKey", "string"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    compatible_runtime: str | Unset = UNSET
    """Only layers compatible with this runtime."""
    offset: int | Unset = UNSET
    """Number of items to skip. Default: 0."""
    limit: int | Unset = UNSET
    """Maximum number of items to return. Default: 20."""
    search_key: str | Unset = UNSET
    """Substring of the layer name."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class ListLayersResponse(Model):
    """Response of ListLayers."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("layers", "Layers", "object", array=True, required=True, model="LayerVersionInfo"),
        Field("total_count", "TotalCount", "integer", required=True),
        Field("request_id", "RequestId", "string", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    layers: list[LayerVersionInfo]
    """Layers with their newest versions."""
    total_count: int
    """Total number of matching items."""
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
            layers=read_items(LayerVersionInfo, get("Layers")),
            total_count=get("TotalCount"),
            request_id=get("RequestId"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )
