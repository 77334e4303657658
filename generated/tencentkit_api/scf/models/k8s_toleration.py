# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 d2380e5a5b3c54341cb3bff7447993bf9fc5056014169d3147cd9da6f682ec9e).
# Do not edit: mend the spec or the template.
"""K8SToleration of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import Field, Model, unknown_fields
from ...unset import UNSET, Unset


class K8STolerationDict(TypedDict):
    """`K8SToleration` as a plain dict, for arguments."""

    key: NotRequired[str]
    operator: NotRequired[str | None]
    effect: NotRequired[str | None]
    value: NotRequired[str | None]
    toleration_seconds: NotRequired[int | None]


@define(kw_only=True)
class K8SToleration(Model):
    """A toleration of Kubernetes: which taints of a node are put up with."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("key", "Key", "string"),
        Field("operator", "Operator", "string", nullable=True),
        Field("effect", "Effect", "string", nullable=True),
        Field("value", "Value", "string", nullable=True),
        Field("toleration_seconds", "TolerationSeconds", "integer", nullable=True),
    )

    key: str | Unset = UNSET
    """Key of the taint."""
    operator: str | None | Unset = UNSET
    """How it is compared; Equal where none is given. May be null."""
    effect: str | None | Unset = UNSET
    """What the taint does. May be null."""
    value: str | None | Unset = UNSET
    """Value of the taint; needed for Equal. May be null."""
    toleration_seconds: int | None | Unset = UNSET
    """Seconds that a pod stays on a node whose taint is not tolerated. May be null."""
    extra: dict[str, Any] = _field(factory=dict)
    """Fields that this version does not know, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            key=source.get("Key", UNSET),
            operator=source.get("Operator", UNSET),
            effect=source.get("Effect", UNSET),
            value=source.get("Value", UNSET),
            toleration_seconds=source.get("TolerationSeconds", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in K8SToleration.FIELDS)
