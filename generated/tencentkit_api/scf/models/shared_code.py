# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json.
# Do not edit: change the spec or the template.
"""Models of scf 2018-04-16: Code, ImageConfig."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...deprecation import deprecated_fields
from ...model import (
    Field,
    Model,
    hidden,
    unknown_or_null_fields,
)
from ...unset import UNSET, Unset


class CodeDict(TypedDict):
    """Plain dict form of `Code`, for arguments."""

    cos_bucket_name: NotRequired[str]
    cos_object_name: NotRequired[str]
    zip_file: NotRequired[str]
    cos_bucket_region: NotRequired[str]
    demo_id: NotRequired[str]
    temp_cos_object_name: NotRequired[str]
    git_url: NotRequired[str]
    git_user_name: NotRequired[str]
    git_password: NotRequired[str]
    git_password_secret: NotRequired[str]
    git_branch: NotRequired[str]
    git_directory: NotRequired[str]
    git_commit_id: NotRequired[str]
    git_user_name_secret: NotRequired[str]
    image_config: NotRequired[ImageConfig | ImageConfigDict]


@define(kw_only=True, repr=False, eq=False)
class Code(Model):
    """Code of a function or files of a layer: a ZIP archive, a COS object or a container image."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("cos_bucket_name", "CosBucketName", "string"),
        Field("cos_object_name", "CosObjectName", "string"),
        Field("zip_file", "ZipFile", "string"),
        Field("cos_bucket_region", "CosBucketRegion", "string"),
        Field("demo_id", "DemoId", "string"),
        Field("temp_cos_object_name", "TempCosObjectName", "string"),
        Field("git_url", "GitUrl", "string"),
        Field("git_user_name", "GitUserName", "string"),
        Field("git_password", "GitPassword", "string", secret=True),
        Field("git_password_secret", "GitPasswordSecret", "string", secret=True),
        Field("git_branch", "GitBranch", "string"),
        Field("git_directory", "GitDirectory", "string"),
        Field("git_commit_id", "GitCommitId", "string"),
        Field("git_user_name_secret", "GitUserNameSecret", "string", secret=True),
        Field("image_config", "ImageConfig", "object", model="ImageConfig"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    cos_bucket_name: str | Unset = UNSET
    """COS bucket with the code package, without the APPID suffix of the account."""
    cos_object_name: str | Unset = UNSET
    """Path of the code package in the bucket. It begins with a slash."""
    zip_file: str | Unset = UNSET
    """ZIP archive in base64. The service rejects requests above 10 MB; use COS for larger archives."""
    cos_bucket_region: str | Unset = UNSET
    """Region of the bucket. Required only for buckets in Beijing."""
    demo_id: str | Unset = UNSET
    """ID of the template, for code from a template."""
    temp_cos_object_name: str | Unset = UNSET
    """Object in the temporary bucket of the vendor, for code uploaded there."""
    git_url: str | Unset = UNSET
    """No longer used by the service."""
    git_user_name: str | Unset = UNSET
    """No longer used by the service."""
    git_password: str | Unset = _field(default=UNSET, repr=hidden)
    """No longer used by the service."""
    git_password_secret: str | Unset = _field(default=UNSET, repr=hidden)
    """No longer used by the service."""
    git_branch: str | Unset = UNSET
    """No longer used by the service."""
    git_directory: str | Unset = UNSET
    """No longer used by the service."""
    git_commit_id: str | Unset = UNSET
    """No longer used by the service."""
    git_user_name_secret: str | Unset = _field(default=UNSET, repr=hidden)
    """No longer used by the service."""
    image_config: ImageConfig | ImageConfigDict | Unset = UNSET
    """Container image of the function."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


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
@define(kw_only=True, repr=False, eq=False)
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
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

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
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )
