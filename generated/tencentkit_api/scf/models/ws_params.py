# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model WSParams of scf 2018-04-16."""

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


class WSParamsDict(TypedDict):
    """Plain dict form of `WSParams`, for arguments."""

    idle_time_out: NotRequired[int | None]


@define(kw_only=True, repr=False)
class WSParams(Model):
    """WebSocket settings."""

    FIELDS: ClassVar[tuple[Field, ...]] = (Field("idle_time_out", "IdleTimeOut", "integer", nullable=True),)

    idle_time_out: int | None = None
    """Maximum idle time of a connection in seconds, 1 to 1,800. Default: 15. May be null."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            idle_time_out=get("IdleTimeOut"),
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in WSParams.FIELDS)
