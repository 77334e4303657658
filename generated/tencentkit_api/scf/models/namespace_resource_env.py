# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model NamespaceResourceEnv of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    read_object,
    unknown_fields,
)
from ...unset import UNSET, Unset
from .namespace_resource_env_tke import NamespaceResourceEnvTKE, NamespaceResourceEnvTKEDict


class NamespaceResourceEnvDict(TypedDict):
    """Plain dict form of `NamespaceResourceEnv`, for arguments."""

    tke: NotRequired[NamespaceResourceEnvTKE | NamespaceResourceEnvTKEDict | None]
    offline: NotRequired[bool]


@define(kw_only=True, repr=False)
class NamespaceResourceEnv(Model):
    """Your own resources for the functions of a namespace."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("tke", "TKE", "object", nullable=True, model="NamespaceResourceEnvTKE"),
        Field("offline", "OFFLINE", "boolean"),
    )
    NOT_SET: ClassVar[Unset | None] = UNSET

    tke: NamespaceResourceEnvTKE | NamespaceResourceEnvTKEDict | None | Unset = UNSET
    """TKE cluster. May be null."""
    offline: bool | Unset = UNSET
    """If true, the resources are for offline workloads."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            tke=read_object(NamespaceResourceEnvTKE, get("TKE", UNSET)),
            offline=get("OFFLINE", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in NamespaceResourceEnv.FIELDS)
