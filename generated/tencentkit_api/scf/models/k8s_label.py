# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model K8SLabel of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    unknown_fields,
)
from ...unset import UNSET, Unset


class K8SLabelDict(TypedDict):
    """Plain dict form of `K8SLabel`, for arguments."""

    key: str
    value: str


@define(kw_only=True, repr=False)
class K8SLabel(Model):
    """Kubernetes label."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("key", "Key", "string", required=True),
        Field("value", "Value", "string", required=True),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    key: str
    """Name of the label."""
    value: str
    """Value of the label."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            key=get("Key", UNSET),
            value=get("Value", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in K8SLabel.FIELDS)
