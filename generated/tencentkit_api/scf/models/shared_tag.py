# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json.
# Do not edit: change the spec or the template.
"""Models of scf 2018-04-16: Tag."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    lazy_extra,
    unknown_or_null_fields,
)

_new = object.__new__


class TagDict(TypedDict):
    """Plain dict form of `Tag`, for arguments."""

    key: str
    value: str


@lazy_extra
@define(kw_only=True, repr=False, eq=False)
class Tag(Model):
    """Tag."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("key", "Key", "string", required=True),
        Field("value", "Value", "string", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    key: str
    """Key of the tag."""
    value: str
    """Value of the tag."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            key=get("Key"),
            value=get("Value"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not Tag:  # a subclass may override the parser
            return super().from_list(source)
        result: list[Any] = []
        last_key: Any = None
        last_value: Any = None
        for item in source:
            # Fast path for items with exactly the known fields; repeated strings share one object.
            if type(item) is dict and len(item) == 2:
                read = _new(cls)
                try:
                    text = item["Key"]
                    if text != last_key or type(text) is not str:
                        if text is None:
                            read.extra["Key"] = None
                        last_key = text
                    read.key = last_key
                    text = item["Value"]
                    if text != last_value or type(text) is not str:
                        if text is None:
                            read.extra["Value"] = None
                        last_value = text
                    read.value = last_value
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result
