# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 d2380e5a5b3c54341cb3bff7447993bf9fc5056014169d3147cd9da6f682ec9e).
# Do not edit: mend the spec or the template.
"""CopyFunctionRequest of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import Field, Model, unknown_fields
from ...unset import UNSET, Unset


@define(kw_only=True)
class CopyFunctionRequest(Model):
    """Arguments of CopyFunction."""

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

    function_name: str
    """Name of the function to copy."""
    new_function_name: str
    """Name of the copy."""
    namespace: str | Unset = UNSET
    """Namespace of the function to copy; `default` where none is given."""
    target_namespace: str | Unset = UNSET
    """Namespace of the copy; `default` where none is given."""
    description: str | Unset = UNSET
    """What the copy is for."""
    target_region: str | Unset = UNSET
    """Region of the copy; the request's own where none is given."""
    override: bool | Unset = UNSET
    """Whether a function of that name is replaced, which deletes it first; false where none is given."""
    copy_configuration: bool | Unset = UNSET
    """Whether settings such as memory, variables and network are copied with the code; true where none is given."""
    extra: dict[str, Any] = _field(factory=dict)
    """Fields that this version does not know, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            function_name=source.get("FunctionName", UNSET),
            new_function_name=source.get("NewFunctionName", UNSET),
            namespace=source.get("Namespace", UNSET),
            target_namespace=source.get("TargetNamespace", UNSET),
            description=source.get("Description", UNSET),
            target_region=source.get("TargetRegion", UNSET),
            override=source.get("Override", UNSET),
            copy_configuration=source.get("CopyConfiguration", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in CopyFunctionRequest.FIELDS)
