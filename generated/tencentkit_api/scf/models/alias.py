# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json.
# Do not edit: change the spec or the template.
"""Models of scf 2018-04-16: Alias, CreateAliasRequest, CreateAliasResponse, DeleteAliasRequest, DeleteAliasResponse,
GetAliasRequest, GetAliasResponse, ListAliasesRequest, ListAliasesResponse, RoutingConfig, UpdateAliasRequest,
UpdateAliasResponse, VersionMatch, VersionWeight.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Literal, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...meta import Meta
from ...model import (
    Field,
    Model,
    UnsetList,
    lazy_extra,
    read_items,
    read_object,
    unknown_or_null_fields,
)
from ...unset import UNSET, Unset

_new = object.__new__


@lazy_extra
@define(kw_only=True, repr=False, eq=False)
class Alias(Model):
    """Alias of a function version. It can split requests between two versions."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_version", "FunctionVersion", "string", required=True),
        Field("name", "Name", "string", required=True),
        Field("routing_config", "RoutingConfig", "object", required=True, model="RoutingConfig"),
        Field("description", "Description", "string", required=True),
        Field("add_time", "AddTime", "string", required=True),
        Field("mod_time", "ModTime", "string", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

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
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

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
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
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
                        if text is None:
                            read.extra["FunctionVersion"] = None
                        last_function_version = text
                    read.function_version = last_function_version
                    text = item["Name"]
                    if text != last_name or type(text) is not str:
                        if text is None:
                            read.extra["Name"] = None
                        last_name = text
                    read.name = last_name
                    value = item["RoutingConfig"]
                    if value is None:
                        read.extra["RoutingConfig"] = None
                    read.routing_config = read_object(RoutingConfig, value)
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
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


@define(kw_only=True, repr=False, eq=False)
class CreateAliasRequest(Model):
    """Request of CreateAlias."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("name", "Name", "string", required=True),
        Field("function_name", "FunctionName", "string", required=True),
        Field("function_version", "FunctionVersion", "string", required=True),
        Field("namespace", "Namespace", "string"),
        Field("routing_config", "RoutingConfig", "object", model="RoutingConfig"),
        Field("description", "Description", "string"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    name: str
    """Name of the alias, unique for the function. It has 1 to 64 letters, digits, `_` and `-` and begins with a
    letter.
    """
    function_name: str
    """Name of the function."""
    function_version: str
    """Main version behind the alias."""
    namespace: str | Unset = UNSET
    """Namespace of the function. Default: `default`."""
    routing_config: RoutingConfig | RoutingConfigDict | Unset = UNSET
    """Request split between versions."""
    description: str | Unset = UNSET
    """Description of the alias."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class CreateAliasResponse(Model):
    """Response of CreateAlias."""

    FIELDS: ClassVar[tuple[Field, ...]] = (Field("request_id", "RequestId", "string", required=True),)
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

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
            request_id=get("RequestId"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


@define(kw_only=True, repr=False, eq=False)
class DeleteAliasRequest(Model):
    """Request of DeleteAlias."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("name", "Name", "string", required=True),
        Field("namespace", "Namespace", "string"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    function_name: str
    """Name of the function."""
    name: str
    """Name of the alias."""
    namespace: str | Unset = UNSET
    """Namespace of the function. Default: `default`."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class DeleteAliasResponse(Model):
    """Response of DeleteAlias."""

    FIELDS: ClassVar[tuple[Field, ...]] = (Field("request_id", "RequestId", "string", required=True),)
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

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
            request_id=get("RequestId"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


@define(kw_only=True, repr=False, eq=False)
class GetAliasRequest(Model):
    """Request of GetAlias."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("name", "Name", "string", required=True),
        Field("namespace", "Namespace", "string"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    function_name: str
    """Name of the function."""
    name: str
    """Name of the alias."""
    namespace: str | Unset = UNSET
    """Namespace of the function. Default: `default`."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
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
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

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
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


@define(kw_only=True, repr=False, eq=False)
class ListAliasesRequest(Model):
    """Request of ListAliases."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("namespace", "Namespace", "string"),
        Field("function_version", "FunctionVersion", "string"),
        Field("offset", "Offset", "string"),
        Field("limit", "Limit", "string"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    function_name: str
    """Name of the function."""
    namespace: str | Unset = UNSET
    """Namespace of the function. Default: `default`."""
    function_version: str | Unset = UNSET
    """Only aliases of this version."""
    offset: str | Unset = UNSET
    """Number of items to skip. Default: 0."""
    limit: str | Unset = UNSET
    """Maximum number of items to return. Default: 20."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class ListAliasesResponse(Model):
    """Response of ListAliases."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("aliases", "Aliases", "object", array=True, required=True, model="Alias"),
        Field("total_count", "TotalCount", "integer", required=True),
        Field("request_id", "RequestId", "string", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    aliases: list[Alias]
    """Aliases."""
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
            aliases=read_items(Alias, get("Aliases")),
            total_count=get("TotalCount"),
            request_id=get("RequestId"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


class RoutingConfigDict(TypedDict):
    """Plain dict form of `RoutingConfig`, for arguments."""

    additional_version_weights: NotRequired[Sequence[VersionWeight | VersionWeightDict]]
    addtion_version_matchs: NotRequired[Sequence[VersionMatch | VersionMatchDict]]


@define(kw_only=True, repr=False, eq=False)
class RoutingConfig(Model):
    """Request split between the main version and other versions."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("additional_version_weights", "AdditionalVersionWeights", "object", array=True, model="VersionWeight"),
        Field("addtion_version_matchs", "AddtionVersionMatchs", "object", array=True, model="VersionMatch"),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    additional_version_weights: list[VersionWeight] = _field(factory=UnsetList)
    """Versions that receive a random share of the requests."""
    addtion_version_matchs: list[VersionMatch] = _field(factory=UnsetList)
    """Versions that receive requests by a rule. The service spells the name this way."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            additional_version_weights=read_items(VersionWeight, get("AdditionalVersionWeights")),
            addtion_version_matchs=read_items(VersionMatch, get("AddtionVersionMatchs")),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


@define(kw_only=True, repr=False, eq=False)
class UpdateAliasRequest(Model):
    """Request of UpdateAlias."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("function_name", "FunctionName", "string", required=True),
        Field("name", "Name", "string", required=True),
        Field("function_version", "FunctionVersion", "string", required=True),
        Field("namespace", "Namespace", "string"),
        Field("routing_config", "RoutingConfig", "object", model="RoutingConfig"),
        Field("description", "Description", "string"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    function_name: str
    """Name of the function."""
    name: str
    """Name of the alias."""
    function_version: str
    """Main version behind the alias."""
    namespace: str | Unset = UNSET
    """Namespace of the function. Default: `default`."""
    routing_config: RoutingConfig | RoutingConfigDict | Unset = UNSET
    """Request split between versions."""
    description: str | Unset = UNSET
    """Description of the alias."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class UpdateAliasResponse(Model):
    """Response of UpdateAlias."""

    FIELDS: ClassVar[tuple[Field, ...]] = (Field("request_id", "RequestId", "string", required=True),)
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

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
            request_id=get("RequestId"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


class VersionMatchDict(TypedDict):
    """Plain dict form of `VersionMatch`, for arguments."""

    version: str
    key: str
    method: Literal["range", "exact"] | str
    expression: str


@lazy_extra
@define(kw_only=True, repr=False, eq=False)
class VersionMatch(Model):
    """Rule that sends requests to a version."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("version", "Version", "string", required=True),
        Field("key", "Key", "string", required=True),
        Field("method", "Method", "string", required=True, known_values=("range", "exact")),
        Field("expression", "Expression", "string", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    version: str
    """Version that receives the requests."""
    key: str
    """Value to compare. `invoke.headers.User` compares User of the RoutingKey."""
    method: Literal["range", "exact"] | str
    """Comparison method: range or exact. Known values: `range`, `exact`."""
    expression: str
    """Expected value: (a,b) or [a,b] with integers for range, the text itself for exact."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            version=get("Version"),
            key=get("Key"),
            method=get("Method"),
            expression=get("Expression"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not VersionMatch:  # a subclass may override the parser
            return super().from_list(source)
        result: list[Any] = []
        last_version: Any = None
        last_key: Any = None
        last_method: Any = None
        last_expression: Any = None
        for item in source:
            # Fast path for items with exactly the known fields; repeated strings share one object.
            if type(item) is dict and len(item) == 4:
                read = _new(cls)
                try:
                    text = item["Version"]
                    if text != last_version or type(text) is not str:
                        if text is None:
                            read.extra["Version"] = None
                        last_version = text
                    read.version = last_version
                    text = item["Key"]
                    if text != last_key or type(text) is not str:
                        if text is None:
                            read.extra["Key"] = None
                        last_key = text
                    read.key = last_key
                    text = item["Method"]
                    if text != last_method or type(text) is not str:
                        if text is None:
                            read.extra["Method"] = None
                        last_method = text
                    read.method = last_method
                    text = item["Expression"]
                    if text != last_expression or type(text) is not str:
                        if text is None:
                            read.extra["Expression"] = None
                        last_expression = text
                    read.expression = last_expression
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


class VersionWeightDict(TypedDict):
    """Plain dict form of `VersionWeight`, for arguments."""

    version: str
    weight: float


@lazy_extra
@define(kw_only=True, repr=False, eq=False)
class VersionWeight(Model):
    """Version that receives a share of the requests."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("version", "Version", "string", required=True),
        Field("weight", "Weight", "number", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

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
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
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
