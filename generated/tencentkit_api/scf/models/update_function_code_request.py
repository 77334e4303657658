# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 6e4584698ecbebedf0d6da03f94df6ffff29e122413527d3107c62a73656186f).
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
    handler: str | Unset = UNSET
    cos_bucket_name: str | Unset = UNSET
    cos_object_name: str | Unset = UNSET
    zip_file: str | Unset = UNSET
    namespace: str | Unset = UNSET
    cos_bucket_region: str | Unset = UNSET
    install_dependency: str | Unset = UNSET
    env_id: str | Unset = UNSET
    publish: str | Unset = UNSET
    code: Code | CodeDict | Unset = UNSET
    code_source: str | Unset = UNSET
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
