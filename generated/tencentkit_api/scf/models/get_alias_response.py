# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 6e4584698ecbebedf0d6da03f94df6ffff29e122413527d3107c62a73656186f).
# Do not edit: mend the spec or the template.
"""GetAliasResponse of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...meta import Meta
from ...model import Field, Model, read_object, unknown_fields
from ...unset import UNSET
from .routing_config import RoutingConfig


@define(kw_only=True)
class GetAliasResponse(Model):
    """Result of GetAlias."""

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
    name: str
    routing_config: RoutingConfig
    description: str
    add_time: str
    mod_time: str
    request_id: str
    extra: dict[str, Any] = _field(factory=dict)
    """Fields that this version does not know, by wire name."""
    meta: Meta = _field(factory=Meta, eq=False, repr=False)
    """What is known of the call that gave this response."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            function_version=source.get("FunctionVersion", UNSET),
            name=source.get("Name", UNSET),
            routing_config=read_object(RoutingConfig, source.get("RoutingConfig", UNSET)),
            description=source.get("Description", UNSET),
            add_time=source.get("AddTime", UNSET),
            mod_time=source.get("ModTime", UNSET),
            request_id=source.get("RequestId", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in GetAliasResponse.FIELDS)
