# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 bd69e82bc1367138b9c1522b7f221432a9ed0610bc88bb293965e40371eaa2a7).
# Do not edit: mend the spec or the template.
"""Namespace of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import Field, Model, unknown_fields
from ...unset import UNSET


@define(kw_only=True)
class Namespace(Model):
    """A namespace, in which functions have their names."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("mod_time", "ModTime", "string", required=True),
        Field("add_time", "AddTime", "string", required=True),
        Field("description", "Description", "string", required=True),
        Field("name", "Name", "string", required=True),
        Field("type", "Type", "string", required=True),
    )

    mod_time: str
    """When it was last changed."""
    add_time: str
    """When it was created."""
    description: str
    """What the namespace is for."""
    name: str
    """Name of the namespace."""
    type: str
    """default; TCB for one that was made through the mini-program cloud."""
    extra: dict[str, Any] = _field(factory=dict)
    """Fields that this version does not know, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            mod_time=source.get("ModTime", UNSET),
            add_time=source.get("AddTime", UNSET),
            description=source.get("Description", UNSET),
            name=source.get("Name", UNSET),
            type=source.get("Type", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not Namespace:  # a subclass may read otherwise
            return super().from_list(source)
        result: list[Any] = []
        before: Any = cls.from_dict({})
        for item in source:
            # Field by field where all of them are there and nothing else is; texts that repeat are kept once.
            if type(item) is dict and len(item) == 5:
                read = _new(cls)
                try:
                    text = item["ModTime"]
                    read.mod_time = before.mod_time if type(text) is str and text == before.mod_time else text
                    text = item["AddTime"]
                    read.add_time = before.add_time if type(text) is str and text == before.add_time else text
                    text = item["Description"]
                    read.description = before.description if type(text) is str and text == before.description else text
                    text = item["Name"]
                    read.name = before.name if type(text) is str and text == before.name else text
                    text = item["Type"]
                    read.type = before.type if type(text) is str and text == before.type else text
                except KeyError:
                    pass
                else:
                    result.append(read)
                    before = read
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


_new = object.__new__

_WIRE_NAMES = frozenset(field.wire for field in Namespace.FIELDS)
