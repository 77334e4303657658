# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 37890da5c57b06500a2c934c0771e1c968a5b94c0c14b18f8176bf1879ce0010).
# Do not edit: change the spec or the template.
"""Model TriggerCount of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import Field, Model, unknown_fields
from ...unset import UNSET


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
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            cos=source.get("Cos", UNSET),
            timer=source.get("Timer", UNSET),
            cmq=source.get("Cmq", UNSET),
            total=source.get("Total", UNSET),
            ckafka=source.get("Ckafka", UNSET),
            apigw=source.get("Apigw", UNSET),
            cls=source.get("Cls", UNSET),
            clb=source.get("Clb", UNSET),
            mps=source.get("Mps", UNSET),
            cm=source.get("Cm", UNSET),
            vod=source.get("Vod", UNSET),
            eb=source.get("Eb", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in TriggerCount.FIELDS)
