# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model GetCustomDomainResponse of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...meta import Meta
from ...model import (
    Field,
    Model,
    UnsetList,
    read_items,
    read_object,
    unknown_or_null_fields,
)
from .cert_conf import CertConf
from .endpoints_conf import EndpointsConf
from .tag import Tag
from .waf_conf import WafConf


@define(kw_only=True, repr=False)
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
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in GetCustomDomainResponse.FIELDS)
