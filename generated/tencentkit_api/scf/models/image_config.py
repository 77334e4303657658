# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model ImageConfig of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...deprecation import deprecated_fields
from ...model import (
    Field,
    Model,
    unknown_or_null_fields,
)


class ImageConfigDict(TypedDict):
    """Plain dict form of `ImageConfig`, for arguments."""

    image_type: str
    image_uri: str
    registry_id: NotRequired[str | None]
    entry_point: NotRequired[str | None]
    command: NotRequired[str | None]
    args: NotRequired[str | None]
    container_image_accelerate: NotRequired[bool | None]
    image_port: NotRequired[int | None]


@deprecated_fields
@define(kw_only=True, repr=False)
class ImageConfig(Model):
    """Container image."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("image_type", "ImageType", "string", required=True),
        Field("image_uri", "ImageUri", "string", required=True),
        Field("registry_id", "RegistryId", "string", nullable=True),
        Field(
            "entry_point",
            "EntryPoint",
            "string",
            nullable=True,
            deprecated="entry_point is deprecated. The service may remove it.",
        ),
        Field("command", "Command", "string", nullable=True),
        Field("args", "Args", "string", nullable=True),
        Field("container_image_accelerate", "ContainerImageAccelerate", "boolean", nullable=True),
        Field("image_port", "ImagePort", "integer", nullable=True, default=9000),
    )

    image_type: str
    """Edition of the image registry: personal or enterprise."""
    image_uri: str
    """Image reference, as domain/namespace/name:tag@digest."""
    registry_id: str | None = None
    """ID of the registry. Required for the enterprise edition. May be null."""
    entry_point: str | None = None
    """Deprecated. No longer used by the service. May be null. It is deprecated. The service may remove it."""
    command: str | None = None
    """Command that starts the container. Default: the command of the image. May be null."""
    args: str | None = None
    """Arguments of the command, separated by spaces. Default: the arguments of the image. May be null."""
    container_image_accelerate: bool | None = None
    """If true, the service loads parts of the image on demand. May be null."""
    image_port: int | None = None
    """Port of the server in the image. 0 means 9000; -1 means no port. Default: 9000. May be null."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            image_type=get("ImageType"),
            image_uri=get("ImageUri"),
            registry_id=get("RegistryId"),
            entry_point=get("EntryPoint"),
            command=get("Command"),
            args=get("Args"),
            container_image_accelerate=get("ContainerImageAccelerate"),
            image_port=get("ImagePort"),
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in ImageConfig.FIELDS)
