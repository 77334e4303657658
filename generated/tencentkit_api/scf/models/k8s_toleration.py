# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model K8SToleration of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    unknown_fields,
)
from ...unset import UNSET, Unset


class K8STolerationDict(TypedDict):
    """Plain dict form of `K8SToleration`, for arguments."""

    key: NotRequired[str]
    operator: NotRequired[str | None]
    effect: NotRequired[str | None]
    value: NotRequired[str | None]
    toleration_seconds: NotRequired[int | None]


@define(kw_only=True, repr=False)
class K8SToleration(Model):
    """Kubernetes toleration: node taints that a pod accepts."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("key", "Key", "string"),
        Field("operator", "Operator", "string", nullable=True),
        Field("effect", "Effect", "string", nullable=True),
        Field("value", "Value", "string", nullable=True),
        Field("toleration_seconds", "TolerationSeconds", "integer", nullable=True),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    key: str | Unset = UNSET
    """Key of the taint."""
    operator: str | None | Unset = UNSET
    """Comparison operator. Default: Equal. May be null."""
    effect: str | None | Unset = UNSET
    """Effect of the taint. May be null."""
    value: str | None | Unset = UNSET
    """Value of the taint. Required for Equal. May be null."""
    toleration_seconds: int | None | Unset = UNSET
    """Time in seconds that a pod stays on a node with a taint that it does not tolerate. May be null."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            key=get("Key", UNSET),
            operator=get("Operator", UNSET),
            effect=get("Effect", UNSET),
            value=get("Value", UNSET),
            toleration_seconds=get("TolerationSeconds", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in K8SToleration.FIELDS)
