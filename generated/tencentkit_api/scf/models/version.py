# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json.
# Do not edit: change the spec or the template.
"""Models of scf 2018-04-16: PublishVersionRequest, PublishVersionResponse."""

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


@define(kw_only=True, repr=False, eq=False)
class PublishVersionRequest(Model):
    """Request of PublishVersion."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("description", "Description", "string"),
        Field("namespace", "Namespace", "string"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    function_name: str
    """Name of the function."""
    description: str | Unset = UNSET
    """Description of the version."""
    namespace: str | Unset = UNSET
    """Namespace of the function. Default: `default`."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class PublishVersionResponse(Model):
    """Response of PublishVersion."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_version", "FunctionVersion", "string", required=True),
        Field("code_size", "CodeSize", "integer", required=True),
        Field("memory_size", "MemorySize", "integer", required=True),
        Field("description", "Description", "string", required=True),
        Field("handler", "Handler", "string", required=True),
        Field("timeout", "Timeout", "integer", required=True),
        Field("runtime", "Runtime", "string", required=True, nullable=True),
        Field("namespace", "Namespace", "string", required=True),
        Field("request_id", "RequestId", "string", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    function_version: str
    """Number of the new version."""
    code_size: int
    """Size of the code package in bytes."""
    memory_size: int
    """Memory of an instance, in MB."""
    description: str
    """Description of the version."""
    handler: str
    """Entry point, such as `index.main_handler` (file and function) or `package.Class::method` for Java."""
    timeout: int
    """Maximum duration of an invocation in seconds."""
    runtime: str | None
    """Language and version of the runtime, such as Python3.10, Nodejs18.15 or CustomRuntime. May be null."""
    namespace: str
    """Namespace of the function. Default: `default`."""
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
            function_version=get("FunctionVersion"),
            code_size=get("CodeSize"),
            memory_size=get("MemorySize"),
            description=get("Description"),
            handler=get("Handler"),
            timeout=get("Timeout"),
            runtime=get("Runtime"),
            namespace=get("Namespace"),
            request_id=get("RequestId"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )
