# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 d2380e5a5b3c54341cb3bff7447993bf9fc5056014169d3147cd9da6f682ec9e).
# Do not edit: mend the spec or the template.
"""UpdateFunctionCodeRequest of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import Field, Model, read_object, unknown_fields
from ...unset import UNSET, Unset
from .code import Code, CodeDict


@define(kw_only=True)
class UpdateFunctionCodeRequest(Model):
    """Arguments of UpdateFunctionCode."""

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

    function_name: str
    """Name of the function to change."""
    handler: str | Unset = UNSET
    """Entry point, such as `index.main_handler` (file and function; for Java, package.Class::method)."""
    cos_bucket_name: str | Unset = UNSET
    """Bucket of COS that holds the code package, without the account's APPID at its end."""
    cos_object_name: str | Unset = UNSET
    """Path of the code package in the bucket, beginning with a slash."""
    zip_file: str | Unset = UNSET
    """The code package, a zip archive in base64; a request of more than 10 MB is refused, so use COS for more."""
    namespace: str | Unset = UNSET
    """Namespace of the function; `default` where none is given."""
    cos_bucket_region: str | Unset = UNSET
    """Region of the bucket; needed only for those in Beijing."""
    install_dependency: str | Unset = UNSET
    """Whether dependencies are installed on deployment, TRUE or FALSE; for Node.js only."""
    env_id: str | Unset = UNSET
    """Environment of the function."""
    publish: str | Unset = UNSET
    """Whether to publish a new version in the same step, TRUE or FALSE; FALSE where none is given."""
    code: Code | CodeDict | Unset = UNSET
    """The code: a zip archive, an object in COS or a container image."""
    code_source: str | Unset = UNSET
    """Where the code comes from, such as ZipFile, Cos or Demo."""
    extra: dict[str, Any] = _field(factory=dict)
    """Fields that this version does not know, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            function_name=source.get("FunctionName", UNSET),
            handler=source.get("Handler", UNSET),
            cos_bucket_name=source.get("CosBucketName", UNSET),
            cos_object_name=source.get("CosObjectName", UNSET),
            zip_file=source.get("ZipFile", UNSET),
            namespace=source.get("Namespace", UNSET),
            cos_bucket_region=source.get("CosBucketRegion", UNSET),
            install_dependency=source.get("InstallDependency", UNSET),
            env_id=source.get("EnvId", UNSET),
            publish=source.get("Publish", UNSET),
            code=read_object(Code, source.get("Code", UNSET)),
            code_source=source.get("CodeSource", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in UpdateFunctionCodeRequest.FIELDS)
