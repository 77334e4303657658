# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model GetLayerVersionResponse of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...meta import Meta
from ...model import (
    Field,
    Model,
    read_list,
    unknown_or_null_fields,
)


@define(kw_only=True, repr=False)
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
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in GetLayerVersionResponse.FIELDS)
