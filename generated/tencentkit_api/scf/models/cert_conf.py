# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model CertConf of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    unknown_or_null_fields,
)


class CertConfDict(TypedDict):
    """Plain dict form of `CertConf`, for arguments."""

    certificate_id: NotRequired[str]


@define(kw_only=True, repr=False)
class CertConf(Model):
    """Certificate from the SSL service of the vendor."""

    FIELDS: ClassVar[tuple[Field, ...]] = (Field("certificate_id", "CertificateId", "string"),)

    certificate_id: str | None = None
    """ID of the certificate."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            certificate_id=get("CertificateId"),
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in CertConf.FIELDS)
