# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 6e4584698ecbebedf0d6da03f94df6ffff29e122413527d3107c62a73656186f).
# Do not edit: mend the spec or the template.
"""Code of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import Field, Model, read_object, unknown_fields
from ...unset import UNSET, Unset
from .image_config import ImageConfig, ImageConfigDict


class CodeDict(TypedDict):
    """`Code` as a plain dict, for arguments."""

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


@define(kw_only=True)
class Code(Model):
    """`Code`."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("cos_bucket_name", "CosBucketName", "string"),
        Field("cos_object_name", "CosObjectName", "string"),
        Field("zip_file", "ZipFile", "string"),
        Field("cos_bucket_region", "CosBucketRegion", "string"),
        Field("demo_id", "DemoId", "string"),
        Field("temp_cos_object_name", "TempCosObjectName", "string"),
        Field("git_url", "GitUrl", "string"),
        Field("git_user_name", "GitUserName", "string"),
        Field("git_password", "GitPassword", "string"),
        Field("git_password_secret", "GitPasswordSecret", "string"),
        Field("git_branch", "GitBranch", "string"),
        Field("git_directory", "GitDirectory", "string"),
        Field("git_commit_id", "GitCommitId", "string"),
        Field("git_user_name_secret", "GitUserNameSecret", "string"),
        Field("image_config", "ImageConfig", "object", model="ImageConfig"),
    )

    cos_bucket_name: str | Unset = UNSET
    cos_object_name: str | Unset = UNSET
    zip_file: str | Unset = UNSET
    cos_bucket_region: str | Unset = UNSET
    demo_id: str | Unset = UNSET
    temp_cos_object_name: str | Unset = UNSET
    git_url: str | Unset = UNSET
    git_user_name: str | Unset = UNSET
    git_password: str | Unset = UNSET
    git_password_secret: str | Unset = UNSET
    git_branch: str | Unset = UNSET
    git_directory: str | Unset = UNSET
    git_commit_id: str | Unset = UNSET
    git_user_name_secret: str | Unset = UNSET
    image_config: ImageConfig | ImageConfigDict | Unset = UNSET
    extra: dict[str, Any] = _field(factory=dict)
    """Fields that this version does not know, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            cos_bucket_name=source.get("CosBucketName", UNSET),
            cos_object_name=source.get("CosObjectName", UNSET),
            zip_file=source.get("ZipFile", UNSET),
            cos_bucket_region=source.get("CosBucketRegion", UNSET),
            demo_id=source.get("DemoId", UNSET),
            temp_cos_object_name=source.get("TempCosObjectName", UNSET),
            git_url=source.get("GitUrl", UNSET),
            git_user_name=source.get("GitUserName", UNSET),
            git_password=source.get("GitPassword", UNSET),
            git_password_secret=source.get("GitPasswordSecret", UNSET),
            git_branch=source.get("GitBranch", UNSET),
            git_directory=source.get("GitDirectory", UNSET),
            git_commit_id=source.get("GitCommitId", UNSET),
            git_user_name_secret=source.get("GitUserNameSecret", UNSET),
            image_config=read_object(ImageConfig, source.get("ImageConfig", UNSET)),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in Code.FIELDS)
