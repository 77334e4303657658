# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model CfsConfig of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    read_items,
    unknown_or_null_fields,
)
from .cfs_ins_info import CfsInsInfo, CfsInsInfoDict


class CfsConfigDict(TypedDict):
    """Plain dict form of `CfsConfig`, for arguments."""

    cfs_ins_list: Sequence[CfsInsInfo | CfsInsInfoDict]


@define(kw_only=True, repr=False)
class CfsConfig(Model):
    """File systems mounted by a function."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("cfs_ins_list", "CfsInsList", "object", array=True, required=True, model="CfsInsInfo"),
    )

    cfs_ins_list: list[CfsInsInfo]
    """File systems."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            cfs_ins_list=read_items(CfsInsInfo, get("CfsInsList")),
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in CfsConfig.FIELDS)
