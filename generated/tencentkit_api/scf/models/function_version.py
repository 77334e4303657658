# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json.
# Do not edit: change the spec or the template.
"""Models of scf 2018-04-16: DeleteFunctionVersionRequest, DeleteFunctionVersionResponse."""

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
class DeleteFunctionVersionRequest(Model):
    """Request of DeleteFunctionVersion."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("qualifier", "Qualifier", "string", required=True),
        Field("namespace", "Namespace", "string"),
        Field("force_delete", "ForceDelete", "string"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    function_name: str
    """Name of the function that has the version."""
    qualifier: str
    """Number of the version to delete."""
    namespace: str | Unset = UNSET
    """Namespace of the function. Default: `default`."""
    force_delete: str | Unset = UNSET
    """`true` terminates running invocations."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class DeleteFunctionVersionResponse(Model):
    """Response of DeleteFunctionVersion."""

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
