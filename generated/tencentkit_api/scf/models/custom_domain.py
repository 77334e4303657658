# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json.
# Do not edit: change the spec or the template.
"""Models of scf 2018-04-16: CertConf, CreateCustomDomainRequest, CreateCustomDomainResponse,
DeleteCustomDomainRequest, DeleteCustomDomainResponse, DomainInfo, EndpointsConf, GetCustomDomainRequest,
GetCustomDomainResponse, ListCustomDomainsRequest, ListCustomDomainsResponse, PathRewriteRule,
UpdateCustomDomainRequest, UpdateCustomDomainResponse, WafConf.
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
from .shared_filter import Filter, FilterDict
from .shared_tag import Tag, TagDict

_new = object.__new__


class CertConfDict(TypedDict):
    """Plain dict form of `CertConf`, for arguments."""

    certificate_id: NotRequired[str]


@define(kw_only=True, repr=False, eq=False)
class CertConf(Model):
    """Certificate from the SSL service of the vendor."""

    FIELDS: ClassVar[tuple[Field, ...]] = (Field("certificate_id", "CertificateId", "string"),)
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    certificate_id: str | None = None
    """ID of the certificate."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            certificate_id=get("CertificateId"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


@define(kw_only=True, repr=False, eq=False)
class CreateCustomDomainRequest(Model):
    """Request of CreateCustomDomain."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("domain", "Domain", "string", required=True),
        Field("protocol", "Protocol", "string", required=True),
        Field("endpoints_config", "EndpointsConfig", "object", array=True, required=True, model="EndpointsConf"),
        Field("cert_config", "CertConfig", "object", model="CertConf"),
        Field("waf_config", "WafConfig", "object", model="WafConf"),
        Field("tags", "Tags", "object", array=True, model="Tag"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    domain: str
    """Domain name. Wildcards are not supported."""
    protocol: str
    """Protocols of the domain: HTTP, HTTPS, or HTTP&HTTPS for both."""
    endpoints_config: Sequence[EndpointsConf | EndpointsConfDict]
    """Mapping of paths to functions."""
    cert_config: CertConf | CertConfDict | Unset = UNSET
    """Certificate of the domain. Required for HTTPS."""
    waf_config: WafConf | WafConfDict | Unset = UNSET
    """Web application firewall in front of the domain."""
    tags: Sequence[Tag | TagDict] | Unset = UNSET
    """Tags, as pairs of key and value."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class CreateCustomDomainResponse(Model):
    """Response of CreateCustomDomain."""

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
class DeleteCustomDomainRequest(Model):
    """Request of DeleteCustomDomain."""

    FIELDS: ClassVar[tuple[Field, ...]] = (Field("domain", "Domain", "string"),)
    NOT_SET: ClassVar[Unset | None] = UNSET

    domain: str | Unset = UNSET
    """Domain name. Wildcards are not supported."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class DeleteCustomDomainResponse(Model):
    """Response of DeleteCustomDomain."""

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


@lazy_extra
@define(kw_only=True, repr=False, eq=False)
class DomainInfo(Model):
    """Custom domain name bound to functions."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("domain", "Domain", "string"),
        Field("protocol", "Protocol", "string"),
        Field("endpoints_config", "EndpointsConfig", "object", array=True, model="EndpointsConf"),
        Field("cert_config", "CertConfig", "object", model="CertConf"),
        Field("waf_config", "WafConfig", "object", model="WafConf"),
        Field("tags", "Tags", "object", array=True, model="Tag"),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    domain: str | None = None
    """Domain name. Wildcards are not supported."""
    protocol: str | None = None
    """Protocols of the domain: HTTP, HTTPS, or HTTP&HTTPS for both."""
    endpoints_config: list[EndpointsConf] = _field(factory=UnsetList)
    """Mapping of paths to functions."""
    cert_config: CertConf | None = None
    """Certificate of the domain. Required for HTTPS."""
    waf_config: WafConf | None = None
    """Web application firewall in front of the domain."""
    tags: list[Tag] = _field(factory=UnsetList)
    """Tags, as pairs of key and value."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            domain=get("Domain"),
            protocol=get("Protocol"),
            endpoints_config=read_items(EndpointsConf, get("EndpointsConfig")),
            cert_config=read_object(CertConf, get("CertConfig")),
            waf_config=read_object(WafConf, get("WafConfig")),
            tags=read_items(Tag, get("Tags")),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not DomainInfo:  # a subclass may override the parser
            return super().from_list(source)
        result: list[Any] = []
        last_domain: Any = None
        last_protocol: Any = None
        for item in source:
            # Fast path for items with exactly the known fields; repeated strings share one object.
            if type(item) is dict and len(item) == 6:
                read = _new(cls)
                try:
                    text = item["Domain"]
                    if text != last_domain or type(text) is not str:
                        if text is None:
                            read.extra["Domain"] = None
                        last_domain = text
                    read.domain = last_domain
                    text = item["Protocol"]
                    if text != last_protocol or type(text) is not str:
                        if text is None:
                            read.extra["Protocol"] = None
                        last_protocol = text
                    read.protocol = last_protocol
                    value = item["EndpointsConfig"]
                    if value is None:
                        read.extra["EndpointsConfig"] = None
                    read.endpoints_config = read_items(EndpointsConf, value)
                    value = item["CertConfig"]
                    if value is None:
                        read.extra["CertConfig"] = None
                    read.cert_config = read_object(CertConf, value)
                    value = item["WafConfig"]
                    if value is None:
                        read.extra["WafConfig"] = None
                    read.waf_config = read_object(WafConf, value)
                    value = item["Tags"]
                    if value is None:
                        read.extra["Tags"] = None
                    read.tags = read_items(Tag, value)
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


class EndpointsConfDict(TypedDict):
    """Plain dict form of `EndpointsConf`, for arguments."""

    namespace: str
    function_name: str
    qualifier: str
    path_match: str
    path_rewrite: NotRequired[Sequence[PathRewriteRule | PathRewriteRuleDict] | None]


@lazy_extra
@define(kw_only=True, repr=False, eq=False)
class EndpointsConf(Model):
    """Paths of a domain that map to one function."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("namespace", "Namespace", "string", required=True),
        Field("function_name", "FunctionName", "string", required=True),
        Field("qualifier", "Qualifier", "string", required=True),
        Field("path_match", "PathMatch", "string", required=True),
        Field("path_rewrite", "PathRewrite", "object", array=True, nullable=True, model="PathRewriteRule"),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    namespace: str
    """Namespace of the function. Default: `default`."""
    function_name: str
    """Name of the function."""
    qualifier: str
    """Version or alias that serves the requests."""
    path_match: str
    """Path pattern, such as /, /*, /a, /a/b or /a/*."""
    path_rewrite: list[PathRewriteRule] = _field(factory=UnsetList)
    """Rewrite rules for paths before the function receives them. May be null."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            namespace=get("Namespace"),
            function_name=get("FunctionName"),
            qualifier=get("Qualifier"),
            path_match=get("PathMatch"),
            path_rewrite=read_items(PathRewriteRule, get("PathRewrite")),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not EndpointsConf:  # a subclass may override the parser
            return super().from_list(source)
        result: list[Any] = []
        last_namespace: Any = None
        last_function_name: Any = None
        last_qualifier: Any = None
        last_path_match: Any = None
        for item in source:
            # Fast path for items with exactly the known fields; repeated strings share one object.
            if type(item) is dict and len(item) == 5:
                read = _new(cls)
                try:
                    text = item["Namespace"]
                    if text != last_namespace or type(text) is not str:
                        if text is None:
                            read.extra["Namespace"] = None
                        last_namespace = text
                    read.namespace = last_namespace
                    text = item["FunctionName"]
                    if text != last_function_name or type(text) is not str:
                        if text is None:
                            read.extra["FunctionName"] = None
                        last_function_name = text
                    read.function_name = last_function_name
                    text = item["Qualifier"]
                    if text != last_qualifier or type(text) is not str:
                        if text is None:
                            read.extra["Qualifier"] = None
                        last_qualifier = text
                    read.qualifier = last_qualifier
                    text = item["PathMatch"]
                    if text != last_path_match or type(text) is not str:
                        if text is None:
                            read.extra["PathMatch"] = None
                        last_path_match = text
                    read.path_match = last_path_match
                    value = item["PathRewrite"]
                    if value is None:
                        read.extra["PathRewrite"] = None
                    read.path_rewrite = read_items(PathRewriteRule, value)
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


@define(kw_only=True, repr=False, eq=False)
class GetCustomDomainRequest(Model):
    """Request of GetCustomDomain."""

    FIELDS: ClassVar[tuple[Field, ...]] = (Field("domain", "Domain", "string"),)
    NOT_SET: ClassVar[Unset | None] = UNSET

    domain: str | Unset = UNSET
    """Domain name. Wildcards are not supported."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class GetCustomDomainResponse(Model):
    """Response of GetCustomDomain."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("domain", "Domain", "string"),
        Field("protocol", "Protocol", "string"),
        Field("endpoints_config", "EndpointsConfig", "object", array=True, model="EndpointsConf"),
        Field("cert_config", "CertConfig", "object", model="CertConf"),
        Field("waf_config", "WafConfig", "object", model="WafConf"),
        Field("tags", "Tags", "object", array=True, model="Tag"),
        Field("request_id", "RequestId", "string", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    domain: str | None = None
    """Domain name. Wildcards are not supported."""
    protocol: str | None = None
    """Protocols of the domain: HTTP, HTTPS, or HTTP&HTTPS for both."""
    endpoints_config: list[EndpointsConf] = _field(factory=UnsetList)
    """Mapping of paths to functions."""
    cert_config: CertConf | None = None
    """Certificate of the domain. Required for HTTPS."""
    waf_config: WafConf | None = None
    """Web application firewall in front of the domain."""
    tags: list[Tag] = _field(factory=UnsetList)
    """Tags, as pairs of key and value."""
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
            domain=get("Domain"),
            protocol=get("Protocol"),
            endpoints_config=read_items(EndpointsConf, get("EndpointsConfig")),
            cert_config=read_object(CertConf, get("CertConfig")),
            waf_config=read_object(WafConf, get("WafConfig")),
            tags=read_items(Tag, get("Tags")),
            request_id=get("RequestId"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


@define(kw_only=True, repr=False, eq=False)
class ListCustomDomainsRequest(Model):
    """Request of ListCustomDomains."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("offset", "Offset", "integer"),
        Field("limit", "Limit", "integer"),
        Field("order_by", "OrderBy", "string", known_values=("AddTime", "ModTime")),
        Field("order", "Order", "string", known_values=("DESC", "ASC")),
        Field("filters", "Filters", "object", array=True, model="Filter"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    offset: int | Unset = UNSET
    """Number of items to skip. Default: 0."""
    limit: int | Unset = UNSET
    """Maximum number of items to return. Default: 20."""
    order_by: Literal["AddTime", "ModTime"] | str | Unset = UNSET
    """Sort field: AddTime or ModTime. Default: AddTime. Known values: `AddTime`, `ModTime`."""
    order: Literal["DESC", "ASC"] | str | Unset = UNSET
    """Sort direction: ASC or DESC. Known values: `DESC`, `ASC`."""
    filters: Sequence[Filter | FilterDict] | Unset = UNSET
    """Filters for the domains."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class ListCustomDomainsResponse(Model):
    """Response of ListCustomDomains."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("total", "Total", "integer"),
        Field("domains", "Domains", "object", array=True, nullable=True, model="DomainInfo"),
        Field("request_id", "RequestId", "string", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    total: int | None = None
    """Total number of matching items."""
    domains: list[DomainInfo] = _field(factory=UnsetList)
    """Domains. May be null."""
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
            total=get("Total"),
            domains=read_items(DomainInfo, get("Domains")),
            request_id=get("RequestId"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )


class PathRewriteRuleDict(TypedDict):
    """Plain dict form of `PathRewriteRule`, for arguments."""

    path: str
    type: str
    rewrite: str


@lazy_extra
@define(kw_only=True, repr=False, eq=False)
class PathRewriteRule(Model):
    """Rewrite rule for a path before the function receives it."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("path", "Path", "string", required=True),
        Field("type", "Type", "string", required=True),
        Field("rewrite", "Rewrite", "string", required=True),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    path: str
    """Path pattern, such as /, /*, /a, /a/b or /a/*."""
    type: str
    """Type of the rule: WildcardRules or ExactRules."""
    rewrite: str
    """Replacement for the path, such as / or /$1."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            path=get("Path"),
            type=get("Type"),
            rewrite=get("Rewrite"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not PathRewriteRule:  # a subclass may override the parser
            return super().from_list(source)
        result: list[Any] = []
        last_path: Any = None
        last_type: Any = None
        last_rewrite: Any = None
        for item in source:
            # Fast path for items with exactly the known fields; repeated strings share one object.
            if type(item) is dict and len(item) == 3:
                read = _new(cls)
                try:
                    text = item["Path"]
                    if text != last_path or type(text) is not str:
                        if text is None:
                            read.extra["Path"] = None
                        last_path = text
                    read.path = last_path
                    text = item["Type"]
                    if text != last_type or type(text) is not str:
                        if text is None:
                            read.extra["Type"] = None
                        last_type = text
                    read.type = last_type
                    text = item["Rewrite"]
                    if text != last_rewrite or type(text) is not str:
                        if text is None:
                            read.extra["Rewrite"] = None
                        last_rewrite = text
                    read.rewrite = last_rewrite
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


@define(kw_only=True, repr=False, eq=False)
class UpdateCustomDomainRequest(Model):
    """Request of UpdateCustomDomain."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("domain", "Domain", "string", required=True),
        Field("protocol", "Protocol", "string"),
        Field("cert_config", "CertConfig", "object", model="CertConf"),
        Field("waf_config", "WafConfig", "object", model="WafConf"),
        Field("endpoints_config", "EndpointsConfig", "object", array=True, model="EndpointsConf"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    domain: str
    """Domain name. Wildcards are not supported."""
    protocol: str | Unset = UNSET
    """Protocols of the domain: HTTP, HTTPS, or HTTP&HTTPS for both."""
    cert_config: CertConf | CertConfDict | Unset = UNSET
    """Certificate of the domain. Required for HTTPS."""
    waf_config: WafConf | WafConfDict | Unset = UNSET
    """Web application firewall in front of the domain."""
    endpoints_config: Sequence[EndpointsConf | EndpointsConfDict] | Unset = UNSET
    """Mapping of paths to functions."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""


@define(kw_only=True, repr=False, eq=False)
class UpdateCustomDomainResponse(Model):
    """Response of UpdateCustomDomain."""

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


class WafConfDict(TypedDict):
    """Plain dict form of `WafConf`, for arguments."""

    waf_open: NotRequired[Literal["OPEN", "CLOSE"] | str]
    waf_instance_id: NotRequired[str]


@define(kw_only=True, repr=False, eq=False)
class WafConf(Model):
    """Web application firewall in front of a domain."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("waf_open", "WafOpen", "string", known_values=("OPEN", "CLOSE")),
        Field("waf_instance_id", "WafInstanceId", "string"),
    )
    _WIRE_NAMES: ClassVar[frozenset[str]] = frozenset(field.wire for field in FIELDS)

    waf_open: Literal["OPEN", "CLOSE"] | str | None = None
    """State of the firewall: OPEN or CLOSE. Known values: `OPEN`, `CLOSE`."""
    waf_instance_id: str | None = None
    """ID of the firewall."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            waf_open=get("WafOpen"),
            waf_instance_id=get("WafInstanceId"),
            extra=unknown_or_null_fields(source, cls._WIRE_NAMES),
        )
