# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 37890da5c57b06500a2c934c0771e1c968a5b94c0c14b18f8176bf1879ce0010).
# Do not edit: change the spec or the template.
"""Model GetLayerVersionResponse of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...meta import Meta
from ...model import Field, Model, unknown_fields
from ...unset import UNSET


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
    """Unknown fields by wire name."""
    meta: Meta = _field(factory=Meta, eq=False, repr=False)
    """Metadata of the call that returned this response."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            compatible_runtimes=source.get("CompatibleRuntimes", UNSET),
            code_sha256=source.get("CodeSha256", UNSET),
            location=source.get("Location", UNSET),
            add_time=source.get("AddTime", UNSET),
            description=source.get("Description", UNSET),
            license_info=source.get("LicenseInfo", UNSET),
            layer_version=source.get("LayerVersion", UNSET),
            layer_name=source.get("LayerName", UNSET),
            status=source.get("Status", UNSET),
            request_id=source.get("RequestId", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in GetLayerVersionResponse.FIELDS)
