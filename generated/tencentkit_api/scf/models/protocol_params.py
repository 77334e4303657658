# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model ProtocolParams of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    read_object,
    unknown_or_null_fields,
)
from .ws_params import WSParams, WSParamsDict


class ProtocolParamsDict(TypedDict):
    """Plain dict form of `ProtocolParams`, for arguments."""

    ws_params: NotRequired[WSParams | WSParamsDict | None]


@define(kw_only=True, repr=False)
class ProtocolParams(Model):
    """Settings of an additional protocol."""

    FIELDS: ClassVar[tuple[Field, ...]] = (Field("ws_params", "WSParams", "object", nullable=True, model="WSParams"),)

    ws_params: WSParams | None = None
    """WebSocket settings. May be null."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            ws_params=read_object(WSParams, get("WSParams")),
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in ProtocolParams.FIELDS)
