# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model CreateAliasRequest of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    read_object,
    unknown_fields,
)
from ...unset import UNSET, Unset
from .routing_config import RoutingConfig, RoutingConfigDict


@define(kw_only=True, repr=False)
class CreateAliasRequest(Model):
    """Request of CreateAlias."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("name", "Name", "string", required=True),
        Field("function_name", "FunctionName", "string", required=True),
        Field("function_version", "FunctionVersion", "string", required=True),
        Field("namespace", "Namespace", "string"),
        Field("routing_config", "RoutingConfig", "object", model="RoutingConfig"),
        Field("description", "Description", "string"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    name: str
    """Name of the alias, unique for the function. It has 1 to 64 letters, digits, `_` and `-` and begins with a
    letter.
    """
    function_name: str
    """Name of the function."""
    function_version: str
    """Main version behind the alias."""
    namespace: str | Unset = UNSET
    """Namespace of the function. Default: `default`."""
    routing_config: RoutingConfig | RoutingConfigDict | Unset = UNSET
    """Request split between versions."""
    description: str | Unset = UNSET
    """Description of the alias."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            name=get("Name", UNSET),
            function_name=get("FunctionName", UNSET),
            function_version=get("FunctionVersion", UNSET),
            namespace=get("Namespace", UNSET),
            routing_config=read_object(RoutingConfig, get("RoutingConfig", UNSET)),
            description=get("Description", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in CreateAliasRequest.FIELDS)
