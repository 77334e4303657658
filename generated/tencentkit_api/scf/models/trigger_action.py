# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 da5c91333f9e2cf85f02a292f6458c21c85756c43fe49017e226d5502c8f4600).
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
    """A change of the number of provisioned instances at scheduled times."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("trigger_name", "TriggerName", "string", required=True),
        Field("trigger_provisioned_concurrency_num", "TriggerProvisionedConcurrencyNum", "integer", required=True),
        Field("trigger_cron_config", "TriggerCronConfig", "string", required=True),
        Field("provisioned_type", "ProvisionedType", "string", nullable=True),
    )

    trigger_name: str
    """Name of the action."""
    trigger_provisioned_concurrency_num: int
    """How many instances are kept ready from then on."""
    trigger_cron_config: str
    """When, as seven cron fields separated by spaces."""
    provisioned_type: str | None | Unset = UNSET
    """Default. May be null."""
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
