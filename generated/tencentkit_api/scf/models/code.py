# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model Code of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    hidden,
    read_object,
    unknown_fields,
)
from ...unset import UNSET, Unset
from .image_config import ImageConfig, ImageConfigDict


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


@define(kw_only=True, repr=False)
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

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            cos_bucket_name=get("CosBucketName", UNSET),
            cos_object_name=get("CosObjectName", UNSET),
            zip_file=get("ZipFile", UNSET),
            cos_bucket_region=get("CosBucketRegion", UNSET),
            demo_id=get("DemoId", UNSET),
            temp_cos_object_name=get("TempCosObjectName", UNSET),
            git_url=get("GitUrl", UNSET),
            git_user_name=get("GitUserName", UNSET),
            git_password=get("GitPassword", UNSET),
            git_password_secret=get("GitPasswordSecret", UNSET),
            git_branch=get("GitBranch", UNSET),
            git_directory=get("GitDirectory", UNSET),
            git_commit_id=get("GitCommitId", UNSET),
            git_user_name_secret=get("GitUserNameSecret", UNSET),
            image_config=read_object(ImageConfig, get("ImageConfig", UNSET)),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in Code.FIELDS)
