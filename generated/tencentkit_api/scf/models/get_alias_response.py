# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model GetAliasResponse of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...meta import Meta
from ...model import (
    Field,
    Model,
    read_object,
    unknown_or_null_fields,
)
from .routing_config import RoutingConfig


@define(kw_only=True, repr=False)
class GetAliasResponse(Model):
    """Response of GetAlias."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_version", "FunctionVersion", "string", required=True),
        Field("name", "Name", "string", required=True),
        Field("routing_config", "RoutingConfig", "object", required=True, model="RoutingConfig"),
        Field("description", "Description", "string", required=True),
        Field("add_time", "AddTime", "string", required=True),
        Field("mod_time", "ModTime", "string", required=True),
        Field("request_id", "RequestId", "string", required=True),
    )

    function_version: str
    """Main version behind the alias."""
    name: str
    """Name of the alias."""
    routing_config: RoutingConfig
    """Request split between versions."""
    description: str
    """Description of the alias."""
    add_time: str
    """Creation time."""
    mod_time: str
    """Time of the last change."""
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
            name=get("Name"),
            routing_config=read_object(RoutingConfig, get("RoutingConfig")),
            description=get("Description"),
            add_time=get("AddTime"),
            mod_time=get("ModTime"),
            request_id=get("RequestId"),
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in GetAliasResponse.FIELDS)
