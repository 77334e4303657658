# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model CopyFunctionRequest of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    unknown_fields,
)
from ...unset import UNSET, Unset


@define(kw_only=True, repr=False)
class CopyFunctionRequest(Model):
    """Request of CopyFunction."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("new_function_name", "NewFunctionName", "string", required=True),
        Field("namespace", "Namespace", "string"),
        Field("target_namespace", "TargetNamespace", "string"),
        Field("description", "Description", "string"),
        Field("target_region", "TargetRegion", "string"),
        Field("override", "Override", "boolean"),
        Field("copy_configuration", "CopyConfiguration", "boolean"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    function_name: str
    """Name of the function to copy."""
    new_function_name: str
    """Name of the copy."""
    namespace: str | Unset = UNSET
    """Namespace of the function to copy. Default: `default`."""
    target_namespace: str | Unset = UNSET
    """Namespace of the copy. Default: `default`."""
    description: str | Unset = UNSET
    """Description of the copy."""
    target_region: str | Unset = UNSET
    """Region of the copy. Default: the region of the request."""
    override: bool | Unset = UNSET
    """If true, the copy replaces an existing function of the same name, which the service deletes first. Default:
    false.
    """
    copy_configuration: bool | Unset = UNSET
    """If true, the service also copies settings such as memory, variables and network. Default: true."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            function_name=get("FunctionName", UNSET),
            new_function_name=get("NewFunctionName", UNSET),
            namespace=get("Namespace", UNSET),
            target_namespace=get("TargetNamespace", UNSET),
            description=get("Description", UNSET),
            target_region=get("TargetRegion", UNSET),
            override=get("Override", UNSET),
            copy_configuration=get("CopyConfiguration", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in CopyFunctionRequest.FIELDS)
