# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 bd69e82bc1367138b9c1522b7f221432a9ed0610bc88bb293965e40371eaa2a7).
# Do not edit: mend the spec or the template.
"""Alias of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import Field, Model, read_object, unknown_fields
from ...unset import UNSET, Unset
from .routing_config import RoutingConfig


@define(kw_only=True)
class Alias(Model):
    """A name that points to a version of a function, or shares requests between two."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_version", "FunctionVersion", "string", required=True),
        Field("name", "Name", "string", required=True),
        Field("routing_config", "RoutingConfig", "object", required=True, model="RoutingConfig"),
        Field("description", "Description", "string"),
        Field("add_time", "AddTime", "string"),
        Field("mod_time", "ModTime", "string"),
    )

    function_version: str
    """Main version that the alias points to."""
    name: str
    """Name of the alias."""
    routing_config: RoutingConfig
    """How requests are shared between versions."""
    description: str | Unset = UNSET
    """What the alias is for."""
    add_time: str | Unset = UNSET
    """When it was created."""
    mod_time: str | Unset = UNSET
    """When it was last changed."""
    extra: dict[str, Any] = _field(factory=dict)
    """Fields that this version does not know, by wire name."""

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
        if cls is not Alias:  # a subclass may read otherwise
            return super().from_list(source)
        result: list[Any] = []
        before: Any = cls.from_dict({})
        for item in source:
            # Field by field where all of them are there and nothing else is; texts that repeat are kept once.
            if type(item) is dict and len(item) == 6:
                read = _new(cls)
                try:
                    text = item["FunctionVersion"]
                    read.function_version = (
                        before.function_version if type(text) is str and text == before.function_version else text
                    )
                    text = item["Name"]
                    read.name = before.name if type(text) is str and text == before.name else text
                    read.routing_config = read_object(RoutingConfig, item["RoutingConfig"])
                    text = item["Description"]
                    read.description = before.description if type(text) is str and text == before.description else text
                    text = item["AddTime"]
                    read.add_time = before.add_time if type(text) is str and text == before.add_time else text
                    text = item["ModTime"]
                    read.mod_time = before.mod_time if type(text) is str and text == before.mod_time else text
                except KeyError:
                    pass
                else:
                    result.append(read)
                    before = read
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


_new = object.__new__

_WIRE_NAMES = frozenset(field.wire for field in Alias.FIELDS)
