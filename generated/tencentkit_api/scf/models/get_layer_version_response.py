# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 d2380e5a5b3c54341cb3bff7447993bf9fc5056014169d3147cd9da6f682ec9e).
# Do not edit: mend the spec or the template.
"""GetLayerVersionResponse of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...meta import Meta
from ...model import Field, Model, unknown_fields
from ...unset import UNSET


@define(kw_only=True)
class GetLayerVersionResponse(Model):
    """Result of GetLayerVersion."""

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
    """Runtimes that the layer is made for."""
    code_sha256: str
    """SHA-256 of the code package."""
    location: str
    """Where to download the files, for a while."""
    add_time: str
    """When it was created."""
    description: str
    """What the version is for."""
    license_info: str
    """Software licence of the layer."""
    layer_version: int
    """Number of the layer's version."""
    layer_name: str
    """Name of the layer."""
    status: str
    """State of the layer's version."""
    request_id: str
    """ID of this request; the vendor's support asks for it."""
    extra: dict[str, Any] = _field(factory=dict)
    """Fields that this version does not know, by wire name."""
    meta: Meta = _field(factory=Meta, eq=False, repr=False)
    """What is known of the call that gave this response."""

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
