# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 37890da5c57b06500a2c934c0771e1c968a5b94c0c14b18f8176bf1879ce0010).
# Do not edit: change the spec or the template.
"""Model Environment of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import Field, Model, read_array, unknown_fields
from ...unset import UNSET, Unset
from .variable import Variable, VariableDict


class EnvironmentDict(TypedDict):
    """Plain dict form of `Environment`, for arguments."""

    variables: NotRequired[Sequence[Variable | VariableDict]]


@define(kw_only=True, repr=False)
class Environment(Model):
    """Environment variables."""

    FIELDS: ClassVar[tuple[Field, ...]] = (Field("variables", "Variables", "object", array=True, model="Variable"),)

    variables: list[Variable] | Unset = UNSET
    """Environment variables."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            variables=read_array(Variable, source.get("Variables", UNSET)),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in Environment.FIELDS)
