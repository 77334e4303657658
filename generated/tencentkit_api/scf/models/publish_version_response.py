# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 d2380e5a5b3c54341cb3bff7447993bf9fc5056014169d3147cd9da6f682ec9e).
# Do not edit: mend the spec or the template.
"""PublishVersionResponse of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...meta import Meta
from ...model import Field, Model, unknown_fields
from ...unset import UNSET


@define(kw_only=True)
class PublishVersionResponse(Model):
    """Result of PublishVersion."""

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

    function_version: str
    """Number of the new version."""
    code_size: int
    """Bytes of the code package."""
    memory_size: int
    """Memory of an instance, in MB."""
    description: str
    """What the version is for."""
    handler: str
    """Entry point, such as `index.main_handler` (file and function; for Java, package.Class::method)."""
    timeout: int
    """Seconds that one invocation may run."""
    runtime: str | None
    """Language and version that run the code, such as Python3.10, Nodejs18.15 or CustomRuntime. May be null."""
    namespace: str
    """Namespace of the function; `default` where none is given."""
    request_id: str
    """ID of this request; the vendor's support asks for it."""
    extra: dict[str, Any] = _field(factory=dict)
    """Fields that this version does not know, by wire name."""
    meta: Meta = _field(factory=Meta, eq=False, repr=False)
    """What is known of the call that gave this response."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            function_version=source.get("FunctionVersion", UNSET),
            code_size=source.get("CodeSize", UNSET),
            memory_size=source.get("MemorySize", UNSET),
            description=source.get("Description", UNSET),
            handler=source.get("Handler", UNSET),
            timeout=source.get("Timeout", UNSET),
            runtime=source.get("Runtime", UNSET),
            namespace=source.get("Namespace", UNSET),
            request_id=source.get("RequestId", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in PublishVersionResponse.FIELDS)
