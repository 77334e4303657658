# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model FunctionVersion of scf 2018-04-16."""

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
class FunctionVersion(Model):
    """Published version of a function."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("version", "Version", "string", required=True),
        Field("description", "Description", "string", required=True, nullable=True),
        Field("add_time", "AddTime", "string", required=True, nullable=True),
        Field("mod_time", "ModTime", "string", required=True, nullable=True),
        Field("status", "Status", "string", required=True, nullable=True),
    )

    version: str
    """Number of the version."""
    description: str | None
    """Description of the version. May be null."""
    add_time: str | None
    """Creation time. May be null."""
    mod_time: str | None
    """Time of the last change. May be null."""
    status: str | None
    """State of the version. May be null."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            version=get("Version"),
            description=get("Description"),
            add_time=get("AddTime"),
            mod_time=get("ModTime"),
            status=get("Status"),
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not FunctionVersion:  # a subclass may override the parser
            return super().from_list(source)
        result: list[Any] = []
        last_version: Any = None
        last_description: Any = None
        last_add_time: Any = None
        last_mod_time: Any = None
        last_status: Any = None
        for item in source:
            # Fast path for items with exactly the known fields; repeated strings share one object.
            if type(item) is dict and len(item) == 5:
                read = _new(cls)
                try:
                    text = item["Version"]
                    if text != last_version or type(text) is not str:
                        if text is None:
                            read.extra["Version"] = None
                        last_version = text
                    read.version = last_version
                    text = item["Description"]
                    if text != last_description or type(text) is not str:
                        if text is None:
                            read.extra["Description"] = None
                        last_description = text
                    read.description = last_description
                    text = item["AddTime"]
                    if text != last_add_time or type(text) is not str:
                        if text is None:
                            read.extra["AddTime"] = None
                        last_add_time = text
                    read.add_time = last_add_time
                    text = item["ModTime"]
                    if text != last_mod_time or type(text) is not str:
                        if text is None:
                            read.extra["ModTime"] = None
                        last_mod_time = text
                    read.mod_time = last_mod_time
                    text = item["Status"]
                    if text != last_status or type(text) is not str:
                        if text is None:
                            read.extra["Status"] = None
                        last_status = text
                    read.status = last_status
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


_new = object.__new__

_WIRE_NAMES = frozenset(field.wire for field in FunctionVersion.FIELDS)
