# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model GetAccountResponse of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...meta import Meta
from ...model import (
    Field,
    Model,
    read_object,
    unknown_or_null_fields,
)
from .limits_info import LimitsInfo
from .usage_info import UsageInfo


@define(kw_only=True, repr=False)
class GetAccountResponse(Model):
    """Response of GetAccount."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("account_usage", "AccountUsage", "object", required=True, model="UsageInfo"),
        Field("account_limit", "AccountLimit", "object", required=True, model="LimitsInfo"),
        Field("request_id", "RequestId", "string", required=True),
    )

    account_usage: UsageInfo
    """Usage of the account."""
    account_limit: LimitsInfo
    """Limits of the account."""
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
            account_usage=read_object(UsageInfo, get("AccountUsage")),
            account_limit=read_object(LimitsInfo, get("AccountLimit")),
            request_id=get("RequestId"),
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in GetAccountResponse.FIELDS)
