# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 37890da5c57b06500a2c934c0771e1c968a5b94c0c14b18f8176bf1879ce0010).
# Do not edit: change the spec or the template.
"""Model ProtocolParams of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import Field, Model, read_object, unknown_fields
from ...unset import UNSET, Unset
from .ws_params import WSParams, WSParamsDict


class ProtocolParamsDict(TypedDict):
    """Plain dict form of `ProtocolParams`, for arguments."""

    ws_params: NotRequired[WSParams | WSParamsDict | None]


@define(kw_only=True, repr=False)
class ProtocolParams(Model):
    """Settings of an additional protocol."""

    FIELDS: ClassVar[tuple[Field, ...]] = (Field("ws_params", "WSParams", "object", nullable=True, model="WSParams"),)

    ws_params: WSParams | None | Unset = UNSET
    """WebSocket settings. May be null."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            ws_params=read_object(WSParams, source.get("WSParams", UNSET)),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in ProtocolParams.FIELDS)
