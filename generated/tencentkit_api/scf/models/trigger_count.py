# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model TriggerCount of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    unknown_or_null_fields,
)


@define(kw_only=True, repr=False)
class TriggerCount(Model):
    """Maximum number of triggers of each type."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("cos", "Cos", "integer", required=True),
        Field("timer", "Timer", "integer", required=True),
        Field("cmq", "Cmq", "integer", required=True),
        Field("total", "Total", "integer", required=True),
        Field("ckafka", "Ckafka", "integer", required=True),
        Field("apigw", "Apigw", "integer", required=True),
        Field("cls", "Cls", "integer", required=True),
        Field("clb", "Clb", "integer", required=True),
        Field("mps", "Mps", "integer", required=True),
        Field("cm", "Cm", "integer", required=True),
        Field("vod", "Vod", "integer", required=True),
        Field("eb", "Eb", "integer", required=True),
    )

    cos: int
    """COS triggers."""
    timer: int
    """Timer triggers."""
    cmq: int
    """CMQ triggers."""
    total: int
    """Triggers of all types."""
    ckafka: int
    """CKafka triggers."""
    apigw: int
    """API Gateway triggers."""
    cls: int
    """CLS triggers."""
    clb: int
    """CLB triggers."""
    mps: int
    """MPS triggers."""
    cm: int
    """CM triggers."""
    vod: int
    """VOD triggers."""
    eb: int
    """EventBridge triggers."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            cos=get("Cos"),
            timer=get("Timer"),
            cmq=get("Cmq"),
            total=get("Total"),
            ckafka=get("Ckafka"),
            apigw=get("Apigw"),
            cls=get("Cls"),
            clb=get("Clb"),
            mps=get("Mps"),
            cm=get("Cm"),
            vod=get("Vod"),
            eb=get("Eb"),
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in TriggerCount.FIELDS)
