# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 37890da5c57b06500a2c934c0771e1c968a5b94c0c14b18f8176bf1879ce0010).
# Do not edit: change the spec or the template.
"""Model DomainInfo of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import Field, Model, lazy_extra, read_array, read_object, unknown_fields
from ...unset import UNSET, Unset
from .cert_conf import CertConf
from .endpoints_conf import EndpointsConf
from .tag import Tag
from .waf_conf import WafConf


@lazy_extra
@define(kw_only=True, repr=False)
class DomainInfo(Model):
    """Custom domain name bound to functions."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("domain", "Domain", "string", required=True),
        Field("protocol", "Protocol", "string"),
        Field("endpoints_config", "EndpointsConfig", "object", array=True, model="EndpointsConf"),
        Field("cert_config", "CertConfig", "object", model="CertConf"),
        Field("waf_config", "WafConfig", "object", model="WafConf"),
        Field("tags", "Tags", "object", array=True, model="Tag"),
    )

    domain: str
    """Domain name. Wildcards are not supported."""
    protocol: str | Unset = UNSET
    """Protocols of the domain: HTTP, HTTPS, or HTTP&HTTPS for both."""
    endpoints_config: list[EndpointsConf] | Unset = UNSET
    """Mapping of paths to functions."""
    cert_config: CertConf | Unset = UNSET
    """Certificate of the domain. Required for HTTPS."""
    waf_config: WafConf | Unset = UNSET
    """Web application firewall in front of the domain."""
    tags: list[Tag] | Unset = UNSET
    """Tags, as pairs of key and value."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            domain=source.get("Domain", UNSET),
            protocol=source.get("Protocol", UNSET),
            endpoints_config=read_array(EndpointsConf, source.get("EndpointsConfig", UNSET)),
            cert_config=read_object(CertConf, source.get("CertConfig", UNSET)),
            waf_config=read_object(WafConf, source.get("WafConfig", UNSET)),
            tags=read_array(Tag, source.get("Tags", UNSET)),
            extra=unknown_fields(source, _WIRE_NAMES),
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
                        last_domain = text
                    read.domain = last_domain
                    text = item["Protocol"]
                    if text != last_protocol or type(text) is not str:
                        last_protocol = text
                    read.protocol = last_protocol
                    read.endpoints_config = read_array(EndpointsConf, item["EndpointsConfig"])
                    read.cert_config = read_object(CertConf, item["CertConfig"])
                    read.waf_config = read_object(WafConf, item["WafConfig"])
                    read.tags = read_array(Tag, item["Tags"])
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


_new = object.__new__

_WIRE_NAMES = frozenset(field.wire for field in DomainInfo.FIELDS)
