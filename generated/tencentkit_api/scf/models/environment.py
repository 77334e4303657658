# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model Environment of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    UnsetList,
    read_items,
    unknown_or_null_fields,
)
from .variable import Variable, VariableDict


class EnvironmentDict(TypedDict):
    """Plain dict form of `Environment`, for arguments."""

    variables: NotRequired[Sequence[Variable | VariableDict]]


@define(kw_only=True, repr=False)
class Environment(Model):
    """Environment variables."""

    FIELDS: ClassVar[tuple[Field, ...]] = (Field("variables", "Variables", "object", array=True, model="Variable"),)

    variables: list[Variable] = _field(factory=UnsetList)
    """Environment variables."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            variables=read_items(Variable, get("Variables")),
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in Environment.FIELDS)
