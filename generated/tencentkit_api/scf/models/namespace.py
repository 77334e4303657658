# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model Namespace of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    lazy_extra,
    unknown_or_null_fields,
)


@lazy_extra
@define(kw_only=True, repr=False)
class Namespace(Model):
    """Namespace for function names."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("mod_time", "ModTime", "string", required=True),
        Field("add_time", "AddTime", "string", required=True),
        Field("description", "Description", "string", required=True),
        Field("name", "Name", "string", required=True),
        Field("type", "Type", "string", required=True),
    )

    mod_time: str
    """Time of the last change."""
    add_time: str
    """Creation time."""
    description: str
    """Description of the namespace."""
    name: str
    """Name of the namespace."""
    type: str
    """Type of the namespace: default, or TCB for one created by the mini program cloud."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            mod_time=get("ModTime"),
            add_time=get("AddTime"),
            description=get("Description"),
            name=get("Name"),
            type=get("Type"),
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not Namespace:  # a subclass may override the parser
            return super().from_list(source)
        result: list[Any] = []
        last_mod_time: Any = None
        last_add_time: Any = None
        last_description: Any = None
        last_name: Any = None
        last_type: Any = None
        for item in source:
            # Fast path for items with exactly the known fields; repeated strings share one object.
            if type(item) is dict and len(item) == 5:
                read = _new(cls)
                try:
                    text = item["ModTime"]
                    if text != last_mod_time or type(text) is not str:
                        if text is None:
                            read.extra["ModTime"] = None
                        last_mod_time = text
                    read.mod_time = last_mod_time
                    text = item["AddTime"]
                    if text != last_add_time or type(text) is not str:
                        if text is None:
                            read.extra["AddTime"] = None
                        last_add_time = text
                    read.add_time = last_add_time
                    text = item["Description"]
                    if text != last_description or type(text) is not str:
                        if text is None:
                            read.extra["Description"] = None
                        last_description = text
                    read.description = last_description
                    text = item["Name"]
                    if text != last_name or type(text) is not str:
                        if text is None:
                            read.extra["Name"] = None
                        last_name = text
                    read.name = last_name
                    text = item["Type"]
                    if text != last_type or type(text) is not str:
                        if text is None:
                            read.extra["Type"] = None
                        last_type = text
                    read.type = last_type
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


_new = object.__new__

_WIRE_NAMES = frozenset(field.wire for field in Namespace.FIELDS)
