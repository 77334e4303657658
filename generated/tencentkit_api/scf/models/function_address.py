# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json.
# Do not edit: change the spec or the template.
"""Models of scf 2018-04-16: GetFunctionAddressRequest, GetFunctionAddressResponse."""

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
class GetFunctionAddressRequest(Model):
    """Request of GetFunctionAddress."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("qualifier", "Qualifier", "string"),
        Field("namespace", "Namespace", "string"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    function_name: str
    """Name of the function."""
    qualifier: str | Unset = UNSET
    """Version or alias of the function."""
    namespace: str | Unset = UNSET
    """Namespace of the function. Default: `default`."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class GetFunctionAddressResponse(Model):
    """Response of GetFunctionAddress."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("url", "Url", "string", required=True),
        Field("code_sha256", "CodeSha256", "string", required=True),
        Field("request_id", "RequestId", "string", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    url: str
    """Temporary download URL of the code package."""
    code_sha256: str
    """SHA-256 of the code package."""
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
            url=get("Url"),
            code_sha256=get("CodeSha256"),
            request_id=get("RequestId"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )
