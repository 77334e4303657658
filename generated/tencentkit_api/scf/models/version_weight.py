# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model VersionWeight of scf 2018-04-16."""

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


class VersionWeightDict(TypedDict):
    """Plain dict form of `VersionWeight`, for arguments."""

    version: str
    weight: float


@lazy_extra
@define(kw_only=True, repr=False)
class VersionWeight(Model):
    """Version that receives a share of the requests."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("version", "Version", "string", required=True),
        Field("weight", "Weight", "number", required=True),
    )

    version: str
    """Version that receives the requests."""
    weight: float
    """Share of the requests, 0 to 1."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            version=get("Version"),
            weight=get("Weight"),
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not VersionWeight:  # a subclass may override the parser
            return super().from_list(source)
        result: list[Any] = []
        last_version: Any = None
        for item in source:
            # Fast path for items with exactly the known fields; repeated strings share one object.
            if type(item) is dict and len(item) == 2:
                read = _new(cls)
                try:
                    text = item["Version"]
                    if text != last_version or type(text) is not str:
                        if text is None:
                            read.extra["Version"] = None
                        last_version = text
                    read.version = last_version
                    value = item["Weight"]
                    if value is None:
                        read.extra["Weight"] = None
                    read.weight = value
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


_new = object.__new__

_WIRE_NAMES = frozenset(field.wire for field in VersionWeight.FIELDS)
