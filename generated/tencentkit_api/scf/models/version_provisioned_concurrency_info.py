# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 6e4584698ecbebedf0d6da03f94df6ffff29e122413527d3107c62a73656186f).
# Do not edit: mend the spec or the template.
"""VersionProvisionedConcurrencyInfo of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define
from attrs import field as _field

from ...model import Field, Model, read_array, unknown_fields
from ...unset import UNSET
from .trigger_action import TriggerAction


@define(kw_only=True)
class VersionProvisionedConcurrencyInfo(Model):
    """`VersionProvisionedConcurrencyInfo`."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("allocated_provisioned_concurrency_num", "AllocatedProvisionedConcurrencyNum", "integer", required=True),
        Field("available_provisioned_concurrency_num", "AvailableProvisionedConcurrencyNum", "integer", required=True),
        Field("status", "Status", "string", required=True),
        Field("status_reason", "StatusReason", "string", required=True),
        Field("qualifier", "Qualifier", "string", required=True),
        Field(
            "trigger_actions",
            "TriggerActions",
            "object",
            array=True,
            required=True,
            nullable=True,
            model="TriggerAction",
        ),
    )

    allocated_provisioned_concurrency_num: int
    available_provisioned_concurrency_num: int
    status: str
    status_reason: str
    qualifier: str
    trigger_actions: list[TriggerAction] | None
    """May be null."""
    extra: dict[str, Any] = _field(factory=dict)
    """Fields that this version does not know, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            allocated_provisioned_concurrency_num=source.get("AllocatedProvisionedConcurrencyNum", UNSET),
            available_provisioned_concurrency_num=source.get("AvailableProvisionedConcurrencyNum", UNSET),
            status=source.get("Status", UNSET),
            status_reason=source.get("StatusReason", UNSET),
            qualifier=source.get("Qualifier", UNSET),
            trigger_actions=read_array(TriggerAction, source.get("TriggerActions", UNSET)),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in VersionProvisionedConcurrencyInfo.FIELDS)
