# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model DomainInfo of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    UnsetList,
    lazy_extra,
    read_items,
    read_object,
    unknown_or_null_fields,
)
from .cert_conf import CertConf
from .endpoints_conf import EndpointsConf
from .tag import Tag
from .waf_conf import WafConf


@lazy_extra
@define(kw_only=True, repr=False)
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
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
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


_new = object.__new__

_WIRE_NAMES = frozenset(field.wire for field in DomainInfo.FIELDS)
