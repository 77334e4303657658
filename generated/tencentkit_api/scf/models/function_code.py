# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json.
# Do not edit: change the spec or the template.
"""Models of scf 2018-04-16: UpdateFunctionCodeRequest, UpdateFunctionCodeResponse."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...meta import Meta
from ...model import (
    Field,
    Model,
    unknown_or_null_fields,
)
from ...unset import UNSET, Unset
from .shared_code import Code, CodeDict


@define(kw_only=True, repr=False, eq=False)
class UpdateFunctionCodeRequest(Model):
    """Request of UpdateFunctionCode."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("handler", "Handler", "string"),
        Field("cos_bucket_name", "CosBucketName", "string"),
        Field("cos_object_name", "CosObjectName", "string"),
        Field("zip_file", "ZipFile", "string"),
        Field("namespace", "Namespace", "string"),
        Field("cos_bucket_region", "CosBucketRegion", "string"),
        Field("install_dependency", "InstallDependency", "string"),
        Field("env_id", "EnvId", "string"),
        Field("publish", "Publish", "string"),
        Field("code", "Code", "object", model="Code"),
        Field("code_source", "CodeSource", "string"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    function_name: str
    """Name of the function to update."""
    handler: str | Unset = UNSET
    """Entry point, such as `index.main_handler` (file and function) or `package.Class::method` for Java."""
    cos_bucket_name: str | Unset = UNSET
    """COS bucket with the code package, without the APPID suffix of the account."""
    cos_object_name: str | Unset = UNSET
    """Path of the code package in the bucket. It begins with a slash."""
    zip_file: str | Unset = UNSET
    """Code package: a ZIP archive in base64. The service rejects requests above 10 MB; use COS for larger archives."""
    namespace: str | Unset = UNSET
    """Namespace of the function. Default: `default`."""
    cos_bucket_region: str | Unset = UNSET
    """Region of the bucket. Required only for buckets in Beijing."""
    install_dependency: str | Unset = UNSET
    """Installation of dependencies on deployment: TRUE or FALSE. Node.js only."""
    env_id: str | Unset = UNSET
    """Environment of the function."""
    publish: str | Unset = UNSET
    """Publication of a new version in the same step: TRUE or FALSE. Default: FALSE."""
    code: Code | CodeDict | Unset = UNSET
    """Code of the function: a ZIP archive, a COS object or a container image."""
    code_source: str | Unset = UNSET
    """Source of the code, such as ZipFile, Cos or Demo."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class UpdateFunctionCodeResponse(Model):
    """Response of UpdateFunctionCode."""

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
