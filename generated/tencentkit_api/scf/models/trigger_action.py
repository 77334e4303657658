# Written by `python -m generator emit` from spec/scf/2018-04-16/openapi.json
# (sha256 8b42475cdde65e4ea74e6975bfd4a9037266cf26ae70f6b78195621b747dd68f).
# Do not edit: change the spec or the template.
"""Model TriggerAction of scf 2018-04-16."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define
from attrs import field as _field

from ...model import (
    Field,
    Model,
    lazy_extra,
    unknown_or_null_fields,
)


class TriggerActionDict(TypedDict):
    """Plain dict form of `TriggerAction`, for arguments."""

    trigger_name: str
    trigger_provisioned_concurrency_num: int
    trigger_cron_config: str
    provisioned_type: NotRequired[str | None]


@lazy_extra
@define(kw_only=True, repr=False)
class TriggerAction(Model):
    """Scheduled change of the number of provisioned instances."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("trigger_name", "TriggerName", "string", required=True),
        Field("trigger_provisioned_concurrency_num", "TriggerProvisionedConcurrencyNum", "integer", required=True),
        Field("trigger_cron_config", "TriggerCronConfig", "string", required=True),
        Field("provisioned_type", "ProvisionedType", "string", nullable=True),
    )

    trigger_name: str
    """Name of the action."""
    trigger_provisioned_concurrency_num: int
    """Number of provisioned instances from this time on."""
    trigger_cron_config: str
    """Schedule, as seven cron fields separated by spaces."""
    provisioned_type: str | None = None
    """Scaling mode. The only value is Default. May be null."""
    extra: dict[str, Any] = _field(factory=dict)
    """Unknown fields, and nulls of known fields, by wire name."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        get: Any = source.get
        return cls(
            trigger_name=get("TriggerName"),
            trigger_provisioned_concurrency_num=get("TriggerProvisionedConcurrencyNum"),
            trigger_cron_config=get("TriggerCronConfig"),
            provisioned_type=get("ProvisionedType"),
            extra=unknown_or_null_fields(source, _WIRE_NAMES),
        )

    @classmethod
    def from_list(cls, source: list[Any]) -> list[Any]:
        if cls is not TriggerAction:  # a subclass may override the parser
            return super().from_list(source)
        result: list[Any] = []
        last_trigger_name: Any = None
        last_trigger_cron_config: Any = None
        last_provisioned_type: Any = None
        for item in source:
            # Fast path for items with exactly the known fields; repeated strings share one object.
            if type(item) is dict and len(item) == 4:
                read = _new(cls)
                try:
                    text = item["TriggerName"]
                    if text != last_trigger_name or type(text) is not str:
                        if text is None:
                            read.extra["TriggerName"] = None
                        last_trigger_name = text
                    read.trigger_name = last_trigger_name
                    value = item["TriggerProvisionedConcurrencyNum"]
                    if value is None:
                        read.extra["TriggerProvisionedConcurrencyNum"] = None
                    read.trigger_provisioned_concurrency_num = value
                    text = item["TriggerCronConfig"]
                    if text != last_trigger_cron_config or type(text) is not str:
                        if text is None:
                            read.extra["TriggerCronConfig"] = None
                        last_trigger_cron_config = text
                    read.trigger_cron_config = last_trigger_cron_config
                    text = item["ProvisionedType"]
                    if text != last_provisioned_type or type(text) is not str:
                        if text is None:
                            read.extra["ProvisionedType"] = None
                        last_provisioned_type = text
                    read.provisioned_type = last_provisioned_type
                except KeyError:
                    pass
                else:
                    result.append(read)
                    continue
            result.append(cls.from_dict(item) if isinstance(item, dict) else item)
        return result


_new = object.__new__

_WIRE_NAMES = frozenset(field.wire for field in TriggerAction.FIELDS)
