# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 6e4584698ecbebedf0d6da03f94df6ffff29e122413527d3107c62a73656186f).
# Do not edit: mend the spec or the template.
"""TriggerAction of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import Field, Model, unknown_fields
from ...unset import UNSET, Unset


class TriggerActionDict(TypedDict):
    """`TriggerAction` as a plain dict, for arguments."""

    trigger_name: str
    trigger_provisioned_concurrency_num: int
    trigger_cron_config: str
    provisioned_type: NotRequired[str | None]


@define(kw_only=True)
class TriggerAction(Model):
    """`TriggerAction`."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("trigger_name", "TriggerName", "string", required=True),
        Field("trigger_provisioned_concurrency_num", "TriggerProvisionedConcurrencyNum", "integer", required=True),
        Field("trigger_cron_config", "TriggerCronConfig", "string", required=True),
        Field("provisioned_type", "ProvisionedType", "string", nullable=True),
    )

    trigger_name: str
    trigger_provisioned_concurrency_num: int
    trigger_cron_config: str
    provisioned_type: str | None | Unset = UNSET
    """May be null."""
    extra: dict[str, Any] = _field(factory=dict)
    """Fields that this version does not know, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        return cls(
            trigger_name=source.get("TriggerName", UNSET),
            trigger_provisioned_concurrency_num=source.get("TriggerProvisionedConcurrencyNum", UNSET),
            trigger_cron_config=source.get("TriggerCronConfig", UNSET),
            provisioned_type=source.get("ProvisionedType", UNSET),
            extra=unknown_fields(source, _WIRE_NAMES),
        )


_WIRE_NAMES = frozenset(field.wire for field in TriggerAction.FIELDS)
