# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 d2380e5a5b3c54341cb3bff7447993bf9fc5056014169d3147cd9da6f682ec9e).
# Do not edit: mend the spec or the template.
"""DeleteFunctionVersionRequest of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import Field, Model, unknown_fields
from ...unset import UNSET, Unset


@define(kw_only=True)
class DeleteFunctionVersionRequest(Model):
    """Arguments of DeleteFunctionVersion."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("qualifier", "Qualifier", "string", required=True),
        Field("namespace", "Namespace", "string"),
        Field("force_delete", "ForceDelete", "string"),
    )

    function_name: str
    """Name of the function of which to delete a version."""
    qualifier: str
    """Number of the version to delete."""
    namespace: str | Unset = UNSET
    """Namespace of the function; `default` where none is given."""
    force_delete: str | Unset = UNSET
    """"true" ends invocations that are still running."""
    extra: dict[str, Any] = _field(factory=dict)
    """Fields that this version does not know, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            function_name=source.get("FunctionName", UNSET),
            qualifier=source.get("Qualifier", UNSET),
            namespace=source.get("Namespace", UNSET),
            force_delete=source.get("ForceDelete", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in DeleteFunctionVersionRequest.FIELDS)
