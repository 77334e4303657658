# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model CreateCustomDomainRequest of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    read_array,
    read_object,
    unknown_fields,
)
from ...unset import UNSET, Unset
from .cert_conf import CertConf, CertConfDict
from .endpoints_conf import EndpointsConf, EndpointsConfDict
from .tag import Tag, TagDict
from .waf_conf import WafConf, WafConfDict


@define(kw_only=True, repr=False)
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

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            domain=get("Domain", UNSET),
            protocol=get("Protocol", UNSET),
            endpoints_config=read_array(EndpointsConf, get("EndpointsConfig", UNSET)),
            cert_config=read_object(CertConf, get("CertConfig", UNSET)),
            waf_config=read_object(WafConf, get("WafConfig", UNSET)),
            tags=read_array(Tag, get("Tags", UNSET)),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in CreateCustomDomainRequest.FIELDS)
