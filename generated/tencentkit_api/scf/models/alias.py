# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 37890da5c57b06500a2c934c0771e1c968a5b94c0c14b18f8176bf1879ce0010).
# Do not edit: change the spec or the template.
"""Model Alias of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import Field, Model, lazy_extra, read_object, unknown_fields
from ...unset import UNSET, Unset
from .routing_config import RoutingConfig


@lazy_extra
@define(kw_only=True, repr=False)
class Alias(Model):
    """Alias of a function version. It can split requests between two versions."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_version", "FunctionVersion", "string", required=True),
        Field("name", "Name", "string", required=True),
        Field("routing_config", "RoutingConfig", "object", required=True, model="RoutingConfig"),
        Field("description", "Description", "string"),
        Field("add_time", "AddTime", "string"),
        Field("mod_time", "ModTime", "string"),
    )

    function_version: str
    """Main version behind the alias."""
    name: str
    """Name of the alias."""
    routing_config: RoutingConfig
    """Request split between versions."""
    description: str | Unset = UNSET
    """Description of the alias."""
    add_time: str | Unset = UNSET
    """Creation time."""
    mod_time: str | Unset = UNSET
    """Time of the last change."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            function_version=source.get("FunctionVersion", UNSET),
            name=source.get("Name", UNSET),
            routing_config=read_object(RoutingConfig, source.get("RoutingConfig", UNSET)),
            description=source.get("Description", UNSET),
            add_time=source.get("AddTime", UNSET),
            mod_time=source.get("ModTime", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not Alias:  # a subclass may override the parser
            return super().from_list(source)
        result: list[Any] = []
        last_function_version: Any = None
        last_name: Any = None
        last_description: Any = None
        last_add_time: Any = None
        last_mod_time: Any = None
        for item in source:
            # Fast path for items with exactly the known fields; repeated strings share one object.
            if type(item) is dict and len(item) == 6:
                read = _new(cls)
                try:
                    text = item["FunctionVersion"]
                    if text != last_function_version or type(text) is not str:
                        last_function_version = text
                    read.function_version = last_function_version
                    text = item["Name"]
                    if text != last_name or type(text) is not str:
                        last_name = text
                    read.name = last_name
                    read.routing_config = read_object(RoutingConfig, item["RoutingConfig"])
                    text = item["Description"]
                    if text != last_description or type(text) is not str:
                        last_description = text
                    read.description = last_description
                    text = item["AddTime"]
                    if text != last_add_time or type(text) is not str:
                        last_add_time = text
                    read.add_time = last_add_time
                    text = item["ModTime"]
                    if text != last_mod_time or type(text) is not str:
                        last_mod_time = text
                    read.mod_time = last_mod_time
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


_new = object.__new__

_WIRE_NAMES = frozenset(field.wire for field in Alias.FIELDS)
