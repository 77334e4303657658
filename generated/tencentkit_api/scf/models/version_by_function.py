# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json.
# Do not edit: change the spec or the template.
"""Models of scf 2018-04-16: FunctionVersion, ListVersionByFunctionRequest, ListVersionByFunctionResponse."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define
from attrs import field as _field

from ...meta import Meta
from ...model import (
    Field,
    Model,
    lazy_extra,
    read_items,
    read_list,
    unknown_or_null_fields,
)
from ...unset import UNSET, Unset

_new = object.__new__


@lazy_extra
@define(kw_only=True, repr=False, eq=False)
class FunctionVersion(Model):
    """Published version of a function."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("version", "Version", "string", required=True),
        Field("description", "Description", "string", required=True, nullable=True),
        Field("add_time", "AddTime", "string", required=True, nullable=True),
        Field("mod_time", "ModTime", "string", required=True, nullable=True),
        Field("status", "Status", "string", required=True, nullable=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

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
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
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


@define(kw_only=True, repr=False, eq=False)
class ListVersionByFunctionRequest(Model):
    """Request of ListVersionByFunction."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("namespace", "Namespace", "string"),
        Field("offset", "Offset", "integer", default=0),
        Field("limit", "Limit", "integer", default=20),
        Field("order", "Order", "string", known_values=("ASC", "DESC")),
        Field("order_by", "OrderBy", "string"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    function_name: str
    """Name of the function."""
    namespace: str | Unset = UNSET
    """Namespace of the function. Default: `default`."""
    offset: int | Unset = UNSET
    """Number of items to skip. Default: 0."""
    limit: int | Unset = UNSET
    """Maximum number of items to return. Default: 20."""
    order: Literal["ASC", "DESC"] | str | Unset = UNSET
    """Sort direction: ASC or DESC. Known values: `ASC`, `DESC`."""
    order_by: str | Unset = UNSET
    """Sort field: AddTime or ModTime."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class ListVersionByFunctionResponse(Model):
    """Response of ListVersionByFunction."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_version", "FunctionVersion", "string", array=True, required=True),
        Field("versions", "Versions", "object", array=True, required=True, model="FunctionVersion"),
        Field("total_count", "TotalCount", "integer", required=True),
        Field("request_id", "RequestId", "string", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    function_version: list[str]
    """Version numbers."""
    versions: list[FunctionVersion]
    """Versions."""
    total_count: int
    """Total number of matching items."""
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
            function_version=read_list(get("FunctionVersion")),
            versions=read_items(FunctionVersion, get("Versions")),
            total_count=get("TotalCount"),
            request_id=get("RequestId"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )
